"""The last ten minutes, as commands of the live table and of the page of takeaways."""

import asyncio
from collections.abc import Awaitable
from typing import Protocol, TypeVar

from roundtable.domain.contributions import Takeaway
from roundtable.domain.hands import too_many, understand_hands
from roundtable.errors import RoundtableError
from roundtable.i18n import _
from roundtable.i18n import told as told_error
from roundtable.services import ledger, suggesting, votes
from roundtable.services.backing import hands_told, too_many_told
from roundtable.services.bases import text_and_base
from roundtable.storage.journal import Journal
from roundtable.ui import staging
from roundtable.ui.at_table import AtTable
from roundtable.ui.undone import shortened

T = TypeVar("T")
Words = tuple[str, str]  # title and text of a takeaway

LONG = 1.0  # seconds after which it is said what is being looked for


class AtTakeaways(AtTable, Protocol):
    """The page of takeaways."""

    @property
    def marked(self) -> Takeaway | None:
        """The takeaway that is marked; none before there is any."""

    def mark(self, key: str) -> None:
        """Mark a takeaway (its id)."""


async def takeaways(at: AtTable) -> None:
    """Open the takeaways."""
    from roundtable.ui.screens.takeaways import TakeawaysView

    await at.show(TakeawaysView(at))


async def draft(at: AtTakeaways) -> None:
    """Draft a takeaway from what speaks for many of the evening."""
    await _draft(at, None)


async def draft_of_topic(at: AtTakeaways) -> None:
    """Draft a takeaway from what speaks for many on one topic."""
    from roundtable.ui.dialogs.topic_choice import TopicChoice

    spoken_on = [topic for topic in at.held.topics if at.held.on_topic(topic.id)]
    if not spoken_on:
        at.tell(_("Nothing was said yet."))
        return
    here = at.held.current if at.held.current in spoken_on else None
    topic = await at.ask(TopicChoice(spoken_on, here, _("Draft from which topic?")))
    if topic:
        await _draft(at, topic)


async def _draft(at: AtTakeaways, topic: str | None) -> None:
    from roundtable.ui.dialogs.suggestion_choice import SuggestionChoice

    found = await looked_for(at, suggesting.suggest_apart(at.held, topic))
    if found is None:
        return
    if not found:
        at.tell(_("Too little was said to suggest anything more. n writes a takeaway."), warning=True)
        return
    key = await at.ask(SuggestionChoice(at.held, found))
    if not key:
        return
    await _add(at, "", [key])


async def looked_for(at: AtTable, asked: Awaitable[T]) -> T | None:
    """Wait for what was asked; where that takes long it is said, and what goes wrong is told: then nothing is given."""
    saying = asyncio.get_running_loop().call_later(LONG, at.tell, _("Looking through what was said …"))
    try:
        return await asked
    except RoundtableError as error:
        at.tell(told_error(error), warning=True)
        return None
    finally:
        saying.cancel()


async def new(at: AtTakeaways) -> None:
    """Write a takeaway in one line."""
    from roundtable.ui.dialogs.wording import NewTakeaway

    text = await at.ask(NewTakeaway())
    if text:
        await _add(at, text, [])


async def _add(at: AtTakeaways, text: str, evidence: list[str]) -> None:
    made = await at.perform(ledger.add_takeaway, text, evidence=evidence)
    if made:
        at.mark(made.id)
        at.tell(_("Drafted. e words it anew, h counts hands."))


async def reword(at: AtTakeaways) -> None:
    """Word the takeaway anew."""
    from roundtable.ui.dialogs.wording import Reword

    one = _marked(at)
    if one is None:
        return
    seen = await at.perform(text_and_base, Takeaway.KIND, one.id)
    if seen is None:
        return
    old, base = seen
    text = await at.ask(Reword(old))
    if text is None or text == old:
        return
    overtaken = await at.perform(worded, one.id, ((one.title, old), (one.title, text)), base)
    if overtaken is None:
        return
    if overtaken:
        at.tell(_("Kept. Somebody else had worded it meanwhile: u brings theirs back."), warning=True)
    else:
        at.tell(_("Worded anew: “{text}”").format(text=shortened(text)))


def worded(journal: Journal, uid: str, key: str, change: tuple[Words, Words], base: str | None) -> bool:
    """Word a takeaway (its id) anew, from the words that were seen, the text under the stamp `base`, to others.

    What was not changed is left as it is now. Tell whether somebody had worded meanwhile what was changed.
    """
    seen, words = change
    then = journal.session(uid).takeaway(key)
    title, text = (new if new != old else None for old, new in zip(seen, words, strict=True))
    ledger.edit_takeaway(journal, uid, key, title=title, text=text, base=base)
    theirs = zip(seen, (then.title, then.text), (title, text), strict=True)
    return any(ours not in {None, now} and now != old for old, now, ours in theirs)


async def hands(at: AtTakeaways) -> None:
    """Count a show of hands."""
    from roundtable.ui.dialogs.hands import HandsCount

    one = _marked(at)
    if one is None:
        return
    typed = await at.ask(HandsCount(at.held, one))
    after = await at.perform(votes.show_of_hands, one.id, typed) if typed else None
    if typed and after:
        doubts = [too_many_told(each) for each in too_many(at.held, understand_hands(at.held, typed))]
        told = hands_told(after, after.takeaway(one.id))
        at.tell(doubts[0] if doubts else told, warning=bool(doubts))


async def up(at: AtTakeaways) -> None:
    """Move the takeaway up."""
    await _move(at, -1)


async def down(at: AtTakeaways) -> None:
    """Move the takeaway down."""
    await _move(at, 1)


async def _move(at: AtTakeaways, by: int) -> None:
    one = _marked(at)
    if one is None:
        return
    order = [each.id for each in at.held.takeaways]
    position = order.index(one.id) + 1 + by
    if 1 <= position <= len(order):
        await at.perform(ledger.move_takeaway, one.id, position)


async def drop(at: AtTakeaways) -> None:
    """Take the takeaway out of the ledger."""
    one = _marked(at)
    after = await at.perform(ledger.drop_takeaway, one.id) if one else None
    if one and after:
        at.tell(_("Dropped: “{text}” (u: back)").format(text=shortened(one.called)))


async def show_or_hide(at: AtTakeaways) -> None:
    """Show the takeaway on the stage, or hide it."""
    if one := _marked(at):
        await staging.put(at, one)


def _marked(at: AtTakeaways) -> Takeaway | None:
    if at.marked is None:
        at.tell(_("No takeaways yet: d drafts one, n writes one."))
    return at.marked
