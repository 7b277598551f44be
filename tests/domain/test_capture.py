"""Whether lines are understood as they were meant; the lines are in capture_lines.toml."""

import itertools
import time
import tomllib
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import pytest

from roundtable.domain.awkward import Trouble, awkward_names
from roundtable.domain.capture import Draft, Mark, Speaker, Table, placed, understand
from roundtable.domain.completing import Completion, completions
from roundtable.domain.contributions import Kind, Voice, Vote
from roundtable.domain.people import Participant, Person, Sector
from roundtable.domain.session import Session
from roundtable.domain.text import clean

LINES = tomllib.loads(Path(__file__).with_name("capture_lines.toml").read_text(encoding="utf-8"))


def table_called(name: str) -> Table:
    known = LINES["table"][name]
    return Table(
        tuple(Participant(**one) for one in known["people"]),
        tuple(Sector(id=short, short=short, name=f"Sector {short}") for short in known["sectors"]),
    )


TABLES = {name: table_called(name) for name in LINES["table"]}
CASES = [{**group, **line} for group in LINES["group"] for line in group["line"]]


def person(key: str) -> Speaker | None:
    return Speaker(Voice.PERSON, key) if key else None


def whom(expected: dict[str, Any], table: Table) -> tuple[Speaker | None, bool, bool]:
    """Give speaker, carried and placed as the case tells them."""
    carry = person(expected["carry"])
    told = {
        "carried": (carry, True, True),
        "exchange": (person(expected["before"]), True, True),
        "unknown": (None, False, True),
        "who?": (None, False, False),
        "marks": (None, False, True),
    }
    found = expected["from"]
    if found in told:
        return told[found]
    if found in set(Voice):
        return Speaker(Voice(found)), False, True
    if found in {one.id for one in table.sectors}:
        return Speaker(Voice.SECTOR, sector=found), False, True
    return person(found), False, True


def marks(told: list[str], table: Table) -> tuple[Mark, ...]:
    sectors = {one.id for one in table.sectors}
    return tuple(
        Mark(
            Vote.AGREE if one[0] == "+" else Vote.OPPOSE,
            None if one[1:] in sectors else one[1:],
            one[1:] if one[1:] in sectors else None,
        )
        for one in told
    )


def text_of(expected: dict[str, Any], typed: str) -> str:
    if "text" in expected:
        return str(expected["text"])
    if expected["from"] in {"empty", "marks"}:
        return ""
    if expected["from"] in {"carried", "unknown", "who?"}:
        return typed
    start = 1 if "said_at" not in expected else typed.index(" ")
    return typed[typed.index(":", start) + 1 :].strip()


@pytest.mark.parametrize("expected", CASES, ids=lambda case: f"{case['about']}: {case['typed'][:40]}")
def test_a_line_is_understood_as_its_writer_meant_it(expected: dict[str, Any]) -> None:
    table = TABLES[expected["table"]]
    line = expected["typed"] * expected.get("times", 1)
    draft = understand(line, table, person(expected["carry"]), person(expected["before"]))
    assert draft.typed == clean(line)
    assert draft.empty == (expected["from"] == "empty")
    if not draft.empty:
        assert (draft.speaker, draft.carried, draft.placed) == whom(expected, table)
    if not expected.get("skip_text"):
        assert draft.text == text_of(expected, clean(line))
        assert draft.quotes == tuple(expected.get("quotes", ()))
    assert {"kind": draft.kind, "stance": draft.stance or "", "nearest": draft.nearest} == {
        "kind": expected.get("kind", "point"),
        "stance": expected.get("stance", ""),
        "nearest": expected.get("nearest"),
    }
    assert draft.themes == tuple(expected.get("themes", ()))
    assert (draft.starred, draft.check) == (expected.get("starred", False), expected.get("check", False))
    assert draft.marks == marks(expected.get("marks", []), table)
    assert draft.marks_only == (expected["from"] == "marks")
    told = expected.get("said_at")
    assert draft.said_at == (clock_time.fromisoformat(told) if told else None)


def test_what_is_typed_is_kept_without_the_controls_only() -> None:
    draft = understand(" els:\x1b[2J  een\ttwee \u202e", TABLES["telework"])
    assert draft.typed == "els:[2J een twee"


def test_a_table_is_taken_from_a_session() -> None:
    session = Session("s").having(
        [
            Participant(id="els", name="Els Peeters", sector="ret"),
            Participant(id="gone", name="Karim Haddad", withdrawn=True),
            Sector(id="ret", short="RET", name="Retail"),
        ]
    )
    table = Table.of(session)
    assert understand("els: ja", table).speaker == person("els")
    assert understand("ret: ja", table).speaker == Speaker(Voice.SECTOR, sector="ret")
    assert not understand("karim: ja", table).placed


def test_a_speaker_of_any_voice_is_carried_on() -> None:
    for speaker in (Speaker(Voice.TABLE), Speaker(Voice.SECTOR, sector="RET"), Speaker(Voice.MODERATOR)):
        draft = understand("nog iets", TABLES["telework"], speaker)
        assert draft.speaker == speaker
        assert draft.carried


def test_a_nickname_goes_before_everything_else() -> None:
    people = (
        Participant(id="a", name="Jan Peeters"),
        Participant(id="b", name="Kris Claes", nickname="Jan"),
        Participant(id="c", name="Rik Evers", nickname="RET"),
    )
    table = Table(people, (Sector(id="ret", short="RET", name="Retail"),))
    assert understand("jan: ja", table).speaker == person("b")
    assert understand("ret: ja", table).speaker == person("c")


def test_a_participant_who_is_called_like_a_fixed_word_goes_before_it() -> None:
    table = Table(
        (Participant(id="a", name="All Smits"), Participant(id="b", name="Ann Nys", nickname="mod"))
    )
    assert understand("all: ja", table).speaker == person("a")
    assert understand("mod: ja", table).speaker == person("b")
    assert understand("iedereen: ja", table).speaker == Speaker(Voice.TABLE)


def test_two_sectors_with_one_short_name_leave_it_open() -> None:
    table = Table(
        (), (Sector(id="a", short="RET", name="Retail"), Sector(id="b", short="ret", name="Returns"))
    )
    assert not understand("ret: ja", table).placed


def test_names_with_a_sign_between_them_are_names_first() -> None:
    people = (
        Participant(id="a", name="Rita Daems", nickname="R&D"),
        Participant(id="b", name="Dirk Rombouts"),
    )
    assert understand("r&d: ja", Table(people)).speaker == person("a")


def test_who_is_put_right_leaves_the_prefix_behind() -> None:
    table = TABLES["telework"]
    els = Speaker(Voice.PERSON, "els")
    draft = placed("20:05 kariem: ! betaal per week #loon", table, els)
    assert (draft.text, draft.speaker, draft.placed) == ("betaal per week", els, True)
    assert (draft.kind, draft.themes, draft.said_at) == (Kind.PROPOSAL, ("loon",), clock_time(20, 5))
    assert placed("thuiswerk: iedereen wil het", table, els, keep=True).text == "thuiswerk: iedereen wil het"
    assert placed("we telden geen uren", table, els).text == "we telden geen uren"


def test_whoever_is_completed_is_who_is_meant() -> None:
    for table in TABLES.values():
        for one in completions("", table, limit=1000):
            meant = understand(f"{one.text}: ja", table)
            twins = meant.nearest is not None and one.shown == "Tom Maes"
            assert meant.speaker == one.speaker or twins, one


def texts(found: tuple[Completion, ...]) -> list[str]:
    return [one.text for one in found]


def test_completions_begin_with_what_was_typed_and_then_hold_its_letters() -> None:
    table = TABLES["telework"]
    assert texts(completions("an", table)) == ["An", "Anke"]
    assert texts(completions("krm", table)) == ["Karim"]
    assert texts(completions("élo", table))[0] == "Élodie"
    assert texts(completions("jan", table))[:2] == ["Jan Peeters", "Jan Claes"]
    assert texts(completions("els, na", table))[0] == "els, Nadia"
    assert texts(completions("np", table))[0] == "NPO"
    assert texts(completions("iede", table))[0] == "iedereen"
    assert completions("xyzzy", table) == ()
    assert len(completions("", table)) == 6


def test_awkward_names_are_told_with_a_nickname_that_is_free() -> None:
    names = [
        "Dan Verhulst",
        "Nu Tran",
        "Jan Peeters",
        "Jan Claes",
        "Jan Pauwels",
        "An Claes",
        "Anke Maes",
        "Els Dirks",
    ]
    found = {one.name: one for one in awkward_names([Person(name) for name in names], "nl")}
    assert {name: one.trouble for name, one in found.items()} == {
        "Dan Verhulst": Trouble.COMMON_WORD,
        "Nu Tran": Trouble.COMMON_WORD,
        "Jan Peeters": Trouble.SHARED,
        "Jan Claes": Trouble.SHARED,
        "Jan Pauwels": Trouble.SHARED,
        "An Claes": Trouble.BEGINS_ANOTHER,
    }
    assert found["Jan Peeters"].others == ("Jan Claes", "Jan Pauwels")
    assert [found[name].nickname for name in names[2:5]] == ["JanPe", "JanC", "JanPa"]
    assert awkward_names([Person("Will Baker")], "en")
    assert not awkward_names([Person("Will Baker", nickname="Willy")], "en")
    initials = awkward_names([Person("Ed Vos"), Person("Els Dirks")], "en")
    assert [(one.trouble, one.others) for one in initials] == [(Trouble.INITIALS, ("Els Dirks",))]


def test_a_nickname_proposed_for_an_awkward_name_is_clear() -> None:
    people = [
        Participant(id=str(place), name=name)
        for place, name in enumerate(["Jan Peeters", "Jan Claes", "Dan Vos"])
    ]
    called = {one.name: one.nickname for one in awkward_names(people, "nl")}
    table = Table(tuple(Participant(id=one.id, name=one.name, nickname=called[one.name]) for one in people))
    for one in people:
        assert understand(f"{called[one.name]}: ja", table).speaker == person(one.id)


def parliament() -> Table:
    firsts = ["Anna", "Bert", "Carla", "Dirk", "Elena", "Filip", "Greta"]
    lasts = ["Peeters", "Van den Broeck", "O'Neill", "Śniadecka", "Müller", "De Smet", "García López"]
    names = itertools.islice(itertools.product(range(7), firsts, lasts), 335)
    return Table(tuple(Participant(id=f"{n}{a}{b}", name=f"{a} {b}{'x' * n}") for n, a, b in names))


def seconds(line: str, table: Table) -> float:
    """Give the processor time, the best of five: other processes share the machine."""
    carry = person("x")

    def once() -> float:
        begun = time.process_time()
        understand(line, table, carry)
        return time.process_time() - begun

    return min(once() for _ in range(5))


def test_a_line_is_understood_between_two_keystrokes() -> None:
    usual = [
        "els: we telden geen uren meer #rust !!",
        "we telden geen uren meer",
        "nr: 12",
        "els, nadia: ja",
        "+ ret, npo",
    ]
    for line in usual:
        assert seconds(line, TABLES["telework"]) < 0.001
    for line in [*usual, "anna: ja", "hanna: ja", "quelqu'un d'autre: ja", "van den: ja"]:
        assert seconds(line, parliament()) < 0.02


@pytest.mark.parametrize(
    "line",
    [
        "a" * 100_000,
        "els: " + "a " * 50_000,
        ":" * 100_000,
        '"' * 100_000,
        "#a " * 33_000,
        "!! " * 33_000,
        "a," * 50_000 + ": x",
        "+ " * 50_000,
        "-" * 100_000,
        "„a" * 50_000,
        "els " + "= " * 50_000,
        "(" * 100_000,
        "els: " + '"a #b ' * 15_000,
        "\u00a0" * 100_000 + ":",
        "e" + "\u0301" * 100_000 + ": x",
        "1" * 100_000 + ":1",
    ],
    ids=lambda line: line[:8],
)
def test_a_hundred_thousand_characters_do_not_hold_up_the_table(line: str) -> None:
    assert seconds(line, TABLES["telework"]) < 0.15  # 50 ms where nothing else runs
    assert isinstance(understand(line, parliament()), Draft)
