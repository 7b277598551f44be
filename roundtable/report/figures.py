"""The figures of the appendix: minutes planned and taken, contributions by topic and sector."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import schedule
from roundtable.domain.contributions import Voice
from roundtable.domain.disclosure import Disclosure
from roundtable.report.document import Block, Cell, Mark, Paragraph, Table, Text
from roundtable.report.making import Making
from roundtable.report.telling import neutral_words, sector_name

MINUTE = 60  # seconds
_OTHERS = ""
_WHOLE_NAMES = 42  # letters over all columns, where the longest word of each name is not broken
_BESIDE = 2  # letters that the space between two columns is worth

_Counts = Counter[tuple[str | None, str]]  # by topic and sector (ids)


def figures(making: Making) -> tuple[Block, ...]:
    """Give the tables for which there is something to count."""
    minutes, contributions = _minutes(making), _contributions(making)
    tables = tuple(table for table in (minutes, contributions) if table)
    legend = _legend(making) if contributions else None
    return (*tables, legend) if legend else tables


def titled(disclosure: Disclosure, topic: Topic) -> str:
    """Give a topic's title, as it may be printed, with its number."""
    words = neutral_words(disclosure.session.details.language)
    return f"{topic.number} {disclosure.neutral(topic.title, words, [topic.id]).text}".strip()


def _minutes(making: Making) -> Table | None:
    """Give the minutes planned and taken, where the clock ran."""
    book, session = making.book, making.session
    if not session.visits:
        return None
    times = schedule(session, _last_moment(making)).topics
    planned = sum(one.topic.planned_seconds or 0 for one in times)
    taken = sum(one.elapsed_seconds for one in times)
    rows = [
        (
            titled(making.disclosure, one.topic),
            _rounded(one.topic.planned_seconds),
            _rounded(one.elapsed_seconds),
        )
        for one in times
    ]
    rows.append((book.pgettext("report", "Together"), _rounded(planned), _rounded(taken)))
    header = (
        book.pgettext("report", "Topic"),
        book.pgettext("report", "Planned"),
        book.pgettext("report", "Taken"),
    )
    caption = book.pgettext("report", "Minutes planned and taken")
    return Table((Text(caption),), _cells(header), tuple(map(_cells, rows)), frozenset({1, 2}))


def _rounded(seconds: int | None) -> str:
    return "–" if seconds is None else str(round(seconds / MINUTE))


def _last_moment(making: Making) -> datetime:
    """Give the last moment of which the session knows, so that the same session gives the same figures."""
    session = making.session
    known = [visit.ends or visit.begins for visit in session.visits]
    known += [one.at for one in session.contributions]
    moments = [one for one in (*known, session.details.closed) if one]
    return max(moments, default=datetime(1970, 1, 1, tzinfo=UTC))


def _contributions(making: Making) -> Table | None:
    """Count what was said by topic and sector; what may not be told by sector is counted together."""
    book = making.book
    counts = _counted(making)
    if not counts:
        return None
    columns = [one.id for one in making.disclosure.columns]
    caption = book.pgettext("report", "Contributions by topic")
    if columns:
        caption = book.pgettext("report", "Contributions by topic and sector")
        columns += [_OTHERS] if any(sector == _OTHERS for _, sector in counts) else []
    short = _many(making)
    names = {one.id: one.short if short else sector_name(one) for one in making.session.sectors}
    names[_OTHERS] = book.pgettext("report", "Others")
    together = book.pgettext("report", "Together")
    header = (book.pgettext("report", "Topic"), *(names[one] for one in columns), together)
    rows = [
        _row(title, [counts[topic, one] for one in columns], _total(counts, topic), max(counts.values()))
        for topic, title in _topics(making)
        if _total(counts, topic)
    ]
    sums = (sum(count for (_, sector), count in counts.items() if sector == one) for one in columns)
    rows.append(_cells((together, *map(str, sums), str(counts.total()))))
    return Table((Text(caption),), _cells(header), tuple(rows), frozenset(range(1, len(header))))


def _many(making: Making) -> bool:
    """Say whether there are more sectors, or longer names, than fit over the columns of a table."""
    names = [sector_name(one) for one in making.disclosure.columns]
    return sum(_BESIDE + max(map(len, name.split()), default=0) for name in names) > _WHOLE_NAMES


def _legend(making: Making) -> Paragraph | None:
    """Say which sectors the short names over the columns mean."""
    sectors = making.disclosure.columns if _many(making) else ()
    told = [f"{one.short} = {sector_name(one)}" for one in sectors if one.short != sector_name(one)]
    return Paragraph((Text(" · ".join(told)),), Mark.REMARK) if told else None


def _counted(making: Making) -> _Counts:
    known = {one.id for one in making.disclosure.columns}
    counts: _Counts = Counter()
    for said in making.session.contributions:
        if said.voice is not Voice.MODERATOR:
            sector = making.disclosure.counted(said)
            counts[said.topic, sector.id if sector and sector.id in known else _OTHERS] += 1
    return counts


def _topics(making: Making) -> Iterable[tuple[str | None, str]]:
    yield None, making.book.pgettext("report", "Before the first topic")
    yield from ((one.id, titled(making.disclosure, one)) for one in making.session.topics)


def _total(counts: _Counts, topic: str | None) -> int:
    return sum(count for (at, _), count in counts.items() if at == topic)


def _row(title: str, found: Iterable[int], total: int, most: int) -> tuple[Cell, ...]:
    shaded = (Cell((Text(str(count)),), count / most) for count in found)
    return (Cell((Text(title),)), *shaded, Cell((Text(str(total)),)))


def _cells(words: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(Cell((Text(word),)) for word in words)
