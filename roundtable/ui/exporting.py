"""Writing the paper from a screen: in a process of its own with low priority, so that nobody who types notices."""

import json
import os
from pathlib import Path

from roundtable.i18n import _, current
from roundtable.services.apart import started
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.confirm import Confirm

FOLDER = "exports"


async def export(at: AtTable) -> None:
    """Write the paper as Markdown and DOCX into ./exports, and say where it is."""
    folder = os.path.join(os.getcwd(), FOLDER)  # noqa: PTH109, PTH118 - told, not looked at
    asked = _("Write the paper as Markdown and DOCX into {folder}?").format(folder=folder)
    if not await at.ask(Confirm(asked, _("writes it"))):
        return
    file = await at.perform(_file)
    if file is None:
        return
    at.tell(_("The paper is being written …"))
    code, out, err = await _written(file, at.held.details.slug)
    if code:
        at.tell(err.strip() or _("The paper could not be written."), warning=True)
    else:
        written = [Path(one["path"]) for one in json.loads(out)["files"]]
        names = ", ".join(path.name for path in written)
        at.tell(_("Written into {folder}: {files}").format(folder=written[0].parent, files=names))


def _file(journal: Journal, _uid: str) -> Path:
    """Give the file of the session."""
    return journal.path


async def _written(file: Path, slug: str) -> tuple[int, str, str]:
    """Let the plain command write it, and give its exit code and what it said."""
    words = ["--lang", current(), "--db", str(file), "export", slug, "--json"]
    try:
        process = await started("roundtable", *words)
    except OSError as error:
        return 1, "", error.strerror or str(error)
    out, err = await process.communicate()
    return process.returncode or 0, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")
