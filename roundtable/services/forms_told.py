"""What each form of attribution means for this very table, in a line."""

from roundtable.domain.disclosure import Form
from roundtable.domain.people import Consent
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.services.disclosing import disclosure_of, given_away


def form_told(session: Session, form: Form) -> str:
    """Say how many of those present a paper of this form would tell by name, by sector, and of nobody."""
    if form is Form.NONE:
        return _("nobody, and no list of sectors: only how many sat there")
    if form is Form.TABLE:
        return _("nobody; the sectors are listed")
    rule = disclosure_of(session, form)
    named, told_by = {one.id for one in rule.named}, {one.id for one in rule.told_sectors}
    others = [one for one in rule.present if one.id not in named]
    by_sector = sum(one.consent is not Consent.NONE and one.sector in told_by for one in others)
    nobody = len(rule.present) - len(named) - by_sector
    parts = [
        ngettext("{count} person by name", "{count} people by name", len(named)).format(count=len(named)),
        ngettext("{count} person by sector", "{count} people by sector", by_sector).format(count=by_sector),
        _("{count} of nobody").format(count=nobody),
    ]
    return ", ".join(parts if form is Form.NAMED else parts[1:])


def folded_told(session: Session, form: Form) -> str:
    """Say which sectors are told of nobody, as too few of their people would be told by sector; empty for none."""
    if form in {Form.TABLE, Form.NONE}:
        return ""
    folded = disclosure_of(session, form).folded
    shorts = [one.short for one in session.sectors if one.id in folded]
    if not shorts:
        return ""
    told = ngettext(
        "{sectors} is told of nobody: too few people",
        "{sectors} are told of nobody: too few people, or only so that it is not known who is meant",
        len(shorts),
    )
    return told.format(sectors=", ".join(shorts))


def alone_told(session: Session, form: Form) -> str:
    """Say who alone is told of nobody: who knows that, knows what they said; empty for none."""
    alone = given_away(session, form).alone
    if alone is None:
        return ""
    told = _("{name} alone is told of nobody: who knows that, knows what they said")
    return told.format(name=alone.name)
