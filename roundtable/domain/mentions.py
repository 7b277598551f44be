"""Names of participants inside what people said or wrote: finding them, and putting neutral words in their place."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
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
# Where somebody is called: between commas, or first in a sentence with a comma behind. An abbreviation ends none, and
# what goes on as a list, or tells who it is, calls nobody for sure.
_BEFORE_CALL = re.compile(r"""(?:,[^\S\n]*|\A["“„«‘'(\u00a0\u202f]*|(?:[!?…]|\w{4}\.)[”»"]?[^\S\n]+)\Z""")
_BEHIND_CALL = re.compile(
    r",[^\S\n]+(?!(?:en|et|and|of|ou|or|die|wiens|wier|qui|que|dont|who|whose|whom|which)\b)(?=\w)",
    re.IGNORECASE,
)
_BOTH = re.compile(r"[^\S\n]+(?:en|et|and)[^\S\n]+", re.IGNORECASE)


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

    @property
    def goes(self) -> bool:
        """Whether neutral words stand in its place."""
        return self.kept in {Kept.UNDECIDED, Kept.NOT}

    def kept_because(self, kept: Kept) -> "Mention":
        """Give the mention with what was decided on it."""
        return replace(self, kept=kept)


@dataclass(frozen=True, slots=True)
class NeutralWords:
    """What stands in the place of a name, with a possessive (*Els’*), and of two names."""

    person: str
    of_person: str
    organisation: str
    of_organisation: str
    address: str
    two_people: str

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
    """A text without the names that may not stand in it; the names are given as they stood there.

    `calling` says that somebody was called by one, which fell away.
    """

    text: str
    replaced: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    calling: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """What stands in the place of names, from `start` to `end`; without words they fall away."""

    start: int
    end: int
    words: str = ""


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
        return tuple(map(_folded, self.words))


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
        # A paper has the same few thousand words again and again.
        self._begins = lru_cache(50_000)(self._may_begin)

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
        if not any(map(self._begins, _WORD.findall(text))):
            return
        words = list(_WORD.finditer(text))
        place = 0
        while place < len(words):
            if not self._begins(words[place][0]):
                place += 1
                continue
            mention, length = self._at(text, words, place)
            if mention:
                yield mention
            place += length

    def _may_begin(self, word: str) -> bool:
        """Say whether a name begins with a word, or with what stands before its last letter: Jans."""
        first = _folded(word)
        return first in self._by_word or first[:-1] in self._by_word

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


def told_neutrally(text: str, find: Callable[[str], Sequence[Mention]], words: NeutralWords) -> Neutral:
    """Put neutral words in the place of what is found in a text and goes, so that none of it can be found again."""
    found = find(text)
    made = made_neutral(text, found, words)
    # Where a name fell away, what stood around it may read as another.
    stays = bool(made.replaced) and any(mention.goes for mention in find(made.text))
    return made_neutral(text, found, words, each=True) if stays else made


def made_neutral(
    text: str, mentions: Iterable[Mention], words: NeutralWords, *, each: bool = False
) -> Neutral:
    """Put neutral words in the place of the mentions that are not kept.

    A name that calls somebody falls away with its comma, and two joined ones are told as one; unless `each` is asked.
    """
    found = list(mentions)
    goes = [mention for mention in found if mention.goes]
    changes = list(_one_by_one(goes, words) if each else _as_read(text, found, words))
    made, done, opens = "", 0, False
    for change in changes:
        before = made + _opened(text[done : change.start], opens=opens)
        opens = opens and done == change.start
        if change.words:
            made = _unelided(before) + _cased_like(change.words, text[change.start], before)
        else:
            made, opens = before, opens or (_begins(before) and text[change.start].isupper())
        done = change.end
    return Neutral(
        made + _opened(text[done:], opens=opens),
        tuple(mention.name for mention in goes),
        tuple(mention.name for mention in goes if mention.kept is Kept.UNDECIDED),
        not all(change.words for change in changes),
    )


def _one_by_one(mentions: Iterable[Mention], words: NeutralWords) -> Iterator[_Change]:
    return (_Change(mention.start, mention.end, words.for_mention(mention)) for mention in mentions)


def _as_read(text: str, found: Sequence[Mention], words: NeutralWords) -> Iterator[_Change]:
    """Give what stands in the place of mentions so that the sentence reads as one."""
    calls = _calls(text, found)
    place = 0
    while place < len(found):
        mention = found[place]
        behind = found[place + 1] if place + 1 < len(found) else None
        if place in calls:
            yield _Change(mention.start, calls[place])
        elif behind and _both(text, mention, behind):
            yield _Change(mention.start, behind.end, words.two_people)
            place += 1
        elif mention.goes:
            yield _Change(mention.start, mention.end, words.for_mention(mention))
        place += 1


def _calls(text: str, found: Sequence[Mention]) -> dict[int, int]:
    """Give which mentions (their places) call somebody, and where the sentence goes on behind each."""
    calls: dict[int, int] = {}
    for place in reversed(range(len(found))):
        mention = found[place]
        behind = _BEHIND_CALL.match(text, mention.end)
        if not (behind and _somebody(mention) and _BEFORE_CALL.search(text[: mention.start])):
            continue
        listed = place + 1 < len(found) and found[place + 1].start == behind.end()
        if not listed or place + 1 in calls:
            calls[place] = behind.end()
    return calls


def _both(text: str, one: Mention, behind: Mention) -> bool:
    """Say whether two mentions are of two people that are told together: *Els en Jan*."""
    apart = set(one.participants).isdisjoint(behind.participants)
    joined = bool(_BOTH.fullmatch(text, one.end, behind.start))
    return apart and joined and _somebody(one) and _somebody(behind)


def _somebody(mention: Mention) -> bool:
    """Say whether a mention that goes is a person's name, without a possessive."""
    return mention.goes and mention.what in {What.NAME, What.NICKNAME} and not mention.possessive


def _opened(text: str, *, opens: bool) -> str:
    """Give a text the capital that the name before it had, where it `opens` a sentence now."""
    first = re.match(r"\w*", text)
    word = first[0] if first else ""
    if not opens or word[1:] != word[1:].lower():
        return text
    size = 2 if word.startswith("ij") else 1
    return text[:size].upper() + text[size:]


def _unelided(before: str) -> str:
    """Undo an elision (d’Els, qu’Els): what comes now begins with a consonant."""
    elided = _ELIDED.search(before)
    return f"{before[: elided.end() - 1]}e " if elided else before


def _cased_like(words: str, first: str, before: str) -> str:
    """Give a capital where a sentence begins with a name that had one."""
    return words[:1].upper() + words[1:] if _begins(before) and first.isupper() else words


def _begins(before: str) -> bool:
    """Say whether a sentence begins behind this."""
    return not before.strip(" “„«\"'‘(\u00a0\u202f") or before.rstrip().endswith((".", "!", "?", "…"))


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
