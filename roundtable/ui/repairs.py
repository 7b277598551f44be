"""Putting right what was recorded, as commands of the live table; they act on the contribution that is chosen."""

from roundtable.domain.capture import Table, understand
from roundtable.domain.contributions import Contribution
from roundtable.domain.people import Person
from roundtable.i18n import _
from roundtable.services import corrections, people
from roundtable.services.bases import text_and_base
from roundtable.services.recording import speaker_of
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.contribution_choice import ContributionChoice
from roundtable.ui.dialogs.speaker_choice import Newcomer, SectorChoice, SpeakerChoice
from roundtable.ui.dialogs.topic_choice import TopicChoice
from roundtable.ui.undone import shortened, undone_told
from roundtable.ui.widgets.reading import speaker_told


async def star(at: AtTable) -> None:
    """Star the contribution, or take the star away."""
    said = _chosen(at)
    after = await at.perform(corrections.star, said.id, wanted=not said.starred) if said else None
    if said and after:
        sentence = _("Star taken away: “{text}”") if said.starred else _("Starred: “{text}”")
        at.tell(sentence.format(text=shortened(said.text)))


async def park(at: AtTable) -> None:
    """Put the contribution on the parking lot, or take it up again."""
    said = _chosen(at)
    parked = await at.perform(corrections.park, said.id, wanted=not said.parked) if said else None
    if said and parked:
        sentence = _("Taken up again: “{text}”") if said.parked else _("Parked: “{text}”")
        at.tell(sentence.format(text=shortened(said.text)))


async def correct_text(at: AtTable) -> None:
    """Correct what was said."""
    from roundtable.ui.dialogs.correct_text import CorrectText  # the first frame needs no editor of texts

    if said := _chosen(at):
        seen = await at.perform(text_and_base, Contribution.KIND, said.id)
        if seen is None:
            return
        old, base = seen
        text = await at.ask(CorrectText(old))
        if text is None or text == old:
            return
        after = await at.perform(corrections.correct_text, said.id, text, base)
        if after and after.overtaken:
            told = _("Corrected. Somebody else had changed it meanwhile: u brings theirs back.")
            at.tell(told, warning=True)
        elif after:
            at.tell(_("Corrected: “{text}”").format(text=shortened(text)))


async def change_speaker(at: AtTable) -> None:
    """Say who said it."""
    if said := _chosen(at):
        chosen = await at.ask(SpeakerChoice(at.held, said, _nearest(at, said)))
        after = None
        if isinstance(chosen, Newcomer):
            sector: str | None = ""
            if at.held.sectors:
                sector = await at.ask(SectorChoice(at.held, chosen.name))
            if sector is not None:
                after = await at.perform(people.seat_speaker, said.id, Person(chosen.name, sector))
        elif chosen:
            after = await at.perform(corrections.correct, said.id, chosen)
        if after:
            now = after.contribution(said.id)
            who = speaker_told(after, speaker_of(now))
            at.tell(_("Said by {who}: “{text}”").format(who=who, text=shortened(now.text)))


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
        after = await at.perform(corrections.move_to_topic, said.id, topic) if topic else None
        if after:
            title = next((one.title for one in after.topics if one.id == topic), "")
            at.tell(_("It belongs to “{title}” now.").format(title=title))


async def withdraw(at: AtTable) -> None:
    """Take the contribution out of all lists and papers."""
    said = _chosen(at)
    withdrawn = await at.perform(corrections.withdraw, said.id) if said else None
    if said and withdrawn:
        at.tell(_("Withdrawn: “{text}” (u: back)").format(text=shortened(said.text)))


async def restore(at: AtTable) -> None:
    """Bring back a contribution that was withdrawn: the marked one where such are shown, else one of them all."""
    marked = at.chosen
    if marked and marked.withdrawn:
        await _bring_back(at, marked.id)
        return
    withdrawn = at.held.withdrawn
    if not withdrawn:
        at.tell(_("Nothing was withdrawn."))
        return
    chosen = await at.ask(ContributionChoice(at.held, withdrawn[::-1], _("Bring back which contribution?")))
    if chosen:
        await _bring_back(at, chosen)


async def _bring_back(at: AtTable, contribution: str) -> None:
    after = await at.perform(corrections.restore, contribution)
    if after:
        at.tell(_("Back again: “{text}”").format(text=shortened(after.contribution(contribution).text)))


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
