"""A part as it was exported, as it came back and as it is here now: what differs, and the part once that is taken."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from roundtable.report.aligning import Step, Stretch, aligned, marked
from roundtable.report.document import Paragraph, Text
from roundtable.report.pieces import Piece
from roundtable.report.putting_back import PutBack, put_back


class How(StrEnum):
    """What became of a paragraph; one that moved may have changed as well."""

    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Own:
    """A paragraph of ours: as it is kept, and as it is printed; `place` is that of its block in the part's text."""

    source: Piece
    told: Piece
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that came back otherwise: its words here and there.

    `contested` says that it was changed here as well since the export; `lost` are contributions (ids) to which it would
    refer no longer. `ours` and `theirs` are the paragraphs themselves, by their places; `made` is what it becomes.
    """

    how: How
    old: str = ""
    new: str = ""
    contested: bool = False
    lost: tuple[str, ...] = ()
    ours: int | None = None
    theirs: int | None = None
    made: Piece | None = field(default=None, repr=False)

    @property
    def marked(self) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
        """Its words before and after, with those marked that differ."""
        return marked(self.old, self.new)

    @property
    def of_form(self) -> bool:
        """Whether only its form is another: what it is, or how words look."""
        return self.made is not None and self.old == self.new


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs in a part, in the order in which it came back, and what of ours was not ours to keep.

    `made_anew` are words that the paper adds by itself at every export, and that came back otherwise.
    """

    now: tuple[Own, ...]
    partners: tuple[int | None, ...]
    differences: tuple[Difference, ...] = ()
    made_anew: tuple[str, ...] = ()

    def taken(self, chosen: Collection[int]) -> tuple[Own, ...]:
        """Give the part with the chosen differences (their places) taken."""
        return _taken(self, [one for place, one in enumerate(self.differences) if place in chosen])


def compare(
    exported: Sequence[Piece], then: Sequence[Own], now: Sequence[Own], came: Sequence[Piece]
) -> Comparison:
    """Compare a part that came back with how it was exported; `then` is what that was made from, `now` what it is here.

    What is in `exported` and not in `then` the paper adds by itself.
    """
    return _Comparing(exported, then, now, came).comparison()


class _Comparing:
    """A part while it is compared."""

    def __init__(
        self, exported: Sequence[Piece], then: Sequence[Own], now: Sequence[Own], came: Sequence[Piece]
    ) -> None:
        self._exported, self._now, self._came = exported, now, came
        self._then = _partners(aligned([_bare(one) for one in exported], [_bare(one.told) for one in then]))
        steps = aligned([one.source for one in then], [one.source for one in now])
        self._here = _partners(steps)
        self._touched = {
            step.old
            for step in steps
            if step.old is not None
            and (step.new is None or then[step.old].source.block != now[step.new].source.block)
        }
        self._made_anew: list[str] = []

    def comparison(self) -> Comparison:
        """Compare."""
        steps = aligned(self._exported, self._came)
        partners: list[int | None] = [None] * len(self._came)
        found: list[Difference] = []
        for step in steps:
            then = self._then.get(step.old) if step.old is not None else None
            ours = self._here.get(then) if then is not None else None
            if step.new is not None:
                partners[step.new] = ours
            if step.old is not None and then is None:
                self._pass_over(step)
            else:
                found += self._difference(step, ours, touched=then in self._touched)
        left = tuple(_still_to_move(found, partners))
        return Comparison(tuple(self._now), tuple(partners), left, tuple(self._made_anew))

    def _pass_over(self, step: Step) -> None:
        """Tell of what the paper adds by itself, where it came back otherwise."""
        before = self._exported[step.old] if step.old is not None else None
        after = self._came[step.new] if step.new is not None else None
        if before and (after is None or before.words != after.words):
            self._made_anew.append(before.words)

    def _difference(self, step: Step, ours: int | None, *, touched: bool) -> Iterator[Difference]:
        own = self._now[ours] if ours is not None else None
        came = self._came[step.new] if step.new is not None else None
        before = self._exported[step.old] if step.old is not None else None
        changed = before is not None and came is not None and before.key != came.key
        if came is None:
            if own:
                yield Difference(How.DELETED, own.told.words, contested=touched, ours=ours)
        elif own is None:
            # What was taken out here and left as it was there stays out.
            if (before is None or changed) and not self._is_here(came):
                yield Difference(How.INSERTED, new=came.words, contested=changed, theirs=step.new, made=came)
        elif changed and before and not (touched and own.told.words == came.words):
            made = put_back(own.source, own.told, came, reshaped=before.shape != came.shape)
            yield self._changed(step, own, made, came, touched=touched, ours=ours)
        elif step.moved:
            yield Difference(How.MOVED, own.told.words, own.told.words, touched, (), ours, step.new)

    def _is_here(self, came: Piece) -> bool:
        """Say whether somebody put in the same paragraph here."""
        known = set(self._here.values())
        return any(came.words == one.told.words for place, one in enumerate(self._now) if place not in known)

    def _changed(
        self, step: Step, own: Own, made: PutBack, came: Piece, *, touched: bool, ours: int | None
    ) -> Difference:
        how = How.MOVED if step.moved else How.CHANGED
        return Difference(how, own.told.words, came.words, touched, made.lost, ours, step.new, made.piece)


def _bare(piece: Piece) -> Piece:
    """Give a paragraph wherever it may stand, without the form of its words: these alone are to be compared."""
    return Piece(Paragraph((Text(piece.words),)))


def _still_to_move(found: Sequence[Difference], partners: Sequence[int | None]) -> Iterator[Difference]:
    """Leave out what moved and stands here already where it stands there."""
    moved = {one.theirs for one in found if one.how is How.MOVED}
    fixed = {theirs: ours for theirs, ours in enumerate(partners) if ours is not None and theirs not in moved}
    for one in found:
        theirs, ours = one.theirs, one.ours
        if one.how is not How.MOVED or one.made or theirs is None or ours is None:
            yield one
        elif all((there < theirs) == (here < ours) for there, here in fixed.items()):
            fixed[theirs] = ours
        else:
            yield one


def _partners(steps: Sequence[Step]) -> dict[int | None, int]:
    return {step.old: step.new for step in steps if step.old is not None and step.new is not None}


# The part once that is taken.


@dataclass(slots=True, eq=False)
class _Placed:
    """A paragraph in the part to be: one of ours by its place, or one that came."""

    own: Own
    ours: int | None = None


def _taken(comparison: Comparison, chosen: Sequence[Difference]) -> tuple[Own, ...]:
    placed = [_Placed(one, place) for place, one in enumerate(comparison.now)]
    ours: dict[int | None, _Placed] = {one.ours: one for one in placed}
    gone = {one.ours for one in chosen if one.how is How.DELETED}
    for one in chosen:
        if one.ours is not None and one.made is not None:
            ours[one.ours].own = replace(ours[one.ours].own, source=one.made, told=one.made)
    arriving = {one.theirs: one for one in chosen if one.how in {How.INSERTED, How.MOVED}}
    stays = {one.theirs for one in comparison.differences if one.how is How.MOVED} - set(arriving)
    behind: _Placed | None = None
    for theirs, partner in enumerate(comparison.partners):
        if theirs in arriving:
            here = _arrived(arriving[theirs], ours, placed)
            placed.insert(placed.index(behind) + 1 if behind else 0, here)
            behind = here
        elif partner is not None and theirs not in stays:
            behind = ours[partner]
    return tuple(one.own for one in placed if one.ours is None or one.ours not in gone)


def _arrived(one: Difference, ours: Mapping[int | None, _Placed], placed: list[_Placed]) -> _Placed:
    """Give what comes to another place: a new paragraph, or one of ours taken from where it stood."""
    if one.ours is None and one.made is not None:
        return _Placed(Own(one.made, one.made))
    here = ours[one.ours]
    placed.remove(here)
    return here
