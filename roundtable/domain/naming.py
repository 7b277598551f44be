"""Who is meant by what is typed before a colon: the names of the people and sectors at one table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from roundtable.domain.contributions import Voice
from roundtable.domain.likeness import most_like
from roundtable.domain.openers import BEFORE_A_WORD, FIXED, LEADING_PARTICLES, PARTICLES, PROSE, TITLES
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.text import folded

# A name is never looked for in more than this many characters.
LONGEST_NAME = 200
_LONGEST_BEGINNING = 3  # words
_CLOSE_ENOUGH = 0.5  # likeness (0…1) above which somebody is proposed
_VERY_CLOSE = 0.8
_LONGEST_WORD = 20  # letters in a word that is nobody's name

_JOINED = str.maketrans("", "", ".'’‘\u02bc`\u00b4")
_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_APART = re.compile(r"\W+")
_NAME_LIKE = re.compile(r"[^\W\d_](?:[^\W_]|[ .'’‘\-])*", re.UNICODE)
_BETWEEN_NAMES = re.compile(r"\s*[,&+]\s*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a line is from: `participant` and `sector` are ids; `sector` is set for the voice of a sector only."""

    voice: Voice
    participant: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a name stands for: `speaker` where that is clear, else the ids of those who could be meant.

    `complete` is true for a whole name, a nickname, initials, a sector or a fixed word; false for a beginning.
    """

    speaker: Speaker | None = None
    complete: bool = False
    candidates: tuple[str, ...] = ()


_NOBODY_MEANT = Meant()


def plain(text: str) -> str:
    """Give a name for comparing: no case, accents, dots or apostrophes; one space for a hyphen and any other sign."""
    return _APART.sub(" ", folded(text.translate(_JOINED)).translate(_WHOLE_LETTERS)).strip()


@dataclass(frozen=True, slots=True)
class Names:
    """What one person may be called, spelled as `plain` does."""

    whole: frozenset[str]
    initials: frozenset[str]

    @classmethod
    def of(cls, name: str) -> "Names":
        """Take a full name apart: first name, name, both in either order, initials."""
        words = [word for word in map(plain, name.split()) if word]
        untitled = words
        while len(untitled) > 1 and untitled[0] in TITLES:
            untitled = untitled[1:]
        first = untitled[:1] if untitled and untitled[0] not in LEADING_PARTICLES else []
        last = untitled[len(first) :]
        bare = last
        while len(bare) > 1 and bare[0] in PARTICLES:
            bare = bare[1:]
        ways = (words, untitled, first, last, bare, [*last, *first])
        return cls(
            whole=frozenset(" ".join(way) for way in ways if way),
            initials=frozenset(
                letters
                for way in (untitled, " ".join(untitled).split(" "))
                if len(letters := "".join(word[0] for word in way if word)) > 1
            ),
        )


@dataclass(frozen=True)
class Table:
    """The people and sectors that a capture line can name; build it once for each state of a session."""

    people: tuple[Participant, ...] = ()
    sectors: tuple[Sector, ...] = ()

    @classmethod
    def of(cls, session: Session) -> "Table":
        """Take from a session what the grammar needs."""
        return cls(session.participants, session.sectors)

    @cached_property
    def names(self) -> dict[str, Names]:
        """What each participant may be called, by id."""
        return {one.id: Names.of(one.name) for one in self.people}

    @cached_property
    def _nicknames(self) -> dict[str, list[str]]:
        return _grouped((plain(one.nickname), one.id) for one in self.people)

    @cached_property
    def _shorts(self) -> dict[str, list[str]]:
        return _grouped((plain(one.short), one.id) for one in self.sectors)

    @cached_property
    def _whole(self) -> dict[str, list[str]]:
        return _grouped((name, key) for key, names in self.names.items() for name in sorted(names.whole))

    @cached_property
    def _initials(self) -> dict[str, list[str]]:
        return _grouped((name, key) for key, names in self.names.items() for name in sorted(names.initials))

    @cached_property
    def spellings(self) -> tuple[tuple[str, str], ...]:
        """Every nickname and whole name with the id of who bears it, in the table's order."""
        return tuple(
            (name, one.id)
            for one in self.people
            for name in dict.fromkeys([plain(one.nickname), *sorted(self.names[one.id].whole)])
            if name
        )

    def called(self, wanted: str) -> list[str]:
        """Give the ids of the people with this nickname or whole name (spelled as `plain` does)."""
        return self._nicknames.get(wanted) or self._whole.get(wanted) or []

    def who(self, typed: str) -> Meant:
        """Tell who is meant: a nickname, a sector's short name, initials or a whole name, else a unique beginning.

        Initials of one person that are a whole name of another leave it open, and so does a beginning
        of somebody's name that opens ordinary prose as well.
        """
        wanted = plain(typed)
        if not wanted:
            return _NOBODY_MEANT
        if found := self._nicknames.get(wanted):
            return _meant(found, complete=True)
        if found := self._shorts.get(wanted):
            only = Speaker(Voice.SECTOR, sector=found[0]) if len(found) == 1 else None
            return Meant(only, complete=True)
        if wanted in FIXED and wanted not in self._whole:
            return Meant(Speaker(FIXED[wanted]), complete=True)
        whole = [*self._whole.get(wanted, ()), *self._initials.get(wanted, ())]
        return _meant(whole, complete=True) if whole else self._begun(wanted)

    def _begun(self, wanted: str) -> Meant:
        if wanted.count(" ") >= _LONGEST_BEGINNING:
            return _NOBODY_MEANT
        begun = _meant([key for name, key in self.spellings if _begins(name, wanted)], complete=False)
        if not is_prose(wanted):
            return begun
        only = begun.speaker.participant if begun.speaker else None
        return Meant(candidates=(only,)) if only else _NOBODY_MEANT

    def several(self, typed: str) -> tuple[Meant, ...]:
        """Tell who is meant by one name, or by several with `,`, `&` or `+` between them."""
        parts = [part for part in _BETWEEN_NAMES.split(typed) if part]
        if len(parts) < 2 or (self._joined_names and self.who(typed).complete):  # noqa: PLR2004 - one alone
            return (self.who(typed),)
        return tuple(self.who(part) for part in parts)

    @cached_property
    def _joined_names(self) -> bool:
        spelled = [word for one in self.people for word in (one.name, one.nickname)]
        return any(_BETWEEN_NAMES.search(word) for word in [*spelled, *(one.short for one in self.sectors)])

    def named_within(self, typed: str) -> list[str]:
        """Give the ids of those whose whole name opens this text, or is one of its words if these are two at most."""
        words = plain(typed[:LONGEST_NAME]).split(" ")
        for length in range(len(words), 0, -1):
            if found := self.called(" ".join(words[:length])):
                return found
        return self.called(words[1]) if len(words) == 2 else []  # noqa: PLR2004 - two at most, says the sentence

    def nearest(self, typed: str) -> tuple[float, str | None]:
        """Give whose name is most like this text or its first word, and how like it is (0…1)."""
        words = plain(typed[:LONGEST_NAME]).split()
        wanted = dict.fromkeys([" ".join(words), *words[:1]])
        likest = [most_like(one, self.spellings) for one in wanted if one]
        return max(likest, key=lambda found: found[0], default=(0.0, None))

    def doubtful(self, typed: str) -> tuple[str, ...] | None:
        """Tell whether a text that names nobody clearly looks like a name: whom to propose (or nobody), else None.

        It does if it opens with a whole name, or is one or two words that are no ordinary opening of prose.
        """
        if named := self.named_within(typed):
            return tuple(named)
        if len(typed) > LONGEST_NAME:
            return None
        wanted = plain(typed)
        words = wanted.split()
        parts = [part for part in _BETWEEN_NAMES.split(typed) if part]
        if len(words) not in {1, 2} or is_prose(wanted) or not all(map(self._looks_like_a_name, parts)):
            return None
        likeness, nearest = self.nearest(typed)
        phrase = len(words) > 1 and words[0] in BEFORE_A_WORD
        if likeness < _VERY_CLOSE and (phrase or max(map(len, words)) > _LONGEST_WORD):
            return None
        return (nearest,) if nearest and likeness > _CLOSE_ENOUGH else ()

    @cached_property
    def _numbered(self) -> bool:
        return any(letter.isdigit() for name, _ in self.spellings for letter in name)

    def _looks_like_a_name(self, typed: str) -> bool:
        if not self._numbered and any(letter.isdigit() for letter in typed):
            return False
        return looks_like_a_name(typed)


def looks_like_a_name(typed: str) -> bool:
    """Tell whether a text is letters, with the dots, hyphens and apostrophes of names."""
    return _NAME_LIKE.fullmatch(typed) is not None


def is_prose(wanted: str) -> bool:
    """Tell whether one or two words (spelled as `plain` does) open ordinary prose."""
    return wanted in PROSE or (" " in wanted and wanted.split(" ", 1)[0] in PROSE)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, key in pairs:
        if name and key not in (known := found.setdefault(name, [])):
            known.append(key)
    return found


def _begins(name: str, wanted: str) -> bool:
    """Tell whether a name begins so; a number is never cut in two."""
    if not name.startswith(wanted):
        return False
    return not (wanted[-1].isdigit() and name[len(wanted) : len(wanted) + 1].isdigit())


def _meant(found: Iterable[str], *, complete: bool) -> Meant:
    people = tuple(dict.fromkeys(found))
    if len(people) == 1:
        return Meant(Speaker(Voice.PERSON, participant=people[0]), complete=complete)
    return Meant(complete=complete, candidates=people)
