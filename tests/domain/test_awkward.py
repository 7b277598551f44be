"""Nicknames that are proposed for names that will be mistaken."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.awkward import Trouble, awkward_names, nicknames
from roundtable.domain.capture import Speaker, Table, understand
from roundtable.domain.contributions import Voice
from roundtable.domain.naming import Names, plain
from roundtable.domain.openers import FIXED, PROSE
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session

FIRSTS = [
    "Jan",
    "Dan",
    "An",
    "Anke",
    "Nu",
    "Will",
    "Jean-Pierre",
    "Ret",
    "Dr. Mark",
    "李",
    "JP",
    "Ed",
    "O'Neill",
]
LASTS = ["", "Peeters", "Pauwels", "De Smet", "D", "d'Hondt", "伟", "Van den Broeck", "Ret", "🙂"]
names = st.tuples(st.sampled_from(FIRSTS), st.sampled_from(LASTS)).map(lambda both: " ".join(both).strip())


def table(people: list[str]) -> Session:
    sectors = [Sector(id=short, short=short, name=short, order=short) for short in ("RET", "JAN", "ED")]
    seated = [
        Participant(id=f"p{place:02d}", name=name, order=f"{place:02d}") for place, name in enumerate(people)
    ]
    return Session("s").having([*sectors, *seated])


def test_a_name_that_is_a_sectors_short_name_is_told() -> None:
    found = nicknames(table(["Ret Peeters", "Els Maes"]))
    assert [(one.called, one.trouble, one.nickname) for one in found.values()] == [
        ("Ret", Trouble.SECTOR, "RetP")
    ]


def test_two_of_one_name_and_sector_still_get_a_nickname_each() -> None:
    first, second = nicknames(table(["Jan Peeters", "Jan Peeters"])).values()
    assert first.nickname != second.nickname
    assert not plain(first.nickname).startswith(plain(second.nickname))


def test_a_nickname_is_no_word_that_opens_prose() -> None:
    (found,) = nicknames(table(["An De Smet", "Anke Maes"])).values()
    assert found.nickname == "AnDe"  # not And


@given(st.lists(names, max_size=14))
def test_once_taken_nobody_is_mistaken_any_more(people: list[str]) -> None:
    session = table(people)
    found = nicknames(session)
    called = {key: plain(one.nickname) for key, one in found.items()}
    shorts = {plain(sector.short) for sector in session.sectors}
    assert all(len(one) > 1 and one not in PROSE and one not in FIXED for one in called.values())
    assert shorts.isdisjoint(called.values())
    for key, nickname in called.items():
        rest = [one for one in session.participants if one.id != key]
        assert not any(called.get(one.id, "!").startswith(nickname) for one in rest)
        assert not any(nickname in Names.of(one.name).initials | Names.of(one.name).whole for one in rest)
    after = session.having(
        Participant(
            id=one.id,
            name=one.name,
            order=one.order,
            nickname=found[one.id].nickname if one.id in found else "",
        )
        for one in session.participants
    )
    assert not awkward_names(after.participants, "en", [one.short for one in after.sectors])
    for key, one in found.items():
        draft = understand(f"{one.nickname}: we agree", Table.of(after))
        assert draft.speaker == Speaker(Voice.PERSON, participant=key)
