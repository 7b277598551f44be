"""The last ten minutes: what the table takes with it, drafted, read aloud, worded anew and voted on."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from roundtable.domain.clock import TopicState
from roundtable.domain.contributions import Takeaway
from roundtable.domain.staging import on_stage
from roundtable.i18n import N_, _, ngettext
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.large_takeaway import LargeTakeaway
from roundtable.ui.widgets.lines import minutes_and_seconds, spread
from roundtable.ui.widgets.topic_clock import urgency

COMMANDS = (
    Command("draft", "d", N_("draft"), N_("Draft a takeaway from what speaks for many"), "concluding:draft"),
    Command("new_takeaway", "n", N_("new"), N_("Write a takeaway in one line"), "concluding:new"),
    Command("reword", "e", N_("reword"), N_("Word the takeaway anew"), "concluding:reword"),
    Command(
        "hands",
        "h",
        N_("hands"),
        N_("Count a show of hands: one number, or one a sector"),
        "concluding:hands",
    ),
    Command(
        "aloud", "space", N_("large"), N_("Show it large to read it aloud, or all of them"), action="aloud"
    ),
    Command(
        "show_takeaway",
        "S",
        N_("stage"),
        N_("Show the takeaway on the stage, or hide it"),
        "concluding:show_or_hide",
    ),
    Command("lower", "J", "", N_("Move the takeaway down"), "concluding:down"),
    Command("higher", "K", "", N_("Move the takeaway up"), "concluding:up"),
    Command("drop", "x", "", N_("Take the takeaway out of the ledger"), "concluding:drop"),
    Command("draft_of_topic", "D", "", N_("Draft a takeaway from one topic"), "concluding:draft_of_topic"),
    Command("undo", "u", "", N_("Take back the last thing done here"), "repairs:undo"),
)


class TakeawaysView(TableView):
    """The ledger beside the marked takeaway, which is shown large; its commands act on that one."""

    CSS_PATH = "../styles/takeaways.tcss"
    AUTO_FOCUS = "#ledger"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(COMMANDS),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self._key = at.held.takeaways[0].id if at.held.takeaways else ""
        self._place = 0

    def inside(self) -> Iterable[Widget]:
        """Put the ledger beside the marked takeaway, or above it where it is narrow."""
        with Container(id="takeaways"):
            yield OptionList(id="ledger", compact=True, markup=False)
            yield LargeTakeaway(id="large").data_bind(TakeawaysView.session, TakeawaysView.now)

    def heading(self) -> Content:
        """Say how many there are, and how much time is left for them."""
        count = len(self.session.takeaways)
        told = ngettext("{count} takeaway", "{count} takeaways", count).format(count=count)
        left = Content.assemble((_("THE LAST TEN MINUTES"), "bold $accent"), "  ", (told, "$dim"))
        topics = self.times.topics if self.times else ()
        on = next((one for one in topics if one.state is TopicState.CURRENT), None)
        if on is None:
            return left
        colour, sign = urgency(on.left_seconds, on.planned_seconds)
        pattern = _("{time} over") if on.left_seconds < 0 else _("{time} left")
        time = sign + pattern.format(time=minutes_and_seconds(on.left_seconds))
        return spread(left, Content.assemble((time, f"bold {colour}")), max(1, self.size.width - 2))

    def on_mount(self) -> None:
        """Show the ledger."""
        self._show_ledger()

    def watch_times(self) -> None:
        """Keep the time that is left."""
        self.show_heading()

    def watch_session(self) -> None:
        """Show the ledger anew; the mark stays on its takeaway."""
        if self.is_mounted:
            self._show_ledger()

    def _show_ledger(self) -> None:
        ledger = self.query_one("#ledger", OptionList)
        those = self.session.takeaways
        ids = [one.id for one in those]
        place = ids.index(self._key) if self._key in ids else min(self._place, len(ids) - 1)
        with self.prevent(OptionList.OptionHighlighted):
            ledger.set_options(self._row(number, one) for number, one in enumerate(those, 1))
            ledger.highlighted = place if those else None
        self._mark_at(place)
        ledger.set_class(not those, "-empty")

    def _row(self, number: int, one: Takeaway) -> Option:
        shown = on_stage(self.session, self.moment())
        sign = ("▣ ", "bold $star") if shown and shown.id == one.id else ""
        return Option(Content.assemble((f"{number:>2}  ", "$dim"), sign, " ".join(one.called.split())))

    def _mark_at(self, place: int) -> None:
        those = self.session.takeaways
        self._place = max(0, place)
        self._key = those[place].id if 0 <= place < len(those) else ""
        self.query_one(LargeTakeaway).key = self._key

    @property
    def marked(self) -> Takeaway | None:
        """The takeaway that is marked; none before there is any."""
        return next((one for one in self.session.takeaways if one.id == self._key), None)

    def mark(self, key: str) -> None:
        """Mark a takeaway (its id)."""
        self._key = key
        self._show_ledger()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show large what is marked."""
        event.stop()
        self._mark_at(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show it large, to be read aloud."""
        event.stop()
        self.action_aloud()

    def action_step(self, by: int) -> None:
        """Mark the next one or the one before."""
        ledger = self.query_one("#ledger", OptionList)
        if self.session.takeaways:
            ledger.highlighted = max(0, min(len(self.session.takeaways) - 1, self._place + by))

    def action_aloud(self) -> None:
        """Give the marked takeaway all the room, or show the ledger beside it again."""
        self._read_aloud(aloud=not self.has_class("-aloud"))

    def _read_aloud(self, *, aloud: bool) -> None:
        self.set_class(aloud, "-aloud")
        self.query_one(LargeTakeaway).aloud = aloud

    def action_leave(self) -> None:
        """Go back: from the large text to the ledger, then to the table."""
        if self.has_class("-aloud"):
            self._read_aloud(aloud=False)
        else:
            self.dismiss()
