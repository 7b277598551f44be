"""What each form of attribution means for this very table, in a line."""

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Consent, Participant
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext


def form_told(session: Session, form: Form) -> str:
    """Say how many of those present a paper of this form would tell by name, by sector, and of nobody."""
    if form is Form.NONE:
        return _("nobody, and no list of sectors: only how many sat there")
    if form is Form.TABLE:
        return _("nobody; the sectors are listed")
    rule = Disclosure.of(session, form)
    named = {one.id for one in rule.named}
    by_sector = sum(one.id not in named and _has_a_sector(rule, one) for one in rule.present)
    nobody = len(rule.present) - len(named) - by_sector
    parts = [
        ngettext("{count} person by name", "{count} people by name", len(named)).format(count=len(named)),
        ngettext("{count} person by sector", "{count} people by sector", by_sector).format(count=by_sector),
        _("{count} of nobody").format(count=nobody),
    ]
    return ", ".join(parts if form is Form.NAMED else parts[1:])


def _has_a_sector(rule: Disclosure, one: Participant) -> bool:
    known = {sector.id for sector in rule.session.sectors}
    return one.consent is not Consent.NONE and one.sector in known and one.sector not in rule.folded


def folded_told(session: Session, form: Form) -> str:
    """Say which sectors are told of nobody, as too few of their people would be told by sector; empty for none."""
    if form in {Form.TABLE, Form.NONE}:
        return ""
    rule = Disclosure.of(session, form)
    shorts = [one.short for one in session.sectors if one.id in rule.folded]
    if not shorts:
        return ""
    told = ngettext(
        "{sectors} is told of nobody: too few people",
        "{sectors} are told of nobody: too few people each",
        len(shorts),
    )
    return told.format(sectors=", ".join(shorts))
