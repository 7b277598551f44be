"""The formats in which a paper is written, each with its ending; renderers are imported when one is wanted."""

from enum import StrEnum

from roundtable.report.document import Document


class Format(StrEnum):
    """A format of a paper; its value is what users call it."""

    MARKDOWN = "md"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def ending(self) -> str:
        """Give the ending of a file in this format, with its dot."""
        return f".{self.value}"

    def render(self, document: Document) -> bytes:
        """Render a paper into the bytes of a file; a PDF is made of its DOCX, by another program."""
        match self:
            case Format.MARKDOWN:
                from roundtable.report.markdown import render_markdown

                return render_markdown(document).encode()
            case Format.DOCX:
                from roundtable.report.docx import render_docx

                return render_docx(document)
            case Format.PDF:
                raise NotImplementedError  # services.publishing.rendered has it made
