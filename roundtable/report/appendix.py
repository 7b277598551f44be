"""The organiser's working copy: statements, what takeaways rest on, minutes and counts, the parking lot."""

from collections.abc import Iterable, Sequence

from roundtable.domain.approvals import refused
from roundtable.domain.contributions import Contribution, Kind, Stance, Takeaway, Voice
from roundtable.domain.counting import Backing, standing_behind
from roundtable.domain.disclosure import ByName, BySector, OfNobody, OfTable
from roundtable.domain.standing import changed_to
from roundtable.domain.takeaways import dissenting, evidence
from roundtable.report.document import (
    Block,
    Bullets,
    Heading,
    Mark,
    Paragraph,
    Part,
    PartKind,
    Reference,
    Strong,
    Text,
)
from roundtable.report.figures import figures, titled
from roundtable.report.making import Making, paragraph
from roundtable.report.telling import neutral_words, number, sector_name
from roundtable.report.wording import capital


def appendix(making: Making) -> list[Part]:
    """Give the parts of the appendix, lettered A, B, C …; those with nothing in them are left out."""
    book = making.book
    sections = [
        (book.pgettext("report", "Statements by topic"), _statements(making)),
        (book.pgettext("report", "What the takeaways rest on"), _grounds(making)),
        (book.pgettext("report", "Minutes and contributions"), figures(making)),
        (book.pgettext("report", "Parking lot"), _parked(making)),
    ]
    there = [(title, blocks) for title, blocks in sections if blocks]
    return [
        Part(PartKind.APPENDIX, title, blocks, letter)
        for letter, (title, blocks) in zip("ABCD", there, strict=False)
    ]


# Statements.


def _statements(making: Making) -> tuple[Block, ...]:
    session = making.session
    blocks: list[Block] = []
    for title, topic in [("", None), *((titled(making.disclosure, one), one.id) for one in session.topics)]:
        said = [one for one in session.on_topic(topic) if not (one.parked or refused(session, one))]
        if said:
            heading = title or making.book.pgettext("report", "Before the first topic")
            blocks.append(Heading(2, (Text(heading),)))
            blocks += (_statement(making, one) for one in said)
    return tuple(blocks)


def _statement(making: Making, said: Contribution) -> Paragraph:
    """Give a statement with its number, its time, of whom it is told, what it is; its words to the letter."""
    facts = [making.clock(said.at), _who(making, said), *_kinds(making, said)]
    before = "".join(f" · {fact}" for fact in facts if fact)
    return Paragraph(
        (Strong((Text(_numbered(making, said)),)), Text(f"{before} — "), to_the_letter(making, said))
    )


def _numbered(making: Making, said: Contribution) -> str:
    return str(making.session.numbers[said.id])


def to_the_letter(making: Making, said: Contribution) -> Reference:
    """Give what was said as it was said, names told neutrally apart."""
    text = changed_to(making.disclosure, said) or said.text
    prefix, colon, rest = text.partition(":")
    if not said.placed and colon:
        # A name that nobody could be found for, misspelt perhaps, says who spoke all the same.
        making.report([prefix.strip()], ())
        text = f"{neutral_words(making.language).person}:{rest}"
    return Reference(said.id, (Text(making.told_neutrally(text, [said.id])),))


def _who(making: Making, said: Contribution) -> str:
    book = making.book
    if said.voice is Voice.MODERATOR:
        return book.pgettext("report", "moderator") if making.disclosure.tells else ""
    match making.disclosure.who(said):
        case ByName(participant):
            return participant.name
        case BySector(sector):
            return sector_name(sector)
        case OfTable():
            return book.pgettext("report", "the table")
        case OfNobody():
            return ""


def _kinds(making: Making, said: Contribution) -> Iterable[str]:
    book = making.book
    if said.kind is Kind.QUESTION:
        yield book.pgettext("report", "question")
    if said.kind is Kind.PROPOSAL:
        yield book.pgettext("report", "proposal")
    answered = making.session.numbers.get(said.answers or "")
    if said.stance is Stance.SUPPORTS and answered:
        yield book.pgettext("report", "supports {number}").format(number=answered)
    if said.stance is Stance.OPPOSES and answered:
        yield book.pgettext("report", "opposes {number}").format(number=answered)
    if said.starred:
        yield "★"
    if said.check:
        yield book.pgettext("report", "to be checked")
    if not said.placed:
        yield book.pgettext("report", "speaker not clear")


# Takeaways.


def _grounds(making: Making) -> tuple[Block, ...]:
    return tuple(
        block
        for position, one in enumerate(making.session.takeaways, 1)
        for block in _ground(making, one, position)
    )


def _ground(making: Making, one: Takeaway, position: int) -> Iterable[Block]:
    book, session = making.book, making.session
    title = one.called
    if not one.worded:
        title = making.told_neutrally(title, [*sorted(one.evidence), one.id])
    else:
        title = making.written(title, one.id)
    yield Heading(2, (Text(f"{position}. {title}"),))
    rests_on = _listed(making, evidence(session, one))
    yield rests_on or paragraph(book.pgettext("report", "Nothing that was said is kept with it."))
    backing = standing_behind(session, one)
    yield paragraph(_behind(making, backing))
    against = _listed(making, dissenting(session, one))
    if against:
        yield Paragraph((Text(book.pgettext("report", "Dissent")),), Mark.LABEL)
        yield against
    _, people, exact = making.disclosure.people_behind(backing)
    if people and exact:
        yield paragraph(_against(making, people))
    elif not against and exact:
        yield paragraph(book.pgettext("report", "No dissent was recorded."))


def _listed(making: Making, ids: Sequence[str]) -> Bullets | None:
    known = making.session.of(Contribution)
    those = [known[one] for one in ids if not refused(making.session, known[one])]
    return Bullets(tuple((_statement(making, one),) for one in those)) if those else None


def _against(making: Making, people: int) -> str:
    """Say how many people are against a takeaway, as recorded."""
    told = making.book.npgettext(
        "report", "One person is against it.", "{people} people are against it.", people
    )
    return capital(told.format(people=number(people, making.language)), making.language)


def _behind(making: Making, backing: Backing) -> str:
    """Say how many people, from how many sectors, stand behind a takeaway, as recorded."""
    book, language = making.book, making.language
    people, _, exact = making.disclosure.people_behind(backing)
    if not exact:
        told = book.npgettext(
            "report",
            "At least one person stands behind it.",
            "At least {people} people stand behind it.",
            max(people, 1),
        )
        return capital(told.format(people=number(people, language)), language)
    if not people:
        return book.pgettext("report", "Nobody is recorded as standing behind it.")
    sectors, all_of_them = making.disclosure.sectors_behind(backing)
    from_sectors = book.npgettext("report", "{number} sector", "{number} sectors", sectors)
    places = {
        "people": number(people, language),
        "sectors": from_sectors.format(number=number(sectors, language)),
    }
    if sectors and all_of_them:
        told = book.npgettext(
            "report",
            "One person from {sectors} stands behind it.",
            "{people} people from {sectors} stand behind it.",
            people,
        )
    elif sectors > 1:
        told = book.pgettext("report", "{people} people from at least {sectors} stand behind it.")
    else:
        told = book.npgettext(
            "report", "One person stands behind it.", "{people} people stand behind it.", people
        )
    return capital(told.format(**places), language)


# The parking lot.


def _parked(making: Making) -> tuple[Block, ...]:
    session = making.session
    parked = [one for one in session.contributions if one.parked and not refused(session, one)]
    return (Bullets(tuple((_statement(making, one),) for one in parked)),) if parked else ()
