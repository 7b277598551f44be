"""What came back from Word: the differences in a list, and the marked one below it, old above new."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.i18n import N_, _, ngettext
from roundtable.report.comparing import Difference
from roundtable.services.coming_back import ComingBack, PartDifference, take
from roundtable.services.difference_words import drafted_told, signs
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.difference_told import row_of, words_of
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.lines import hanging

MEASURE = 96  # columns; longer lines are hard to read
COMMANDS = (
    Command("back_take", "space,t", N_("take"), N_("Take the difference and go on"), action="take(True)"),
    Command("back_leave", "l", N_("leave it"), N_("Leave the difference and go on"), action="take(False)"),
    Command(
        "back_part", "a", N_("all of this part"), N_("Take all of this part, or leave it"), action="take_part"
    ),
    Command("back_finish", "f", N_("finish"), N_("Write what is taken, and go back"), action="finish"),
)


class ComingBackView(TableView):
    """A line a difference; nothing is written before it is finished, and Esc asks where something was taken."""

    CSS_PATH = "../styles/coming_back.tcss"
    AUTO_FOCUS = "#back-list"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(COMMANDS),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, at: AtTable, back: ComingBack) -> None:
        super().__init__(at)
        self._back = back
        self._rows = [(part, place) for part in back.parts for place in range(len(part.differences))]
        self._chosen: set[int] = set()
        self._place = 0

    def inside(self) -> Iterable[Widget]:
        """Put the differences above the one that is marked."""
        yield OptionList(id="back-list", compact=True, markup=False)
        with VerticalScroll(id="back-read", can_focus=False):
            yield Static(id="back-words", markup=False)

    def heading(self) -> Content:
        """Count the differences, and those that are taken."""
        count = len(self._rows)
        told = ngettext("{count} difference", "{count} differences", count).format(count=count)
        taken = _("{count} to take").format(count=len(self._chosen))
        return Content.assemble(
            (_("BACK FROM WORD"), "bold $accent"), "  ", (told, "bold"), " · ", (taken, "bold")
        )

    def on_mount(self) -> None:
        """Show the differences, the first marked."""
        self._show_rows()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap them anew."""
        self._show_rows()

    # What is shown

    def _difference(self, row: int) -> Difference:
        part, place = self._rows[row]
        return part.differences[place]

    def _show_rows(self) -> None:
        shown = self.query_one("#back-list", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            shown.set_options(Option(line) for line in self._lines())
            shown.highlighted = self._place if self._rows else None
        shown.display = bool(self._rows)
        self._show_words()
        self.show_heading()

    def _lines(self) -> Iterator[Content]:
        width = max(20, self.size.width - 4)
        titles = {part.key: self._title(part) for part in self._back.parts}
        room = min(width // 3, max(map(len, titles.values()), default=0))
        for row, (part, _place) in enumerate(self._rows):
            one = self._difference(row)
            mark = ("✓ ", "bold $accent") if row in self._chosen else ("· ", "$dim")
            title = Content.styled(titles[part.key], "$dim").truncate(room, ellipsis=True, pad=True)
            sign = ("! ", "bold $warning") if one.contested else "  "
            line = Content.assemble(mark, sign, title, "  ", row_of(one))
            yield line.truncate(width, ellipsis=True)

    def _title(self, part: PartDifference) -> str:
        topic = next((one for one in self.session.topics if one.id == part.key), None)
        return f"{topic.number} {part.title}".strip() if topic else part.title

    def _show_words(self) -> None:
        width = min(MEASURE, max(20, self.size.width - 6))
        lines: list[Content] = []
        if self._rows:
            part, _place = self._rows[self._place]
            one = self._difference(self._place)
            told = [*signs(self.session, one), *([drafted_told()] if part.drafted else [])]
            lines += [*hanging(Content.styled(" · ".join(told), "$dim"), Content(), width), Content()]
            lines += [*words_of(one, width), Content()]
        for sentence in self._back.told:
            lines += hanging(Content.styled(sentence, "$dim"), Content.styled("– ", "$dim"), width)
        self.query_one("#back-words", Static).update(Content("\n").join(lines))
        self.query_one("#back-read").scroll_home(animate=False)

    # What keys and the mouse ask for

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the difference that is marked."""
        event.stop()
        self._place = event.option_index
        self._show_words()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it, or leave it after all."""
        event.stop()
        self._choose(self._place not in self._chosen)

    def action_step(self, by: int) -> None:
        """Mark the next difference, or the one before."""
        if self._rows:
            self._place = max(0, min(len(self._rows) - 1, self._place + by))
            self._show_rows()

    def action_take(self, wanted: bool) -> None:  # noqa: FBT001 — Textual's own way
        """Take a difference or leave it, and go on to the next."""
        self._choose(wanted)

    def _choose(self, wanted: bool) -> None:  # noqa: FBT001 — one of two
        if self._rows:
            (self._chosen.add if wanted else self._chosen.discard)(self._place)
            self.action_step(1)

    def action_take_part(self) -> None:
        """Take all of a part but what was changed here as well; leave it where all of it is taken."""
        if not self._rows:
            return
        key = self._rows[self._place][0].key
        of_part = {row for row, (part, _place) in enumerate(self._rows) if part.key == key}
        those = {row for row in of_part if not self._difference(row).contested}
        self._chosen = self._chosen - those if those <= self._chosen else self._chosen | those
        self._show_rows()

    def action_finish(self) -> None:
        """Write what is taken."""
        self.work(self._finish())

    async def _finish(self) -> None:
        chosen: dict[str, set[int]] = {}
        for row in self._chosen:
            part, place = self._rows[row]
            chosen.setdefault(part.key, set()).add(place)
        if not chosen:
            self.tell(_("Nothing is taken yet: Space takes the difference, Esc goes back."))
        elif await self.perform(take, self._back, chosen):
            self.dismiss()
            count = len(self._chosen)
            told = ngettext(
                "{count} difference taken from Word; u takes it back.",
                "{count} differences taken from Word; u takes them back.",
                count,
            )
            self.app.call_later(self.at.tell, told.format(count=count))

    def action_leave(self) -> None:
        """Go back, with nothing written; ask first, where something was taken."""
        self.work(self._leave())

    async def _leave(self) -> None:
        if not self._chosen or await self.ask(
            Confirm(_("Go back, and write nothing of what you took?"), _("goes back"))
        ):
            self.dismiss()
