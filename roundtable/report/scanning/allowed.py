"""Where a name may stand after all: in the organiser's own title and colophon, and where it was decided to keep it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from roundtable.domain.contributions import Choice, Contribution, Decision, Takeaway
from roundtable.domain.disclosure import Disclosure
from roundtable.domain.mentions import Mention
from roundtable.domain.references import beside_references
from roundtable.domain.session import Session
from roundtable.domain.text import folded

_WORD = re.compile(r"[^\W_]+")
_NEAR = 2  # words on each side that must be the same


@dataclass(frozen=True, slots=True)
class _Spot:
    """A name in a text where it may stand: the words of the text, folded, and which of them are the name."""

    words: tuple[str, ...]
    first: int
    behind: int

    def like(self, words: tuple[str, ...], first: int) -> bool:
        """Say whether a name stands among the same words elsewhere."""
        start = max(0, self.first - _NEAR)
        wanted = self.words[start : self.behind + _NEAR]
        place = first - (self.first - start)
        return place >= 0 and words[place : place + len(wanted)] == wanted


class Allowed:
    """Knows the places in which names may stand in a paper that does not name their bearers."""

    def __init__(self, disclosure: Disclosure) -> None:
        self._disclosure = disclosure

    def own(self, mention: Mention, text: str) -> bool:
        """Say whether a name stands in words that the organiser decided to print: title, place, organiser, sectors."""
        return _stands(mention, text, self._own.get(mention.key, ()))

    def kept_here(self, mention: Mention, text: str) -> bool:
        """Say whether a name stands where it was decided to keep it."""
        return _stands(mention, text, self._kept.get(mention.key, ()))

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words that the organiser decided to print."""
        return frozenset(word for text in _own_texts(self._disclosure.session) for word in _words(text))

    @cached_property
    def kept_somewhere(self) -> frozenset[str]:
        """The names (keys) that are kept in one place or another, or stand in the title of a topic."""
        titles = (one.title for one in self._disclosure.session.topics)
        in_titles = (mention.key for title in titles for mention in self._disclosure.names_in(title))
        return frozenset([*self._kept, *in_titles])

    @cached_property
    def _own(self) -> dict[str, list[_Spot]]:
        return self._spots(_own_texts(self._disclosure.session))

    @cached_property
    def _kept(self) -> dict[str, list[_Spot]]:
        session = self._disclosure.session
        found: dict[str, list[_Spot]] = {}
        for one in session.of(Decision).values():
            if one.choice is Choice.KEEP and not one.withdrawn:
                keys = {mention.key for mention in self._disclosure.names_in(one.name)}
                spots = self._spots(_decided_on(session, one.contribution or ""))
                for key in keys:
                    found.setdefault(key, []).extend(spots.get(key, ()))
        return found

    def _spots(self, texts: Iterable[str]) -> dict[str, list[_Spot]]:
        found: dict[str, list[_Spot]] = {}
        for text in texts:
            for mention in self._disclosure.names_in(text):
                first, behind, words = _placed(mention, text)
                found.setdefault(mention.key, []).append(_Spot(words, first, behind))
        return found


def _stands(mention: Mention, text: str, spots: Iterable[_Spot]) -> bool:
    if not spots:
        return False
    first, _behind, words = _placed(mention, text)
    return any(spot.like(words, first) for spot in spots)


def _placed(mention: Mention, text: str) -> tuple[int, int, tuple[str, ...]]:
    """Give which words of a text a name is, the first and the one behind it, and the words."""
    before = len(_words(text[: mention.start]))
    return before, before + len(_words(text[mention.start : mention.end])), _words(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(folded, _WORD.findall(text)))


def _own_texts(session: Session) -> Iterator[str]:
    details = session.details
    yield from (details.title, details.subtitle, details.slug, details.place)
    yield from (details.organiser, details.publisher, details.contact)
    for sector in session.sectors:
        yield from (sector.name, sector.short, sector.told)


def _decided_on(session: Session, place: str) -> Iterator[str]:
    """Give the texts in which a decision keeps a name: of a statement, of a part, of a takeaway."""
    if said := session.of(Contribution).get(place):
        yield from (said.text, said.wording)
    if written := session.prose(place):
        yield beside_references(written.text)
    if drawn := session.of(Takeaway).get(place):
        yield from (drawn.title, drawn.text)
    yield from (one.title for one in session.topics if one.id == place)
    if place == "introduction":
        yield from (session.details.opening, *session.details.questions)
