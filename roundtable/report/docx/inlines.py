"""Inlines as runs of Word: named character styles, hyperlinks, the language of what is in another one."""

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from roundtable.report.docx.elements import Element, element, run, w
from roundtable.report.docx.relations import Relations
from roundtable.report.runs import Run

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_REGIONS = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB", "de": "de-DE"}
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


def tag(language: str) -> str:
    """Give a language as Word writes it, with its region: nl-BE; none for what is no language."""
    return _REGIONS.get(language, language) if _LANGUAGE.fullmatch(language) else ""


def address(target: str) -> str:
    """Give what a link leads to as a file holds it."""
    return quote(target, safe=_IN_ADDRESS)


class Words:
    """Writes inlines; hyperlinks are added to the relations of their part."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations

    def of(self, runs: list[Run]) -> Iterator[Element]:
        """Give the runs and hyperlinks of words laid flat."""
        if not any(run.target for run in runs):
            yield from (_run(run) for run in runs)
            return
        for target, group in groupby(runs, lambda run: run.target):
            if target:
                relation = self._relations.add("hyperlink", address(target), outside=True)
                yield element(
                    "w:hyperlink", {"r:id": relation, "w:history": "1"}, *(_run(run) for run in group)
                )
            else:
                yield from (_run(run) for run in group)


def shown(runs: list[Run]) -> str:
    """Give the words as they are laid out, a newline for a break."""
    return "".join(run.text for run in runs)


def _run(words: Run) -> Element:
    if words.breaks:
        return w("r", w("br"))
    return run(words.text, _style(words), tag(words.language) if words.language else "")


def _style(words: Run) -> str:
    """Give the character style of a run; a run has one, so the more telling look wins."""
    if words.target:
        return "Hyperlink"
    if words.code:
        return "Code"
    if words.strong:
        return "StrongEmphasis" if words.emphasis else "Strong"
    return "Emphasis" if words.emphasis else ""
