"""The lines of which the stage is made: few words, large, in the middle."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from gettext import NullTranslations

from textual.content import Content

from roundtable.domain.clock import Schedule, State, TopicState, TopicTime
from roundtable.domain.contributions import Contribution
from roundtable.domain.people import Sector
from roundtable.domain.session import Session
from roundtable.domain.staging import Shown
from roundtable.i18n import catalogue
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.large_figures import drawn
from roundtable.ui.widgets.large_letters import lettered
from roundtable.ui.widgets.lines import clock_of, minutes_and_seconds
from roundtable.ui.widgets.topic_clock import urgency

Lines = list[Content]

LEAST_FIGURES = 5  # rows
WIDEST_LINE = 64  # columns of running text: more is not read at a glance
CHIP_ROWS = 3
ROOMY = 20  # rows from which sectors stand in blocks
EDGE = 3  # columns at each side


@dataclass(frozen=True, slots=True)
class Room:
    """The columns and rows that there are."""

    width: int
    height: int

    @property
    def inner(self) -> int:
        """The columns between the edges."""
        return max(1, self.width - 2 * EDGE)

    def wrapped(self, text: Content, most: int) -> Lines:
        """Wrap a text into at most so many lines of about one length; the last one is cut where there are more."""
        widest = max(8, min(self.inner, WIDEST_LINE))
        lines = _even(text, widest)
        if len(lines) > most:
            last = Content.assemble(lines[most - 1], " …") if most else Content()
            lines = [*lines[: most - 1], last]
        return [self.middle(line) for line in lines[:most]]

    def middle(self, line: Content) -> Content:
        """Put a line into the middle."""
        line = line.truncate(self.width, ellipsis=True)
        return Content.assemble(" " * ((self.width - line.cell_length) // 2), line)

    def block(self, lines: Sequence[str], style: str) -> Lines:
        """Put lines that belong together into the middle."""
        indent = " " * ((self.width - max(map(len, lines), default=0)) // 2)
        return [Content.assemble(indent, (line, style)) for line in lines]

    def large(self, text: str, height: int, style: str) -> Lines:
        """Draw a text large, or write it plainly where there is no room or no drawing for it."""
        lines = drawn(text, self.inner, height)
        return self.block(lines, style) if lines else [self.middle(Content.assemble((text, f"bold {style}")))]


def _even(text: Content, widest: int) -> Lines:
    """Wrap a text into as few lines as it needs, none of them much shorter than the others."""
    if text.cell_length <= widest and "\n" not in text.plain:
        return [text]
    lines = text.wrap(widest)
    low, high = max(8, widest // 2), widest
    while low < high:
        width = (low + high) // 2
        if len(text.wrap(width)) > len(lines):
            low = width + 1
        else:
            high = width
    return [line.rstrip() for line in text.wrap(high)]


def stage_lines(session: Session, times: Schedule, shown: Shown | None, zone: tzinfo, room: Room) -> Lines:
    """Give the lines of the stage, as many as there are rows."""
    book = catalogue(session.details.language)
    top = [Content(), room.middle(Content.assemble((session.details.title, "bold $dim")))]
    on = next((one for one in times.topics if one.state is TopicState.CURRENT), None)
    foot: Lines = []
    if times.state is State.PREPARED:
        body = _prepared(session, zone, room, book)
    elif times.state is State.CLOSED:
        body = room.large(book.pgettext("stage", "Thank you"), 15, "$accent")
    elif shown:
        body, foot = _shown(session, shown, room, book), _small_clock(on, times, room, book)
    elif times.state is State.PAUSED:
        body = _paused(on, room, book)
    else:
        return _running(session, on, top, room, book)
    return _filled(top, body, foot, room)


def _filled(top: Lines, body: Lines, foot: Lines, room: Room) -> Lines:
    """Put the body into the middle of the rows between top and foot."""
    free = max(0, room.height - len(top) - len(body) - len(foot))
    above = (free + 1) // 2
    lines = [*top, *[Content()] * above, *body, *[Content()] * (free - above), *foot]
    return lines[: room.height]


def _running(session: Session, on: TopicTime | None, top: Lines, room: Room, book: NullTranslations) -> Lines:
    if on is None:
        return _filled(top, [], _sectors(session, None, room, book), room)
    topic = on.topic
    number = Content.assemble((f"{topic.number}  ", "bold $accent")) if topic.number else Content()
    head = [*top, Content(), *room.wrapped(Content.assemble(number, (topic.title, "bold")), 2)]
    sectors = _sectors(session, topic.id, room, book)
    bar = [_bar(on, room)]
    left = room.height - len(head) - len(sectors) - len(bar) - 3 - LEAST_FIGURES - 1
    asked = (
        room.wrapped(Content(session.prompts[session.prompt]), max(0, min(3, left)))
        if session.prompts
        else []
    )
    head += [Content(), *asked] if asked else []
    foot = [*bar, Content(), *sectors, *([Content()] if sectors else [])]
    figures = _figures(on, room, room.height - len(head) - len(foot) - 3, book)
    return _filled(head, figures, foot, room)


def _figures(on: TopicTime, room: Room, height: int, book: NullTranslations) -> Lines:
    """Draw what is left; a minus, a sign and a word tell what is over, so that no colour is needed for it."""
    colour, sign = urgency(on.left_seconds, on.planned_seconds)
    minus = "−" if on.left_seconds < 0 else ""
    word = book.pgettext("stage", "over time") if minus else book.pgettext("stage", "left")
    figures = room.large(minus + minutes_and_seconds(on.left_seconds), height, colour or "$text")
    return [*figures, room.middle(Content.assemble((sign + word, f"bold {colour or '$dim'}")))]


def _bar(on: TopicTime, room: Room) -> Content:
    colour, _sign = urgency(on.left_seconds, on.planned_seconds)
    taken = min(1.0, on.elapsed_seconds / on.planned_seconds) if on.planned_seconds else 1.0
    full = round(taken * room.inner)
    return Content.assemble(
        " " * EDGE, ("█" * full, colour or "$accent"), ("░" * (room.inner - full), "$dim")
    )


def _small_clock(on: TopicTime | None, times: Schedule, room: Room, book: NullTranslations) -> Lines:
    """Keep the time in a line while something else has the stage."""
    if on is None:
        return []
    colour, sign = urgency(on.left_seconds, on.planned_seconds)
    minus = "−" if on.left_seconds < 0 else ""
    told = sign + minus + minutes_and_seconds(on.left_seconds)
    if times.state is State.PAUSED:
        told = f"{book.pgettext('stage', 'Pause')} · {told}"
    return [_bar(on, room), room.middle(Content.assemble((told, f"bold {colour or '$dim'}"))), Content()]


def _prepared(session: Session, zone: tzinfo, room: Room, book: NullTranslations) -> Lines:
    names = [
        Content.assemble((f"{one.short}  ", f"bold {sector_colour(place)}"), one.name)
        for place, one in enumerate(session.sectors)
    ]
    widest = max((name.cell_length for name in names), default=0)
    begins: Lines = []
    if session.details.start:
        word = book.pgettext("stage", "We begin at")
        begins = [room.middle(Content.assemble((word, "$dim"))), Content()]
        begins += room.large(
            clock_of(session.details.start, zone), LEAST_FIGURES * (1 + room.height // 30), "$text"
        )
    indent = " " * max(0, (room.width - widest) // 2)
    listed = [Content.assemble(indent, name).truncate(room.width, ellipsis=True) for name in names]
    free = room.height - len(begins) - 4
    return [*begins, *([Content(), Content(), *listed] if len(listed) <= free else [])]


def _paused(on: TopicTime | None, room: Room, book: NullTranslations) -> Lines:
    lines = room.large(book.pgettext("stage", "Pause"), max(LEAST_FIGURES, room.height // 3), "$warning")
    if on is None:
        return lines
    minus = "−" if on.left_seconds < 0 else ""
    told = Content.assemble(
        (on.topic.title, "bold"), (f"  {minus}{minutes_and_seconds(on.left_seconds)}", "$dim")
    )
    return [*lines, Content(), Content(), *room.wrapped(told, 2)]


def _shown(session: Session, shown: Shown, room: Room, book: NullTranslations) -> Lines:
    """Give the words large, and for which sector they were said; never a name."""
    if isinstance(shown, Contribution):
        text = shown.wording or shown.text
        above = _whose(session, shown, room)
    else:
        text = shown.text or shown.title
        above = [room.middle(Content.assemble((book.pgettext("stage", "Takeaway"), "bold $accent")))]
    most = max(1, room.height - len(above) - 8)
    if letters := lettered(text, room.inner, most + 1):
        return [*above, Content(), *(row for line in letters for row in room.block(line, "$text"))]
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    lines = [line for one in paragraphs for line in room.wrapped(Content.assemble((one, "bold")), most)]
    if 2 * len(lines) <= most:  # lines apart are read from farther away
        lines = [part for line in lines for part in (line, Content())][:-1]
    return [*above, Content(), Content(), *lines[:most]]


def _whose(session: Session, said: Contribution, room: Room) -> Lines:
    sector = session.sector_of(said) if said.somebodys else None
    places = {one.id: place for place, one in enumerate(session.sectors)}
    if sector is None or sector.id not in places:
        return []
    colour = sector_colour(places[sector.id])
    return [room.middle(Content.assemble((f" {sector.short} ", f"bold reverse {colour}"), "  ", sector.name))]


def _sectors(session: Session, topic: str | None, room: Room, book: NullTranslations) -> Lines:
    """Give a block a sector, full once it was heard; side by side, or in lines where there is no room."""
    if not session.sectors:
        return []
    heard = _heard(session, topic)
    rows = CHIP_ROWS if room.height >= ROOMY else 1
    chips = [_chip(one, place, heard=one.id in heard, rows=rows) for place, one in enumerate(session.sectors)]
    if sum(chip[0].cell_length + 2 for chip in chips) - 2 > room.inner:
        rows = 1
        chips = [
            _chip(one, place, heard=one.id in heard, rows=1) for place, one in enumerate(session.sectors)
        ]
    lines: Lines = []
    row: list[list[Content]] = []
    for chip in chips:
        if row and sum(one[0].cell_length + 2 for one in [*row, chip]) - 2 > room.inner:
            lines += _side_by_side(row, rows, room)
            row = []
        row.append(chip)
    label = book.pgettext("stage", "heard on this topic") if topic else book.pgettext("stage", "at the table")
    return [room.middle(Content.assemble((label, "$dim"))), *lines, *_side_by_side(row, rows, room)]


def _heard(session: Session, topic: str | None) -> frozenset[str]:
    """Give the sectors (ids) for which something was said on a topic."""
    return frozenset(
        sector.id
        for said in (session.on_topic(topic) if topic else ())
        if said.somebodys and (sector := session.sector_of(said))
    )


def _chip(sector: Sector, place: int, *, heard: bool, rows: int) -> list[Content]:
    colour = sector_colour(place)
    if rows == 1:
        return [
            Content.assemble((f" ✓ {sector.short} ", f"bold reverse {colour}"))
            if heard
            else Content.assemble((f" · {sector.short} ", colour))
        ]
    word = Content.assemble((f"  {'✓' if heard else ' '} {sector.short}   ", "bold"))
    width = word.cell_length
    if heard:
        style = f"bold reverse {colour}"
        return [Content.assemble((line, style)) for line in (" " * width, word.plain, " " * width)]
    edge = "─" * (width - 2)
    return [
        Content.assemble((f"╭{edge}╮", colour)),
        Content.assemble(("│", colour), (word.plain[1:-1], colour), ("│", colour)),
        Content.assemble((f"╰{edge}╯", colour)),
    ]


def _side_by_side(chips: Iterable[list[Content]], rows: int, room: Room) -> Lines:
    return [room.middle(Content("  ").join(chip[row] for chip in chips)) for row in range(rows)]
