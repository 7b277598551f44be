"""References in prose to what was said, as they are kept (links with a scheme of ours) and as an editor shows them.

Kept, a reference is `[words](contribution:ID)`; an editor shows the words and behind them a mark, `words⟦RET 12⟧`.
What is told of somebody, `[Somebody from retail](speaker:ID)`, is shown as a mark alone: `⟦Somebody from retail · 12⟧`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from roundtable.domain.contributions import Contribution, Prose
from roundtable.domain.session import Session
from roundtable.domain.text import folded


class Tells(StrEnum):
    """What a reference tells, as its scheme: the words that stand there, or at export who said it, who agreed."""

    WORDS = "contribution"
    SPEAKER = "speaker"
    SUPPORTERS = "supporters"  # the sectors of those who agreed: *from logistics and care*
    ORIGIN = "origin"  # the sector of the speaker: *from logistics*


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference in a text, from `start` up to `end`: its words as Markdown, what it tells, the contribution (id)."""

    words: str
    tells: Tells
    contribution: str
    start: int = 0
    end: int = 0

    @property
    def kept(self) -> str:
        """The reference as it is kept."""
        return f"[{self.words}]({self.tells}:{self.contribution})"


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference as an editor shows it: `words` as they stand before the `mark`, and what is kept for both."""

    words: str
    mark: str
    cited: Cited

    @property
    def text(self) -> str:
        """The words with the mark behind them."""
        return self.words + self.mark


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as an editor shows it, with its marks in their order, to be handed back to `stored`."""

    text: str
    marks: tuple[Mark, ...] = ()


Tell = Callable[[Cited], str]
"""Gives the words that a reference is told by now."""

_SIGNS = {Tells.SPEAKER: "", Tells.SUPPORTERS: "+", Tells.ORIGIN: "←"}
_SCHEMES = "|".join(Tells)
# What is escaped and what opens an image is passed over. Brackets in the words stand in pairs, one inside the other.
_REFERENCE = re.compile(
    rf"""
      \\[^\n] | !\[
    | \[ (?P<words> (?: \\[^\n]? | [^\[\]\\\n] | \n(?![ \t]*\n)
                    | \[ (?: \\[^\n]? | [^\[\]\\\n] )*+ \] (?! \( (?:{_SCHEMES}): ) )*+ ) \]
      \( (?P<tells> {_SCHEMES} ) : (?P<contribution> [0-9A-Za-z_-]+ ) \)
    """,
    re.VERBOSE,
)
_MARK = re.compile("(⟦+)([^⟦⟧\n]+)⟧")
_INSIDE = re.compile(r"(?:(?P<told>.*\S) · )?(?P<sign>[+←]?)(?:(?P<short>[^·]*\S) )?(?P<number>[0-9]{1,9})")
_BRACKETS = re.compile(r"[\\\[\]]")
_STRAY = re.compile("⟦[^⟦⟧\n]{0,40}⟧?|⟧")
_NO_MARK = re.compile("[⟦⟧\n]")


def references(text: str) -> Iterator[Cited]:
    """Give the references of a text in Markdown, in order."""
    for found in _REFERENCE.finditer(text):
        if found["tells"]:
            yield Cited(found["words"], Tells(found["tells"]), found["contribution"], *found.span())


def used_in(text: str) -> frozenset[str]:
    """Give the contributions (ids) that a text refers to."""
    return frozenset(cited.contribution for cited in references(text))


def in_prose(session: Session) -> Mapping[str, tuple[str, ...]]:
    """Give for each contribution that stands in the prose (its id) the parts in which it does."""
    found: dict[str, list[str]] = {}
    for part in session.of(Prose):
        written = session.prose(part)
        for contribution in used_in(written.text) if written else ():
            found.setdefault(contribution, []).append(part)
    return {contribution: tuple(parts) for contribution, parts in found.items()}


def referred(session: Session, contribution: str) -> Contribution | None:
    """Give the contribution that a reference is about; nothing where it is gone."""
    found = session.of(Contribution).get(contribution)
    return found if found and not found.withdrawn else None


def beside_references(text: str) -> str:
    """Give a text without the words of its references."""
    made, done = "", 0
    for cited in references(text):
        made += text[done : cited.start]
        done = cited.end
    return made + text[done:]


def stray_marks(text: str) -> tuple[str, ...]:
    """Give what stands in a text as it is kept and looks like a mark, or a piece of one: it leads to no statement."""
    return tuple(dict.fromkeys(found[0] for found in _STRAY.finditer(text)))


# In an editor.


def shown(text: str, session: Session, tell: Tell, gone: str) -> Shown:
    """Show a text with marks in place of links; `gone` is the word for a statement that is not there any more.

    Handed back untouched, it is the same text again; one in which that cannot be is shown without marks.
    """
    made, marks, done = "", [], 0
    for cited in references(text):
        mark = mark_of(session, cited, tell, gone)
        made += _doubled(text[done : cited.start]) + mark.text
        marks.append(mark)
        done = cited.end
    made += _doubled(text[done:])
    if stored(made, session, marks) == text:
        return Shown(made, tuple(marks))
    return Shown(_doubled(text))


def stored(text: str, session: Session, known: Iterable[Mark] = ()) -> str:
    """Give a text that an editor showed as it is kept; marks that nobody knows count by the numbers of the session.

    Words that still stand before their mark to the letter are the words of the reference again; otherwise it stands
    behind them without words of its own. What looks like a mark and fits nothing stays as it is.
    """
    marks = _Marks(session, known)
    made, done = "", 0
    for found in _MARK.finditer(text):
        before = text[done : found.start()]
        if len(found[1]) > 1:
            continue
        mark = marks.take(found[0], before)
        if mark is None:
            continue
        made += _undoubled(before.removesuffix(mark.words)) + mark.cited.kept
        done = found.end()
    return made + _undoubled(text[done:])


def mark_of(session: Session, cited: Cited, tell: Tell, gone: str) -> Mark:
    """Give a reference as an editor shows it."""
    number = str(session.numbers.get(cited.contribution, cited.contribution))
    said = referred(session, cited.contribution)
    if cited.tells is Tells.WORDS:
        return Mark(_doubled(cited.words), _bracketed(_label(session, said, number, gone)), cited)
    place = f"{_SIGNS[cited.tells]}{number}" if said else f"{gone} {number}"
    return Mark("", _bracketed(f"{tell(cited)} · {place}"), cited)


def reference_mark(session: Session, said: Contribution) -> Mark:
    """Give the mark of a reference without words, to be put behind those that rest on a contribution."""
    label = _label(session, said, str(session.numbers[said.id]), "")
    return Mark("", _bracketed(label), Cited("", Tells.WORDS, said.id))


def speaker_mark(session: Session, said: Contribution, words: str) -> Mark:
    """Give the mark of who said something; `words` are those that tell it now."""
    cited = Cited(_BRACKETS.sub(r"\\\g<0>", words), Tells.SPEAKER, said.id)
    return mark_of(session, cited, lambda _: words, "")


def _label(session: Session, said: Contribution | None, number: str, gone: str) -> str:
    sector = session.sector_of(said) if said else None
    before = gone if said is None else sector.short if sector else ""
    return f"{before} {number}".strip()


def _bracketed(label: str) -> str:
    return f"⟦{_NO_MARK.sub('', label)}⟧"


def _doubled(text: str) -> str:
    """Give a text in which what looks like a mark, and is none, has a bracket more."""
    return _MARK.sub(r"⟦\g<0>", text)


def _undoubled(text: str) -> str:
    return _MARK.sub(lambda found: found[0][1:] if len(found[1]) > 1 else found[0], text)


class _Marks:
    """The marks that were shown, each to be found once again; and others, by the numbers of the session."""

    def __init__(self, session: Session, known: Iterable[Mark]) -> None:
        self._session = session
        self._shown: dict[str, list[Mark]] = {}
        for one in known:
            self._shown.setdefault(one.mark, []).append(one)
        self._left = {mark: list(those) for mark, those in self._shown.items()}

    def take(self, mark: str, before: str) -> Mark | None:
        """Give what a mark stands for behind the text before it; nothing where it fits nothing."""
        if mark not in self._shown:
            return self._numbered(mark)
        left = self._left[mark]
        # The next one first: it is the right one where nothing was touched.
        fitting = [one for one in left if before.endswith(one.words)]
        if fitting:
            longest = max(fitting, key=lambda one: len(one.words))
            taken = left[0] if left[0] in fitting else longest
            left.remove(taken)
            return taken
        known = self._shown[mark]
        again = [one for one in known if before.endswith(one.words)]
        first = known[0].cited
        return again[0] if again else Mark("", mark, Cited("", first.tells, first.contribution))

    def _numbered(self, mark: str) -> Mark | None:
        found = _INSIDE.fullmatch(mark[1:-1])
        said = self._said(found) if found else None
        if found is None or said is None:
            return None
        told = found["told"]
        if not told:
            return reference_mark(self._session, said) if not found["sign"] else None
        signs = {sign: tells for tells, sign in _SIGNS.items()}
        return Mark("", mark, Cited(_BRACKETS.sub(r"\\\g<0>", told), signs[found["sign"]], said.id))

    def _said(self, found: re.Match[str]) -> Contribution | None:
        shorts = {folded(sector.short) for sector in self._session.sectors}
        if found["short"] and folded(found["short"]) not in shorts:
            return None
        said = self._session.everything_said
        place = int(found["number"])
        return said[place - 1] if 1 <= place <= len(said) else None
