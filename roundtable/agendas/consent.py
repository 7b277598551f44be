"""The words by which a file says how somebody may be told."""

from roundtable.agendas.problems import Findings
from roundtable.domain.people import Consent
from roundtable.domain.text import folded
from roundtable.i18n import N_

_WORDS = {
    Consent.NAMED: "named|name|by name|met naam|bij naam|naam|op naam|nominatif|nominative|nominativement|nomme|nommee",
    Consent.SECTOR: "sector|by sector|per sector|met sector|secteur|par secteur",
    Consent.NONE: (
        "none|no|nobody|not|anonymous|geen|nee|neen|niet|niemand|anoniem|aucun|aucune|non|personne|anonyme"
    ),
}
_MEANT = {word: consent for consent, words in _WORDS.items() for word in words.split("|")}


def read_consent(said: str, line: int, findings: Findings) -> Consent:
    """Read a consent in Dutch, French or English; what cannot be understood counts as not asked yet."""
    if not said:
        return Consent.UNASKED
    consent = _MEANT.get(folded(said).strip(" .!"))
    if consent is None:
        findings.warning(
            line,
            N_("“{said}” does not say how this person may be told; it counts as not asked yet."),
            N_("Write `named`, `sector` or `none`, or leave it empty."),
            said=said,
        )
    return consent or Consent.UNASKED
