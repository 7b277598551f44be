"""Asking for the file of a paper that was edited in Word."""

from pathlib import Path
from typing import ClassVar

from roundtable.agendas.paths import PAPERS, recent_papers
from roundtable.i18n import _
from roundtable.ui.dialogs.people_file import PeopleFile


class WordFile(PeopleFile):
    """A dialog that is left with the path of a Word file; those among the exports lie at hand, the newest first."""

    endings: ClassVar[frozenset[str]] = PAPERS

    def question(self) -> str:
        """Give what is asked."""
        return _("Which file was edited in Word? (DOCX)")

    def at_hand(self) -> tuple[Path, ...]:
        """Give the files that could be meant before anything is typed."""
        return recent_papers()
