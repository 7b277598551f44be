"""The parking lot as commands: opened from the live table, and what is done with what stands on it."""

from roundtable.i18n import _
from roundtable.services import corrections
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.topic_choice import TopicChoice
from roundtable.ui.undone import shortened

SHOWN = 30  # characters of a contribution, so that what is told fits into 80 columns


async def parking_lot(at: AtTable) -> None:
    """Show the parking lot."""
    from roundtable.ui.screens.parking import ParkingView

    await at.show(ParkingView(at))


async def take_up_at_topic(at: AtTable) -> None:
    """Take up what is chosen at a topic."""
    said = at.chosen
    if said is None:
        return
    here = at.held.current or next((one for one in at.held.topics if one.id == said.topic), None)
    question = _("At which topic is it taken up again?")
    topic = await at.ask(TopicChoice(at.held.topics, at.held.current, question, proposed=here))
    after = await at.perform(corrections.take_up, said.id, topic) if topic else None
    if after:
        title = next((one.title for one in after.topics if one.id == topic), "")
        sentence = _("Taken up at “{title}”: “{text}”. u takes it back.")
        at.tell(sentence.format(title=shortened(title, 16), text=shortened(said.text, 16)))


async def take_up_where_it_was(at: AtTable) -> None:
    """Take up what is chosen at the topic to which it was said."""
    said = at.chosen
    after = await at.perform(corrections.take_up, said.id) if said else None
    if said and after:
        at.tell(_("Taken up again: “{text}”").format(text=shortened(said.text, SHOWN)))


async def keep_open(at: AtTable) -> None:
    """Mark what is chosen for the open questions of the paper, or take the mark away."""
    said = at.chosen
    if said is None:
        return
    wanted = not (said.parked and said.open_question)
    if await at.perform(corrections.keep_open, said.id, wanted=wanted) is None:
        return
    if not wanted:
        at.tell(_("No longer for the paper: “{text}”").format(text=shortened(said.text, SHOWN)))
    elif not said.placed or said.check:
        at.tell(_("For the paper, once it is clear who said it, and nothing is left to check."), warning=True)
    else:
        at.tell(_("For the open questions of the paper: “{text}”").format(text=shortened(said.text, SHOWN)))
