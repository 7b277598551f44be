"""The paper looked at in a browser: written as HTML in a process of its own, and opened."""

import asyncio
from dataclasses import replace
from pathlib import Path

from roundtable.errors import RoundtableError
from roundtable.i18n import _, told
from roundtable.report.formats import Format
from roundtable.services.export_apart import written_apart
from roundtable.services.export_choices import remembered
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.opening import open_file


async def browse(at: AtTable) -> None:
    """Write the paper as HTML, wanted as it last was, and open it; where there is no browser, say where it is."""
    seen = await at.perform(_seen)
    if seen is None:
        return
    at.tell(_("The paper is being written …"))
    file, words = seen
    try:
        outcome = await written_apart(file, at.held.details.slug, words, lambda _doing: None)
    except RoundtableError as error:
        at.tell(told(error), warning=True)
        return
    if outcome.code:
        at.tell(outcome.said or _("The paper could not be written."), warning=True)
        return
    path = outcome.files[0].path
    opened = await asyncio.to_thread(open_file, path)
    sentence = (
        _("Opened: {path}") if opened else _("There is no browser to open it with from here. It is {path}")
    )
    at.tell(sentence.format(path=path))


def _seen(journal: Journal, uid: str) -> tuple[Path, list[str]]:
    """Give the file of the session, and how its paper was last wanted here, as HTML."""
    wanted = replace(remembered(journal, uid), formats=(Format.HTML,))
    return journal.path, wanted.words()
