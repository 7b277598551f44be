"""The page from which the paper goes out: how it is wanted, what is in its way, what it may give away."""

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from roundtable.i18n import _, ngettext
from roundtable.services import export_choices
from roundtable.services.checking import KeptName
from roundtable.services.export_apart import Outcome, PaperFile
from roundtable.services.export_choices import ExportChoices
from roundtable.services.settling import ToSettle
from roundtable.ui import deciding, exporting, opening
from roundtable.ui.at_table import AtTable
from roundtable.ui.choosing import chosen_anew
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.dialogs.read import Read
from roundtable.ui.screens.export_commands import COMMANDS
from roundtable.ui.screens.export_page import ExportPage
from roundtable.ui.screens.table_view import keys_of
from roundtable.ui.widgets.export_rows import Choosing, Folding, LookAt
from roundtable.ui.widgets.footer import key_pairs
from roundtable.ui.widgets.lines import hanging

if TYPE_CHECKING:
    from textual.timer import Timer

GLANCE = 0.2  # seconds between two looks at what an export is doing
LENGTH = 10  # signs of a bar


class ExportView(ExportPage):
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
        super().__init__(at, file, choices)
        self._glances: Timer | None = None

    def on_mount(self) -> None:
        """Show how the last export ended, or what is under way."""
        self.outcome = self._export.outcome if self._export else None
        if self._export:
            self._export.watched = True
            self._follow()

    def on_unmount(self) -> None:
        """Let what is under way be told elsewhere."""
        if self._export:
            self._export.watched = False

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change or settle it."""
        event.stop()
        self.action_act()

    def action_act(self) -> None:
        """Change or settle what is marked."""
        match self.marked.meant:
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
        choices = await chosen_anew(self, self.choices, name)
        if choices is None or choices == self.choices:
            return
        self.choices = choices
        await self.perform(export_choices.remember, choices)
        self.settle_anew()
        self.look_through(0)

    def action_preview(self) -> None:
        """Show the whole paper as it would be exported."""
        from roundtable.ui.screens.paper import PaperView

        self.work(self.show(PaperView(self, self.choices.wanted)))

    def go_to(self, place: str) -> None:
        """Leave the page for a part or a takeaway (its id) in the synthesis."""
        from roundtable.ui.going import go_to

        self.app.run_worker(go_to(self.app, self.session.uid, self.file, place), group="going")

    # Writing

    @property
    def _export(self) -> exporting.Exporting | None:
        return exporting.of_session(self.file, self.session.uid)

    @property
    def under_way(self) -> bool:
        """Whether an export is under way."""
        return self._export is not None and not self._export.ended

    def action_write(self) -> None:
        """Write the paper."""
        self._write()

    def action_write_final(self) -> None:
        """Write the paper only if nothing is in the way of a final one."""
        count = len(self.obstacles)
        if self.checked is None:
            self.tell(_("The paper is being looked through; try again in a moment."))
        elif count:
            told = ngettext(
                "{count} thing is in the way of a final paper.",
                "{count} things are in the way of a final paper.",
                count,
            )
            self.tell(told.format(count=count), warning=True)
            self.key = next(row.key for row in self.rows if isinstance(row.meant, Folding))
            self.show_rows()
        else:
            self._write("--final")

    def _write(self, *words: str) -> None:
        if self.under_way:
            self.tell(_("One is being written already."))
            return
        slug = self.session.details.slug
        words = (*self.choices.words(), *words)
        exporting.begin(self.app, self.file, self.session.uid, slug, words).watched = True
        self._follow()

    def _follow(self) -> None:
        if self.under_way and self._glances is None:
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
        self.outcome = outcome = export.outcome
        if outcome:
            self.key = outcome.files[0] if outcome.files else outcome
        self.show_rows()
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
        if self.under_way and self._export:
            self._export.stop()
        else:
            self.tell(_("Nothing is being written."))

    def action_stop_or_leave(self) -> None:
        """End the export that is under way, else leave."""
        if self.under_way:
            self.action_stop()
        else:
            self.dismiss()

    def action_copy_text(self) -> None:
        """End the export that is under way, as Ctrl+C does everywhere; else copy what the mouse selected."""
        if self.under_way and not self.get_selected_text():
            self.action_stop()
        else:
            super().action_copy_text()

    def _show_keys(self) -> None:
        super()._show_keys()
        if self.under_way:
            keys = [("Esc", _("stop it")), ("q", _("leave, and it goes on"))]
            self.query_one("#view-keys", Static).update(key_pairs(keys))

    # What was written

    @property
    def _paper(self) -> PaperFile | None:
        """The file that is marked, else the first that was written."""
        if isinstance(self.marked.meant, PaperFile):
            return self.marked.meant
        return next((row.meant for row in self.rows if isinstance(row.meant, PaperFile)), None)

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
            self.tell(_("Nothing has been written yet: x writes it."))
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
