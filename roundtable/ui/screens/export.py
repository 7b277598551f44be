"""The page from which the paper goes out: how it is wanted, what is in its way, what it may give away."""

import asyncio
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.disclosure import Form, own_form
from roundtable.errors import RoundtableError
from roundtable.i18n import _, ngettext
from roundtable.i18n import told as told_error
from roundtable.services import export_choices, prose
from roundtable.services.checking import Checked, KeptName, check
from roundtable.services.export_apart import Outcome, PaperFile, checked_apart
from roundtable.services.export_choices import ExportChoices
from roundtable.services.papers import path_of
from roundtable.services.settling import ToSettle, to_settle
from roundtable.ui import deciding, exporting, opening
from roundtable.ui.at_table import AtTable
from roundtable.ui.choosing import chosen_anew
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.dialogs.read import Read
from roundtable.ui.screens.export_commands import COMMANDS
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.export_hints import hint_of
from roundtable.ui.widgets.export_rows import Choosing, Folding, LookAt, Row, Shown, rows_of
from roundtable.ui.widgets.footer import key_pairs
from roundtable.ui.widgets.lines import hanging
from roundtable.ui.widgets.paper import state_told

if TYPE_CHECKING:
    from textual.timer import Timer

QUIET = 0.3  # seconds without a change after which the paper is looked through anew
QUICKLY_COMPOSED = 1500  # contributions; more are looked through in a process of their own
MARGIN = 4  # columns beside the rows
GLANCE = 0.2  # seconds between two looks at what an export is doing
LENGTH = 10  # signs of a bar


class ExportView(TableView):
    """A list of rows: Enter changes a choice, settles what is in the way, opens what was written."""

    CSS_PATH = "../styles/export.tcss"
    AUTO_FOCUS = "#export"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop_or_leave", show=False),
        *keys_of(COMMANDS),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, at: AtTable, file: Path, choices: ExportChoices) -> None:
        super().__init__(at)
        self._file, self._choices = file, choices
        self._checked: Checked | None = None
        self._to_settle: tuple[ToSettle, ...] = ()
        self._turned: set[str] = set()
        self._rows: list[Row] = []
        self._key: object = None
        self._glances: Timer | None = None
        self._outcome: Outcome | None = None  # of the last export, once it was shown how it ended

    def inside(self) -> Iterable[Widget]:
        """Put below the rows what Enter does on the marked one, or what an export is doing."""
        yield OptionList(id="export", compact=True, markup=False)
        yield Static(id="export-doing", markup=False)

    def heading(self) -> Content:
        """Say whether the paper would be a draft."""
        told = Content.assemble((_("being looked through …"), "$dim"))
        if self._checked is not None:
            told = state_told(len(self._to_settle)).stylize("bold")
        return Content.assemble((_("EXPORT"), "bold $accent"), "  ", told)

    def on_mount(self) -> None:
        """Show the rows, and what is under way."""
        self._outcome = self._export.outcome if self._export else None
        self._show_rows()
        self._look_through(0)
        if self._export:
            self._export.watched = True
            self._follow()

    def on_unmount(self) -> None:
        """Let what is under way be told elsewhere."""
        if self._export:
            self._export.watched = False

    def on_resize(self) -> None:
        """Lay the rows out anew."""
        self._show_rows()

    def watch_session(self) -> None:
        """Look the paper through anew."""
        super().watch_session()
        if self.is_mounted:
            self._settle_anew()
            self._look_through(QUIET)

    # What is in the way

    @property
    def form(self) -> Form:
        """How the paper tells who said something."""
        return self._choices.attribution or own_form(self.session)

    def _look_through(self, after: float) -> None:
        self.run_worker(self._look(after), exclusive=True, group="composing")

    async def _look(self, after: float) -> None:
        await asyncio.sleep(after)
        contested = await self.perform(prose.contested)
        session, choices = self.session, self._choices
        try:
            if len(session.contributions) <= QUICKLY_COMPOSED:
                self._checked = await asyncio.to_thread(check, session, choices.wanted, contested or ())
            else:
                self._checked = await checked_apart(self._file, session.details.slug, choices.words())
        except RoundtableError as error:
            self.tell(told_error(error), warning=True)
            return
        self._settle_anew()

    def _settle_anew(self) -> None:
        """Say anew what is in the way: who was not asked is known at once, all else once it was looked through."""
        if self._checked is not None:
            self._to_settle = to_settle(self.session, self.form, self._checked.obstacles)
        self.show_heading()
        self._show_rows()

    # Rows

    def _show_rows(self) -> None:
        shown = Shown(
            self.session,
            self._choices,
            self._target(),
            self._outcome,
            self._to_settle,
            self._checked,
            self._turned,
        )
        self._rows = rows_of(shown, max(40, self.size.width - MARGIN))
        rows = self.query_one("#export", OptionList)
        place = self._place()
        with self.prevent(OptionList.OptionHighlighted):
            top = rows.scroll_offset.y
            rows.set_options(Option(row.shown, disabled=row.meant is None) for row in self._rows)
            rows.scroll_to(y=top, animate=False)
            rows.highlighted = place
        self._know(place)

    def _know(self, place: int) -> None:
        """Know what is marked, and say what Enter does there."""
        row = self._rows[place]
        self._key = row.key
        if not self._under_way:
            hint = Content.assemble((hint_of(row.meant), "$dim"))
            self.query_one("#export-doing", Static).update(hint)

    def _place(self) -> int:
        """Give the row that was marked, else one in its place, else the first that means something."""
        meaning = [place for place, row in enumerate(self._rows) if row.meant is not None]
        same = next((place for place in meaning if self._rows[place].key == self._key), None)
        if same is not None:
            return same
        before = self.query_one("#export", OptionList).highlighted or 0
        return min(meaning, key=lambda place: abs(place - before))

    def _target(self) -> str:
        """Say where the paper goes, with its endings."""
        draft = "-draft" if self._to_settle else ""
        output, formats = self._choices.wanted.output, self._choices.formats
        path = path_of(self.session.details.slug + draft, formats[0], output, alone=len(formats) == 1)
        return ", ".join([str(path), *(one.ending for one in formats[1:])])

    @property
    def _marked(self) -> Row:
        return self._rows[self.query_one("#export", OptionList).highlighted or 0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Know what is marked."""
        event.stop()
        if event.option_index < len(self._rows):
            self._know(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change or settle it."""
        event.stop()
        self.action_act()

    def action_step(self, by: int) -> None:
        """Mark the next row, or the one before."""
        rows = self.query_one("#export", OptionList)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_fold(self) -> None:
        """Fold away what belongs to the heading that is marked, or show it."""
        match self._marked.meant:
            case Folding(what):
                self._turned ^= {what}
                self._show_rows()
            case _:
                self.tell(_("Only what stands under a ▸ can be folded."))

    def action_act(self) -> None:
        """Change or settle what is marked."""
        match self._marked.meant:
            case Choosing(name):
                self.work(self._choose(name))
            case Folding():
                self.action_fold()
            case ToSettle() as one:
                self.work(deciding.settle(self, one))
            case KeptName() as one:
                self.work(deciding.decide_name(self, one.name))
            case LookAt() as one:
                self.work(deciding.look_at(self, one.contribution, one.part))
            case PaperFile() as one:
                self.work(self._open(one))
            case Outcome() as one:
                self.work(self._read(one))
            case None:
                pass

    async def _choose(self, name: str) -> None:
        choices = await chosen_anew(self, self._choices, name)
        if choices is None or choices == self._choices:
            return
        self._choices = choices
        await self.perform(export_choices.remember, choices)
        self._settle_anew()
        self._look_through(0)

    def go_to(self, place: str) -> None:
        """Leave the page for a part or a takeaway (its id) in the synthesis."""
        from roundtable.ui.going import go_to

        self.app.run_worker(go_to(self.app, self.session.uid, self._file, place), group="going")

    # Writing

    @property
    def _export(self) -> exporting.Exporting | None:
        return exporting.of_session(self._file, self.session.uid)

    @property
    def _under_way(self) -> bool:
        return self._export is not None and not self._export.ended

    def action_write(self) -> None:
        """Write the paper."""
        self._write()

    def action_write_final(self) -> None:
        """Write the paper only if nothing is in the way of a final one."""
        count = len(self._to_settle)
        if self._checked is None:
            self.tell(_("The paper is being looked through; try again in a moment."))
        elif count:
            told = ngettext(
                "{count} thing is in the way of a final paper.",
                "{count} things are in the way of a final paper.",
                count,
            )
            self.tell(told.format(count=count), warning=True)
            self._key = next(row.key for row in self._rows if isinstance(row.meant, Folding))
            self._show_rows()
        else:
            self._write("--final")

    def _write(self, *words: str) -> None:
        if self._under_way:
            self.tell(_("One is being written already."))
            return
        slug = self.session.details.slug
        words = (*self._choices.words(), *words)
        exporting.begin(self.app, self._file, self.session.uid, slug, words).watched = True
        self._follow()

    def _follow(self) -> None:
        if self._under_way and self._glances is None:
            self._glances = self.set_interval(GLANCE, self._glance)
            self._show_keys()
            self._glance()

    def _glance(self) -> None:
        """Show what the export is doing; once it has ended, what it wrote."""
        export = self._export
        if export is None:
            return
        self.query_one("#export-doing", Static).update(_doing_told(export))
        if export.ended and self._glances:
            self._glances.stop()
            self._glances = None
            self._show_ended(export)

    def _show_ended(self, export: exporting.Exporting) -> None:
        self._outcome = outcome = export.outcome
        if outcome:
            self._key = outcome.files[0] if outcome.files else outcome
        self._show_rows()
        self.call_after_refresh(self.query_one("#export", OptionList).scroll_home, animate=False)
        self._show_keys()
        if outcome and outcome.code:
            self.work(self._read(outcome))
        else:
            self.tell(_("Written.") if outcome else export.told(), warning=outcome is None)

    async def _read(self, outcome: Outcome) -> None:
        """Show all that was found or said of a paper; where it was not written for that, it can be kept."""
        forced = outcome.exposes
        keys = _("f keep it all the same   Esc leave") if forced else _("Esc leave")
        question = _("Not written.") if outcome.code else _("Look whether this gives somebody away:")
        question = _("Not written: it would give somebody away.") if forced else question

        def lines(width: int) -> list[Content]:
            said = outcome.found or outcome.said.splitlines()
            mark = Content.assemble(("! ", "bold $error")) if forced else Content()
            return [line for one in said for line in hanging(Content(one or " "), mark, width)]

        if await self.ask(Read(question, keys, lines, "f" if forced else "")) != "f":
            return
        sure = Confirm(
            _("Keep a paper that would give somebody away?"),
            _("keeps it"),
            _("Look at it yourself before it goes to anybody."),
        )
        if await self.ask(sure):
            self._write("--force")

    def action_stop(self) -> None:
        """End the export that is under way."""
        if self._under_way and self._export:
            self._export.stop()
        else:
            self.tell(_("Nothing is being written."))

    def action_stop_or_leave(self) -> None:
        """End the export that is under way, else leave."""
        if self._under_way:
            self.action_stop()
        else:
            self.dismiss()

    def action_copy_text(self) -> None:
        """End the export that is under way, as Ctrl+C does everywhere; else copy what the mouse selected."""
        if self._under_way and not self.get_selected_text():
            self.action_stop()
        else:
            super().action_copy_text()

    def _show_keys(self) -> None:
        super()._show_keys()
        if self._under_way:
            keys = [("Esc", _("stop it")), ("q", _("leave, and it goes on"))]
            self.query_one("#view-keys", Static).update(key_pairs(keys))

    # What was written

    @property
    def _paper(self) -> PaperFile | None:
        """The file that is marked, else the first that was written."""
        if isinstance(self._marked.meant, PaperFile):
            return self._marked.meant
        return next((row.meant for row in self._rows if isinstance(row.meant, PaperFile)), None)

    async def _open(self, one: PaperFile) -> None:
        if not await asyncio.to_thread(opening.open_file, one.path):
            self.tell(_("Nothing can open it from here. It is {path}").format(path=one.path))

    def action_folder(self) -> None:
        """Show the folder of a file that was written."""
        if one := self._written():
            self.work(self._show_folder(one))

    async def _show_folder(self, one: PaperFile) -> None:
        if not await asyncio.to_thread(opening.show_folder, one.path):
            self.tell(_("No folder can be shown from here. It is {path}").format(path=one.path.parent))

    def action_copy_path(self) -> None:
        """Copy the path of a file that was written."""
        if one := self._written():
            self.app.copy_to_clipboard(str(one.path))
            self.tell(_("Copied: {path}").format(path=one.path))

    def _written(self) -> PaperFile | None:
        if self._paper is None:
            self.tell(_("Nothing was written yet: x writes it."))
        return self._paper


def _doing_told(export: exporting.Exporting) -> Content:
    """Give a bar, what is being done, and for how long already."""
    doing = export.doing
    full = LENGTH * (doing.step - 1) // doing.steps if doing.steps else 0
    what = doing.what or _("the paper is being written …")
    seconds = int(time.monotonic() - export.begun)
    return Content.assemble(
        ("▰" * full, "$accent"), ("▱" * (LENGTH - full), "$dim"), "  ", what, (f"  {seconds} s", "$dim")
    )
