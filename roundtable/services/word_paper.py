"""The paper as a Word document and as the PDF of it: in a house's template, with the pages of a real layout."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable.agendas.decoding import read_bytes
from roundtable.i18n import _
from roundtable.report.document import Document

if TYPE_CHECKING:
    from roundtable.report.docx.render import Made

Tell = Callable[[str], None]
"""Takes a sentence for whoever waits."""
_LARGEST = 100  # megabytes of a template


def silent(_told: str) -> None:
    """Tell nobody."""


class WordPaper:
    """Makes a paper once for all who want it. What it cannot do it says before anything is written."""

    def __init__(
        self, document: Document, template: Path | None = None, tell: Tell = silent, *, paginate: bool = False
    ) -> None:
        self._document, self._template, self._tell, self._paginate = document, template, tell, paginate

    @cached_property
    def docx(self) -> bytes:
        """The Word document."""
        from roundtable.report.docx import make_docx
        from roundtable.report.docx.house import House

        house = House(self._template, read_bytes(self._template, _LARGEST)) if self._template else None
        made = make_docx(self._document, house=house)
        self._tell_added(made)
        if not self._paginate:
            return made.content
        from roundtable.report.pdf import pages
        from roundtable.services import office

        office.program()  # missing, say so before it is waited for
        self._tell(_("LibreOffice lays out the pages …"))
        return make_docx(self._document, pages(office.pdf(made.content)), house).content

    @cached_property
    def pdf(self) -> bytes:
        """The PDF that LibreOffice makes of it."""
        from roundtable.report.docx.properties import instant_of
        from roundtable.report.pdf import settled
        from roundtable.services import office

        office.program()
        made = self.docx
        self._tell(_("LibreOffice makes the PDF …"))
        return settled(office.pdf(made), instant_of(self._document))

    def _tell_added(self, made: "Made") -> None:
        if made.added and self._template:
            told = _("{file} lacks styles that this paper needs; ours were added: {styles}.")
            self._tell(told.format(file=self._template.name, styles=", ".join(made.added)))
