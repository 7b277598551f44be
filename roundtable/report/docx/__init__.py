"""The paper as a Word document: our own A4 template in code, parts written with lxml."""

from roundtable.report.docx.render import make_docx, render_docx

__all__ = ["make_docx", "render_docx"]
