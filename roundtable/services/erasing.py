"""Erasing for good what was said, or who somebody was: first what would go, then its going."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from roundtable.config import read_settings
from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Change, Edit
from roundtable.domain.contributions import Contribution, Prose, Support, Takeaway, Theme, Voice
from roundtable.domain.erasing import Eraser
from roundtable.domain.erasures import REMARKS, TEXTS, Erasure, Extent
from roundtable.domain.mentions import NeutralWords
from roundtable.domain.people import THERE, Participant, Sector
from roundtable.domain.records import Record, created, fields_of
from roundtable.domain.references import used_in
from roundtable.domain.session import Details, Session, spoke
from roundtable.domain.text import folded
from roundtable.domain.turns import Turn
from roundtable.errors import NoSuchPerson, SeveralPeople
from roundtable.report.telling import neutral_words
from roundtable.services.copies import papers_holding
from roundtable.storage.journal import Journal
from roundtable.storage.own import Paper

_WRITTEN = (Contribution, Takeaway, Prose, Theme)
_GIVEN = (Details, Sector, Topic, Participant)


class ToldAs(StrEnum):
    """Of whom what an erased person said is told from then on."""

    NOBODY = "nobody"
    SECTOR = "sector"


@dataclass(frozen=True, slots=True)
class Way:
    """How a person is erased: with their words or only by the link to them, and what becomes of others' mentions.

    `told_as` is of whom the words that stay are told; a sector only where enough others of it sat at the table.
    """

    extent: Extent
    neutral: bool = True
    told_as: ToldAs = ToldAs.NOBODY


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would go in a session, and what holds it besides: `traces` are others' words, takeaways, prose and themes.

    `resting` is what answers erased words, or rests on them, in words of its own; `untouched` is what the organiser
    gave (a title, an organisation) that names somebody, and stays.
    """

    session: Session
    people: tuple[Participant, ...] = ()
    statements: tuple[Contribution, ...] = ()
    supports: int = 0
    turns: int = 0
    approvals: int = 0
    traces: tuple[Record, ...] = ()
    resting: tuple[Record, ...] = ()
    untouched: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    backups: tuple[Path, ...] = ()


# What was said.


def foresee_statements(journal: Journal, uid: str, numbers: Sequence[str]) -> Foreseen:
    """Say what would go with contributions (numbers or ids). Raises NoSuchContribution, ErasedForGood."""
    session = journal.session(uid)
    those = _named(session, numbers)
    erasures = [Erasure(id=one.id, kind=Contribution.KIND) for one in those]
    return _foreseen(journal, session, erasures, Foreseen(session, statements=those))


def _named(session: Session, numbers: Sequence[str]) -> tuple[Contribution, ...]:
    return tuple({said.id: said for said in map(session.contribution, numbers)}.values())


def erase_statements(journal: Journal, uid: str, numbers: Sequence[str]) -> Session:
    """Erase contributions, so that nothing is left of their words; their numbers stay theirs.

    Raises NoSuchContribution, ErasedForGood.
    """

    def decide(session: Session) -> list[Edit]:
        return _gone_with(journal, session, [_statement_gone(said) for said in _named(session, numbers)])

    return journal.erase(uid, decide).session


def _statement_gone(said: Contribution) -> tuple[Edit, Edit]:
    return _erasure(said, Extent.WORDS), Edit(said.KIND, said.id, {"withdrawn": True})


def _erasure(one: Record, extent: Extent, instead: Mapping[str, str] | None = None) -> Edit:
    """Say that something is erased, the extent always told: it may have been erased in part before."""
    said = {f"instead.{name}": text for name, text in (instead or {}).items()}
    return Edit(Erasure.KIND, one.id, {"kind": one.KIND, "extent": str(extent), **said})


def _person_gone(session: Session, one: Participant, way: Way) -> tuple[Edit, Edit]:
    """Say that a person is erased, and that somebody sat there all the same: so many they were."""
    sat = not one.withdrawn and (one.attendance in THERE or one.id in spoke(session))
    gone = _erasure(one, way.extent, _instead_of_names(session) if way.neutral else {})
    return replace(gone, fields={**gone.fields, "sat": sat}), Edit(one.KIND, one.id, {"withdrawn": True})


def _gone_with(journal: Journal, session: Session, pairs: Iterable[tuple[Edit, ...]]) -> list[Edit]:
    """Give edits, and those that withdraw what was about nothing but what they erase."""
    edits = [edit for pair in pairs for edit in pair]
    erasures = [_read(edit) for edit in edits if edit.kind == Erasure.KIND]
    emptied = _eraser(journal, session, erasures).emptied
    return [*edits, *(Edit(*key, {"withdrawn": True}) for key in sorted(emptied))]


def _read(edit: Edit) -> Erasure:
    told = {name.removeprefix("instead."): str(text) for name, text in edit.fields.items() if "." in name}
    return Erasure(
        id=edit.record, kind=str(edit.fields["kind"]), extent=Extent(str(edit.fields["extent"])), instead=told
    )


def _eraser(journal: Journal, session: Session, erasures: Iterable[Erasure]) -> Eraser:
    return Eraser(journal.history(session.uid), {one.id: one for one in erasures}, session.details.language)


# A person.


def people_called(journal: Journal, name: str, uids: Iterable[str]) -> dict[str, Participant]:
    """Find somebody in several sessions (uids) by one name. Where several people fit, none is chosen.

    Raises NoSuchPerson, SeveralPeople.
    """
    found: dict[str, Participant] = {}
    sessions = [journal.session(uid) for uid in uids]
    for session in sessions:
        exact = [one for one in session.participants if folded(one.name) == folded(name.strip())]
        one = exact[0] if len(exact) == 1 else None
        if not exact:
            try:
                one = session.person(name)
            except NoSuchPerson:
                continue
        found[session.uid] = one or session.person(name)
    names = {folded(one.name): one.name for one in found.values()}
    if not found:
        raise NoSuchPerson(name=name)
    if len(names) > 1:
        raise SeveralPeople(name=name, people=", ".join(names.values()))
    return found


def _records_of(session: Session, people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Give people with the records that were made one with theirs, or taken off the list, under the same name."""
    names = {folded(name) for one in people for name in (one.name, one.first_name)}
    older = [
        one
        for one in session.of(Participant).values()
        if one.withdrawn and one.name and folded(one.name) in names and one not in people
    ]
    return (*people, *older)


def foresee_person(journal: Journal, uid: str, people: Sequence[Participant], extent: Extent) -> Foreseen:
    """Say what would go with people in a session."""
    session = journal.session(uid)
    known = _records_of(session, people)
    ids = {one.id for one in known}
    instead = _instead_of_names(session)
    said = tuple(one for one in session.everything_said if one.participant in ids)
    erasures = [
        *(Erasure(id=one.id, kind=one.KIND, instead=instead) for one in known),
        *(Erasure(id=one.id, kind=one.KIND, extent=extent) for one in said),
    ]
    emptied = _eraser(journal, session, erasures).emptied
    seen = Foreseen(
        session,
        tuple(people),
        said,
        sum(1 for one in session.of(Support).values() if one.participant in ids and not one.withdrawn),
        sum(1 for kind, _ in emptied if kind == Turn.KIND),
        sum(1 for kind, _ in emptied if kind == "approval"),
    )
    return _foreseen(journal, session, erasures, seen)


def _instead_of_names(session: Session) -> dict[str, str]:
    """Give what stands in the place of a name, as a paper in the session's language tells it."""
    told = neutral_words(session.details.language)
    return {
        one.name: getattr(told, one.name) for one in fields(NeutralWords) if "organisation" not in one.name
    }


def erase_person(journal: Journal, uid: str, people: Sequence[Participant], way: Way) -> Session:
    """Erase people from a session."""

    def decide(session: Session) -> list[Edit]:
        those = _records_of(session, people)
        ids = {one.id for one in those}
        gone = [_person_gone(session, one, way) for one in those]
        told = _told(session, those, way)
        said = [one for one in session.everything_said if one.participant in ids]
        votes = [one for one in session.of(Support).values() if one.participant in ids]
        pairs = [
            *gone,
            *(
                _statement_gone(one) if way.extent is Extent.WORDS else _unlinked(session, one, told)
                for one in said
            ),
            *((_vote(session, one, told),) for one in votes),
        ]
        return _gone_with(journal, session, pairs)

    return journal.erase(uid, decide).session


def _told(session: Session, people: Sequence[Participant], way: Way) -> frozenset[str]:
    """Give the sectors by which what these people said may be told: enough others of them sat at the table."""
    if way.told_as is ToldAs.NOBODY or way.extent is Extent.WORDS:
        return frozenset()
    gone = {one.id for one in people}
    others = [one.sector for one in session.participants if one.id not in gone and one.attendance in THERE]
    least = read_settings().least
    return frozenset(sector for sector in others if sector and others.count(sector) >= least)


def _unlinked(session: Session, said: Contribution, told: frozenset[str]) -> tuple[Edit, Edit]:
    """Leave the words as they stand now, with nobody behind them; all that stood before goes."""
    sector = session.sector_of(said)
    own = sector.id if sector and sector.id in told else None
    voice = Voice.SECTOR if own else Voice.NOBODY
    stays = {"typed": said.text, "text": said.text, "wording": said.wording}
    link = {"participant": None, "sector": own, "voice": str(voice)}
    return _erasure(said, Extent.LINK), Edit(said.KIND, said.id, {**stays, **link})


def _vote(session: Session, vote: Support, told: frozenset[str]) -> Edit:
    person = session.of(Participant).get(vote.participant or "")
    sector = (person.sector if person else None) or vote.sector
    if sector in told:
        return Edit(vote.KIND, vote.id, {"participant": None, "sector": sector})
    return Edit(vote.KIND, vote.id, {"participant": None, "withdrawn": True})


# What holds it besides.


def _foreseen(journal: Journal, session: Session, erasures: Sequence[Erasure], seen: Foreseen) -> Foreseen:
    eraser = _eraser(journal, session, erasures)
    gone = {one.id for one in erasures}

    def tells(text: str) -> bool:
        return eraser.text(text) != text

    written = tuple(_written(session, gone))
    words = {one.id for one in erasures if one.extent is Extent.WORDS}
    return replace(
        seen,
        traces=tuple(one for one in written if _loses(eraser, one)),
        resting=tuple(one for one in written if _rests_on(one, words) and not _loses(eraser, one)),
        untouched=tuple(dict.fromkeys(text for text in _given(session, gone) if tells(text))),
        papers=papers_holding(journal, session.uid, tells),
        backups=tuple(path for path in journal.backups() if path.exists()),
    )


def _written(session: Session, gone: set[str]) -> Iterator[Record]:
    for cls in _WRITTEN:
        yield from (one for one in session.of(cls).values() if not one.withdrawn and one.id not in gone)


def _loses(eraser: Eraser, one: Record) -> bool:
    """Say whether what somebody wrote would lose words; a line that began with a name loses none."""
    edit = created(one)
    before = Change("", "", edit.kind, edit.record, edit.fields, "", "")
    after = eraser.rewritten(before).fields
    return any(edit.fields.get(name) != after.get(name) for name in TEXTS - {"typed"})


def _rests_on(one: Record, words: set[str]) -> bool:
    match one:
        case Contribution():
            return one.answers in words
        case Takeaway():
            return not words.isdisjoint(one.evidence | one.dissent)
        case Prose():
            return not words.isdisjoint(used_in(one.text))
    return False


def _given(session: Session, gone: set[str]) -> Iterator[str]:
    """Give the texts that came with the agenda and the list of people."""
    for cls in _GIVEN:
        for one in session.of(cls).values():
            if one.id not in gone:
                told = {name: value for name, value in fields_of(one).items() if not name.startswith(REMARKS)}
                yield from (value for value in told.values() if isinstance(value, str))
