"""A contribution as drafting sees it: its words as they may be printed, and what kind of statement it is."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from roundtable.domain.contributions import Contribution, Kind, Stance, Voice
from roundtable.domain.counting import backing_of
from roundtable.domain.disclosure import Disclosure, OfNobody, Told
from roundtable.domain.people import Participant, Sector
from roundtable.domain.standing import as_approved
from roundtable.report.talk import mere_procedure, said_aside, without_courtesies
from roundtable.report.telling import neutral_words
from roundtable.report.word_lists import WordLists, language_of, word_lists, words_of
from roundtable.report.wording import is_fragment, whole_quote, written_out

LONG = 45  # words
TELLING_WORDS = 2  # of a statement that is more than an aside
CONNECTING_WORDS = 4  # of what connects a statement, at most
ALIKE = 0.8  # share of words in common
TINY = 1e-9  # what floating point may be off


@dataclass(frozen=True, slots=True)
class Statement:
    """A contribution with its words for the paper: `text` has neutral words for names, abbreviations written out.

    `words` are those of `text`, folded, `word_count` counts them as printed; `people` and `sectors` count who agreed,
    `sides` other sectors that did, `behind` are those of them that may be told; `language` is set only where it is
    not the paper's. `written_out` are the abbreviations (short, long) that were. An `empty` one says nothing by
    itself: it only agrees, thanks, greets or leads the talk. A `leaning` one begins with a conjunction, a `connected`
    one with that or with anything else that connects it. One said `aside` speaks to somebody at the table; one that
    is `telling` was found to speak for many.
    """

    said: Contribution
    text: str
    told: Told
    words: tuple[str, ...]
    word_count: int
    quote: bool = False
    verbatim: bool = False
    personal: bool = False
    fragment: bool = False
    leaning: bool = False
    connected: bool = False
    empty: bool = False
    aside: bool = False
    telling: bool = False
    language: str = ""
    people: int = 0
    sectors: int = 0
    sides: int = 0
    behind: tuple[Sector, ...] = ()
    replaced: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    written_out: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The contribution's id."""
        return self.said.id

    @property
    def long(self) -> bool:
        """Whether it is too long to open a paragraph."""
        return self.word_count > LONG

    @property
    def room(self) -> int:
        """How many statements it counts for."""
        return 2 if self.long else 1

    @property
    def question(self) -> bool:
        """Whether it is a question."""
        return self.said.kind is Kind.QUESTION

    @property
    def asks(self) -> bool:
        """Whether it asks, though it was not recorded as a question."""
        return not self.question and self.text.rstrip("”»\"'’ .\u00a0\u202f").endswith("?")

    @property
    def wants_teller(self) -> bool:
        """Whether its speaker is to be told, as far as the attribution allows."""
        return self.quote or self.personal or bool(self.language)

    @property
    def may_be_told(self) -> bool:
        """Whether its speaker may be told."""
        return not isinstance(self.told, OfNobody)

    @property
    def weight(self) -> tuple[int, ...]:
        """What it weighs: people behind it, their sectors, the star, whether it says something to readers."""
        voiceless = self.personal and not self.may_be_told  # "we", and nobody to tell it of
        own = (not self.aside, self.telling and not voiceless, self.telling, not voiceless, not self.fragment)
        return (self.people, self.sectors, self.said.starred, *own)

    @property
    def opposes(self) -> bool:
        """Whether it opposes another."""
        return self.said.stance is Stance.OPPOSES


def usable(said: Contribution) -> bool:
    """Say whether a contribution may stand in a chapter: placed, not parked or to be checked, no moderator's."""
    refused = said.withdrawn or said.parked or said.check or not said.placed
    return not refused and said.voice is not Voice.MODERATOR and bool((said.wording or said.text).strip())


def statements(said: Iterable[Contribution], disclosure: Disclosure) -> list[Statement]:
    """See contributions as drafting does, in their order."""
    return [statement(one, disclosure, in_chapter=True) for one in said]


def statement(said: Contribution, disclosure: Disclosure, *, in_chapter: bool = False) -> Statement:
    """See a contribution as it is printed; in a drafted chapter without courtesies at its start and end."""
    details = disclosure.session.details
    said = as_approved(disclosure, said)
    neutral = disclosure.neutral(said.wording or said.text, neutral_words(details.language), [said.id])
    quote = said.kind is Kind.QUOTE and not said.wording
    # What is a quotation without its marks will stand between them.
    unmarked = quote and not said.quotes
    made = written_out(neutral.text, {} if unmarked else details.abbreviations)
    text = made.text
    words = words_of(text)
    language = language_of(words, details.language)
    lists = word_lists(language or details.language)
    idle = in_chapter and not quote and mere_procedure(text, details.language)
    if in_chapter and not (quote or said.wording or language or idle):
        text = without_courtesies(text, details.language)
        words = words_of(text)
    seen = Statement(
        said=said,
        text=text,
        told=disclosure.who(said),
        words=tuple(words),
        word_count=len(text.split()),
        quote=quote,
        verbatim=quote and (whole_quote(text) is not None or not said.quotes),
        personal=not lists.we.isdisjoint(words),
        fragment=not quote and said.kind is not Kind.QUESTION and is_fragment(words, lists),
        leaning=bool(words) and words[0] in lists.openers,
        connected=_begins_with(words, lists.openers | lists.connectors),
        empty=idle or " ".join(words) in lists.agreements,
        aside=said.kind is not Kind.QUESTION
        and (
            neutral.calling
            or len(set(words) - lists.common) < TELLING_WORDS
            or said_aside(text, words, details.language, neutral_words(details.language).person)
        ),
        language=language,
        replaced=neutral.replaced,
        undecided=neutral.undecided,
        written_out=made.changes,
    )
    return _supported(seen, disclosure)


def _begins_with(words: Sequence[str], known: Collection[str]) -> bool:
    """Say whether a statement begins with one of these, of up to four words."""
    return any(" ".join(words[:count]) in known for count in range(1, CONNECTING_WORDS + 1) if words)


def _supported(seen: Statement, disclosure: Disclosure) -> Statement:
    """Fill in who stands behind a statement, as recorded."""
    session = disclosure.session
    if seen.id not in session.supports and seen.id not in session.answers:
        return seen
    backing = backing_of(session, seen.id)
    unseated = sum(not session.of(Participant)[person].sector for person in backing.people)
    own = session.sector_of(seen.said)
    others = [sector for sector in backing.sectors if own is None or sector != own.id]
    tellable = disclosure.sectors_agreeing(seen.said)
    return replace(
        seen,
        people=sum(agree for agree, *_ in backing.counts.values()) + unseated,
        sectors=len(backing.sectors),
        sides=len(others),
        behind=tuple(one for one in session.sectors if one.id in others and one.id in tellable),
    )


# Said twice.


@dataclass(frozen=True, slots=True)
class _Likeness:
    words: frozenset[str]
    marked: tuple[tuple[str, int], ...]  # numbers and negations, with how often
    stance: tuple[Stance | None, str | None]


def told_once(found: Sequence[Statement], lists: WordLists) -> dict[str, str]:
    """Give, for each statement that says what another says, the id of the one that is printed in its place.

    Alike are words with a Jaccard index of .8 or more, and the same numbers and negations. Only statements that share
    one of their rarest words are compared: who shares none cannot be as alike (prefix filter, after Chaudhuri, Ganti
    and Kaushik 2006), so that the time grows with the number of statements.
    """
    likenesses = [_likeness(one, lists) for one in found]
    common = Counter(word for one in likenesses for word in one.words)
    by_word: dict[tuple[str, int], list[int]] = {}
    groups: dict[int, list[int]] = {}
    for place, one in enumerate(likenesses):
        rarest = sorted(one.words, key=lambda word: (common[word], word))
        size, least = len(rarest), _at_least(len(rarest))
        prefix = rarest[: size - least + 1]
        # As alike, they differ in length by no more than a fifth.
        sizes = range(least, int(size / ALIKE + TINY) + 1)
        near = dict.fromkeys(
            other for word in prefix for length in sizes for other in by_word.get((word, length), ())
        )
        first = next((other for other in near if _alike(likenesses[other], one)), None)
        if first is None:
            groups[place] = [place]
            for word in prefix:
                by_word.setdefault((word, size), []).append(place)
        else:
            groups[first].append(place)
    alike = [[found[place] for place in places] for places in groups.values() if len(places) > 1]
    return {
        one.id: kept.id for kept, those in ((_worthiest(t), t) for t in alike) for one in those if one != kept
    }


def _worthiest(alike: Sequence[Statement]) -> Statement:
    """Give the one with a wording, else the most support, else the first."""
    return max(alike, key=lambda one: (bool(one.said.wording), one.people))


def _likeness(one: Statement, lists: WordLists) -> _Likeness:
    marked = Counter(
        word for word in one.words if word in lists.negations or word in lists.numbers or not word.isalpha()
    )
    return _Likeness(frozenset(one.words), tuple(sorted(marked.items())), (one.said.stance, one.said.answers))


def _alike(one: _Likeness, other: _Likeness) -> bool:
    if one.marked != other.marked or one.stance != other.stance or not one.words:
        return False
    common = len(one.words & other.words)
    return common >= ALIKE * (len(one.words) + len(other.words) - common)


def _at_least(count: int) -> int:
    """Give how many of its words a statement shares at least with one that is alike."""
    return math.ceil(count * ALIKE - TINY)
