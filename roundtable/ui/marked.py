"""What is done with the contribution that is marked, as commands of the live table."""

from textual.screen import Screen

from roundtable.domain.contributions import Contribution, Vote
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services import corrections
from roundtable.services.recording import speaker_of
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.reading import speaker_told


async def kind(at: AtTable) -> None:
    """Say what kind of thing it is, or how it stands to what was said before."""
    from roundtable.ui.dialogs.kind_choice import KindChoice

    if said := _chosen(at):
        correction = await at.ask(KindChoice(said))
        after = await at.perform(corrections.correct, said.id, correction) if correction else None
        if correction and after:
            told = {
                "point": _("Now a point: “{text}”"),
                "quote": _("Now a quote: “{text}”"),
                "question": _("Now a question: “{text}”"),
                "proposal": _("Now a proposal: “{text}”"),
                "supports": _("Now it supports what was said before: “{text}”"),
                "opposes": _("Now it opposes what was said before: “{text}”"),
                "": _("Now it takes no stance: “{text}”"),
            }
            wanted = correction.kind if correction.kind is not None else correction.stance or ""
            at.tell(told[wanted].format(text=shortened(said.text)))


async def answer(at: AtTable) -> None:
    """Take down an answer to it."""
    from roundtable.services.answering import answer as take_down
    from roundtable.ui.dialogs.answer import AnswerLine

    if said := _chosen(at):
        line = await at.ask(AnswerLine(at.held, said))
        after = await at.perform(take_down, said.id, line) if line else None
        if after:
            at.tell(_("Answered: “{text}”").format(text=shortened(said.text)))


async def support(at: AtTable) -> None:
    """Record who supports it."""
    await _back(at, Vote.AGREE)


async def oppose(at: AtTable) -> None:
    """Record who opposes it."""
    await _back(at, Vote.OPPOSE)


async def _back(at: AtTable, vote: Vote) -> None:
    from roundtable.services.votes import back_statement
    from roundtable.ui.dialogs.backing_choice import BackingChoice

    if said := _chosen(at):
        ask = BackingChoice.supporting if vote is Vote.AGREE else BackingChoice.opposing
        who = await at.ask(ask(at.held, said))
        after = await at.perform(back_statement, said.id, [who], vote=vote) if who else None
        if who and after:
            person = after.of(Participant).get(who)
            pattern = _("{who} supports “{text}”") if vote is Vote.AGREE else _("{who} opposes “{text}”")
            name = after.shown.get(who, person.name) if person else who
            at.tell(pattern.format(who=name, text=shortened(said.text)))


async def history(at: AtTable) -> None:
    """Show who changed what of it, and when."""
    from roundtable.ui.screens.history import HistoryView

    if said := _chosen(at):
        await at.show(HistoryView(at, said))


async def copy(at: AtTable) -> None:
    """Copy what is selected with the mouse, else its text."""
    if isinstance(at, Screen) and (selected := at.get_selected_text()):
        at.clear_selection()
        _copy(at, selected)
    elif said := _chosen(at):
        _copy(at, said.text)


async def copy_with_name(at: AtTable) -> None:
    """Copy its text with who said it and when."""
    if said := _chosen(at):
        _copy(at, _with_name(at.held, said))


def _with_name(session: Session, said: Contribution) -> str:
    who = speaker_told(session, speaker_of(said)) if said.placed else "?"
    at = said.at.astimezone(zone_of(session)).strftime("%H:%M ") if said.at else ""
    return f"{at}{who}: {said.text}"


def _copy(at: AtTable, text: str) -> None:
    if isinstance(at, Screen):
        at.app.copy_to_clipboard(text)
        at.tell(_("Copied: “{text}”").format(text=shortened(" ".join(text.split()))))


def _chosen(at: AtTable) -> Contribution | None:
    said = at.chosen
    if said is None:
        at.tell(_("Nothing was said yet."))
    return said
