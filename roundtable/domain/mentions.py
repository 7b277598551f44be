"""Names of participants inside what people said or wrote: finding them, and putting neutral words in their place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from roundtable.domain.ordinary_words import (
    ARTICLES,
    HONOURS,
    LEGAL_FORMS,
    PARTICLES,
    RANKS,
    TITLES,
    ordinary_words,
)
from roundtable.domain.people import Participant
from roundtable.domain.text import folded

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(
    r"(?:[^\w\n]|_){0,3}"
)  # what may stand between two words of one name: a space, a hyphen, ". "
_ELIDED = re.compile(r"\b(d|qu|jusqu|lorsqu|puisqu|quoiqu)['’]$", re.IGNORECASE)
_SHORTENED_NOT = re.compile(r"['’]t\b")  # what stands before it is a verb: don't, can't
_ABBREVIATED = 4  # letters of the longest abbreviated title: prof
_APOSTROPHES = "'’"


class What(StrEnum):
    """What kind of name it is."""

    NAME = "name"
    NICKNAME = "nickname"
    ORGANISATION = "organisation"
    ADDRESS = "address"


class Kept(StrEnum):
    """Whether a name stays in a paper, and why."""

    UNDECIDED = "undecided"  # replaced, until somebody decides
    NOT = "not"  # replaced, as decided
    DECIDED = "decided"
    AGREED = "agreed"  # its bearer agreed to be named
    UNSURE = "unsure"  # an ordinary word, not written as a name


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text, from `start` to `end` (its title before it and its possessive included).

    `name` is how it stands there, without a possessive; `participants` whose it may be; `key` what decisions go by.
    """

    start: int
    end: int
    name: str
    key: str
    what: What
    participants: tuple[str, ...]
    possessive: bool = False
    sure: bool = True
    kept: Kept = Kept.UNDECIDED

    def kept_because(self, kept: Kept) -> "Mention":
        """Give the mention with what was decided on it."""
        return replace(self, kept=kept)


@dataclass(frozen=True, slots=True)
class NeutralWords:
    """What stands in the place of a name, and of a name with a possessive (*Els’*)."""

    person: str
    of_person: str
    organisation: str
    of_organisation: str
    address: str

    def for_mention(self, mention: Mention) -> str:
        """Give the words for a mention."""
        match mention.what:
            case What.NAME | What.NICKNAME:
                return self.of_person if mention.possessive else self.person
            case What.ORGANISATION:
                return self.of_organisation if mention.possessive else self.organisation
            case What.ADDRESS:
                return self.address


@dataclass(frozen=True, slots=True)
class Neutral:
    """A text without the names that may not stand in it; the names are given as they stood there."""

    text: str
    replaced: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to look for: its words with case and without; an `ordinary` one is sure only in its exact case."""

    words: tuple[str, ...]
    what: What
    participant: str
    ordinary: bool = False
    exact: bool = False  # in another case it is not even shown

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(map(folded, self.words))


class Names:
    """The names of a session's participants, looked up by their first word."""

    def __init__(self, participants: Iterable[Participant], language: str) -> None:
        ordinary = ordinary_words(language)
        self._by_word: dict[str, list[_Name]] = {}
        for participant in participants:
            for name in _names_of(participant, ordinary):
                self._by_word.setdefault(name.folded[0], []).append(name)
        for known in self._by_word.values():
            known.sort(key=lambda name: -len(name.words))

    def find(self, text: str) -> Iterator[Mention]:
        """Find the names in a text, from left to right, the longest at each place."""
        last: Mention | None = None
        for mention in self._each(text):
            # A title that is somebody's name, too (President), goes with the name behind it.
            if last and mention.start >= last.end:
                yield last
            last = mention
        if last:
            yield last

    def _each(self, text: str) -> Iterator[Mention]:
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            first = _folded(words[place][0])
            if first not in self._by_word and first[:-1] not in self._by_word:
                place += 1
                continue
            mention, length = self._at(text, words, place)
            if mention:
                yield mention
            place += length

    def keys(self, name: str) -> Iterator[str]:
        """Give what decisions on a name go by."""
        yield _key(_WORD.findall(name))
        yield from (mention.key for mention in self.find(name))

    def _at(self, text: str, words: Sequence[re.Match[str]], place: int) -> tuple[Mention | None, int]:
        first = words[place][0]
        if _SHORTENED_NOT.match(text, words[place].end()):
            return None, 1
        fitting = self._fitting(text, words, place, first)
        with_s = not fitting and first[-1:] == "s" and first[:1].isupper()
        if with_s:
            fitting = [
                name
                for name in self._fitting(text, words, place, first[:-1])
                if len(name.words) == 1 and _cased(first[:-1]) == name.words[0]
            ]
        if not fitting:
            return None, 1
        length = len(fitting[0].words)
        longest = [name for name in fitting if len(name.words) == length]
        start, end = words[place].start(), words[place + length - 1].end() - with_s
        stop, possessive = _possessive(text, start, end)
        name = text[start:end]
        written = tuple(map(_cased, _WORD.findall(text[start:end])))
        mention = Mention(
            _with_title(text, words, place),
            stop,
            name,
            _key(longest[0].words),
            longest[0].what,
            tuple(dict.fromkeys(name.participant for name in longest)),
            possessive,
            any(not name.ordinary or name.words == written for name in longest),
        )
        return mention, length

    def _fitting(self, text: str, words: Sequence[re.Match[str]], place: int, first: str) -> list[_Name]:
        return [
            name
            for name in self._by_word.get(_folded(first), ())
            if _follow(text, words, place, name) and (not name.exact or _cased(first) == name.words[0])
        ]


def made_neutral(text: str, mentions: Iterable[Mention], words: NeutralWords) -> Neutral:
    """Put neutral words in the place of the mentions that are not kept."""
    made, done = "", 0
    replaced: list[str] = []
    undecided: list[str] = []
    for mention in mentions:
        if mention.kept not in {Kept.UNDECIDED, Kept.NOT}:
            continue
        before = made + text[done : mention.start]
        made = _unelided(before) + _cased_like(words.for_mention(mention), text[mention.start], before)
        done = mention.end
        replaced.append(mention.name)
        if mention.kept is Kept.UNDECIDED:
            undecided.append(mention.name)
    return Neutral(made + text[done:], tuple(replaced), tuple(undecided))


def _unelided(before: str) -> str:
    """Undo an elision (d’Els, qu’Els): what comes now begins with a consonant."""
    elided = _ELIDED.search(before)
    return f"{before[: elided.end() - 1]}e " if elided else before


def _cased_like(words: str, first: str, before: str) -> str:
    """Give a capital where a sentence begins with a name that had one."""
    opens = not before.strip(" “„«\"'‘(\u00a0\u202f") or before.rstrip().endswith((".", "!", "?", "…"))
    return words[:1].upper() + words[1:] if opens and first.isupper() else words


def _with_title(text: str, words: Sequence[re.Match[str]], place: int) -> int:
    """Give where a name begins with the titles before it: *mevrouw Peeters*, *de heer Peeters*, *Mr. Peeters*."""
    first = place
    while first and _folded(words[first - 1][0]) in TITLES and _adjoin(text, words, first):
        first -= 1
    titled = first < place and _folded(words[first][0]) in {
        "heer",
        "voorzitter",
        "minister",
        "staatssecretaris",
    }
    if first < place and first and _folded(words[first - 1][0]) in RANKS and _adjoin(text, words, first):
        first -= 1
    if titled and first and _folded(words[first - 1][0]) in ARTICLES and _adjoin(text, words, first):
        first -= 1
    return words[first].start()


def _adjoin(text: str, words: Sequence[re.Match[str]], place: int) -> bool:
    """Say whether a title belongs to the word behind it: only an abbreviated one (Mr.) may end in a full stop."""
    gap = text[words[place - 1].end() : words[place].start()]
    return gap.isspace() or (gap.strip() == "." and len(words[place - 1][0]) <= _ABBREVIATED)


def _follow(text: str, words: Sequence[re.Match[str]], place: int, name: _Name) -> bool:
    """Say whether the other words of a name follow its first."""
    if place + len(name.words) > len(words):
        return False
    for step, wanted in enumerate(name.folded[1:], place + 1):
        if _folded(words[step][0]) != wanted:
            return False
        if not _GAP.fullmatch(text, words[step - 1].end(), words[step].start()):
            return False
    return True


def _possessive(text: str, start: int, end: int) -> tuple[int, bool]:
    """Give the end of a name with its possessive (s, ’s, or ’ behind a hiss), and whether it has one."""
    rest = text[end : end + 3]
    if re.match(r"s\b", rest):
        return end + 1, True
    if re.match(r"['’]s\b", rest):
        return end + 2, True
    opened = text[max(0, start - 1) : start] in {"'", "‘", "’"}
    if rest[:1] and rest[0] in _APOSTROPHES and not opened and text[end - 1] in "sxzSXZ":
        return (end + 1, True) if re.match(r".\s\w", rest) else (end, False)
    return end, False


def _names_of(one: Participant, ordinary: frozenset[str]) -> Iterator[_Name]:
    for what, name, exact in _spelled(one):
        words = tuple(map(_cased, _WORD.findall(name)))
        if len("".join(words)) > 1:
            common = all(folded(word) in ordinary for word in words)
            yield _Name(words, what, one.id, ordinary=common, exact=exact)


def _spelled(one: Participant) -> Iterator[tuple[What, str, bool]]:
    """Give each name by which somebody may be mentioned, and whether it counts in its exact case alone."""
    yield What.NAME, one.name, False
    own = _without(one.name, TITLES | HONOURS)
    # "Participant 4", "Designer (A)", "The Chair" say what somebody is; their single words name nobody.
    if not re.search(r"[\d_()\[\]]", own) and folded(own.split(" ", 1)[0]) not in ARTICLES:
        first, _, last = own.partition(" ")
        first = first if folded(first) not in PARTICLES else ""  # Van Eijs: a surname alone
        yield from ((What.NAME, name, False) for name in (first, last) if name)
        if " " in last:
            yield What.NAME, last.rsplit(" ", 1)[1], True
    yield What.NICKNAME, one.nickname, False
    yield What.ORGANISATION, one.organisation, False
    yield What.ORGANISATION, _without(one.organisation, LEGAL_FORMS), False
    yield What.ADDRESS, one.email, False


def _without(name: str, words: frozenset[str]) -> str:
    return " ".join(word for word in name.split() if folded(word).strip(".,") not in words)


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """Fold a word; a table uses the same few thousand again and again."""
    return folded(word)


def _key(words: Iterable[str]) -> str:
    return " ".join(map(folded, words))


def _cased(word: str) -> str:
    """Give a word without its accents, in its own case."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in apart if not unicodedata.combining(mark))
