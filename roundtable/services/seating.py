"""Who sits for which sector: people as a file or an agenda lists them, turned into records."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from roundtable.domain.agenda import AgendaSector
from roundtable.domain.changes import Edit
from roundtable.domain.people import Attendance, Participant, Person, Sector
from roundtable.domain.records import Record, created, order_between, spread_orders
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean, folded
from roundtable.errors import NameMissing, NameTaken

Known = TypeVar("Known", Person, Participant)
_SIGNS = (",", ";")
_LEAST_BEGINNING = 3  # letters of a sector's name that stand for it behind a comma


def sector_records(listed: Sequence[AgendaSector]) -> list[Sector]:
    """Give an agenda's sectors as records."""
    return [
        Sector(id=new_id(), short=one.short, name=one.name, told=one.told, order=order)
        for one, order in zip(listed, spread_orders(len(listed)), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Seats:
    """The sectors that people sit for, by what they are called, and those among them that are new."""

    by_name: Mapping[str, Sector]
    fresh: tuple[Sector, ...]

    def of(self, person: Person) -> str | None:
        """Give the id of the sector that somebody sits for, if any."""
        found = self.by_name.get(folded(clean(person.sector)))
        return found.id if found else None


def seats_for(people: Iterable[Person], sectors: Sequence[Sector]) -> Seats:
    """Find the sectors of people by short name or name; one that is not there yet is made."""
    from roundtable.agendas.short_names import short_names

    by_name = {folded(name): one for one in sectors for name in (one.name, one.short)}
    unknown: dict[str, str] = {}
    for name in (clean(one.sector) for one in people):
        if name and folded(name) not in by_name:
            unknown.setdefault(folded(name), name)
    wanted = list(unknown.values())
    shorts = short_names(wanted, taken=[one.short for one in sectors])
    fresh = [
        Sector(id=new_id(), short=shorts[name], name=name, order=order)
        for name, order in zip(wanted, _orders_after(sectors, len(wanted)), strict=True)
    ]
    by_name |= {folded(one.name): one for one in fresh}
    return Seats(by_name, tuple(fresh))


def participant_records(
    people: Sequence[Person], sectors: Sequence[Sector], there: Sequence[Participant] = ()
) -> list[Record]:
    """Give people as participants behind those who are there; a sector that is new is among the records."""
    seats = seats_for(people, sectors)
    return [*seats.fresh, *seated(people, seats, there)]


def seated(people: Sequence[Person], seats: Seats, there: Sequence[Participant] = ()) -> list[Participant]:
    """Give people as participants behind those who are there."""
    return [
        Participant(
            id=new_id(),
            name=clean(one.name),
            sector=seats.of(one),
            organisation=clean(one.organisation),
            role=clean(one.role),
            nickname=clean(one.nickname),
            email=clean(one.email),
            consent=one.consent,
            attendance=Attendance.EXPECTED,
            order=order,
        )
        for one, order in zip(people, _orders_after(there, len(people)), strict=True)
    ]


def _orders_after(known: Sequence[Sector] | Sequence[Participant], count: int) -> list[str]:
    last = known[-1].order if known else ""
    if count == 1:
        return [order_between(last, "")]  # stays short, however many are added one by one
    return [last + order for order in spread_orders(count)]


def paired(names: Iterable[str], listed: Iterable[Person]) -> list[tuple[Person, int | None]]:
    """Give each of a list with the place of the known name that is theirs, nothing where they are new.

    Two people of one name are two: each known name is somebody's once.
    """
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(folded(clean(name)), []).append(place)
    found: list[tuple[Person, int | None]] = []
    for one in listed:
        free = places.get(folded(clean(one.name)))
        found.append((one, free.pop(0) if free else None))
    return found


def together(listed: Iterable[Person], more: Iterable[Person]) -> list[Person]:
    """Join two lists of people; somebody on both is one, and the second list fills what the first left open."""
    people = list(listed)
    for one, place in paired([known.name for known in people], more):
        if place is None:
            people.append(one)
        else:
            known = people[place]
            people[place] = with_gaps_filled(replace(known, sector=known.sector or one.sector), one)
    return people


def with_gaps_filled(known: Known, more: Person) -> Known:
    """Give somebody with what was not known of them yet, but for the sector, which each keeps in its own way."""
    return replace(
        known,
        organisation=known.organisation or clean(more.organisation),
        role=known.role or clean(more.role),
        nickname=known.nickname or clean(more.nickname),
        email=known.email or clean(more.email),
        consent=known.consent or more.consent,
    )


def sat_down(
    session: Session, person: Person, waiting: Callable[[Participant], bool]
) -> tuple[Participant, bool, list[Edit]]:
    """Give somebody who sits down, whether they were on the list under this very name, and what a new sector takes.

    `waiting` tells who of the list may still come. Raises NameMissing, NameTaken where that name sits here already.
    """
    if not clean(person.name):
        raise NameMissing
    namesakes = [one for one in session.participants if folded(one.name) == folded(clean(person.name))]
    listed = [one for one in namesakes if waiting(one)]
    if namesakes and len(listed) != 1:
        raise NameTaken(name=namesakes[0].name)
    seats = seats_for([person], session.sectors)
    made = [created(one) for one in seats.fresh]
    if not listed:
        return seated([person], seats, session.participants)[0], False, made
    known = listed[0]
    return with_gaps_filled(replace(known, sector=known.sector or seats.of(person)), person), True, made


def person_typed(line: str, sectors: Sequence[Sector]) -> Person:
    """Read somebody from one line: "Jan Jansen, Logistics, Firm, Director" or "Jan Jansen LOG".

    Behind commas or semicolons stand sector (one that nobody knows yet is a new one), organisation and role;
    without them a sector's short name or name at the end counts, as long as a name is left before it. A sign at the
    end of the line keeps what looks like a sector as a part of the name.
    """
    from roundtable.agendas.person_line import read_person

    found = read_person(line)
    if found.sector:
        sector = found.sector.strip("()")
        known = _begun(sector, sectors)
        return replace(found, sector=known.short if known else sector)
    if found.organisation or found.role or line.rstrip().endswith(_SIGNS):
        return found
    words = found.name.split(" ")
    for place in range(1, len(words)):
        last = folded(" ".join(words[place:]).strip("()"))
        for one in sectors:
            if last in {folded(one.short), folded(one.name)}:
                return replace(found, name=" ".join(words[:place]), sector=one.short)
    return found


def _begun(name: str, sectors: Sequence[Sector]) -> Sector | None:
    """Find a sector by its short name or name, or a beginning of its name that fits no other."""
    wanted = folded(name)
    exact = [one for one in sectors if wanted in {folded(one.short), folded(one.name)}]
    begun = [
        one for one in sectors if len(wanted) >= _LEAST_BEGINNING and folded(one.name).startswith(wanted)
    ]
    found = exact or begun
    return found[0] if len(found) == 1 else None
