"""The parking lot: what was put aside, to be taken up again at a topic or kept for the open questions of the paper."""

from collections.abc import Iterable
from datetime import tzinfo
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import N_, _, ngettext
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command, key_of
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.feed_rows import left_of
from roundtable.ui.widgets.lines import hanging, spread

MARK = "§"  # of what goes into the paper's open questions
TEXT_COLUMN = 2
LONGEST_LINE = 110  # columns; what is wider is hard to read
PAGE = 5  # rows that a page key goes

COMMANDS = (
    Command("take_up", "enter,t", N_("take up"), N_("Take it up at a topic"), "parking:take_up_at_topic"),
    Command(
        "take_up_there",
        "o",
        N_("put back"),
        N_("Take it up again where it was"),
        "parking:take_up_where_it_was",
    ),
    Command(
        "keep_open",
        "p",
        N_("for paper"),
        N_("Keep it for the open questions of the paper, or take that mark away"),
        "parking:keep_open",
    ),
    Command("correct", "e", "", N_("Correct the text of the contribution"), "repairs:correct_text"),
    Command("speaker", "w", "", N_("Say who said it"), "repairs:change_speaker"),
    Command("withdraw", "x", "", N_("Take the contribution out of all lists and papers"), "repairs:withdraw"),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
)


class ParkingView(TableView):
    """Everything that is parked, two lines each: who and what, then the topic; one of them is marked."""

    AUTO_FOCUS = ""
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(COMMANDS),
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", f"move(-{PAGE})", show=False),
        Binding("pagedown", f"move({PAGE})", show=False),
        Binding("home", "move(-9999)", show=False),
        Binding("end", "move(9999)", show=False),
    ]

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self._parked = _parked(self.session)
        self._place = 0

    def inside(self) -> Iterable[Widget]:
        """Give the list, and what stands in its place while it is empty."""
        rows = OptionList(id="parked", compact=True, markup=False)
        rows.can_focus = False
        yield rows
        yield Static(id="parked-none", markup=False)

    def on_mount(self) -> None:
        """Show what is parked."""
        self._show_rows()

    def heading(self) -> Content:
        """Count what is parked, and what of it the paper is to have."""
        parked = _parked(self.session)
        kept = sum(said.open_question for said in parked)
        told = [
            ngettext("{count} parked", "{count} parked", len(parked)).format(count=len(parked)),
            f"{MARK} " + _("{count} for the paper").format(count=kept) if kept else "",
        ]
        counts = " · ".join(one for one in told if one) if parked else ""
        return Content.assemble((_("PARKING LOT"), "bold $accent"), "  ", (counts, "bold"))

    @property
    def chosen(self) -> Contribution | None:
        """The contribution that is marked; none where nothing is parked."""
        return self._parked[self._place] if self._place < len(self._parked) else None

    def watch_session(self) -> None:
        """Show what is parked now; the mark stays on the same contribution, or goes to the one behind it."""
        super().watch_session()
        marked = self.chosen
        self._parked = _parked(self.session)
        places = {said.id: place for place, said in enumerate(self._parked)}
        kept = places.get(marked.id, self._place) if marked else 0
        self._place = max(0, min(kept, len(self._parked) - 1))
        self._show_rows()

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap the texts anew."""
        self._show_rows()

    def _show_rows(self) -> None:
        if not self.query("#parked"):  # not laid out yet
            return
        rows, nothing = self.query_one("#parked", OptionList), self.query_one("#parked-none", Static)
        rows.display, nothing.display = bool(self._parked), not self._parked
        zone, width = zone_of(self.session), max(20, min(LONGEST_LINE, self.size.width - 4))
        rows.set_options(Option(_row(self.session, said, zone, width), id=said.id) for said in self._parked)
        if self._parked:
            rows.highlighted = self._place
        told = _("Nothing is parked. {key} at the live table parks what is marked in the feed.")
        nothing.update(told.format(key=key_of("park")))

    def action_move(self, by: int) -> None:
        """Mark another."""
        if self._parked:
            self._place = max(0, min(len(self._parked) - 1, self._place + by))
            self.query_one("#parked", OptionList).highlighted = self._place

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Mark what was clicked."""
        event.stop()
        self._place = event.option_index


def _parked(session: Session) -> tuple[Contribution, ...]:
    return tuple(said for said in session.contributions if said.parked)


def _row(session: Session, said: Contribution, zone: tzinfo, width: int) -> Content:
    """Give the lines of one contribution."""
    left = left_of(session, said, zone)
    who = Content.assemble(
        (left.name or _("nobody named"), "bold"),
        " ",
        (left.short, f"bold {sector_colour(left.sector - 1)}" if left.sector else "bold $error"),
    )
    topic = next((one for one in session.topics if one.id == said.topic), None)
    place = f"{topic.number} {topic.title}".strip() if topic else _("before the first topic")
    mark = Content.assemble((f"{MARK} " if said.open_question else "  ", "bold $star"))
    text = f"{said.sign} {said.text}" if said.sign else said.text
    end = Content.assemble((_("for the paper"), "$star")) if said.open_question else Content()
    below = spread(Content.assemble(" " * TEXT_COLUMN, (f"{left.time}  {place}", "$dim")), end, width)
    lines = hanging(Content.assemble(who, "  ", text), mark, width)
    return Content("\n").join([*lines, below])
