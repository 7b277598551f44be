"""Inlines as HTML: emphasis, links, the language of what is in another one."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from roundtable.report.document import Inline
from roundtable.report.html.elements import Html, element, joined
from roundtable.report.runs import Run, flat

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_IN_ADDRESS = "%/:?#@!$&'()*+,;=~-._"
_LEFTWARDS = frozenset({"R", "AL"})


def language(tag: str) -> str | None:
    """Give a language as the attribute has it; none for what is no language."""
    return tag if _LANGUAGE.fullmatch(tag) else None


def phrase(inlines: tuple[Inline, ...]) -> Html:
    """Write the words of a paragraph, heading or cell."""
    return joined(*_linked(flat(inlines)))


def _linked(runs: list[Run]) -> Iterator[Html]:
    for target, group in groupby(runs, lambda run: run.target):
        words = joined(*map(_run, group))
        yield element("a", words, href=quote(target, safe=_IN_ADDRESS)) if target else words


def _run(run: Run) -> Html:
    if run.breaks:
        return element("br")
    words = joined(run.text)
    if any(unicodedata.bidirectional(mark) in _LEFTWARDS for mark in run.text):
        words = element(
            "bdi", words
        )  # what is written from right to left leaves the words around it in place
    if tag := language(run.language):
        words = element("span", words, lang=tag)
    for name, wanted in (("code", run.code), ("em", run.emphasis), ("strong", run.strong)):
        words = element(name, words) if wanted else words
    return words
