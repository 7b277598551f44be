"""Where the evening stands, as a command of the live table."""

from pathlib import Path

from roundtable.i18n import _
from roundtable.services import rehearsal
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.confirm import Confirm


async def show(at: AtTable) -> None:
    """Show minutes, who was heard, what is left to put right, and what to do next."""
    from roundtable.ui.screens.closing import ClosingView

    file = await at.perform(_file)
    if file:
        await at.show(ClosingView(at, file))


def _file(journal: Journal, _uid: str) -> Path:
    return journal.path


async def count_it(at: AtTable) -> None:
    """Let a rehearsal count after all, after asking."""
    if not at.held.details.rehearsal:
        at.tell(_("This is no rehearsal: it counts."))
        return
    question = _("Let this rehearsal count as the evening itself? It stays when you rehearse again.")
    if await at.ask(Confirm(question, _("let it count"))):
        counted = await at.perform(rehearsal.count_it)
        if counted:
            at.tell(_("It counts from now on."))
