"""The parts of a paper around its chapters: introduction, conclusion, about this table."""

from collections.abc import Sequence
from dataclasses import replace

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import refused
from roundtable.domain.contributions import Contribution
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Sector
from roundtable.report.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Link,
    Mark,
    Paragraph,
    Part,
    PartKind,
    Text,
)
from roundtable.report.drafting import Draft, draft_chapter
from roundtable.report.edition import Edition, edition_told
from roundtable.report.making import Making, paragraph
from roundtable.report.obstacles import CHAPTER, NAME_WRITTEN, NO_INTRODUCTION, obstacle
from roundtable.report.telling import in_a_sentence, joined, number, sector_name
from roundtable.report.wording import capital


def introduction(making: Making) -> Part:
    """Give the organiser's introduction; otherwise why this table, its questions, and who sat at it."""
    title = making.book.pgettext("report", "Introduction")
    written = making.session.prose("introduction")
    if written:
        return written_part(making, PartKind.INTRODUCTION, "introduction", title)
    blocks = made_introduction(making, title)
    if not making.session.details.opening.strip():
        making.obstacles.append(obstacle(NO_INTRODUCTION))
    details = making.session.details
    asked = "\n".join((details.opening, *details.questions))
    making.report_written(asked, "introduction", NAME_WRITTEN, title=title)
    return Part(PartKind.INTRODUCTION, title, blocks, key="introduction")


def made_introduction(making: Making, title: str, *, to_keep: bool = False) -> tuple[Block, ...]:
    """Make an introduction of what the agenda says and of who sat at the table.

    One that is `to_keep` as prose lists no sectors, which a stricter attribution might not tell.
    """
    details = making.session.details
    opening = details.opening.strip()
    blocks: list[Block] = list(making.prose(opening, "introduction", title)) if opening else []
    if details.questions:
        if not blocks:
            blocks.append(paragraph(making.book.pgettext("report", "These questions opened the table:")))
        blocks.append(
            Bullets(tuple((paragraph(making.written(one, "introduction")),) for one in details.questions))
        )
    table = who_sat(making, listing=True, sectors=() if to_keep else making.disclosure.listed_sectors)
    return (*blocks, paragraph(table)) if table else tuple(blocks)


def written_part(making: Making, kind: PartKind, part: str, title: str, shown: str = "") -> Part:
    """Give a part that has prose."""
    written = making.session.prose(part)
    text = written.text if written else ""
    drafted = bool(written and written.drafted)
    if drafted:
        topic = making.session.of(Topic).get(part)
        name = making.session.topic_name(topic) if topic else part
        making.obstacles.append(obstacle(CHAPTER, title=title, part=name))
    making.report_written(text, part, NAME_WRITTEN, title=title)
    return Part(kind, making.written(title, part), making.prose(text, part, title), shown, drafted, part)


def conclusion(making: Making, chapter: int) -> tuple[Part | None, tuple[Draft, ...]]:
    """Give the conclusion, where there is one, and its drafts: `chapter` is the number after the last chapter's."""
    title = making.book.pgettext("report", "Conclusion")
    part = Part(PartKind.CONCLUSION, title, ())
    drafts: list[Draft] = []
    if making.session.prose("conclusion"):
        part = written_part(making, PartKind.CONCLUSION, "conclusion", title)
    else:
        topics = [one for one in making.session.topics if one.conclusion and making.session.on_topic(one.id)]
        for place, topic in enumerate(topics):
            groups = making.groups.get(topic.id, ())
            telling = making.telling.get(topic.id, ())
            draft = draft_chapter(
                making.session, topic, making.disclosure, chapter + place, groups, telling=telling
            )
            making.report(draft.replaced, draft.undecided)
            drafts += [draft] if draft.used else []
        blocks = tuple(block for draft in drafts for block in draft.blocks)
        part = Part(PartKind.CONCLUSION, title, blocks, drafted=bool(drafts))
        if drafts:
            making.obstacles.append(obstacle(CHAPTER, title=title, part="conclusion"))
    blocks = (*part.blocks, *_open_questions(making))
    made = replace(part, blocks=blocks, key="conclusion") if blocks else None
    return made, tuple(drafts)


def _open_questions(making: Making) -> tuple[Block, ...]:
    """Give what was parked and marked for the paper."""
    session = making.session
    marked = [one for one in session.contributions if _is_open(one) and not refused(session, one)]
    if not marked:
        return ()
    heading = Heading(2, (Text(making.book.pgettext("report", "Open questions")),))
    return (heading, Bullets(tuple((Paragraph((making.printed(one),)),) for one in marked)))


def _is_open(said: Contribution) -> bool:
    return said.parked and said.open_question and said.placed and not said.check


def about(making: Making, replaced: Edition | None = None) -> Part:
    """Tell when and where the table was, who sat at it, how statements are told, and who publishes this.

    A revised edition says which one it replaces.
    """
    book, details = making.book, making.session.details
    blocks: list[Block] = []
    when_and_where = ", ".join(filter(None, (making.long_date(details.date), details.place)))
    if when_and_where:
        blocks += _labelled(book.pgettext("report", "Date and place"), paragraph(when_and_where))
    sat = who_sat(making, listing=False, sectors=making.disclosure.listed_sectors)
    table = " ".join(filter(None, (sat, _recorded(making))))
    blocks += _labelled(book.pgettext("report", "Participants"), paragraph(table))
    if making.disclosure.named:
        blocks.append(Bullets(tuple((paragraph(name),) for name in _named(making))))
    blocks += _labelled(book.pgettext("report", "How statements are told"), paragraph(_attribution(making)))
    if replaced:
        revised = paragraph(edition_told(making, replaced))
        blocks += _labelled(book.pgettext("report", "Revised edition"), revised)
    if details.invented:
        blocks += _labelled(book.pgettext("report", "An invented evening"), paragraph(_invented(making)))
    if details.publisher or details.contact or details.organiser:
        blocks += _labelled(book.pgettext("report", "Colophon"), *_colophon(making))
    return Part(PartKind.ABOUT, book.pgettext("report", "About this table"), tuple(blocks))


def _labelled(label: str, *blocks: Block) -> list[Block]:
    return [Paragraph((Text(label),), Mark.LABEL), *blocks]


def who_sat(making: Making, *, listing: bool, sectors: Sequence[Sector]) -> str:
    """Say how many people sat at the table, from how many sectors, and which; as far as the form tells."""
    book, language = making.book, making.language
    people = making.disclosure.sat
    names = joined([in_a_sentence(sector_name(one)) for one in sectors], language)
    from_sectors = book.npgettext("report", "{number} sector", "{number} sectors", len(sectors))
    places = {
        "people": number(people, language),
        "sectors": from_sectors.format(number=number(len(sectors), language)),
        "names": names,
    }
    if not people:
        listed = book.pgettext("report", "Sectors at the table: {names}.")
        return listed.format(**places) if sectors and listing else ""
    if not sectors:
        told = book.npgettext(
            "report", "One person sat round the table.", "{people} people sat round the table.", people
        )
    elif listing:
        told = book.npgettext(
            "report",
            "One person from {sectors} sat round the table: {names}.",
            "{people} people from {sectors} sat round the table: {names}.",
            people,
        )
    else:
        told = book.npgettext(
            "report",
            "One person from {sectors} sat round the table.",
            "{people} people from {sectors} sat round the table.",
            people,
        )
    return capital(told.format(**places), language)


def _recorded(making: Making) -> str:
    """Say how many statements were recorded."""
    count = len(making.session.contributions)
    told = making.book.npgettext(
        "report", "One statement was recorded.", "{number} statements were recorded.", count
    )
    return capital(told.format(number=number(count, making.language)), making.language) if count else ""


def _named(making: Making) -> list[str]:
    """Give the people who agreed to be named, with their sector where it may be told."""
    known = {one.id: sector_name(one) for one in making.disclosure.listed_sectors}
    return [
        ", ".join(filter(None, (one.name, known.get(one.sector or "", ""))))
        for one in making.disclosure.named
    ]


def _attribution(making: Making) -> str:
    """Explain how statements are told in this paper."""
    book = making.book
    recognised = book.pgettext(
        "report",
        "Where that would make somebody recognisable, or where somebody asked for it, no speaker is told.",
    )
    match making.disclosure.form:
        case Form.TABLE:
            return book.pgettext(
                "report",
                "Statements are attributed to the table as a whole: no speaker is told, by name or by sector.",
            )
        case Form.SECTOR:
            told = book.pgettext("report", "Statements are attributed to sectors, and nobody is named.")
            return f"{told} {recognised}"
        case Form.NAMED:
            told = book.pgettext(
                "report", "People who agreed to it are named; statements of others are attributed to sectors."
            )
            return f"{told} {recognised}"
        case Form.NONE:
            return book.pgettext("report", "No statement is attributed, by name or by sector.")


def _invented(making: Making) -> str:
    return making.book.pgettext(
        "report",
        "This evening never was: people, organisations and statements are made up, to show what a paper looks like.",
    )


def _colophon(making: Making) -> list[Block]:
    book, details = making.book, making.session.details
    lines: list[tuple[Inline, ...]] = []
    if details.organiser:
        organiser = book.pgettext("report", "Organiser: {name}")
        lines.append((Text(organiser.format(name=details.organiser)),))
    if details.publisher:
        publisher = book.pgettext("report", "Publisher: {name}")
        lines.append((Text(publisher.format(name=details.publisher)),))
    if details.contact:
        before, after = book.pgettext("report", "Contact: {address}").split("{address}")
        lines.append(
            tuple(one for one in (Text(before), _contact(details.contact), Text(after)) if one != Text(""))
        )
    return [Paragraph(line) for line in lines]


def _contact(contact: str) -> Inline:
    words = (Text(contact),)
    if contact.startswith(("http://", "https://")):
        return Link(words, contact)
    if "@" in contact and " " not in contact:
        return Link(words, f"mailto:{contact}")
    return Text(contact)
