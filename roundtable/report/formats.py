"""The formats in which a paper is written, each with its ending; renderers are imported when one is wanted."""

from enum import StrEnum

from roundtable.domain.disclosure import Disclosure
from roundtable.report.document import Document


class Format(StrEnum):
    """A format of a paper; its value is what users call it."""

    MARKDOWN = "md"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    XLSX = "xlsx"

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
            case Format.HTML:
                from roundtable.report.html import render_html

                return render_html(document)
            case Format.CSV | Format.XLSX:
                raise TypeError(self)  # which holds the contributions, and not the paper

    @property
    def tabular(self) -> bool:
        """Whether it holds the contributions instead of the paper."""
        return self in {Format.CSV, Format.XLSX}

    def tabulate(self, disclosure: Disclosure) -> bytes:
        """Put the contributions of a session into the bytes of a spreadsheet, told by the same rule as the paper."""
        from roundtable.report.contribution_table import contribution_table
        from roundtable.report.spreadsheets import csv_of, xlsx_of

        return (csv_of if self is Format.CSV else xlsx_of)(contribution_table(disclosure))
