"""The floor, as commands of the live table: who asks for it, who has it, how long a turn may last."""

from dataclasses import replace

from textual.content import Content

from roundtable.domain.floor import queue, speaking
from roundtable.domain.people import Participant, Person
from roundtable.i18n import _
from roundtable.services import floor
from roundtable.services.balance_words import airtime_told
from roundtable.services.floor import OnFloor
from roundtable.services.seating import person_typed
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.person_choice import PersonChoice
from roundtable.ui.dialogs.speaker_choice import Newcomer, SectorChoice

LIMITS = (0, 60, 90, 120, 180, 300)  # seconds


async def ask(at: AtTable) -> None:
    """Somebody asks for the floor."""
    busy = {turn.participant for turn in queue(at.held)}
    person = await _person(at, _("Who asks for the floor?"), but=busy)
    asked = await at.perform(floor.ask, person) if person else None
    if asked and asked.person:
        at.tell(_asked(asked, asked.person))


def _asked(asked: OnFloor, person: Participant) -> str:
    name = asked.session.shown[person.id]
    turn, waiting = speaking(asked.session), queue(asked.session)
    if turn and turn.participant == person.id:
        return _("{name} has the floor already.").format(name=name)
    if not asked.changed:
        return _("{name} waits already.").format(name=name)
    if turn is None and len(waiting) == 1:
        return _("{name} asks for the floor; d gives it.").format(name=name)
    return _("{name} asks for the floor.").format(name=name)


async def give_on(at: AtTable) -> None:
    """Give the floor to the next who waits; where nobody does, the present turn is over."""
    turn = speaking(at.held)
    if turn is None and not queue(at.held):
        at.tell(_("Nobody waits for the floor. f: somebody asks for it."))
        return
    given = await at.perform(floor.give, None, seen=turn.id if turn else None)
    if given:
        _tell_given(at, given)


async def give(at: AtTable) -> None:
    """Give the floor to anybody."""
    turn = speaking(at.held)
    person = await _person(at, _("Who gets the floor?"), but={turn.participant} if turn else set())
    given = await at.perform(floor.give, person) if person else None
    if given:
        _tell_given(at, given)


def _tell_given(at: AtTable, given: OnFloor) -> None:
    shown = given.session.shown
    if not given.changed:
        turn = speaking(given.session)
        name = shown.get((turn.participant if turn else None) or "", "")
        told = (
            _("Nothing done: {name} has the floor already.")
            if name
            else _("Nothing done: the turn was over already.")
        )
        at.tell(told.format(name=name), warning=True)
    elif given.person:
        at.tell(_("{name} has the floor.").format(name=shown[given.person.id]))
    elif given.ended:
        at.tell(_("{name} is done; nobody waits.").format(name=shown.get(given.ended.id, given.ended.name)))


async def done(at: AtTable) -> None:
    """End the present turn."""
    turn = speaking(at.held)
    over = await at.perform(floor.done, seen=turn.id if turn else None)
    if over and over.ended:
        at.tell(_("{name} is done; nobody has the floor.").format(name=over.ended.name))
    elif over and (turn or speaking(over.session)):
        _tell_given(at, over)
    elif over:
        at.tell(_("Nobody had the floor."))


async def drop(at: AtTable) -> None:
    """Take a hand down."""
    known = at.held.of(Participant)
    waiting = [known[turn.participant or ""] for turn in queue(at.held)]
    if not waiting:
        at.tell(_("Nobody waits for the floor. f: somebody asks for it."))
        return
    chosen = await at.ask(PersonChoice(at.held, waiting, _("Who no longer waits for the floor?")))
    dropped = await at.perform(floor.drop, chosen) if isinstance(chosen, str) else None
    if dropped and dropped.person:
        at.tell(_("{name} no longer waits.").format(name=dropped.person.name))


async def limit(at: AtTable) -> None:
    """Set how long a turn may last."""
    chosen = await at.ask(TurnLimit(at.held.details.turn_seconds))
    limited = await at.perform(floor.limit, chosen) if chosen is not None else None
    if limited and chosen:
        at.tell(_("A turn may last {time}.").format(time=airtime_told(chosen)))
    elif limited:
        at.tell(_("A turn may last as long as it takes."))


async def order(at: AtTable) -> None:
    """Change between the order of asking and the quieter sectors first."""
    quiet = not at.held.details.quiet_first
    if await at.perform(floor.order, quiet_first=quiet):
        at.tell(_("The sectors heard least go first.") if quiet else _("Who asked first goes first."))


class TurnLimit(Choice[int]):
    """A dialog that is left with the seconds that a turn may last, 0 for no limit."""

    def __init__(self, seconds: int) -> None:
        wanted = sorted({*LIMITS, seconds})
        names = [airtime_told(one) if one else _("no limit") for one in wanted]
        offers = [Offer(one, Content(name), name) for one, name in zip(wanted, names, strict=True)]
        super().__init__(_("How long may a turn on the floor last?"), offers, wanted.index(seconds))


async def _person(at: AtTable, question: str, *, but: set[str | None]) -> str | Person | None:
    """Ask for somebody at the table (their id), or somebody new."""
    those = [one for one in at.held.participants if one.id not in but]
    chosen = await at.ask(PersonChoice(at.held, those, question, newcomers=True))
    if not isinstance(chosen, Newcomer):
        return chosen
    person: Person | None = person_typed(chosen.name, at.held.sectors)
    if person and at.held.sectors and not person.sector:
        sector = await at.ask(SectorChoice(at.held, person.name))
        person = None if sector is None else replace(person, sector=sector)
    return person
