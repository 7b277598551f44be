"""Day and hour of an evening as people type them: `26/11 19u30`, `do 26 november`, `tomorrow 8pm`."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from roundtable.domain.text import folded

_MONTHS = (
    ("jan", "january", "januari", "janv", "janvier"),
    ("feb", "february", "februari", "fev", "fevrier", "febr"),
    ("mar", "march", "maart", "mrt", "mars"),
    ("apr", "april", "avr", "avril"),
    ("may", "mei", "mai"),
    ("jun", "june", "juni", "juin"),
    ("jul", "july", "juli", "juil", "juillet"),
    ("aug", "august", "augustus", "aout"),
    ("sep", "sept", "september", "septembre"),
    ("oct", "october", "okt", "oktober", "octobre"),
    ("nov", "november", "novembre"),
    ("dec", "december", "decembre"),
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_AWAY = {
    word: days
    for days, words in enumerate(
        ("today vandaag aujourdhui", "tomorrow morgen demain", "overmorgen apresdemain")
    )
    for word in words.split()
}
_WEEKDAYS = {
    word: day
    for day, words in enumerate(
        (
            "monday mon maandag ma lundi lun",
            "tuesday tue dinsdag di mardi",
            "wednesday wed woensdag wo woe mercredi mer",
            "thursday thu donderdag do don jeudi jeu",
            "friday fri vrijdag vr vrij vendredi ven",
            "saturday sat zaterdag za zat samedi sam",
            "sunday sun zondag zo zon dimanche dim",
        )
    )
    for word in words.split()
}
_FILLING = frozenset("op om at a le the on de of den uur uhr heure heures o'clock van".split())
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]|$)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?(?!\d)")
_HOUR = re.compile(
    r"(?<![\d.])(\d{1,2}) ?(?:[:uh] ?(\d{2})|[uh](?:ur)?|(?= ?[ap]\.?m))(?!\w*\d)(?: ?([ap])\.?m\.?)?"
)
_DOTTED_HOUR = re.compile(r"(?<!\d)(\d{1,2})\.(\d{2})(?!\d)")
_LATEST_MONTH = 12
_SOON = 60  # days that a day without a year may lie back


@dataclass(frozen=True, slots=True)
class Starting:
    """A day, an hour, or both; what was not said is None."""

    day: date | None = None
    hour: time | None = None


def read_start(said: str, today: date) -> Starting | None:
    """Read a day and an hour; a day without a year is the next one. Nothing where any of it is neither."""
    rest = folded(said).replace("'", "").strip()
    try:
        day, rest = _day(rest, today)
        hour, rest = _hour(rest, after_a_day=day is not None)
        if day is None:
            day, rest = _day_in_words(rest, today)
    except ValueError:  # the 31st of February, 25 o'clock
        return None
    left = [word for word in re.split(r"[\s,;]+", rest) if word and word.strip(".") not in _FILLING]
    known_day = day is not None and all(word.strip(".") in _WEEKDAYS for word in left)
    if (left and not known_day) or (day is None and hour is None):
        return None
    return Starting(day, hour)


def _day(text: str, today: date) -> tuple[date | None, str]:
    if found := _ISO.search(text):
        return date(int(found[1]), int(found[2]), int(found[3])), _without(text, found)
    found = _DAY.search(text)
    if not found or (not found[3] and "." in found[0] and int(found[2]) > _LATEST_MONTH):
        return None, text  # 19.30 is an hour
    return _dated(int(found[1]), int(found[2]), found[3], today), _without(text, found)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)  # noqa: PLR2004 — two figures
    return _next(day, month, today)


def _next(day: int, month: int, today: date) -> date:
    """Give a day of this year or, where that lies long back, of the next; 29 February of the next leap year."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today - timedelta(days=_SOON):
            return found
    raise ValueError(day, month)


def _hour(text: str, *, after_a_day: bool) -> tuple[time | None, str]:
    found = _HOUR.search(text)
    if found:
        hour = int(found[1])
        if found[3]:
            hour = hour % 12 + (12 if found[3] == "p" else 0)
        return time(hour, int(found[2] or 0)), _without(text, found)
    if found := _DOTTED_HOUR.search(text):
        return time(int(found[1]), int(found[2])), _without(text, found)
    if after_a_day and (bare := re.fullmatch(r"\s*(?:[a-z]+ )?(\d{1,2})(?: uur| heures?)?\s*", text)):
        return time(int(bare[1])), text.replace(bare[1], "")
    return None, text


def _day_in_words(text: str, today: date) -> tuple[date | None, str]:
    words = re.split(r"[\s,;]+", text)
    plain = [word.strip(".") for word in words]
    for place, word in enumerate(plain):
        if word in _MONTH:
            return _around_month(plain, place, today)
        if word in _AWAY:
            return today + timedelta(days=_AWAY[word]), " ".join(words[:place] + words[place + 1 :])
    for place, word in enumerate(plain):
        if word in _WEEKDAYS:
            ahead = (_WEEKDAYS[word] - today.weekday()) % 7
            return today + timedelta(days=ahead), " ".join(words[:place] + words[place + 1 :])
    return None, text


def _around_month(words: list[str], place: int, today: date) -> tuple[date | None, str]:
    """Read `26 november 2026` or `november 26`; what stands around it is left."""
    month = _MONTH[words[place]]
    first = (
        place - 1 if place and re.fullmatch(r"\d{1,2}(?:e|er|th|st|nd|rd)?", words[place - 1]) else place + 1
    )
    if first >= len(words) or not (day := re.match(r"\d{1,2}", words[first])):
        return None, " ".join(words)
    behind = max(first, place) + 1
    year = words[behind] if behind < len(words) and re.fullmatch(r"\d{4}", words[behind]) else None
    last = behind + (1 if year else 0)
    return _dated(int(day[0]), month, year, today), " ".join(words[: min(first, place)] + words[last:])


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
