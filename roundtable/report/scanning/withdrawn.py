"""Statements that were withdrawn, standing in a file to the letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from roundtable.domain.session import Session
from roundtable.domain.text import folded

_WORD = re.compile(r"[^\W_]+")
RUN = 6  # words in a row that are no accident


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """Words of a withdrawn statement (its id) in a text; not `sure` where a person wrote them for the paper as well."""

    known_by: str
    text: str
    sure: bool


class Withdrawn:
    """Knows the words of what was withdrawn, but for those that somebody else said as well."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def in_text(self, text: str) -> Iterator[FoundAgain]:
        """Find withdrawn statements in a text, each once."""
        if not self._runs:
            return
        words = list(_WORD.finditer(text))
        told = [folded(word[0]) for word in words]
        found: dict[str, tuple[int, int, bool]] = {}
        for place in range(len(told) - RUN + 1):
            if told[place] not in self._firsts:
                continue
            run = tuple(told[place : place + RUN])
            if statement := self._runs.get(run):
                start = found[statement][0] if statement in found else words[place].start()
                sure = run not in self._written or (statement in found and found[statement][2])
                found[statement] = (start, words[place + RUN - 1].end(), sure)
        for statement, (start, end, sure) in found.items():
            yield FoundAgain(statement, text[start:end], sure)

    @cached_property
    def _runs(self) -> dict[tuple[str, ...], str]:
        gone = [one for one in self._session.everything_said if one.withdrawn]
        runs = {run: one.id for one in gone for text in (one.text, one.wording) for run in _runs_of(text)}
        if runs:
            for one in self._session.contributions:
                for run in _runs_of(f"{one.text}\n{one.wording}"):
                    runs.pop(run, None)
        return runs

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(run[0] for run in self._runs)

    @cached_property
    def _written(self) -> frozenset[tuple[str, ...]]:
        """The runs of words that people wrote for the paper."""
        session = self._session
        parts = ("introduction", *(one.id for one in session.topics), "conclusion")
        texts = [written.text for written in map(session.prose, parts) if written]
        texts += [f"{one.title}\n{one.text}" for one in session.takeaways]
        return frozenset(run for text in texts for run in _runs_of(text))


def _runs_of(text: str) -> Iterable[tuple[str, ...]]:
    words = [folded(word) for word in _WORD.findall(text)]
    return (tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1))
