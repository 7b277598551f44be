"""Writing the paper from a screen: in a process of its own with low priority, so that nobody who types notices."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from roundtable.errors import RoundtableError
from roundtable.i18n import _
from roundtable.i18n import told as told_error
from roundtable.services import export_choices
from roundtable.services.export_apart import Doing, Outcome, written_apart
from roundtable.services.export_choices import ExportChoices
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable

if TYPE_CHECKING:
    from textual.worker import Worker

TOLD = 10  # seconds that it is told elsewhere how an export ended


class Exporting:
    """One export: what it is doing, since when (monotonic, s), and how it ended.

    It goes on when the page on which it was begun is left; where nobody has that open (`watched`), how it ended is
    told beside whatever is on the screen.
    """

    def __init__(self) -> None:
        self.doing = Doing()
        self.begun = time.monotonic()
        self.outcome: Outcome | None = None
        self.failure = ""
        self.ended = self.stopped = self.watched = False
        self._worker: Worker[None] | None = None

    def start(self, app: App[object], file: Path, slug: str, words: Iterable[str]) -> None:
        """Begin to write."""
        self._worker = app.run_worker(self._run(app, file, slug, words), group="exporting")

    def stop(self) -> None:
        """End it; nothing is left half."""
        self.stopped = True
        if self._worker:
            self._worker.cancel()

    async def _run(self, app: App[object], file: Path, slug: str, words: Iterable[str]) -> None:
        try:
            self.outcome = await written_apart(file, slug, words, self._follow)
        except RoundtableError as error:
            self.failure = told_error(error)
        finally:
            self.ended = True
        if not self.watched:
            bad = self.outcome is None or bool(self.outcome.code)
            app.notify(self.told(), severity="warning" if bad else "information", timeout=TOLD, markup=False)

    def _follow(self, doing: Doing) -> None:
        self.doing = doing

    def told(self) -> str:
        """Say how it ended."""
        if self.outcome is None:
            return self.failure or _("Stopped: nothing is left half written.")
        if self.outcome.code:
            return (
                _("The paper was not written: it would give somebody away. x shows what was found.")
                if self.outcome.exposes
                else self.outcome.said or _("The paper could not be written.")
            )
        files = self.outcome.files
        names = ", ".join(one.path.name for one in files)
        return _("Written into {folder}: {files}").format(folder=files[0].path.parent, files=names)


# The one under way, or else the last one, of each session: its file and its uid.
_of_sessions: dict[tuple[Path, str], Exporting] = {}


def of_session(file: Path, uid: str) -> Exporting | None:
    """Give the export of a session that is under way, or that ended last."""
    return _of_sessions.get((file, uid))


def begin(app: App[object], file: Path, uid: str, slug: str, words: Iterable[str]) -> Exporting:
    """Begin an export of a session; where one is under way already, give that."""
    known = of_session(file, uid)
    if known and not known.ended:
        return known
    made = _of_sessions[file, uid] = Exporting()
    made.start(app, file, slug, words)
    return made


async def export(at: AtTable) -> None:
    """Open the page from which the paper goes out."""
    from roundtable.ui.screens.export import ExportView
    from roundtable.ui.screens.table_view import TableView

    if isinstance(at, TableView) and isinstance(at.at, ExportView):
        at.dismiss()  # it lies below
        return
    seen = await at.perform(_seen)
    if seen:
        await at.show(ExportView(at, *seen))


def _seen(journal: Journal, uid: str) -> tuple[Path, ExportChoices]:
    """Give the file of the session, and how its paper was last wanted here."""
    return journal.path, export_choices.remembered(journal, uid)
