"""The sheet on which somebody approves, changes or refuses their own words: a letter with theirs alone."""

from collections.abc import Iterator, Sequence

from roundtable.domain.disclosure import ByName, BySector, Disclosure
from roundtable.domain.people import Participant
from roundtable.report.approval_lines import ENGLISH, LINES, SheetLines
from roundtable.report.approving import OwnWords
from roundtable.report.document import (
    Block,
    BlockQuote,
    Break,
    Cover,
    Document,
    Heading,
    Paragraph,
    Part,
    PartKind,
    Text,
)
from roundtable.report.making import Making, paragraph
from roundtable.report.telling import speaker
from roundtable.report.wording import quoted

_BOX = "☐\u00a0"
_TO_WRITE = "…" * 30  # where somebody writes by hand


def approval_sheet(
    disclosure: Disclosure, asked: Participant, own: Sequence[OwnWords], until: str
) -> Document:
    """Make the sheet of somebody, with the day (ISO) by which to answer."""
    making = Making(disclosure)
    details, lines = making.session.details, LINES.get(making.language[:2], ENGLISH)
    blocks: list[Block] = list(_letter(making, lines, asked, until))
    for place, one in enumerate(own, 1):
        blocks += _statement(making, lines, one, place)
    blocks += [paragraph(lines.thanks), *map(paragraph, filter(None, (details.organiser,)))]
    return Document(
        details.language,
        Cover(details.title),
        (Part(PartKind.ABOUT, lines.title, tuple(blocks)),),
        author=details.organiser,
        page_label=making.book.pgettext("report", "{page} of {pages}"),
        letter=True,
    )


def _letter(making: Making, lines: SheetLines, asked: Participant, until: str) -> Iterator[Block]:
    details = making.session.details
    to = details.contact or details.organiser
    table = lines.table_on if details.date else lines.table
    answer = (lines.answer_to if to else lines.answer).format(until=making.long_date(until), contact=to)
    yield paragraph(lines.greeting.format(name=asked.name))
    yield paragraph(table.format(date=making.long_date(details.date), title=details.title))
    yield paragraph(f"{lines.asked} {answer}")
    yield paragraph(lines.silence)


def _statement(making: Making, lines: SheetLines, one: OwnWords, place: int) -> Iterator[Block]:
    """Give a statement as it will appear, of whom it is told, where it stands, and the boxes to tick."""
    heading = lines.quote if one.quote else lines.statement
    number = making.session.numbers[one.said.id]
    yield Heading(2, (Text(heading.format(place=place, number=number)),))
    yield BlockQuote((paragraph(one.words),))
    told = [_told(making, lines, one)]
    if one.parts:
        told.append(
            lines.stands_in.format(parts=", ".join(quoted(part, making.language) for part in one.parts))
        )
    yield paragraph(" ".join(told))
    if one.excerpts:
        words = " · ".join(quoted(words, making.language) for words in one.excerpts)
        yield paragraph(lines.part_of_it.format(words=words))
    yield paragraph(_BOX + lines.agree)
    yield Paragraph((Text(_BOX + lines.change), Break(), Text(_TO_WRITE)))
    yield paragraph(_BOX + lines.refuse)


def _told(making: Making, lines: SheetLines, one: OwnWords) -> str:
    match one.told:
        case ByName():
            return lines.by_name.format(speaker=speaker(one.told, making.language))
        case BySector():
            return lines.by_sector.format(speaker=speaker(one.told, making.language))
    return lines.of_nobody
