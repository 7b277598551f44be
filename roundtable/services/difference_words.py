"""What the words of a difference alone do not show, in sentences."""

from roundtable.domain.session import Session
from roundtable.i18n import N_, _, ngettext
from roundtable.report.comparing import Difference, How

HOW = {
    How.CHANGED: N_("changed"),
    How.MOVED: N_("moved"),
    How.DELETED: N_("taken out"),
    How.INSERTED: N_("new"),
}


def signs(session: Session, one: Difference) -> list[str]:
    """Say what became of a paragraph, and what there is to know before it is taken."""
    told = [_(HOW[one.how])]
    if one.of_form:
        told.append(_("only its form is another: a list, a heading, emphasis"))
    if one.contested:
        told.append(_("was changed here as well: taken only if you say so"))
    if one.lost:
        numbers = ", ".join(str(session.numbers.get(key, "?")) for key in one.lost)
        lost = ngettext(
            "refers to statement {numbers} no longer",
            "refers to statements {numbers} no longer",
            len(one.lost),
        )
        told.append(lost.format(numbers=numbers))
    return told


def drafted_told() -> str:
    """Say that a part is still the tool's draft, and what taking something does to it."""
    return _("drafted here; what you take makes prose of it")
