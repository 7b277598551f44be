"""A paper that comes back from Word, as a command of the synthesis."""

import asyncio
from contextlib import closing
from pathlib import Path

from roundtable.errors import RoundtableError
from roundtable.i18n import _, told
from roundtable.services.coming_back import ComingBack, differences
from roundtable.storage.journal import Journal
from roundtable.ui.at_synthesis import AtSynthesis
from roundtable.ui.dialogs.word_file import WordFile


async def come_back(at: AtSynthesis) -> None:
    """Ask for a file that was edited in Word, and show what differs in it."""
    from roundtable.ui.screens.coming_back import ComingBackView

    path = await at.ask(WordFile())
    file = await at.perform(_file) if path else None
    if path is None or file is None:
        return
    at.tell(_("The file is being compared …"))
    try:
        back = await asyncio.to_thread(_compared, file, at.held.uid, path)
    except RoundtableError as error:
        at.tell(told(error), warning=True)
        return
    if back.count or back.told:
        await at.show(ComingBackView(at, back))
    else:
        at.tell(_("No paragraph differs from what is here."))


def _file(journal: Journal, _uid: str) -> Path:
    """Give the file of the session."""
    return journal.path


def _compared(file: Path, uid: str, path: Path) -> ComingBack:
    """Compare beside the thread that keeps what is typed: a large paper takes seconds."""
    with closing(Journal.open(file)) as own:
        return differences(own, uid, path)
