"""What the export shows: rows about a paper that is looked through again whenever something in it changed."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.disclosure import Form, own_form
from roundtable.errors import RoundtableError
from roundtable.i18n import _
from roundtable.i18n import told as told_error
from roundtable.services import prose
from roundtable.services.checking import Checked, check
from roundtable.services.export_apart import Outcome, checked_apart
from roundtable.services.export_choices import ExportChoices
from roundtable.services.papers import path_of
from roundtable.services.settling import ToSettle, to_settle
from roundtable.ui.at_table import AtTable
from roundtable.ui.screens.table_view import TableView
from roundtable.ui.widgets.export_hints import hint_of
from roundtable.ui.widgets.export_rows import Folding, Row, Shown, rows_of
from roundtable.ui.widgets.paper import state_told

QUIET = 0.3  # seconds without a change after which the paper is looked through anew
QUICKLY_COMPOSED = 1500  # contributions; more are looked through in a process of their own
MARGIN = 5  # columns beside the rows: what is left blank, and the bar that scrolls


class ExportPage(TableView):
    """A list of rows, one of which is marked; below it what Enter does there."""

    def __init__(self, at: AtTable, file: Path, choices: ExportChoices) -> None:
        super().__init__(at)
        self.file, self.choices = file, choices
        self.checked: Checked | None = None
        self.obstacles: tuple[ToSettle, ...] = ()
        self._turned: set[str] = set()
        self.rows: list[Row] = []
        self.key: object = None
        self.outcome: Outcome | None = None  # of the last export, once it was shown how it ended

    def inside(self) -> Iterable[Widget]:
        """Put below the rows what Enter does on the marked one, or what an export is doing."""
        yield OptionList(id="export", compact=True, markup=False)
        yield Static(id="export-doing", markup=False)

    def heading(self) -> Content:
        """Say whether the paper would be a draft."""
        told = Content.assemble((_("being looked through …"), "$dim"))
        if self.checked is not None:
            told = state_told(len(self.obstacles)).stylize("bold")
        return Content.assemble((_("EXPORT"), "bold $accent"), "  ", told)

    def on_mount(self) -> None:
        """Show the rows, and look the paper through."""
        self.show_rows()
        self.look_through(0)

    def on_resize(self) -> None:
        """Lay the rows out anew."""
        self.show_rows()

    def watch_session(self) -> None:
        """Look the paper through anew."""
        super().watch_session()
        if self.is_mounted:
            self.settle_anew()
            self.look_through(QUIET)

    @property
    def under_way(self) -> bool:
        """Whether an export is under way, of which it is told what it is doing."""
        return False

    # What is in the way

    @property
    def form(self) -> Form:
        """How the paper tells who said something."""
        return self.choices.attribution or own_form(self.session)

    def look_through(self, after: float) -> None:
        """Look the paper through, after so many seconds without a change."""
        self.run_worker(self._look(after), exclusive=True, group="composing")

    async def _look(self, after: float) -> None:
        await asyncio.sleep(after)
        contested = await self.perform(prose.contested)
        session, choices = self.session, self.choices
        try:
            if len(session.contributions) <= QUICKLY_COMPOSED:
                self.checked = await asyncio.to_thread(check, session, choices.wanted, contested or ())
            else:
                self.checked = await checked_apart(self.file, session.details.slug, choices.words())
        except RoundtableError as error:
            self.tell(told_error(error), warning=True)
            return
        self.settle_anew()

    def settle_anew(self) -> None:
        """Say anew what is in the way: who was not asked is known at once, all else once it was looked through."""
        if self.checked is not None:
            self.obstacles = to_settle(self.session, self.form, self.checked.obstacles)
        self.show_heading()
        self.show_rows()

    # Rows

    def show_rows(self) -> None:
        """Show the rows anew; the mark stays on its row."""
        shown = Shown(
            self.session,
            self.choices,
            self._target(),
            self.outcome,
            self.obstacles,
            self.checked,
            self._turned,
        )
        self.rows = rows_of(shown, max(40, self.size.width - MARGIN))
        rows = self.query_one("#export", OptionList)
        place = self._place()
        with self.prevent(OptionList.OptionHighlighted):
            top = rows.scroll_offset.y
            rows.set_options(Option(row.shown, disabled=row.meant is None) for row in self.rows)
            rows.scroll_to(y=top, animate=False)
            rows.highlighted = place
        self._know(place)

    def _know(self, place: int) -> None:
        """Know what is marked, and say what Enter does there."""
        row = self.rows[place]
        self.key = row.key
        if not self.under_way:
            hint = Content.assemble((hint_of(row.meant), "$dim"))
            self.query_one("#export-doing", Static).update(hint)

    def _place(self) -> int:
        """Give the row that was marked, else one in its place, else the first that means something."""
        meaning = [place for place, row in enumerate(self.rows) if row.meant is not None]
        same = next((place for place in meaning if self.rows[place].key == self.key), None)
        if same is not None:
            return same
        before = self.query_one("#export", OptionList).highlighted or 0
        return min(meaning, key=lambda place: abs(place - before))

    def _target(self) -> str:
        """Say where the paper goes, with its endings."""
        draft = "" if self.checked and not self.obstacles else "-draft"
        output, formats = self.choices.wanted.output, self.choices.formats
        path = path_of(self.session.details.slug + draft, formats[0], output, alone=len(formats) == 1)
        return ", ".join([str(path), *(one.ending for one in formats[1:])])

    @property
    def marked(self) -> Row:
        """The row that is marked."""
        return self.rows[self.query_one("#export", OptionList).highlighted or 0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Know what is marked."""
        event.stop()
        if event.option_index < len(self.rows):
            self._know(event.option_index)

    def action_step(self, by: int) -> None:
        """Mark the next row, or the one before."""
        rows = self.query_one("#export", OptionList)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_fold(self) -> None:
        """Fold away what belongs to the heading that is marked, or show it."""
        match self.marked.meant:
            case Folding(what):
                self._turned ^= {what}
                self.show_rows()
            case _:
                self.tell(_("Only what stands under a ▸ can be folded."))
