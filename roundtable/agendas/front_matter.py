"""The front matter of an agenda: where it begins and ends, and what each of its keys means."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node

from roundtable.agendas.front_lists import doubt_sectors, read_abbreviations, read_people_list, read_sectors
from roundtable.agendas.front_values import line_of, pairs_of, text_of
from roundtable.agendas.problems import Findings
from roundtable.agendas.yaml_lines import read_mapping
from roundtable.domain.agenda import Agenda
from roundtable.domain.people import Person
from roundtable.domain.text import folded
from roundtable.i18n import LANGUAGES, N_

_Reader = Callable[[Node, Agenda], Agenda]

_FENCE = re.compile(r"---\s*")
_END = re.compile(r"(?:---|\.\.\.)\s*")
_HEADING = re.compile(r"#{1,6}\s+\S")
_TEXTS = ("title", "subtitle", "place", "organiser", "publisher", "contact", "logo")
_FORMS = ("table", "sector", "named", "none")
_LANGUAGE_NAMES = {
    "nederlands": "nl",
    "dutch": "nl",
    "neerlandais": "nl",
    "francais": "fr",
    "frans": "fr",
    "french": "fr",
    "engels": "en",
    "english": "en",
    "anglais": "en",
}
# What people write in Dutch and French where one of our keys is meant.
_MEANT = {
    "titel": "title",
    "titre": "title",
    "ondertitel": "subtitle",
    "sous-titre": "subtitle",
    "taal": "language",
    "langue": "language",
    "lang": "language",
    "datum": "date",
    "begin": "start",
    "uur": "start",
    "debut": "start",
    "heure": "start",
    "plaats": "place",
    "locatie": "place",
    "lieu": "place",
    "organisator": "organiser",
    "organizer": "organiser",
    "organisateur": "organiser",
    "uitgever": "publisher",
    "editeur": "publisher",
    "naamsvermelding": "attribution",
    "sectoren": "sectors",
    "secteurs": "sectors",
    "accentkleur": "accent",
    "kleur": "accent",
    "couleur": "accent",
    "deelnemers": "people",
    "participants": "people",
    "afkortingen": "abbreviations",
    "abreviations": "abbreviations",
}
_COLOUR = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:.uh]\s*(\d{2})|[uh])(?::00)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class Parts:
    """An agenda's lines taken apart; in both, lines keep their numbers, and what is in the other is blank."""

    front: list[str]
    body: list[str]


def split(lines: list[str], findings: Findings) -> Parts:
    """Find the front matter; one that is not closed ends before the first blank line or heading."""
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[start]):
        findings.warning(
            start + 1,
            N_("There is no front matter; title, language and sectors are not given."),
            N_(
                "Begin the file with a line of three dashes, `title: …`, `language: …`, and three dashes again."
            ),
        )
        return Parts([], lines)
    for index in range(start + 1, len(lines)):
        if _END.fullmatch(lines[index]):
            return _parts(lines, start + 1, index, index + 1)
        if _HEADING.match(lines[index]) and not lines[index - 1].strip():
            break  # a heading behind a blank line: this is the agenda itself already
    findings.error(
        start + 1,
        N_("The front matter begins here and is not closed."),
        N_("Put a line of three dashes behind its last line."),
    )
    ends = (at for at in range(start + 1, len(lines)) if not lines[at].strip() or _HEADING.match(lines[at]))
    end = next(ends, len(lines))
    return _parts(lines, start + 1, end, end)


def _parts(lines: list[str], start: int, end: int, body: int) -> Parts:
    return Parts([""] * start + lines[start:end], [""] * body + lines[body:])


def read_front_matter(parts: Parts, findings: Findings) -> Agenda:
    """Read what the front matter says, as an agenda that has no topics yet; what is not said is empty."""
    blank = Agenda(title="", language="")
    node = read_mapping(parts.front, findings)
    return _Front(findings).read(node, blank) if node else blank


class _Front:
    """Reads one key after another into an agenda."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._seated = dict[Person, int]()
        self._line = 1  # of the key that is read
        self._readers: dict[str, _Reader] = {key: partial(self._text, key) for key in _TEXTS}
        self._readers |= {
            "language": self._language,
            "date": self._date,
            "start": self._start,
            "attribution": self._attribution,
            "accent": self._accent,
            "sectors": lambda node, agenda: replace(agenda, sectors=read_sectors(node, findings)),
            "people": self._people,
            "abbreviations": lambda node, agenda: replace(
                agenda, abbreviations=read_abbreviations(node, findings)
            ),
        }

    def read(self, node: MappingNode, agenda: Agenda) -> Agenda:
        """Read all keys; unknown ones are reported."""
        for key, (key_node, value) in pairs_of(node, self.findings, lower=True).items():
            self._line = line_of(key_node)
            if reader := self._readers.get(key):
                agenda = reader(value, agenda)
            else:
                self._unknown(key, self._line)
        if not agenda.sectors:
            self.findings.warning(
                line_of(node),
                N_("No sectors are named: it cannot be shown which of them were heard."),
                N_("Write `sectors:`, and below it one a line, as in `  LOG: Logistics` (two spaces first)."),
            )
        doubt_sectors(self._seated, agenda.sectors, self.findings)
        return replace(agenda, people=tuple(self._seated))

    def _unknown(self, key: str, line: int) -> None:
        close = difflib.get_close_matches(key, self._readers, 1)
        if meant := _MEANT.get(folded(key)) or (close[0] if close else ""):
            self.findings.warning(
                line,
                N_("“{key}” means nothing in an agenda and was left out."),
                N_("Did you mean `{meant}`?"),
                key=key,
                meant=meant,
            )
        else:
            self.findings.warning(
                line,
                N_("“{key}” means nothing in an agenda and was left out."),
                N_("The keys are: {keys}."),
                key=key,
                keys=", ".join(self._readers),
            )

    def _people(self, node: Node, agenda: Agenda) -> Agenda:
        self._seated = read_people_list(node, self.findings)
        return agenda

    def _said(self, key: str, node: Node) -> tuple[str, int]:
        return text_of(node, key, self.findings), line_of(node)

    def _text(self, key: str, node: Node, agenda: Agenda) -> Agenda:
        text, _line = self._said(key, node)
        said: dict[str, Any] = {key: text}
        return replace(agenda, **said)

    def _language(self, node: Node, agenda: Agenda) -> Agenda:
        said, line = self._said("language", node)
        plain = re.split("[-_ ]", folded(said))[0]
        language = _LANGUAGE_NAMES.get(plain, plain)
        if said and language not in LANGUAGES:
            self.findings.warning(
                line,
                N_("The language “{language}” is not one that papers are written in."),
                N_("Write `language: nl`, `fr` or `en`."),
                language=said,
            )
        return replace(agenda, language=language if language in LANGUAGES else "")

    def _attribution(self, node: Node, agenda: Agenda) -> Agenda:
        said, line = self._said("attribution", node)
        if said and said.lower() not in _FORMS:
            self.findings.error(
                line,
                N_("“{said}” is no form of attribution; by sector is used."),
                N_("Write `attribution: sector`, or `table`, `named` or `none`."),
                said=said,
            )
        return replace(agenda, attribution=said.lower() if said.lower() in _FORMS else "")

    def _accent(self, node: Node, agenda: Agenda) -> Agenda:
        said = text_of(node, "accent", self.findings)
        found = _COLOUR.fullmatch(said)
        if not found:  # nothing at all is most likely a # without quotes, at which YAML stops reading
            self.findings.error(
                self._line,
                N_("“{said}” is no colour; the usual accent is used."),
                N_('Write it as in `accent: "#2f7566"`, with the quotes.'),
                said=said,
            )
        return replace(agenda, accent=f"#{found[1].lower()}" if found else "")

    def _date(self, node: Node, agenda: Agenda) -> Agenda:
        said, line = self._said("date", node)
        if not said:
            return agenda
        if (found := _DAY_FIRST.fullmatch(said)) and (
            day := _day(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}")
        ):
            self.findings.warning(
                line,
                N_("The date {said} was read with the day first, as {day}."),
                N_("Write `date: {day}`."),
                said=said,
                day=day,
            )
            return replace(agenda, date=day)
        if not (day := _day(said)):
            self.findings.error(
                line,
                N_("“{said}” is no date and was left out."),
                N_("Write year, month and day, as in `date: 2026-11-23`."),
                said=said,
            )
        return replace(agenda, date=day)

    def _start(self, node: Node, agenda: Agenda) -> Agenda:
        said, line = self._said("start", node)
        found = _CLOCK.fullmatch(said.lower())
        if found and int(found[1]) <= 23 and int(found[2] or 0) <= 59:  # noqa: PLR2004 — a clock's last hour and minute
            return replace(agenda, start=f"{int(found[1]):02}:{found[2] or '00'}")
        if said:
            self.findings.error(
                line,
                N_("“{said}” is no time of day and was left out."),
                N_("Write hours and minutes, as in `start: 18:30`."),
                said=said,
            )
        return agenda


def _day(text: str) -> str:
    """Give a date as ISO 8601 writes it, or nothing."""
    try:
        return date.fromisoformat(
            text[:10] if re.fullmatch(r"\d{4}-\d\d-\d\d[T ].*", text) else text
        ).isoformat()
    except ValueError:
        return ""
