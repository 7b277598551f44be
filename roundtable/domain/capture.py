"""The line that a note-taker types, understood: who speaks, what was said, and what the small marks mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from roundtable.domain.contributions import Kind, Stance, Vote
from roundtable.domain.marks import Front, ending_of, front_of, kind_of, quotes_in, themes_within, time_before
from roundtable.domain.naming import LONGEST_NAME, Meant, Speaker, Table
from roundtable.domain.text import clean

__all__ = [
    "Draft",
    "Mark",
    "Speaker",
    "Table",
    "placed",
    "understand",
]

_SLIP = re.compile(r"\s*[;=](?=\s)")  # typed for the colon, which is the key beside it
_NO_PREFIX = re.compile(r"//|\\|-?[()DPp|/](?:\s|$)")  # behind the colon of an address, a path, a smiley
_RATIO = re.compile(r"\d+:\d")  # and hours
_EXCHANGE = re.compile(r":(?=\s|$|[^\W\d_]{2}|[“„«\"])")
_NO_NAME = re.compile(r"[?!“”«»„\"\[\]{}<>|\\;=#*…:]")
_STARTS_A_NAME = re.compile(r"[@'’]?[^\W_]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Support or opposition recorded for somebody: a participant or a sector (ids)."""

    vote: Vote
    participant: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a line is understood as.

    `typed` is the cleaned line; `speaker` is None where nobody is known; `carried` says that the speaker is one of
    before. `placed` is false where it is not clear who spoke (*who?*): then the text keeps its prefix, and `nearest`
    is the id of the participant to propose. `themes` are names in lower case. `marks` are about this very line; those
    of a `marks_only` line are about the line before. An `empty` draft records nothing.
    """

    typed: str
    text: str = ""
    speaker: Speaker | None = None
    carried: bool = False
    placed: bool = True
    nearest: str | None = None
    kind: Kind = Kind.POINT
    stance: Stance | None = None
    quotes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    starred: bool = False
    check: bool = False
    said_at: time | None = None
    marks: tuple[Mark, ...] = ()
    marks_only: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class _Address:
    """Whom a line is from: `prefixed` where the line says so, `also` those named after the speaker.

    `candidates` are the ids of those who could be meant where it is not clear, and None where it is.
    """

    body: str
    speaker: Speaker | None = None
    prefixed: bool = False
    carried: bool = False
    also: tuple[Speaker, ...] = ()
    candidates: tuple[str, ...] | None = None


def understand(line: str, table: Table, carry: Speaker | None = None, before: Speaker | None = None) -> Draft:
    """Understand a line; `carry` spoke this writer's line before in this topic, `before` the one before that.

    Never fails: what is neither prefix nor mark is text, and what could be two people is left open (*who?*).
    """
    typed = clean(line)
    said_at, spoken = time_before(typed)
    front = front_of(spoken)
    draft = Draft(typed, said_at=said_at)
    if front.marks == ("sign",) and (alone := _marks_alone(draft, spoken, front, table)):
        return alone
    address = _address(front.rest, table, before)
    if not address.prefixed:
        address = replace(address, speaker=carry, carried=carry is not None)
    if address.candidates is not None:
        recent = [one.participant for one in (carry, before) if one and one.participant in address.candidates]
        draft = replace(draft, nearest=next(iter([*recent, *address.candidates]), None))
    return _worded(draft, front, address)


def placed(line: str, table: Table, speaker: Speaker, *, keep: bool = False) -> Draft:
    """Understand a line again, now that somebody said who spoke; its prefix goes, unless it is prose to `keep`.

    Where it was open whose mark of support a line is (`+ jan`, of two), it is this speaker's.
    """
    typed = clean(line)
    said_at, spoken = time_before(typed)
    front = front_of(spoken)
    draft = Draft(typed, said_at=said_at)
    if front.marks == ("sign",) and (alone := _marks_alone(draft, spoken, front, table)) and not alone.placed:
        open_ones = [one.speaker or speaker for one in table.several(front.rest)]
        return replace(draft, marks=_marks(front.sign, open_ones), marks_only=True)
    address = _Address(front.rest) if keep else _address(front.rest, table, None)
    return _worded(
        draft,
        front,
        replace(address, speaker=speaker, carried=False, candidates=None),
    )


def _worded(draft: Draft, front: Front, address: _Address) -> Draft:
    """Fill in what was said, once it is settled who speaks."""
    behind = front_of(address.body) if address.prefixed else Front((), "", address.body)
    clear = address.candidates is None
    if clear and address.prefixed and behind.rest in {"+", "-", "–", "—", "−"}:
        everybody = [one for one in (address.speaker, *address.also) if one]
        return replace(draft, marks=_marks(behind.rest, everybody), marks_only=True)
    ending = ending_of(behind.rest)
    said, themes = themes_within(ending.text)
    text = said if clear else themes_within(ending_of(front.rest).text)[0]
    marks = {*front.marks, *behind.marks}
    return replace(
        draft,
        text=text,
        speaker=address.speaker,
        carried=address.carried,
        placed=clear,
        kind=front.kind or behind.kind or kind_of(said),
        stance=behind.stance,
        quotes=quotes_in(text),
        themes=tuple(dict.fromkeys(theme.lower() for theme in (*themes, *ending.themes))),
        starred=ending.starred or "starred" in marks,
        check=ending.check or "check" in marks,
        marks=_marks("+", address.also) if text else (),
        empty=not text,
    )


def _marks(sign: str, speakers: Iterable[Speaker]) -> tuple[Mark, ...]:
    vote = Vote.AGREE if sign == "+" else Vote.OPPOSE
    return tuple(
        dict.fromkeys(
            Mark(vote, one.participant, one.sector) for one in speakers if one.participant or one.sector
        )
    )


def _marks_alone(draft: Draft, spoken: str, front: Front, table: Table) -> Draft | None:
    """Understand `+ ret, npo`: a sign with nothing but people or sectors behind it."""
    if len(front.rest) > LONGEST_NAME or _NO_NAME.search(front.rest):
        return None
    meant: Sequence[Meant] = table.several(front.rest)
    if len(meant) == 1 and not meant[0].complete:
        apart = [table.who(word) for word in front.rest.split()]
        meant = apart if all(one.complete for one in apart) else meant
    if speakers := _all_clear(meant):
        if all(one.participant or one.sector for one in speakers):
            return replace(draft, marks=_marks(front.sign, speakers), marks_only=True)
        return None
    open_ones = [one.candidates for one in meant if one.candidates]
    if open_ones and all(one.complete for one in meant):
        return replace(draft, text=spoken, placed=False, nearest=open_ones[0][0])
    return None


def _all_clear(meant: Sequence[Meant]) -> tuple[Speaker, ...]:
    speakers = tuple(one.speaker for one in meant if one.speaker)
    return speakers if len(speakers) == len(meant) else ()


def _address(text: str, table: Table, before: Speaker | None) -> _Address:
    """Find whom a line is from by what stands before its first colon."""
    if _EXCHANGE.match(text):
        body = text[1:].lstrip()
        known = before is not None
        return _Address(body, before, prefixed=True, carried=known, candidates=None if known else ())
    prose = _Address(text)
    if not _STARTS_A_NAME.match(text):
        return prose
    stop = text.find(":")
    limit = min(LONGEST_NAME, len(text)) if stop < 0 else min(stop, LONGEST_NAME)
    if slip := _SLIP.search(text, 0, limit + 1):
        address = _prefixed(text[: slip.start()], text[slip.end() :].lstrip(), table, whole=True)
        if address:
            return address
    if stop < 0 or _NO_PREFIX.match(text, stop + 1):
        return prose
    if _RATIO.match(text, text.rfind(" ", 0, stop) + 1, stop + 2):
        return prose
    return _prefixed(text[:stop].rstrip(), text[stop + 1 :].lstrip(":").lstrip(), table, whole=False) or prose


def _prefixed(prefix: str, body: str, table: Table, *, whole: bool) -> _Address | None:
    """Tell whom a prefix names, clearly or not; None where it is prose. With `whole`, only whole names count."""
    named = len(prefix) <= LONGEST_NAME and not _NO_NAME.search(prefix) and _balanced(prefix)
    meant = table.several(prefix.lstrip("@")) if named else (Meant(),)
    if whole and not all(one.complete for one in meant):
        return None
    speakers = _all_clear(meant)
    if speakers and all(one.participant or one.sector for one in speakers[1:]):
        also = tuple(one for one in speakers[1:] if one != speakers[0])
        return _Address(body, speakers[0], prefixed=True, also=also)
    first = meant[0]
    if first.complete or len(meant) == 1:
        speaker = first.speaker.participant if first.speaker else None
        candidates: tuple[str, ...] | None = (speaker,) if speaker else first.candidates
        if candidates or first.complete:
            return _Address(body, prefixed=True, candidates=candidates)
    candidates = table.doubtful(prefix.lstrip("@"))
    return None if candidates is None else _Address(body, prefixed=True, candidates=candidates)


def _balanced(prefix: str) -> bool:
    return prefix.count("(") == prefix.count(")")
