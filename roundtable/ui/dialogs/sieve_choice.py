"""Choosing which statements are shown while they are weighed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content

from roundtable.domain.contributions import Contribution, Kind
from roundtable.domain.filtering import Filter
from roundtable.domain.gathering import Sieve
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.filter_told import filter_told


class SieveChoice(Choice[Sieve]):
    """A dialog that is left with what is to be shown: one thing more is asked of statements, or all is shown again."""

    def __init__(self, session: Session, now: Sieve, those: Iterable[Contribution], unused: int) -> None:
        counts = _counts(session, those)
        colours = {one.id: sector_colour(place) for place, one in enumerate(session.sectors)}
        offers = []
        if now != Sieve(topic=now.topic):
            everything = _("everything")
            offers.append(Offer(Sieve(topic=now.topic), Content(everything), everything))
        offers.append(_offer(replace(now, unused=True), _("unused"), unused))
        for one in _filters(session):
            told = filter_told(session, one)
            colour = colours.get(one.sector or "", "")
            offers.append(_offer(replace(now, filter=_added(now.filter, one)), told, counts[one], colour))
        super().__init__(_("Show only what is …"), offers)


def _offer(value: Sieve, told: str, count: int, colour: str = "") -> Offer[Sieve]:
    style = f"bold {colour}".strip() if count else "$dim"
    return Offer(value, Content.assemble((f"{count:>5}  ", "$dim"), (told, style)), told)


def _filters(session: Session) -> list[Filter]:
    flags = [Filter(starred=True), Filter(check=True), Filter(unplaced=True), Filter(parked=True)]
    kinds = [Filter(kind=kind) for kind in (Kind.QUOTE, Kind.QUESTION, Kind.PROPOSAL, Kind.POINT)]
    sectors = [Filter(sector=one.id) for one in session.sectors]
    return [*flags, *kinds, *sectors, *(Filter(theme=one.id) for one in session.themes)]


def _added(now: Filter, one: Filter) -> Filter:
    """Ask one thing more; of a kind, a sector or a theme the new one takes the place of the old."""
    return replace(
        now,
        starred=now.starred or one.starred,
        check=now.check or one.check,
        unplaced=now.unplaced or one.unplaced,
        parked=now.parked or one.parked,
        kind=one.kind or now.kind,
        sector=one.sector or now.sector,
        theme=one.theme or now.theme,
    )


def _counts(session: Session, those: Iterable[Contribution]) -> Counter[Filter]:
    counts: Counter[Filter] = Counter()
    for said in those:
        sector = session.sector_of(said)
        found = [Filter(kind=said.kind), *(Filter(theme=theme) for theme in said.themes)]
        found += [Filter(sector=sector.id)] if sector else []
        found += [Filter(starred=True)] if said.starred else []
        found += [Filter(check=True)] if said.check else []
        found += [] if said.placed else [Filter(unplaced=True)]
        found += [Filter(parked=True)] if said.parked else []
        counts.update(found)
    return counts
