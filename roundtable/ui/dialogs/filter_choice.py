"""Choosing what the feed shows."""

from collections import Counter

from textual.content import Content

from roundtable.domain.contributions import Kind
from roundtable.domain.filtering import Filter
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.filter_told import filter_told

EVERYTHING = Filter()


class FilterChoice(Choice[Filter]):
    """A dialog that is left with a filter; the empty one shows everything."""

    def __init__(self, session: Session, now: Filter | None) -> None:
        counts = _counts(session)
        flags = [
            Filter(starred=True),
            Filter(check=True),
            Filter(unplaced=True),
            Filter(parked=True),
            Filter(withdrawn=True),
        ]
        kinds = [Filter(kind=kind) for kind in (Kind.QUOTE, Kind.QUESTION, Kind.PROPOSAL, Kind.POINT)]
        sectors = [Filter(sector=sector.id) for sector in session.sectors]
        people = [Filter(participant=one.id) for one in session.participants]
        themes = [Filter(theme=one.id) for one in session.themes]
        wanted = [*flags, *kinds, *sectors, *people, *themes]
        colours = {Filter(sector=one.id): sector_colour(n) for n, one in enumerate(session.sectors)}
        names = {Filter(sector=one.id): one.name for one in session.sectors}
        offers = []
        if now:
            everything = _("everything")
            offers.append(Offer(EVERYTHING, Content(everything), everything))
        for one in wanted:
            told = filter_told(session, one)
            colour = colours.get(one, "") if counts[one] else "$dim"
            shown = Content.assemble((f"{counts[one]:>5}  ", "$dim"), (told, f"bold {colour}".strip()))
            if one in names:
                shown = Content.assemble(shown, (f"  {names[one]}", "$dim"))
            offers.append(Offer(one, shown, f"{told} {names.get(one, '')}"))
        super().__init__(_("Show only what is …"), offers)


def _counts(session: Session) -> Counter[Filter]:
    """Count what fits each filter, in one pass."""
    counts: Counter[Filter] = Counter()
    counts[Filter(withdrawn=True)] = len(session.withdrawn)
    sectors: Counter[str | None] = Counter()
    people: Counter[str | None] = Counter()
    kinds: Counter[Kind] = Counter()
    themes: Counter[str] = Counter()
    for said in session.contributions:
        sector = session.sector_of(said)
        sectors[sector.id if sector else None] += 1
        people[said.participant] += 1
        kinds[said.kind] += 1
        themes.update(said.themes)
        counts[Filter(starred=True)] += said.starred
        counts[Filter(check=True)] += said.check
        counts[Filter(unplaced=True)] += not said.placed
        counts[Filter(parked=True)] += said.parked
    counts.update({Filter(sector=one): count for one, count in sectors.items() if one})
    counts.update({Filter(participant=one): count for one, count in people.items() if one})
    counts.update({Filter(theme=one): count for one, count in themes.items()})
    counts.update({Filter(kind=kind): count for kind, count in kinds.items()})
    return counts
