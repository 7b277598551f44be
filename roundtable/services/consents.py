"""How somebody agreed to be told: asked when and by whom, and what they said before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from roundtable.domain.people import Consent, Participant
from roundtable.domain.records import read_instant
from roundtable.domain.stamps import instant_of
from roundtable.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody said, when, and who asked, as far as that was recorded; `here`: it was typed in this terminal."""

    form: Consent
    at: datetime
    by: str
    here: bool


def consents_of(journal: Journal, uid: str, name: str) -> list[Asked]:
    """Give how somebody (a name or id) agreed to be told, the oldest first. Raises NoSuchPerson, SeveralPeople."""
    one = journal.session(uid).person(name)
    return list(_asked(journal, uid, one.id))


def standing(journal: Journal, uid: str) -> dict[str, Asked]:
    """Give what holds now for everybody who was asked, by id."""
    people = journal.session(uid).participants
    said = {one.id: list(_asked(journal, uid, one.id)) for one in people if one.consent}
    return {key: those[-1] for key, those in said.items() if those}


def _asked(journal: Journal, uid: str, participant: str) -> Iterator[Asked]:
    forms = {str(form): form for form in Consent}
    form, at, by = Consent.UNASKED, None, ""
    history = journal.history(uid, Participant.KIND, participant)
    for change in sorted(history, key=lambda one: one.stamp):
        fields = change.fields
        if fields.keys() & {"consent", "consent_at", "consent_by"}:
            form = forms.get(str(fields.get("consent", form)), Consent.UNASKED)
            at = read_instant(fields["consent_at"]) if "consent_at" in fields else at
            by = str(fields.get("consent_by", by) or "")
            yield Asked(form, at or instant_of(change.stamp), by, change.writer == journal.writer)
