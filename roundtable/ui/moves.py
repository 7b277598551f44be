"""The moderator's moves, as commands of the live table."""

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import MINUTE, State, TopicState, schedule
from roundtable.domain.splitting import Way
from roundtable.i18n import _, ngettext
from roundtable.services import facilitation, staging
from roundtable.services.facilitation import Moved
from roundtable.services.sessions import zone_of
from roundtable.ui import closing
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.dialogs.minutes import Minutes
from roundtable.ui.dialogs.new_topic import NewTopic
from roundtable.ui.dialogs.topic_choice import TopicChoice
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.lines import clock_of

FIRST_GUESS = 5  # minutes


async def next_topic(at: AtTable) -> None:
    """Go to the next topic."""
    await _step(at, 1)


async def previous_topic(at: AtTable) -> None:
    """Go back to the topic before."""
    await _step(at, -1)


async def _step(at: AtTable, by: int) -> None:
    if _is_closed(at):
        return
    seen = at.held.current
    if seen and by > 0 and all(one.skipped for one in at.held.topics[at.held.positions[seen.id] :]):
        at.tell(_("That was the last topic. Close the evening from the palette (Ctrl+P)."), warning=True)
        return
    moved = await at.perform(facilitation.step, by, seen.id if seen else None)
    if moved and not moved.moved:
        _tell_gone(at, moved)


def _tell_gone(at: AtTable, moved: Moved) -> None:
    here = moved.session.current
    title = here.title if here else ""
    at.tell(_("Nothing done: somebody had already gone to “{title}”.").format(title=title), warning=True)


async def go(at: AtTable) -> None:
    """Go to any topic."""
    if _is_closed(at):
        return
    chosen = await at.ask(TopicChoice(at.held.topics, at.held.current, _("Go to which topic?")))
    if chosen:
        await at.perform(facilitation.go, chosen)


async def next_prompt(at: AtTable) -> None:
    """Show the next question to ask, here and on the stage."""
    if len(at.held.prompts) > 1:
        await at.perform(staging.turn_prompt, at.held.prompt)


async def pause_or_resume(at: AtTable) -> None:
    """Stop the clock, or let it run on."""
    if _is_closed(at):
        return
    state = schedule(at.held, at.moment()).state
    if state is State.PREPARED:
        at.tell(_("Not begun yet: n begins."))
    elif state is State.PAUSED:
        if await at.perform(facilitation.resume):
            at.tell(_("The clock runs on."))
    elif await at.perform(facilitation.pause):
        at.tell(_("The clock stands still."))


async def more_minutes(at: AtTable) -> None:
    """Give the topic more minutes, or fewer."""
    topic = at.held.current
    if topic is None:
        at.tell(_("No topic has begun yet."), warning=True)
        return
    minutes = await at.ask(Minutes(topic.title, FIRST_GUESS))
    if not minutes:
        return
    moved = await at.perform(facilitation.more, minutes)
    if moved:
        at.tell(_granted(topic, minutes))


def _granted(topic: Topic, minutes: int) -> str:
    if minutes < 0:
        sentence = ngettext(
            "{count} minute less for “{title}”.", "{count} minutes less for “{title}”.", -minutes
        )
    else:
        sentence = ngettext(
            "{count} minute more for “{title}”.", "{count} minutes more for “{title}”.", minutes
        )
    return sentence.format(count=abs(minutes), title=topic.title)


async def split_rest(at: AtTable) -> None:
    """Split the minutes that are left anew, each topic giving its share."""
    await _split(at, Way.IN_PROPORTION)


async def split_last_first(at: AtTable) -> None:
    """Split the minutes that are left anew, what was planned last giving first."""
    await _split(at, Way.LAST_FIRST)


async def _split(at: AtTable, way: Way) -> None:
    if _is_closed(at):
        return
    if at.held.current is None:
        at.tell(_("Not begun yet: n begins."))
        return
    moved = await at.perform(facilitation.split_rest, way)
    if moved is None:
        return
    if not moved.moved:
        at.tell(_("Nothing to split anew: the minutes fit as they are."))
        return
    ends = clock_of(schedule(moved.session, at.moment()).ends_at, zone_of(at.held))
    at.tell(_("New split of what is left: ends {time}. u takes it back.").format(time=ends))


async def hold(at: AtTable) -> None:
    """Hold the minutes of a topic, or let them go."""
    times = schedule(at.held, at.moment()).topics
    still = [one.topic for one in times if one.state in {TopicState.CURRENT, TopicState.WAITING}]
    if not still:
        at.tell(_("No topic is left whose minutes could be held."))
        return
    question = _("Hold the minutes of which topic? (= is held; again lets it go)")
    chosen = await at.ask(TopicChoice(still, at.held.current, question, proposed=at.held.current))
    if not chosen:
        return
    held = next(one.fixed for one in still if one.id == chosen)
    moved = await at.perform(facilitation.hold, chosen, fixed=not held)
    if moved:
        topic = moved.session.topic(chosen)
        sentence = _("Held: “{title}”, {minutes} min.") if topic.fixed else _("No longer held: “{title}”.")
        at.tell(sentence.format(title=topic.title, minutes=round(topic.allotted_seconds / MINUTE)))


async def add_topic(at: AtTable) -> None:
    """Add a topic that was not planned, behind the current one."""
    if _is_closed(at):
        return
    told = await at.ask(NewTopic())
    added = await at.perform(facilitation.add_topic, told.title, told.minutes) if told else None
    if told and added:
        behind = added.session.current
        here = added.session.positions[behind.id] + 1 if behind else 0
        is_next = added.session.positions[added.topic.id] == here
        sentence = _("Added: “{title}”, {minutes} min. n goes there.") if is_next else _("Added: “{title}”.")
        at.tell(sentence.format(title=shortened(added.topic.title), minutes=told.minutes))


async def skip(at: AtTable) -> None:
    """Leave the topic as skipped."""
    left = at.held.current
    if _is_closed(at):
        return
    moved = await at.perform(facilitation.skip, left.id if left else None)
    if moved is None or left is None:
        return
    if moved.moved:
        at.tell(_("Skipped: “{title}”").format(title=left.title))
    elif moved.session.topic(left.id).skipped:
        at.tell(_("Nothing done: “{title}” was skipped already.").format(title=left.title), warning=True)
    else:
        _tell_gone(at, moved)


async def close(at: AtTable) -> None:
    """End the evening, after asking."""
    if _is_closed(at):
        return
    question = _("End the evening? Everything stays open to correction, and the end can be taken back.")
    if await at.ask(Confirm(question, _("end the evening"))):
        await _close(at)


async def _close(at: AtTable) -> None:
    moved = await at.perform(facilitation.close)
    if moved:
        at.tell(_("The evening is closed."))
        await closing.show(at)


async def reopen(at: AtTable) -> None:
    """Take back the end of the evening."""
    moved = await at.perform(facilitation.reopen)
    if moved and moved.moved:
        at.tell(_("The evening is open again; the clock pauses."))


def _is_closed(at: AtTable) -> bool:
    """Tell, and say, whether the evening is over: no key starts its clock again by accident."""
    if at.held.details.closed:
        at.tell(
            _("The evening is closed. “Open the evening again” is among the commands (Ctrl+P)."), warning=True
        )
    return at.held.details.closed is not None
