"""The paper as one HTML file that asks for nothing: no script, no request to anywhere."""

from roundtable.report.html.render import render_html

__all__ = ["render_html"]
