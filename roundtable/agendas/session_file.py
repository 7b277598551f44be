"""Reading a session from JSON: everything in it is checked before anything is stored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from roundtable.agendas.decoding import decode, read_bytes
from roundtable.agendas.problems import Said
from roundtable.agendas.short_names import short_names
from roundtable.domain.records import MOST
from roundtable.domain.text import clean
from roundtable.errors import BrokenSessionFile
from roundtable.i18n import N_, ngettext

__all__ = [
    "FileContribution",
    "FileParticipant",
    "FileTopic",
    "SessionFile",
    "read_session_file",
    "short_names",
]

_MEGABYTES = 200
_SHOWN = 20
_WIDTH = 60  # as much of a value as finds room beside its path

Extra = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FileTopic:
    """A topic of a session file; what else the file says of it is in `extra`."""

    title: str
    minutes: float | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileParticipant:
    """A participant of a session file; `sector` is a name, or empty."""

    name: str
    sector: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileContribution:
    """One thing said; `votes` are numbers of people (agree, oppose, pass) by group."""

    at_seconds: float
    participant: str | None
    topic_index: int | None
    text: str
    votes: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session as a file brings it, texts cleaned, contributions in the order of the file."""

    title: str
    language: str
    topics: tuple[FileTopic, ...] = ()
    participants: tuple[FileParticipant, ...] = ()
    contributions: tuple[FileContribution, ...] = ()
    extra: Extra = field(default_factory=dict)

    @property
    def sectors(self) -> tuple[str, ...]:
        """The names of the sectors that participants sit for, in order of appearance."""
        return tuple(dict.fromkeys(one.sector for one in self.participants if one.sector))


@dataclass(frozen=True, slots=True)
class _Place:
    """What is wrong, and where in the file."""

    path: str
    what: Said

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" if self.path else str(self.what)


@dataclass(frozen=True, slots=True)
class _Problems:
    """All that is wrong in a file, the first of it shown; translated when shown."""

    found: tuple[_Place, ...]

    def __str__(self) -> str:
        lines = [str(one) for one in self.found[:_SHOWN]]
        more = len(self.found) - len(lines)
        if more:
            lines.append(ngettext("… and {count} more.", "… and {count} more.", more).format(count=more))
        return "\n".join(lines)


class _Checker:
    """Takes values out of what JSON gave, and remembers what is wrong with them."""

    def __init__(self) -> None:
        self.found: list[_Place] = []

    def wrong(self, path: str, what: str, **places: object) -> None:
        self.found.append(_Place(path, Said(what, tuple(places.items()))))

    def broken(self, file: Path) -> BrokenSessionFile:
        return BrokenSessionFile(file=file, problems=_Problems(tuple(self.found)))

    def mapping(self, value: object, path: str) -> Extra | None:
        if isinstance(value, dict):
            return value
        self.wrong(path, N_("this must be an object in braces, and is {value}"), value=_short(value))
        return None

    def several(self, holder: Extra, key: str) -> list[object]:
        value = holder.get(key)
        if isinstance(value, list):
            return value
        if key in holder:
            self.wrong(key, N_("this must be a list in square brackets, and is {value}"), value=_short(value))
        else:
            self.wrong(key, N_("this list is missing"))
        return []

    def text(self, holder: Extra, key: str, path: str, *, empty: bool = False) -> str:
        value = holder.get(key)
        if not isinstance(value, str):
            if key in holder:
                self.wrong(
                    path + key,
                    N_("this must be text in quotation marks, and is {value}"),
                    value=_short(value),
                )
            else:
                self.wrong(path + key, N_("this is missing"))
            return ""
        if not (kept := clean(value)) and not empty:
            self.wrong(path + key, N_("this is empty"))
        return kept

    def number(self, holder: Extra, key: str, path: str, most: int = MOST) -> float | None:
        value = holder.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
            return float(value)
        if key in holder:
            self.wrong(
                path + key, N_("this must be a number, zero or more, and is {value}"), value=_short(value)
            )
        else:
            self.wrong(path + key, N_("this is missing"))
        return None


def read_session_file(path: Path) -> SessionFile:
    """Read and check a session JSON.

    Raises BrokenSessionFile with all that is wrong, and the errors of a file that cannot be read.
    """
    checker = _Checker()
    if (top := checker.mapping(_parsed(path), "")) is None:
        raise checker.broken(path)
    session = SessionFile(
        checker.text(top, "title", ""),
        checker.text(top, "language", ""),
        topics := _topics(checker, top),
        people := _participants(checker, top),
        _contributions(checker, top, frozenset(one.name for one in people), len(topics)),
        _rest(top, "title", "language", "topics", "participants", "contributions"),
    )
    if checker.found:
        raise checker.broken(path)
    return session


def _parsed(path: Path) -> object:
    text = decode(read_bytes(path, _MEGABYTES), path).text
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        what = Said(
            N_("line {line}, column {column}: this is no JSON ({reason})"),
            (("line", error.lineno), ("column", error.colno), ("reason", error.msg)),
        )
    except (ValueError, RecursionError) as error:
        what = Said(N_("this is no JSON that can be read ({reason})"), (("reason", error),))
    raise BrokenSessionFile(file=path, problems=what)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _topics(checker: _Checker, top: Extra) -> tuple[FileTopic, ...]:
    topics = []
    for index, value in enumerate(checker.several(top, "topics")):
        path = f"topics[{index}]"
        if (one := checker.mapping(value, path)) is None:
            topics.append(FileTopic(""))  # keeps the place of a broken one, for the index of contributions
            continue
        minutes = (
            None if one.get("minutes") is None else checker.number(one, "minutes", path + ".", MOST // 60)
        )
        topics.append(
            FileTopic(checker.text(one, "title", path + "."), minutes, _rest(one, "title", "minutes"))
        )
    return tuple(topics)


def _participants(checker: _Checker, top: Extra) -> tuple[FileParticipant, ...]:
    people: dict[str, FileParticipant] = {}
    for index, value in enumerate(checker.several(top, "participants")):
        path = f"participants[{index}]"
        if (one := checker.mapping(value, path)) is None:
            continue
        name = checker.text(one, "name", path + ".")
        sector = "" if one.get("sector") is None else checker.text(one, "sector", path + ".", empty=True)
        if name in people:
            checker.wrong(path + ".name", N_("“{name}” is in the list already"), name=_short(name))
        elif name:
            people[name] = FileParticipant(name, sector, _rest(one, "name", "sector"))
    return tuple(people.values())


def _contributions(
    checker: _Checker, top: Extra, names: frozenset[str], topics: int
) -> tuple[FileContribution, ...]:
    contributions = []
    for index, value in enumerate(checker.several(top, "contributions")):
        path = f"contributions[{index}]"
        if (one := checker.mapping(value, path)) is None:
            continue
        contributions.append(
            FileContribution(
                checker.number(one, "at_seconds", path + ".") or 0.0,
                _who(checker, one, path + ".", names),
                _topic_index(checker, one, path + ".", topics),
                checker.text(one, "text", path + ".", empty=True),
                _votes(checker, one, path + ".votes"),
                _rest(one, "at_seconds", "participant", "topic_index", "text", "votes"),
            )
        )
    return tuple(contributions)


def _who(checker: _Checker, one: Extra, path: str, names: frozenset[str]) -> str | None:
    if one.get("participant") is None:
        return None
    name = checker.text(one, "participant", path)
    if name and name not in names:
        checker.wrong(path + "participant", N_("“{name}” is not among the participants"), name=_short(name))
    return name


def _topic_index(checker: _Checker, one: Extra, path: str, topics: int) -> int | None:
    value = one.get("topic_index")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        checker.wrong(
            path + "topic_index",
            N_("this must be a whole number, 0 or more, and is {value}"),
            value=_short(value),
        )
    elif value >= topics:
        checker.wrong(
            path + "topic_index",
            ngettext("{value}, but there is {count} topic", "{value}, but there are {count} topics", topics),
            value=_short(value),
            count=topics,
        )
    else:
        return value
    return None


def _votes(checker: _Checker, one: Extra, path: str) -> dict[str, tuple[int, int, int]]:
    if one.get("votes") is None:
        return {}
    votes: dict[str, tuple[int, int, int]] = {}
    for group, value in (checker.mapping(one["votes"], path) or {}).items():
        match value:
            case [int(agree), int(oppose), int(skip)] if clean(group) and _counts(agree, oppose, skip):
                votes[clean(group)] = (agree, oppose, skip)
            case _:
                checker.wrong(
                    f"{path}.{_short(group)}",
                    N_("this must be three numbers of people (agree, oppose, pass), and is {value}"),
                    value=_short(value),
                )
    return votes


def _counts(*numbers: int) -> bool:
    return all(0 <= number <= MOST for number in numbers)


def _rest(holder: Extra, *known: str) -> dict[str, object]:
    return {key: value for key, value in holder.items() if key not in known}


def _short(value: object) -> str:
    """Show a value as it stands in the file, cut where it is long."""
    shown = clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return shown if len(shown) <= _WIDTH else shown[: _WIDTH - 1] + "…"
