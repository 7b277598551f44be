"""Putting right what was recorded, as commands of the live table; they act on the contribution that is chosen."""

from roundtable.domain.capture import Table, understand
from roundtable.domain.contributions import Contribution
from roundtable.i18n import _
from roundtable.services import corrections
from roundtable.services.corrections import Correction
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.contribution_choice import ContributionChoice
from roundtable.ui.dialogs.speaker_choice import SpeakerChoice
from roundtable.ui.dialogs.topic_choice import TopicChoice
from roundtable.ui.undone import shortened, undone_told


async def star(at: AtTable) -> None:
    """Star the contribution, or take the star away."""
    if said := _chosen(at):
        await at.perform(corrections.star, said.id)


async def park(at: AtTable) -> None:
    """Put the contribution on the parking lot, or take it up again."""
    said = _chosen(at)
    parked = await at.perform(corrections.park, said.id) if said else None
    if said and parked:
        sentence = _("Taken up again: “{text}”") if said.parked else _("Parked: “{text}”")
        at.tell(sentence.format(text=shortened(said.text)))


async def correct_text(at: AtTable) -> None:
    """Correct what was said."""
    from roundtable.ui.dialogs.correct_text import CorrectText  # the first frame needs no editor of texts

    if said := _chosen(at):
        text = await at.ask(CorrectText(said.text))
        if text is not None and text != said.text:
            await at.perform(corrections.correct, said.id, Correction(text=text))


async def change_speaker(at: AtTable) -> None:
    """Say who said it."""
    if said := _chosen(at):
        correction = await at.ask(SpeakerChoice(at.held, said, _nearest(at, said)))
        if correction:
            await at.perform(corrections.correct, said.id, correction)


def _nearest(at: AtTable, said: Contribution) -> str | None:
    """Give the participant to propose first: whose name is nearest to what was typed, else who has it now."""
    if said.placed:
        return said.participant
    return understand(said.typed, Table.of(at.held)).nearest


async def change_topic(at: AtTable) -> None:
    """Move the contribution to another topic."""
    if said := _chosen(at):
        here = next((topic for topic in at.held.topics if topic.id == said.topic), None)
        topic = await at.ask(TopicChoice(at.held.topics, here, _("To which topic does it belong?")))
        if topic:
            await at.perform(corrections.move_to_topic, said.id, topic)


async def withdraw(at: AtTable) -> None:
    """Take the contribution out of all lists and papers."""
    said = _chosen(at)
    withdrawn = await at.perform(corrections.withdraw, said.id) if said else None
    if said and withdrawn:
        at.tell(_("Withdrawn: “{text}” (u: back)").format(text=shortened(said.text)))


async def restore(at: AtTable) -> None:
    """Bring back a contribution that was withdrawn."""
    withdrawn = [said for said in at.held.everything_said if said.withdrawn]
    if not withdrawn:
        at.tell(_("Nothing was withdrawn."))
        return
    chosen = await at.ask(ContributionChoice(at.held, withdrawn[::-1], _("Bring back which contribution?")))
    if chosen:
        await at.perform(corrections.restore, chosen)


async def undo(at: AtTable) -> None:
    """Take back the last thing done here, and say what it was."""
    before = at.held
    undone = await at.perform(Journal.undo)
    if undone:
        at.tell(undone_told(before, undone), warning=bool(undone.kept))


def _chosen(at: AtTable) -> Contribution | None:
    said = at.chosen
    if said is None:
        at.tell(_("Nothing was said yet."))
    return said
