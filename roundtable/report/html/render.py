"""The file put together: head, cover, contents, parts, foot."""

from importlib.resources import files

from roundtable.i18n import catalogue
from roundtable.report.document import Document, Part
from roundtable.report.html.blocks import Writer
from roundtable.report.html.colours import CHALK, INK, NIGHT, PAPER, readable, tinted
from roundtable.report.html.elements import Html, element, joined, lines
from roundtable.report.html.inlines import language
from roundtable.report.pictures import read_bare

_MOST = 30  # lines of contents: with more, only the parts are listed
_NOTHING_FROM_ELSEWHERE = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_TINT = 0.28  # of the accent colour, under a number


def render_html(document: Document) -> bytes:
    """Write a paper as HTML, the same bytes for the same paper."""
    parts = [_Part(part, f"part-{at}") for at, part in enumerate(document.parts, 1)]
    skip = catalogue(document.language).pgettext("report", "Skip to the text")
    body = element(
        "body",
        "\n",
        lines(
            element("a", skip, class_="skip", href="#text"),
            _cover(document),
            element("div", "\n", lines(_contents(document, parts), _main(parts)), "\n", class_="paper"),
            _foot(document),
        ),
        "\n",
    )
    page = element("html", "\n", lines(_head(document), body), "\n", lang=language(document.language) or "en")
    return f"<!DOCTYPE html>\n{page}\n".encode()


class _Part:
    """A part as it is written, with what the contents say of it."""

    def __init__(self, part: Part, anchor: str) -> None:
        writer = Writer(anchor)
        number = element("span", part.number, class_="number") if part.number else Html()
        self.title = joined(*((number, " ") if number else ()), part.title)
        self.anchor = anchor
        blocks = writer.blocks(part.blocks)
        self.headings = writer.headings
        heading = element("h2", self.title, id=anchor)
        self.written = element("section", "\n", lines(heading, blocks), "\n", class_=str(part.kind))


def _head(document: Document) -> Html:
    cover = document.cover
    title = " · ".join(filter(None, (cover.title, cover.draft)))
    style = files(__package__).joinpath("style.css").read_text("utf-8")
    named = {"author": document.author, "description": cover.subtitle, "generator": "roundtable"}
    return element(
        "head",
        "\n",
        lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_NOTHING_FROM_ELSEWHERE),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            *(element("meta", name=name, content=content) for name, content in named.items() if content),
            element("title", title),
            element("link", rel="icon", href="data:,"),  # else a browser asks the server for one
            element(
                "style", Html("\n" + _colours(document.accent) + _page_numbers(document.page_label) + style)
            ),
        ),
        "\n",
    )


def _colours(accent: str) -> str:
    """Give the colours of the paper, by day and by night."""
    day, night = readable(accent, PAPER, INK), readable(accent, NIGHT, CHALK)
    light = f"--accent:{day};--tint:{tinted(day, PAPER, _TINT)};--paper:{PAPER};--ink:{INK}"
    dark = f"--accent:{night};--tint:{tinted(night, NIGHT, _TINT)};--paper:{NIGHT};--ink:{CHALK}"
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _page_numbers(label: str) -> str:
    """Give the numbers of pages on paper, as the label says."""
    before, _, after = (label or "{page}").partition("{page}")
    between, _, behind = after.partition("{pages}")
    counted = f' counter(pages) "{behind}"' if "{pages}" in after else ""
    return f'@page{{@bottom-right{{content:"{before}" counter(page) "{between}"{counted}}}}}\n'


def _cover(document: Document) -> Html:
    cover = document.cover
    told = (("kicker", cover.kicker), ("subtitle", cover.subtitle), ("draft", cover.draft))
    kicker, subtitle, draft = (element("p", text, class_=name) if text else "" for name, text in told)
    at_foot = lines(draft, *(element("p", line) for line in cover.lines if line))
    logo = _logo(document) if cover.logo else ""
    title = element("div", "\n", lines(kicker, element("h1", cover.title), subtitle), "\n")
    return element("header", "\n", lines(logo, title, element("div", "\n", at_foot, "\n")), "\n")


def _logo(document: Document) -> Html:
    from pathlib import Path

    told = catalogue(document.language).gettext("Logo of {organiser}").format(organiser=document.author)
    source = read_bare(Path(document.cover.logo)).address
    return element("img", src=source, alt=told if document.author else "", class_="logo")


def _contents(document: Document, parts: list[_Part]) -> Html:
    """Write the contents: parts, and the headings below them while these are few."""
    if not parts:
        return Html()
    short = sum(1 + len(part.headings) for part in parts) <= _MOST
    points = []
    for part in parts:
        below = [_led(anchor, words, Html()) for anchor, words in part.headings] if short else []
        points.append(_led(part.anchor, part.title, element("ul", *below) if below else Html()))
    title = element("h2", document.contents_title, id="contents") if document.contents_title else ""
    listed = element("ul", "\n", lines(*points), "\n")
    return element("nav", "\n", lines(title, listed), "\n", aria_labelledby="contents" if title else None)


def _led(anchor: str, words: Html, below: Html) -> Html:
    return element("li", element("a", words, href=f"#{anchor}"), below)


def _main(parts: list[_Part]) -> Html:
    return element("main", "\n", lines(*(part.written for part in parts)), "\n", id="text", tabindex="-1")


def _foot(document: Document) -> Html:
    cover = document.cover
    told = element("p", " · ".join(filter(None, (cover.title, *cover.lines, cover.draft))))
    back = element("a", document.contents_title, href="#contents") if document.contents_title else ""
    return element("footer", "\n", lines(told, element("p", back) if back and document.parts else ""), "\n")
