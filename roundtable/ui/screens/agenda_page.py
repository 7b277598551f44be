"""The agenda of an evening that is prepared: opened in an editor, read again whenever it was written."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.app import SuspendNotSupported

from roundtable.agendas.own import own_copy
from roundtable.agendas.reader import Reading, read_agenda_file
from roundtable.errors import RoundtableError
from roundtable.i18n import _, ngettext
from roundtable.i18n import told as told_error
from roundtable.services import preparing
from roundtable.ui.desk import Desk, Held
from roundtable.ui.editor import write_in_editor
from roundtable.ui.pending_desk import PendingDesk
from roundtable.ui.screens.preparation_page import PreparationPage
from roundtable.ui.suspended import elsewhere
from roundtable.ui.widgets.preparation import Source


class AgendaPage(PreparationPage):
    """A preparation that follows the file of its agenda."""

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime], source: Source) -> None:
        super().__init__(desk, held, moment, source)
        self._last_written = _written(source.path)
        self._agenda_read = source.reading.agenda if source.reading else None
        self._reading_again = asyncio.Lock()

    def action_edit_agenda(self) -> None:
        """Open the agenda in the editor, and read it again afterwards."""
        self.work(self._edit_agenda())

    async def _edit_agenda(self) -> None:
        if self.source.path is None:
            self.tell(
                _("The file of this agenda is not found; topics can still be added at the table."),
                warning=True,
            )
            return
        try:
            path = await asyncio.to_thread(own_copy, self.source.path)
            self.source = Source(path, self.source.reading)
            await elsewhere(self.app, write_in_editor, path)
        except SuspendNotSupported:
            self.tell(
                _("No editor can be opened here. Change {file} elsewhere; it is read again.").format(
                    file=path
                )
            )
        except RoundtableError as error:
            self.tell(told_error(error), warning=True)
        await self.read_again()

    def _tick(self) -> None:
        # An editor with a window of its own comes back at once; what it writes later counts as well.
        super()._tick()
        if (
            self.source.path
            and self._last_written != _written(self.source.path)
            and not self._reading_again.locked()
        ):
            self.work(self.read_again())

    async def read_again(self) -> None:
        """Read the agenda again: its problems are shown, and what it says is taken; unreadable, all stays as it was."""
        async with self._reading_again:
            path = self.source.path
            if path is None:
                return
            self._last_written = _written(path)
            try:
                reading = await asyncio.to_thread(read_agenda_file, path)
            except RoundtableError as error:
                self.tell(told_error(error), warning=True)
                return
            self.source = Source(path, reading)
            if not reading.agenda.topics and self.session.topics:
                self.tell(_("The agenda has no topics now; what was prepared stays as it was."), warning=True)
            elif reading.agenda != self._agenda_read:
                await self._take_agenda(reading)
            self._show()

    async def _take_agenda(self, reading: Reading) -> None:
        before, self._agenda_read = self._agenda_read, reading.agenda
        if isinstance(self.desk, PendingDesk) and not self.desk.kept:
            self.desk.draft_anew(reading.agenda)
            self.take(await self.desk.read())
        elif await self.perform(preparing.take_agenda, before, reading.agenda) is None:
            return
        count = len(reading.problems)
        told = ngettext("{count} problem", "{count} problems", count).format(count=count)
        self.tell(_("The agenda was read again: {told}.").format(told=told if count else _("it is fine")))


def _written(path: Path | None) -> tuple[int, int]:
    """Give what tells that a file was written: when, and how long it is."""
    try:
        found = path.stat() if path else None
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size) if found else (0, 0)
