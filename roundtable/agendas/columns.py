"""What the columns of a list of people mean, by their headings in Dutch, French or English."""

import re
from collections.abc import Sequence
from enum import StrEnum

from roundtable.domain.text import folded
from roundtable.i18n import N_


class Field(StrEnum):
    """What a column can hold."""

    NAME = "name"
    FIRST = "first name"
    PARTICLE = "particle"  # van, de, van der: a column of its own in lists from the Netherlands
    LAST = "last name"
    SECTOR = "sector"
    ORGANISATION = "organisation"
    ROLE = "role"
    NICKNAME = "nickname"
    EMAIL = "email"
    CONSENT = "consent"


# How each is called where a list is looked at.
TOLD = {
    Field.NAME: N_("name"),
    Field.FIRST: N_("first name"),
    Field.PARTICLE: N_("particle"),
    Field.LAST: N_("last name"),
    Field.SECTOR: N_("sector"),
    Field.ORGANISATION: N_("organisation"),
    Field.ROLE: N_("role"),
    Field.NICKNAME: N_("nickname"),
    Field.EMAIL: N_("e-mail address"),
    Field.CONSENT: N_("consent"),
}
NAMING = frozenset({Field.NAME, Field.FIRST, Field.LAST})

_HEADINGS = {
    Field.NAME: (
        "name|fullname|participant|person|naam|volledigenaam|naamdeelnemer|deelnemer|persoon|voornaamennaam"
        "|naamenvoornaam|voorenachternaam|voornaamenachternaam|nom|nomcomplet|nometprenom|prenometnom|nomprenom"
        "|prenomnom|personne|participante"
    ),
    Field.FIRST: "firstname|givenname|forename|first|voornaam|prenom",
    Field.PARTICLE: "tussenvoegsel|tussenvoegsels|voorvoegsel|particule",
    Field.LAST: "lastname|surname|familyname|last|achternaam|familienaam|nomdefamille",
    Field.SECTOR: "sector|branch|industry|group|sectorgroep|branche|bedrijfstak|groep|secteur|branchedactivite|groupe",
    Field.ORGANISATION: (
        "organisation|organization|company|firm|employer|organisatie|bedrijf|firma|onderneming|werkgever|instelling"
        "|vereniging|bedrijfsnaam|entreprise|societe|employeur|institution|association|companyname"
    ),
    Field.ROLE: "role|function|position|job|jobtitle|functie|rol|beroep|functietitel|fonction|poste|profession",
    Field.NICKNAME: "nickname|alias|knownas|callname|roepnaam|bijnaam|schermnaam|surnom|nomdusage|diminutif",
    Field.EMAIL: (
        "email|mail|emailaddress|mailaddress|emailadres|mailadres|courriel|adressemail|adresseemail"
        "|adresseelectronique|adressecourriel"
    ),
    Field.CONSENT: (
        "consent|attribution|permission|maybenamed|toestemming|naamsvermelding|vermelding|toelating|akkoord"
        "|consentement|accord|autorisation|mention"
    ),
}
_MEANT = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split("|")}


def meaning_of(heading: str) -> Field | None:
    """Say what a heading means; case, accents, spaces and marks do not count."""
    plain = re.sub(r"\(.*?\)", "", folded(heading))
    return _MEANT.get(re.sub(r"[^a-z]", "", plain))


def meanings_of(headings: Sequence[str]) -> tuple[Field | None, ...]:
    """Say what each column means; beside a first name, Naam, Nom and Name are the last name."""
    found = [meaning_of(heading) for heading in headings]
    if Field.FIRST in found and Field.LAST not in found:
        found = [Field.LAST if meaning is Field.NAME else meaning for meaning in found]
    first_of = {meaning: column for column, meaning in reversed(list(enumerate(found))) if meaning}
    return tuple(
        meaning if meaning and first_of[meaning] == column else None for column, meaning in enumerate(found)
    )


def guessed_meanings(rows: Sequence[Sequence[str]]) -> tuple[Field | None, ...]:
    """Guess what columns without headings hold: addresses by their sign, else name, sector, organisation and role.

    A column of numbers (of telephones, of rows) holds nothing.
    """
    width = max((len(row) for row in rows), default=0)
    found: list[Field | None] = [None] * width
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        if cells and all("@" in cell for cell in cells) and Field.EMAIL not in found:
            found[column] = Field.EMAIL
    rest = (column for column in range(width) if found[column] is None and not _numbers(rows, column))
    for meaning, column in zip(
        (Field.NAME, Field.SECTOR, Field.ORGANISATION, Field.ROLE), rest, strict=False
    ):
        found[column] = meaning
    return tuple(found)


def _numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return all(not any(mark.isalpha() for mark in cell) for cell in cells)
