"""Who can be chosen by one letter: people by small ones, sectors by capitals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from roundtable.domain.completing import shortest_name
from roundtable.domain.contributions import Voice
from roundtable.domain.letters import people_letters, sector_letters
from roundtable.domain.naming import Speaker, Table
from roundtable.domain.people import GONE
from roundtable.domain.session import Session
from roundtable.ui.themes import sector_colour

BETWEEN = 2  # columns between two of them


@dataclass(frozen=True, slots=True)
class Lettered:
    """Somebody to be chosen by a letter: `shown` to the eye, `name` for the place before the colon."""

    letter: str
    shown: str
    name: str
    speaker: Speaker
    colour: str


def people_by_letter(session: Session, table: Table) -> tuple[Lettered, ...]:
    """Give the people at the table with their letters, in the table's order."""
    letters = people_letters(session)
    places = {sector.id: place for place, sector in enumerate(session.sectors)}
    return tuple(
        Lettered(
            letters[one.id],
            session.shown[one.id],
            shortest_name(one, table),
            Speaker(Voice.PERSON, participant=one.id),
            sector_colour(places[one.sector]) if one.sector in places else "",
        )
        for one in session.participants
        if one.attendance not in GONE and one.id in letters
    )


def sectors_by_letter(session: Session) -> tuple[Lettered, ...]:
    """Give the sectors with their capitals."""
    letters = sector_letters(session)
    return tuple(
        Lettered(
            letters[one.id],
            one.short,
            one.short,
            Speaker(Voice.SECTOR, sector=one.id),
            sector_colour(place),
        )
        for place, one in enumerate(session.sectors)
        if one.id in letters
    )


def letters_told(those: Sequence[Lettered], width: int) -> Content:
    """Give letters and names in as many rows of a width (cells) as they need; none is cut in two."""
    return in_rows(
        (Content.assemble((one.letter, "bold $accent"), " ", (one.shown, one.colour)) for one in those), width
    )


def in_rows(pieces: Iterable[Content], width: int) -> Content:
    """Put pieces side by side, a new row where one does not fit any more."""
    rows: list[list[Content]] = [[]]
    room = width
    for piece in pieces:
        if rows[-1] and room < piece.cell_length:
            rows.append([])
            room = width
        rows[-1].append(piece)
        room -= piece.cell_length + BETWEEN
    return Content("\n").join(Content(" " * BETWEEN).join(row) for row in rows)
