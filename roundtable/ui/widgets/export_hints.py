"""What Enter does on a row of the export, in a line."""

from roundtable.i18n import N_, _
from roundtable.services.checking import KeptName
from roundtable.services.export_apart import Outcome, PaperFile
from roundtable.services.settling import Kind, ToSettle
from roundtable.ui.widgets.export_rows import Choosing, Folding, LookAt, Meant

_SETTLES = {
    Kind.NAMES: N_("Enter: tell it neutrally, keep it, or word it anew."),
    Kind.UNASKED: N_("Enter records what somebody answered; a shows everybody."),
    Kind.QUOTES: N_("Enter goes to the quotes that wait for approval."),
    Kind.CHAPTERS: N_("Enter reads it: it is good as it is, or you go there and write."),
    Kind.TAKEAWAYS: N_("Enter words it, or goes to the takeaways where there are none."),
    Kind.CONTESTED: N_("Enter goes there; C chooses a version."),
    Kind.PROSE: N_("Enter goes there, to put it right."),
    Kind.PAPER: N_("Enter goes to where it is settled."),
}


def hint_of(meant: Meant | None) -> str:
    """Say what Enter does."""
    match meant:
        case ToSettle(kind):
            return _(_SETTLES[kind])
        case Choosing():
            return _("Enter changes it; it is remembered for this session on this computer.")
        case Folding():
            return _("Enter or Space shows what stands under it, or folds it away.")
        case KeptName():
            return _("Enter decides anew.")
        case LookAt():
            return _("Enter: word it anew, if it says too much.")
        case PaperFile():
            return _("Enter opens it, o shows its folder, y copies its path.")
        case Outcome():
            return _("Enter shows all that was said about it.")
        case None:
            return ""
