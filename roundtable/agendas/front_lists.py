"""The longer keys of the front matter: sectors, people, abbreviations."""

import re
from collections.abc import Mapping

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roundtable.agendas.consent import read_consent
from roundtable.agendas.front_values import is_nothing, line_of, pairs_of, text_of
from roundtable.agendas.problems import Findings
from roundtable.agendas.short_names import short_names
from roundtable.domain.agenda import AgendaSector
from roundtable.domain.openers import FIXED
from roundtable.domain.people import Consent, Person
from roundtable.domain.text import folded
from roundtable.i18n import N_

MOST_SECTORS = 12
_SHORT = re.compile(r"[^\W_]{2,4}")
_PERSON_KEYS = ("name", "sector", "organisation", "role", "nickname", "email", "consent")


def read_sectors(node: Node, findings: Findings) -> tuple[AgendaSector, ...]:
    """Read the sectors: short name to name, or to name and `told`; a mere list gets short names of ours."""
    line = line_of(node)
    match node:
        case MappingNode():
            found = [
                _sector(short, key, value, findings)
                for short, (key, value) in pairs_of(node, findings).items()
            ]
        case SequenceNode():
            found = _listed_sectors(node, findings)
        case _ if is_nothing(node):
            return ()
        case _:
            findings.error(
                line,
                N_("The sectors are one text, and cannot be told apart."),
                N_(
                    "Write each on a line of its own below `sectors:`, as in `  LOG: Logistics` (two spaces first)."
                ),
            )
            return ()
    if len(found) > MOST_SECTORS:
        findings.warning(
            line,
            N_("There are {count} sectors; on a screen hardly more than {most} can be told apart."),
            N_("Join those that belong together."),
            count=len(found),
            most=MOST_SECTORS,
        )
    return tuple(found)


def _sector(short: str, key: Node, node: Node, findings: Findings) -> AgendaSector:
    line = line_of(key)
    if not _SHORT.fullmatch(short):
        findings.warning(
            line,
            N_("“{short}” is no good short name for a sector: note-takers type it all evening."),
            N_("Take two to four letters or digits."),
            short=short,
        )
    elif folded(short) in FIXED:
        findings.error(
            line,
            N_("“{short}:” has a meaning of its own when lines are typed, and cannot mean a sector."),
            N_("Choose another short name."),
            short=short,
        )
    told = ""
    if isinstance(node, MappingNode):
        inner = pairs_of(node, findings, lower=True)
        texts = {name: text_of(inner[name][1], name, findings) for name in ("name", "told") if name in inner}
        _unknown(inner, ("name", "told"), findings)
        name, told = texts.get("name", ""), texts.get("told", "")
    else:
        name = text_of(node, short, findings)
    if not name:
        findings.warning(
            line,
            N_("The sector {short} has no name; its short name is used."),
            N_("Write `{short}: …` with its name."),
            short=short,
        )
    return AgendaSector(short, name or short, told)


def _listed_sectors(node: SequenceNode, findings: Findings) -> list[AgendaSector]:
    found: list[AgendaSector] = []
    names: dict[str, None] = {}
    for each in node.value:
        if isinstance(each, MappingNode):  # - LOG: Logistics
            found += [
                _sector(short, key, value, findings)
                for short, (key, value) in pairs_of(each, findings).items()
            ]
        elif name := text_of(each, "sectors", findings):
            names[name] = None
    shorts = short_names(names, taken=[sector.short for sector in found])
    found += [AgendaSector(shorts[name], name) for name in names]
    findings.warning(
        line_of(node),
        N_("The sectors are a list; those without a short name were given one: {shorts}."),
        N_("Write them without dashes, as in `  LOG: Logistics`, with the short name of your choice."),
        shorts=", ".join(f"{sector.short} ({sector.name})" for sector in found),
    )
    return found


def read_people_list(node: Node, findings: Findings) -> dict[Person, int]:
    """Read the people, each with its line: a list of names, or of names with sector, role, consent and so on."""
    if is_nothing(node):
        return {}
    if not isinstance(node, SequenceNode):
        findings.error(
            line_of(node),
            N_("“people” must be a list."),
            N_(
                "Write each on a line of its own, with a dash and a name, or keep them in a CSV file for --people."
            ),
        )
        return {}
    found: dict[str, tuple[Person, int]] = {}
    for each in node.value:
        person = _person(each, findings)
        if not person:
            continue
        if folded(person.name) in found:
            findings.warning(
                line_of(each),
                N_("{name} is in the list already, and was left out here."),
                N_("Give the second one another name if they are two."),
                name=person.name,
            )
        found.setdefault(folded(person.name), (person, line_of(each)))
    return dict(found.values())


def doubt_sectors(
    people: Mapping[Person, int], sectors: tuple[AgendaSector, ...], findings: Findings
) -> None:
    """Report people who sit for a sector that the agenda does not name."""
    known = {folded(name) for sector in sectors for name in (sector.short, sector.name)}
    for person, line in people.items():
        if person.sector and folded(person.sector) not in known:
            findings.warning(
                line,
                N_("{name} sits for {sector}, which is not among the sectors."),
                N_("The sectors are: {shorts}."),
                name=person.name,
                sector=person.sector,
                shorts=", ".join(sector.short for sector in sectors) or "–",
            )


def _person(node: Node, findings: Findings) -> Person | None:
    line = line_of(node)
    if isinstance(node, ScalarNode):
        name = text_of(node, "people", findings)
        return Person(name) if name else None
    texts: dict[str, str] = {}
    if isinstance(node, MappingNode):
        inner = pairs_of(node, findings, lower=True)
        _unknown(inner, _PERSON_KEYS, findings)
        texts = {name: text_of(inner[name][1], name, findings) for name in _PERSON_KEYS if name in inner}
    if not texts.get("name"):
        findings.error(
            line,
            N_("This person has no name and was left out."),
            N_("Write `- name: …`, and sector, role and so on below it in the same column."),
        )
        return None
    consent = read_consent(texts.pop("consent", ""), line, findings)
    return Person(**texts, consent=consent or Consent.UNASKED)


def read_abbreviations(node: Node, findings: Findings) -> Mapping[str, str]:
    """Read the abbreviations: what is typed, and what it is written out as."""
    if is_nothing(node):
        return {}
    if not isinstance(node, MappingNode):
        findings.error(
            line_of(node),
            N_("The abbreviations are not pairs."),
            N_(
                "Write each on a line of its own below `abbreviations:`, as in `  ppl: people` (two spaces first)."
            ),
        )
        return {}
    found = {
        short: text_of(value, short, findings) for short, (_key, value) in pairs_of(node, findings).items()
    }
    return {short: text for short, text in found.items() if text}


def _unknown(inner: Mapping[str, tuple[Node, Node]], known: tuple[str, ...], findings: Findings) -> None:
    for key, (node, _value) in inner.items():
        if key not in known:
            findings.warning(
                line_of(node),
                N_("“{key}” means nothing here and was left out."),
                N_("The keys here are: {keys}."),
                key=key,
                keys=", ".join(known),
            )
