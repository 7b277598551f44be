"""The themes of a session by its sectors, and below them what bears the one that is marked."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.filtering import Filter
from roundtable.domain.themes import Borne, ThemeMatrix, namesakes, topic_signs
from roundtable.i18n import N_, _, ngettext
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.lines import spread
from roundtable.ui.widgets.theme_feed import ThemeFeed
from roundtable.ui.widgets.theme_rows import Frame, all_line, head_line, sideways, theme_line

SHOWN = 20  # characters of a name in the heading
EDGES = 3  # columns beside the rows: a blank one, and the bar that scrolls

COMMANDS = (
    Command("theme_read", "enter", N_("read"), N_("Go to what bears the theme"), action="read"),
    Command("theme_rename", "r", N_("rename"), N_("Give the theme another name"), "theming:rename"),
    Command("theme_merge", "m", N_("merge"), N_("Let the theme go into another"), "theming:merge"),
    Command(
        "theme_split",
        "s",
        N_("split"),
        N_("Let some contributions bear another theme instead"),
        "theming:split",
    ),
    Command("tag", "equals_sign", N_("tag"), N_("Give the contribution a theme, or make one"), "theming:tag"),
    Command("theme_drop", "x", N_("drop"), N_("Take the theme away from all that bears it"), "theming:drop"),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
    Command("theme_people", "p", N_("people"), N_("Count people by sector, or what was said"), action="turn"),
    Command("theme_out", "o", "", N_("Take the contribution out of the theme"), "theming:take_out"),
    Command("sectors_before", "left,h", "", N_("Show the sectors before"), action="sideways(-1)"),
    Command("sectors_after", "right,l", "", N_("Show the sectors after"), action="sideways(1)"),
)


class ThemesView(TableView):
    """A line a theme, sectors across; Enter goes to what bears it, Esc back to the themes and then to the table."""

    CSS_PATH = "../styles/themes.tcss"
    AUTO_FOCUS = "#themes"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(COMMANDS),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self._matrix = ThemeMatrix.of(at.held)
        self._key = ""  # the theme that is marked; of none where what bears none is
        self._place = 0
        self._first = 0
        self._people = False

    def inside(self) -> Iterable[Widget]:
        """Put the themes above what bears them."""
        yield Static(id="themes-none", markup=False)
        with Vertical(id="themes-table"):
            yield Static(id="themes-head", markup=False)
            yield OptionList(id="themes", compact=True, markup=False)
            yield Static(id="themes-all", markup=False)
        yield Static(id="theme-title", markup=False)
        yield ThemeFeed(zone=zone_of(self.session), id="theme-feed").data_bind(TableView.session)

    def heading(self) -> Content:
        """Count the themes, and how much of what was said bears one; tell of those that are there twice."""
        count = len(self._matrix.rows)
        said = len(self._matrix.all.contributions)
        left = len(self._matrix.without.contributions)
        parts = [
            ngettext("{count} theme", "{count} themes", count).format(count=count),
            _("{count} of {all} bear one").format(count=said - left, all=said) if said else "",
        ]
        twice = namesakes(self.session)
        warned = (
            _("“{name}” is there twice: m").format(name=shortened(twice[0][0].name, SHOWN)) if twice else ""
        )
        return Content.assemble(
            (_("THEMES"), "bold $accent"),
            "  ",
            (" · ".join(part for part in parts if part) if count else "", "bold"),
            "  ",
            (warned, "$warning"),
        )

    def on_mount(self) -> None:
        """Show the themes, the first marked."""
        self._key = self._keys[0] if self._keys else ""
        self._show_rows()

    def watch_session(self) -> None:
        """Count anew; the mark stays on its theme."""
        self._matrix = ThemeMatrix.of(self.session)
        super().watch_session()
        if self.is_mounted:
            self._show_rows()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the rows out anew."""
        self._show_rows()

    # What is shown

    @property
    def _rows(self) -> tuple[Borne, ...]:
        """The themes, then what bears none."""
        return (*self._matrix.rows, self._matrix.without)

    @property
    def _keys(self) -> list[str]:
        return [row.theme.id if row.theme else "" for row in self._rows]

    def _topics(self, row: Borne) -> str:
        return " ".join(topic_signs(self.session, row))

    def _frame(self) -> Frame:
        width = max(40, self.size.width - EDGES)
        told = [len(self._topics(row)) for row in self._matrix.rows]
        return Frame.of(self._matrix, max(told, default=0), width, self._first, people=self._people)

    def _show_rows(self) -> None:
        themes = self.query_one("#themes", OptionList)
        frame = self._frame()
        self._first = frame.first
        twice = {one.id for those in namesakes(self.session) for one in those}
        rows = [
            theme_line(
                row,
                self._matrix,
                frame,
                self._topics(row),
                twice=row.theme is not None and row.theme.id in twice,
            )
            for row in self._rows
        ]
        keys = self._keys
        place = keys.index(self._key) if self._key in keys else min(self._place, len(keys) - 1)
        with self.prevent(OptionList.OptionHighlighted):
            themes.set_options(Option(row) for row in rows)
            themes.highlighted = place
        self.query_one("#themes-head", Static).update(head_line(self._matrix, frame))
        beside = Content.styled(f"  {sideways(self._matrix, frame)}".rstrip(), "$dim")
        below = all_line(self._matrix, frame)
        self.query_one("#themes-all", Static).update(Content("\n").join([below, beside]) if beside else below)
        self._show_none()
        self._mark_at(place)

    def _show_none(self) -> None:
        """Say how themes come to be, where there are none; and where nothing was said, nothing else."""
        none, said = not self._matrix.rows, bool(self._matrix.all.contributions)
        self.set_class(none, "-none")
        self.set_class(not said, "-nothing")
        how = _("No themes yet. A line that is typed makes one with =onboarding, at the beginning of a word.")
        here = _("What was said already gets one here: Enter goes to it, = gives it a theme.")
        self.query_one("#themes-none", Static).update(f"{how} {here}" if said else how)

    def _mark_at(self, place: int) -> None:
        self._place = place
        self._key = self._keys[place]
        row = self._rows[place]
        self.query_one(ThemeFeed).show(Filter(theme=self._key))
        self.query_one("#theme-title", Static).update(self._title(row))

    def _title(self, row: Borne) -> Content:
        """Say of what the contributions below are."""
        count = len(row.contributions)
        told = ngettext("{count} contribution", "{count} contributions", count).format(count=count)
        people = ngettext("{count} person", "{count} people", len(row.people)).format(count=len(row.people))
        on_topics = len(row.topics)
        across = ngettext("on {count} topic", "on {count} topics", on_topics).format(count=on_topics)
        name = row.theme.name if row.theme else _("no theme")
        right = Content.styled(f"{told} · {people} · {across}" if count else "", "$dim")
        return spread(Content.styled(name, "bold"), right, max(1, self.size.width - 2))

    # A place where commands can act

    @property
    def theme(self) -> Theme | None:
        """The theme that is marked; none where the row is of what bears none."""
        return self._rows[self._place].theme

    @property
    def opened(self) -> bool:
        """Whether one goes through the contributions, and not through the themes."""
        return isinstance(self.focused, ThemeFeed)

    @property
    def chosen(self) -> Contribution | None:
        """The contribution that is marked; none while one goes through the themes."""
        feed = self.query_one(ThemeFeed)
        return feed.marked if self.opened and feed.cursor else None

    def mark(self, key: str) -> None:
        """Mark a theme (its id)."""
        self._key = key
        self._show_rows()

    # What keys and the mouse ask for

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what bears the theme that is marked."""
        event.stop()
        self._mark_at(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to what bears it."""
        event.stop()
        self.action_read()

    def on_descendant_focus(self) -> None:
        """Give what is gone through the room, where there is not enough for both."""
        self.set_class(self.opened, "-opened")

    def action_read(self) -> None:
        """Go to what bears the theme."""
        feed = self.query_one(ThemeFeed)
        if self._rows[self._place].contributions:
            self.set_focus(feed)
            feed.begin()

    def action_step(self, by: int) -> None:
        """Mark the next theme, or the one before."""
        self.query_one("#themes", OptionList).highlighted = max(0, min(len(self._rows) - 1, self._place + by))

    def action_sideways(self, by: int) -> None:
        """Go sideways through the sectors, as far as there are any."""
        self._first = max(0, self._first + by)
        self._show_rows()

    def action_turn(self) -> None:
        """Count people by sector, or what was said."""
        self._people = not self._people
        self._show_rows()

    def action_leave(self) -> None:
        """Go back: from the contributions to the themes, then to the table."""
        if self.opened:
            self.query_one(ThemeFeed).cursor = None
            self.set_focus(self.query_one("#themes"))
        else:
            self.dismiss()
