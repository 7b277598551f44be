"""Putting right the lines of which it is not clear who spoke, one after the other, the oldest first."""

from roundtable.domain.capture import Table, understand
from roundtable.domain.completing import begun_in, newcomer_in
from roundtable.domain.contributions import Contribution
from roundtable.domain.people import Person
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.services import corrections, people
from roundtable.services.corrections import Correction
from roundtable.services.sessions import zone_of
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.dialogs.speaker_choice import Newcomer, SectorChoice, SpeakerChoice
from roundtable.ui.dialogs.who_said import Asked, Doubt, WhoSaid
from roundtable.ui.undone import undone_told
from roundtable.ui.widgets.letters import people_by_letter, sectors_by_letter


async def put_right(at: AtTable) -> None:
    """Ask of each line of nobody's who said it, until none is left or nobody wants to go on.

    Then the feed goes back to what was marked before, or to what is said last.
    """
    before = at.chosen
    marked = before is not None and before.id != at.held.contributions[-1].id
    await _one_after_another(at)
    at.point_at(before.id if before and marked else "")


async def _one_after_another(at: AtTable) -> None:
    skipped: set[str] = set()
    answers = 0  # what was done before this round is not taken back here
    while doubts := [one for one in at.held.contributions if not one.placed and one.id not in skipped]:
        said = doubts[0]
        at.point_at(said.id)
        match await _asked(at, said, len(doubts)):
            case None:
                return
            case Asked.SKIP:
                skipped.add(said.id)
            case Asked.BACK if not answers:
                at.tell(_("Nothing was answered yet that could be taken back."))
            case Asked.BACK:
                answers -= await _take_back(at)
            case Correction() as answer:
                written = await at.perform(_correct, said.id, answer)
                if written is None:
                    return
                answers += written
            case Newcomer() as newcomer:
                answers += await _seat(at, said, newcomer) is not None
            case Asked.NEW | Asked.NAMES:
                continue  # the list of names was left again
    at.tell(_told(len(skipped)))


def _told(skipped: int) -> str:
    if skipped:
        return ngettext("{count} line was skipped.", "{count} lines were skipped.", skipped).format(
            count=skipped
        )
    return _("Of every line it is clear who spoke.")


async def _asked(at: AtTable, said: Contribution, left: int) -> Correction | Newcomer | Asked | None:
    session = at.held
    table = Table.of(session)
    nearest = understand(said.typed, table).nearest
    question = WhoSaid(
        session,
        Doubt(said, nearest, left),
        people_by_letter(session, table),
        sectors_by_letter(session),
        zone_of(session),
    )
    answer = await at.ask(question)
    name = newcomer_in(begun_in(said.typed).name)
    if answer is Asked.NEW and name:
        return Newcomer(name)
    if answer in {Asked.NEW, Asked.NAMES}:
        return await at.ask(SpeakerChoice(session, said, nearest)) or Asked.NAMES
    return answer


def _correct(journal: Journal, uid: str, key: str, answer: Correction) -> bool:
    """Put a contribution (its id) right, and tell whether anything was left to be put right."""
    appended = journal.append(
        uid, lambda session: corrections.edits_to_correct(journal, uid, session, key, answer)
    )
    return bool(appended.changes)


async def _seat(at: AtTable, said: Contribution, newcomer: Newcomer) -> Session | None:
    """Add somebody to the table who said a line; nothing where it was left."""
    sector: str | None = ""
    if at.held.sectors:
        sector = await at.ask(SectorChoice(at.held, newcomer.name))
    if sector is None:
        return None
    return await at.perform(people.seat_speaker, said.id, Person(newcomer.name, sector))


async def _take_back(at: AtTable) -> bool:
    before = at.held
    if undone := await at.perform(Journal.undo):
        at.tell(undone_told(before, undone))
    return undone is not None
