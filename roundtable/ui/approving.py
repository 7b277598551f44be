"""The approval of quotes as commands: opened from the synthesis, answers recorded, sheets written."""

from datetime import date, timedelta
from typing import Protocol

from roundtable.domain.approvals import TO_ANSWER, Answer, to_ask
from roundtable.i18n import _, ngettext
from roundtable.report.approving import OwnWords
from roundtable.report.wording import whole_quote
from roundtable.services import approvals as service
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.one_line import OneLine
from roundtable.ui.undone import shortened


class AtApprovals(AtTable, Protocol):
    """The page of approvals."""

    those: tuple[OwnWords, ...] | None

    @property
    def marked(self) -> OwnWords | None:
        """The words that are marked; none where there are none."""


async def approvals(at: AtTable) -> None:
    """Open the approval of quotes."""
    from roundtable.ui.screens.approvals import ApprovalsView

    await at.show(ApprovalsView(at))


async def approve(at: AtApprovals) -> None:
    """Record that it was approved as it stands."""
    await _record(at, Answer.APPROVED, _("Approved: {words}"))


async def refuse(at: AtApprovals) -> None:
    """Record that it is not to be printed."""
    await _record(at, Answer.REFUSED, _("Refused, and not printed: {words}"))


async def change(at: AtApprovals) -> None:
    """Record that it was approved in other words."""
    from roundtable.ui.dialogs.approved_words import ApprovedWords

    one = _marked(at)
    if one is None:
        return
    said = one.said.wording or one.said.text
    known = one.approval.wording if one.approval else ""
    words = await at.ask(ApprovedWords(said, known or whole_quote(one.words) or one.words))
    if words:
        await _record(at, Answer.CHANGED, _("To be printed instead: “{words}”"), words)


async def _record(at: AtApprovals, answer: Answer, told: str, wording: str = "") -> None:
    one = _marked(at)
    if one is None:
        return
    by = ""
    if to_ask(one.said) is None:
        asked = await at.ask(OneLine(_("It is of no single person. Who answered for the others?")))
        by = asked or ""
        if not by.strip():
            return
    if await at.perform(service.record, [one.said.id], answer, wording=wording, by=by):
        at.tell(told.format(words=shortened(wording or one.words)))


def _marked(at: AtApprovals) -> OwnWords | None:
    if at.marked is None:
        at.tell(_("Nothing is marked that could be approved."))
    return at.marked


async def write_sheets(at: AtApprovals) -> None:
    """Ask by which day to answer, and write the sheets."""
    waiting = {to_ask(one.said) for one in at.those or () if one.parts and one.waits} - {None}
    if not waiting:
        at.tell(_("Nothing waits for the answer of anybody who could be asked."))
        return
    today = at.moment().astimezone(zone_of(at.held)).date()

    def understood(typed: str) -> tuple[str, bool]:
        day = _day(typed)
        if day is None or day < today:
            return _("Write a day from today on, such as {day}.").format(day=today + timedelta(days=1)), False
        count = len(waiting)
        return ngettext("A sheet for {count} person.", "Sheets for {count} people.", count).format(
            count=count
        ), True

    typed = await at.ask(OneLine(_("By which day are people to answer?"), str(today + TO_ANSWER), understood))
    done = await at.perform(service.write_sheets, until=_day(typed)) if typed else None
    if done:
        folder = done.files[0].path.parent.absolute()
        sentence = ngettext(
            "{count} file written into {folder}: yours to send.",
            "{count} files written into {folder}: yours to send.",
            len(done.files),
        )
        at.tell(sentence.format(count=len(done.files), folder=folder))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
