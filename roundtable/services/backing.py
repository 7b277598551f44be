"""Who stands behind a takeaway, what about it wants a look, and what the ledger leaves out: in words."""

from collections.abc import Sequence

from roundtable.domain.contributions import Takeaway, Vote
from roundtable.domain.counting import standing_behind
from roundtable.domain.hands import TooMany
from roundtable.domain.session import Session
from roundtable.domain.takeaways import Since, dissenting, evidence, gaps, why_flagged
from roundtable.i18n import _, ngettext


def backing_line(session: Session, one: Takeaway) -> str:
    """Say in a line what a takeaway rests on and who stands behind it: "3 contributions; 5 people, 3 sectors"."""
    rests_on = evidence(session, one)
    told = [
        ngettext("{count} contribution", "{count} contributions", len(rests_on)).format(count=len(rests_on))
        if rests_on
        else _("rests on no contribution"),
        *support_told(session, one),
        *flags_told(session, one),
    ]
    return "; ".join(told)


def flags_told(session: Session, one: Takeaway) -> list[str]:
    """Say what became of what a takeaway rests on since a person last looked: "contribution 12 was withdrawn"."""
    found: dict[Since, list[str]] = {}
    for key, since in why_flagged(session, one).items():
        found.setdefault(since, []).append(str(session.numbers.get(key, "?")))
    return [_since(since, found[since]) for since in Since if since in found]


def _since(since: Since, numbers: Sequence[str]) -> str:
    count = len(numbers)
    match since:
        case Since.WITHDRAWN:
            told = ngettext(
                "contribution {numbers} was withdrawn", "contributions {numbers} were withdrawn", count
            )
        case Since.CORRECTED:
            told = ngettext(
                "contribution {numbers} was corrected since",
                "contributions {numbers} were corrected since",
                count,
            )
        case Since.RESTORED:
            told = ngettext("contribution {numbers} is back", "contributions {numbers} are back", count)
        case Since.GONE:
            told = ngettext(
                "a contribution that it rests on is gone",
                "{count} contributions that it rests on are gone",
                count,
            )
    return told.format(numbers=", ".join(numbers), count=count)


def wording_told(one: Takeaway) -> list[str]:
    """Say what a takeaway lacks to be in somebody's own words: sentences, a title."""
    told = [] if one.worded else [_("still worded as a statement")]
    return told if one.title else [*told, _("no title yet")]


def gaps_told(session: Session) -> list[str]:
    """Say in sentences what the ledger leaves out: topics, sectors; and what rests on one person only."""
    found = gaps(session)
    positions = {one.id: str(place) for place, one in enumerate(session.takeaways, 1)}
    topics = [one.number or str(session.positions[one.id]) for one in found.topics]
    alone = [positions[one.id] for one in found.alone]
    told = []
    if found.sectors:
        sectors = ", ".join(one.short for one in found.sectors)
        told.append(_("Nobody from {sectors} stands behind a takeaway yet.").format(sectors=sectors))
    if topics:
        pattern = ngettext(
            "No takeaway draws on topic {topics}.", "No takeaway draws on topics {topics}.", len(topics)
        )
        told.append(pattern.format(topics=", ".join(topics)))
    if alone:
        pattern = ngettext(
            "One person alone stands behind takeaway {positions}.",
            "One person alone stands behind each of the takeaways {positions}.",
            len(alone),
        )
        told.append(pattern.format(positions=", ".join(alone)))
    return told


def support_told(session: Session, one: Takeaway) -> list[str]:
    """Say how many stand behind a takeaway, and how many are against: "5 people, 3 sectors", "1 against"."""
    backing = standing_behind(session, one)
    people = ngettext("{count} person", "{count} people", backing.agreed).format(count=backing.agreed)
    sectors = len(backing.sectors)
    from_sectors = ngettext("{count} sector", "{count} sectors", sectors).format(count=sectors)
    against = [_("{count} against").format(count=backing.against)] if backing.against else []
    return [people if backing.told_by_table else f"{people}, {from_sectors}", *against]


def hands_told(session: Session, one: Takeaway) -> str:
    """Say what the show of hands came to, sector by sector; empty where there was none."""
    shorts = {sector.id: sector.short for sector in session.sectors}
    raised = [vote for vote in session.supports.get(one.id, ()) if vote.hands]
    told = []
    for sector in dict.fromkeys(vote.sector for vote in raised):
        counts = {vote.vote: vote.count for vote in raised if vote.sector == sector}
        name = shorts.get(sector or "", "") if sector else ""
        against = counts.get(Vote.OPPOSE, 0)
        part = f"{name} {counts.get(Vote.AGREE, 0)}".strip()
        dissent = _("{count} against").format(count=against)
        told.append(f"{part} ({dissent})" if against else part)
    return _("hands: {counts}").format(counts=" · ".join(told)) if told else ""


def dissent_told(session: Session, one: Takeaway) -> list[str]:
    """Give what was said against a takeaway, with the sectors that it came from."""
    told = []
    for key in dissenting(session, one):
        said = session.contribution(key)
        sector = session.sector_of(said)
        told.append(f"{sector.short}: {said.text}" if sector else said.text)
    return told


def too_many_told(one: TooMany) -> str:
    """Say that more hands were counted than there are people; the number is kept."""
    if one.sector is None:
        pattern = _("{hands} hands were counted, and {people} are at the table. It is kept: look once more.")
        return pattern.format(hands=one.hands, people=one.people)
    pattern = _("{hands} hands were counted for {sector}, and it has {people}. It is kept: look once more.")
    return pattern.format(hands=one.hands, people=one.people, sector=one.sector.short)
