"""How it stands with somebody's words: a line in a list, and all that is known of it below."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from roundtable.domain.session import Session
from roundtable.domain.standing import Standing
from roundtable.i18n import _
from roundtable.report.approving import OwnWords
from roundtable.report.telling import speaker
from roundtable.services.approval_words import SIGNS, before_told, owner_told, standing_told, standing_word
from roundtable.ui.widgets.lines import hanging

_COLOURS = {
    Standing.UNASKED: "$dim",
    Standing.ASKED: "$text",
    Standing.APPROVED: "$accent",
    Standing.CHANGED: "$accent",
    Standing.REFUSED: "$error",
    Standing.LAPSED: "$warning",
}
_STANDING, _OWNER, _WIDEST_OWNER = 24, 16, 24  # columns
_WIDE = 100
_LABEL = 12  # columns of what stands before a line of the marked one


def approval_line(session: Session, one: OwnWords, today: date, width: int) -> Content:
    """Give the line of a quote: its number, how it stands, who said it, the words as far as there is room."""
    owner = _WIDEST_OWNER if width >= _WIDE else _OWNER
    stands = Content.styled(f"{SIGNS[one.standing]} {standing_word(one, today)}", _colour(one, today))
    line = Content.assemble(
        (f"{session.numbers[one.said.id]:>4}  ", "$dim"),
        stands.truncate(_STANDING, ellipsis=True, pad=True),
        "  ",
        Content(owner_told(session, one)).truncate(owner, ellipsis=True, pad=True),
        "  ",
        one.words,
    )
    return line.truncate(width, ellipsis=True)


def _colour(one: OwnWords, today: date) -> str:
    late = one.approval is not None and one.approval.overdue(today)
    return "$warning" if late else _COLOURS[one.standing]


def approval_lines(session: Session, one: OwnWords, today: date, width: int) -> list[Content]:
    """Give the words of a quote as they would be printed, and what is known of them."""
    lines = [*hanging(Content.styled(one.words, "bold"), Content(), width), Content()]
    for label, told in _facts(session, one, today):
        before = Content.styled(label, "$dim").truncate(_LABEL, ellipsis=True, pad=True)
        lines += hanging(Content(told), Content.assemble(before, "  "), width)
    return lines


def _facts(session: Session, one: OwnWords, today: date) -> Iterator[tuple[str, str]]:
    yield _("approval"), f"{SIGNS[one.standing]} {standing_told(one, today)}"
    if one.approval and one.approval.by:
        yield _("answered by"), one.approval.by
    if before := before_told(one):
        yield _("said"), before
    elif one.standing is Standing.LAPSED and one.approval and one.approval.wording:
        yield _("wanted then"), one.approval.wording
    if one.standing is Standing.LAPSED:
        yield _("to do"), _("ask again (w), or record what they say now")
    yield _("told of"), speaker(one.told, session.details.language)
    yield _("stands in"), ", ".join(one.parts) or _("not in the paper now")
    for words in one.excerpts:
        yield _("quoted"), words
