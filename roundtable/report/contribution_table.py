"""The contributions as a table for a spreadsheet, told by the rule of the paper: one row each, as they were said."""

from collections.abc import Iterator
from dataclasses import dataclass

from roundtable.domain.approvals import refused
from roundtable.domain.contributions import Contribution, Kind, Stance, Voice
from roundtable.domain.disclosure import ByName, Disclosure, OfTable
from roundtable.report.appendix import to_the_letter
from roundtable.report.document import plain
from roundtable.report.figures import titled
from roundtable.report.making import Making
from roundtable.report.telling import sector_name

TALL = frozenset({7, 8})
"""The columns (0-based) of what was said, which are wide and broken into lines."""

Row = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class ContributionTable:
    """Headings and rows, the names that were told neutrally in them, and the paper's author."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    replaced: tuple[str, ...]
    author: str


def contribution_table(disclosure: Disclosure) -> ContributionTable:
    """Put what was said in rows; withdrawn and erased ones are not among them."""
    making = Making(disclosure)
    session = disclosure.session
    topics = {one.id: titled(disclosure, one) for one in session.topics}
    printed = (said for said in session.contributions if not refused(session, said))
    rows = tuple(tuple(_row(making, said, topics)) for said in printed)
    title = making.book.pgettext("report", "Contributions")
    replaced = tuple(dict.fromkeys(making.replaced))
    return ContributionTable(title, _headings(making), rows, replaced, session.details.organiser)


def _headings(making: Making) -> tuple[str, ...]:
    book = making.book
    return (
        book.pgettext("report", "Number"),
        book.pgettext("report", "Time"),
        book.pgettext("report", "Topic"),
        book.pgettext("report", "Speaker"),
        book.pgettext("report", "Sector"),
        book.pgettext("report", "Kind"),
        book.pgettext("report", "Stance"),
        book.pgettext("report", "Statement"),
        book.pgettext("report", "As it is to be printed"),
        book.pgettext("report", "Themes"),
        book.pgettext("report", "Remarks"),
    )


def _row(making: Making, said: Contribution, topics: dict[str, str]) -> Iterator[int | str]:
    sector = making.disclosure.sector_told(making.disclosure.who(said))
    yield making.session.numbers[said.id]
    yield making.clock(said.at)
    yield topics.get(said.topic or "", "")
    yield _speaker(making, said)
    yield sector_name(sector) if sector else ""
    yield _kind(making, said.kind)
    yield _stance(making, said)
    yield plain((to_the_letter(making, said),))
    yield making.told_neutrally(said.wording, [said.id])
    yield ", ".join(
        making.told_neutrally(one.name, ()) for one in making.session.themes if one.id in said.themes
    )
    yield ", ".join(_remarks(making, said))


def _speaker(making: Making, said: Contribution) -> str:
    if said.voice is Voice.MODERATOR:
        return making.book.pgettext("report", "moderator") if making.disclosure.tells else ""
    match making.disclosure.who(said):
        case ByName(participant):
            return participant.name
        case OfTable():
            return making.book.pgettext("report", "the table")
        case _:
            return ""


def _kind(making: Making, kind: Kind) -> str:
    book = making.book
    match kind:
        case Kind.POINT:
            return book.pgettext("report", "point")
        case Kind.QUOTE:
            return book.pgettext("report", "quote")
        case Kind.QUESTION:
            return book.pgettext("report", "question")
        case Kind.PROPOSAL:
            return book.pgettext("report", "proposal")


def _stance(making: Making, said: Contribution) -> str:
    answered = making.session.numbers.get(said.answers or "")
    if not answered or said.stance is None:
        return ""
    if said.stance is Stance.SUPPORTS:
        return making.book.pgettext("report", "supports {number}").format(number=answered)
    return making.book.pgettext("report", "opposes {number}").format(number=answered)


def _remarks(making: Making, said: Contribution) -> Iterator[str]:
    book = making.book
    if said.starred:
        yield "★"
    if said.check:
        yield book.pgettext("report", "to be checked")
    if said.parked:
        yield book.pgettext("report", "parked")
    if said.parked and said.open_question:
        yield book.pgettext("report", "open question for the paper")
    if not said.placed:
        yield book.pgettext("report", "speaker not clear")
