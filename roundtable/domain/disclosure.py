"""What a paper gives away: of whom each statement is told, decided once for the whole paper."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from roundtable.domain.contributions import Contribution, Stance, Support, Voice, Vote
from roundtable.domain.counting import Backing
from roundtable.domain.decided_names import DecidedNames
from roundtable.domain.erasures import Erasure
from roundtable.domain.mentions import Mention, Neutral, NeutralWords
from roundtable.domain.people import THERE, Attendance, Consent, Participant, Sector
from roundtable.domain.session import Session, spoke


class Form(StrEnum):
    """How a paper tells who said something: of the table, by sector, by name, of nobody (Chatham House)."""

    TABLE = "table"
    SECTOR = "sector"
    NAMED = "named"
    NONE = "none"


def own_form(session: Session) -> Form:
    """Give the attribution of a session, by sector unless it says otherwise."""
    own = session.details.attribution
    return Form(own) if own in set(Form) else Form.SECTOR


@dataclass(frozen=True, slots=True)
class ByName:
    """Told of a person, by name."""

    participant: Participant


@dataclass(frozen=True, slots=True)
class BySector:
    """Told of somebody from a sector."""

    sector: Sector


@dataclass(frozen=True, slots=True)
class OfTable:
    """Told of the table as a whole."""


@dataclass(frozen=True, slots=True)
class OfNobody:
    """Told of nobody."""


Told = ByName | BySector | OfTable | OfNobody


@dataclass(frozen=True)
class Disclosure:
    """Who may be told how in one paper; `folded` are the sectors (ids) by which nobody may be told in it."""

    session: Session
    form: Form
    least: int
    present: tuple[Participant, ...]
    folded: frozenset[str]

    @classmethod
    def of(cls, session: Session, form: Form, least: int = 2) -> "Disclosure":
        """Decide for a session: a sector is told only where at least `least` of those present are told by it."""
        spoken = spoke(session)
        present = tuple(one for one in session.participants if one.attendance in THERE or one.id in spoken)
        # Where the text tells nobody, tables still count by sector, as if it told by sector.
        counting = Form.SECTOR if form is Form.TABLE else form
        return cls(session, form, least, present, _folded(session, present, counting, least))

    @property
    def sat(self) -> int:
        """How many people sat at the table, those included who were erased since."""
        return len(self.present) + sum(
            one.sat for one in self.session.of(Erasure).values() if not one.withdrawn
        )

    # Of whom a statement is told.

    @property
    def tells(self) -> bool:
        """Whether speakers are told at all in running text, by sector or by name."""
        return self.form in {Form.SECTOR, Form.NAMED}

    def who(self, said: Contribution) -> Told:
        """Say of whom a contribution may be told in running text."""
        return self._told(said) if self.tells else OfNobody()

    def who_speaks(self, speaker: Participant) -> Told:
        """Say how somebody may be told in running text for what they say for their own sector."""
        return self._of_person(speaker, None) if self.tells else OfNobody()

    def who_votes(self, support: Support) -> Told:
        """Say of whom a recorded vote may be told in running text."""
        if not self.tells:
            return OfNobody()
        if support.participant:
            return self._of_person(self._participant(support.participant), support.sector)
        return self._of_sector(support.sector)

    def counted(self, said: Contribution) -> Sector | None:
        """Give the sector for which a contribution is counted in tables, or nothing where that would tell too much."""
        return None if self.form is Form.NONE else self.sector_told(self._told(said))

    def sector_told(self, told: Told) -> Sector | None:
        """Give the sector that is told with a speaker, if it may be."""
        match told:
            case BySector(sector):
                return sector
            case ByName(participant):
                own = self._sectors.get(participant.sector or "")
                return own if own and own.id not in self.folded else None
            case OfTable() | OfNobody():
                return None

    @property
    def told_sectors(self) -> tuple[Sector, ...]:
        """The sectors by which people may be told in running text, in the agenda's order."""
        return self.counted_sectors if self.tells else ()

    @property
    def counted_sectors(self) -> tuple[Sector, ...]:
        """The sectors by which contributions may be counted, in the agenda's order."""
        if self.form is Form.NONE:
            return ()
        return tuple(one for one in self.session.sectors if isinstance(self._of_sector(one.id), BySector))

    @cached_property
    def columns(self) -> tuple[Sector, ...]:
        """The sectors over the columns of a table of contributions by topic; none where that would tell too much.

        In a paper that tells nobody, a topic with all its statements in one column would tell of whom each of them is.
        """
        if self.form is not Form.TABLE:
            return self.counted_sectors
        rows: defaultdict[str | None, set[str]] = defaultdict(set)
        for said in self.session.contributions:
            if said.voice is not Voice.MODERATOR:
                sector = self.counted(said)
                rows[said.topic].add(sector.id if sector else "")
        return () if any(len(row) == 1 for row in rows.values()) else self.counted_sectors

    def sectors_agreeing(self, said: Contribution) -> frozenset[str]:
        """Give the sectors (ids) of those who agreed with a statement and may be told.

        They are told as others than the speaker's: of a speaker who may not be told they would tell where not to look.
        """
        if isinstance(self.who(said), OfNobody):
            return frozenset()
        votes = self.session.supports.get(said.id, ())
        answers = self.session.answers.get(said.id, ())
        told = [self.who_votes(one) for one in votes if one.vote is Vote.AGREE]
        told += [self.who(one) for one in answers if one.stance is Stance.SUPPORTS]
        return frozenset(sector.id for one in told if (sector := self.sector_told(one)))

    def sectors_behind(self, backing: Backing) -> tuple[int, bool]:
        """Give from how many sectors those come who stand behind a takeaway, and whether these are all.

        Who may not be told by sector is in no number of sectors either.
        """
        if self.form is Form.NONE or backing.told_by_table:
            return 0, False
        people = [self._participant(one) for one in backing.people]
        told = [self.sector_told(self._of_person(one, None)) for one in people]
        known = Counter(one.sector for one in people if one)
        votes = [key for key in backing.sectors if backing.counts[key][0] > known[key]]
        told += [self.sector_told(self._of_sector(key)) for key in votes]
        return len({one.id for one in told if one}), None not in told

    def people_behind(self, backing: Backing) -> tuple[int, int, bool]:
        """Give how many people stand behind a takeaway, how many are against it, and whether that is exact.

        It is not where a number was recorded of a sector of very few, with whom somebody would be seen to be counted;
        then only those who are known by name count.
        """
        if all(self.tellable[one] >= self.least or not self._heads[one] for one in backing.unnamed):
            return backing.agreed, backing.against, True
        return len(backing.people), backing.opposing, False

    @property
    def listed_sectors(self) -> tuple[Sector, ...]:
        """The sectors that sat at the table, as far as the form lists them; all, where nobody was marked present."""
        if self.form is Form.NONE:
            return ()
        known = {one.sector for one in self.present}
        known |= {one.sector for one in self.session.contributions if one.voice is Voice.SECTOR}
        there = tuple(one for one in self.session.sectors if one.id in known)
        return there or self.session.sectors

    @property
    def named(self) -> tuple[Participant, ...]:
        """The people present whom this paper names."""
        if self.form is not Form.NAMED:
            return ()
        return tuple(one for one in self.present if one.consent is Consent.NAMED)

    @property
    def unasked(self) -> tuple[Participant, ...]:
        """The people present who were not asked how they may be told."""
        return tuple(one for one in self.present if one.consent is Consent.UNASKED)

    @cached_property
    def tellable(self) -> Counter[str]:
        """How many people of each sector (id) may be told by it."""
        return Counter(
            key for key, heads in self._heads.items() for one in heads if told_by_sector(one, self.form)
        )

    def _participant(self, participant: str | None) -> Participant | None:
        found = self.session.of(Participant).get(participant or "")
        return found if found and not found.withdrawn else None

    @cached_property
    def _sectors(self) -> dict[str, Sector]:
        return {one.id: one for one in self.session.sectors}

    @cached_property
    def _heads(self) -> defaultdict[str, list[Participant]]:
        return _heads(self.session, self.present)

    # Names inside what was said.

    def names_in(self, text: str, contributions: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Find the names of participants inside a text, with what was decided on them for these contributions (ids)."""
        return self._names.inside(text, contributions)

    def neutral(self, text: str, words: NeutralWords, contributions: Iterable[str] = ()) -> Neutral:
        """Put neutral words in the place of names that may not stand in this paper.

        Names that nobody decided on are replaced and reported; so are those that were to be worded anew and are not.
        """
        return self._names.neutral(text, words, contributions)

    def keys_of(self, name: str) -> frozenset[str]:
        """Give the keys by which decisions on a name are found, however it is spelled."""
        return self._names.keys_of(name)

    # Within.

    def _told(self, said: Contribution) -> Told:
        if not said.placed or said.withdrawn:
            return OfNobody()
        match said.voice:
            case Voice.PERSON:
                return self._of_person(self._participant(said.participant), said.sector)
            case Voice.SECTOR:
                return self._of_sector(said.sector)
            case Voice.TABLE:
                return OfTable()
            case Voice.NOBODY | Voice.MODERATOR:
                return OfNobody()

    def _of_person(self, speaker: Participant | None, sector: str | None) -> Told:
        if speaker is None or speaker.consent is Consent.NONE:
            return OfNobody()
        if self.form is Form.NAMED and speaker.consent is Consent.NAMED:
            return ByName(speaker)
        found = self._sectors.get(sector or speaker.sector or "")
        if found is None or found.id in self.folded:
            return OfNobody()
        # What a guest said for it would be read as said by one of its own, be they too few.
        return BySector(found) if self.tellable[found.id] >= self.least else OfNobody()

    def _of_sector(self, sector: str | None) -> Told:
        """Tell a line of a sector with nobody named: anybody of it may have spoken, also who is told of nobody."""
        found = self._sectors.get(sector or "")
        if found is None or found.id in self.folded:
            return OfNobody()
        refused = any(one.consent is Consent.NONE for one in self._heads[found.id])
        return OfNobody() if refused and self.tellable[found.id] < self.least else BySector(found)

    @cached_property
    def _names(self) -> DecidedNames:
        people = self.session.participants if self.form is Form.NAMED else ()
        return DecidedNames(self.session, frozenset(one.id for one in people if one.consent is Consent.NAMED))


def told_by_sector(one: Participant, form: Form) -> bool:
    """Say whether somebody would be told by sector in a paper of this form; who was not asked is, in a draft."""
    return one.consent is not Consent.NONE and not (form is Form.NAMED and one.consent is Consent.NAMED)


def _folded(session: Session, present: tuple[Participant, ...], form: Form, least: int) -> frozenset[str]:
    heads = _heads(session, present)
    told = {one.id: sum(told_by_sector(head, form) for head in heads[one.id]) for one in session.sectors}
    few = [sector for sector, count in told.items() if 0 < count < least]
    # Alone, it would be known which sector "nobody" stands for.
    others = sorted((one for one, count in told.items() if count >= least), key=lambda one: told[one])
    while few and others and (len(few) == 1 or sum(told[one] for one in few) < least):
        few.append(others.pop(0))
    return frozenset(few)


def _heads(session: Session, present: tuple[Participant, ...]) -> defaultdict[str, list[Participant]]:
    """Give the people of each sector who were present.

    Where a sector spoke and nobody of it was marked present, whoever was expected may have.
    """
    found: defaultdict[str, list[Participant]] = defaultdict(list)
    for one in present:
        found[one.sector or ""].append(one)
    for sector in {one.sector for one in session.contributions if one.voice is Voice.SECTOR and one.sector}:
        if not found[sector]:
            expected = [one for one in session.participants if one.sector == sector]
            found[sector] = [one for one in expected if one.attendance is not Attendance.ABSENT]
    return found
