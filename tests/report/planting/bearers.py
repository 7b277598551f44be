"""The people whose names are planted: each plant is the name of another one, in one of many spellings."""

from collections.abc import Callable, Iterable
from functools import cache

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.mentions import What
from roundtable.domain.people import Participant
from roundtable.domain.text import folded
from roundtable.report.scan import Found
from tests.report.tables import person, table

# Names that are no word of any language.
_FIRST = [
    a + b
    for a in "Qa Ve Xo Zu Jy Wi Ku Py Fo Gu".split()
    for b in "ro lin mex dar tun vik sel pem gru zot".split()
]
_LAST = [
    a + b
    for a in "Bra Sko Tje Vlu Hoe Kwe Nij Plo Rui Zwa".split()
    for b in "mstra tveld xhove qboom rdael".split()
]


@cache
def bearers() -> tuple[Participant, ...]:
    """Give two hundred people, no two of whom share a name."""
    return tuple(
        person(
            f"{_FIRST[number % 100]}{'ia' if number >= 100 else ''} {_LAST[number % 50]}{'abco'[number // 50]}",
            None,
            nickname=f"nick{_FIRST[number % 100].lower()}{'ab'[number // 100]}",
            organisation=f"Werf{_LAST[number % 50].lower()}{'abco'[number // 50]} NV",
            email=f"{_FIRST[number % 100].lower()}{number}@post.example",
            order=f"{number:03}",
        )
        for number in range(200)
    )


@cache
def disclosure() -> Disclosure:
    """Give the rule of a paper that names nobody of them."""
    organiser = "De Ronde Tafel (voorbeeld)"
    return Disclosure.of(
        table(*bearers(), organiser=organiser, title="Telewerk en bedrijfsgroei"), Form.SECTOR
    )


SPELLINGS: tuple[Callable[[Participant], str], ...] = (
    lambda one: one.name,
    lambda one: one.first_name,
    lambda one: one.name.split(" ", 1)[1],
    lambda one: one.nickname,
    lambda one: one.organisation,
    lambda one: one.email,
    lambda one: f"{one.first_name}’s",
    lambda one: one.name.upper(),
    lambda one: one.organisation.removesuffix(" NV").lower(),
    lambda one: one.name.replace(" ", "-"),
)


def spelled(number: int) -> str:
    """Give a person's name in one of many spellings."""
    return SPELLINGS[number % len(SPELLINGS)](bearers()[number % len(bearers())])


def is_found(term: str, found: Iterable[Found]) -> bool:
    """Say whether a plant was found for what it is, and for sure."""
    wanted = letters(term.removesuffix("’s"))
    return any(one.sure and one.what in set(What) and wanted in letters(one.text) for one in found)


def letters(text: str) -> str:
    """Give the letters and figures of a text, for comparing."""
    return "".join(letter for letter in folded(text) if letter.isalnum())
