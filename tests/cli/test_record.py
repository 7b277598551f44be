"""Recording capture lines: how each is told, and what is kept of it."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from roundtable.cli.words import quoted
from roundtable.domain.text import clean
from tests.cli.running import Program

FIELDS = {
    "id": str,
    "number": int,
    "at": str,
    "topic": int,
    "participant": str,
    "sector": str,
    "voice": str,
    "kind": str,
    "stance": type(None),
    "answers": type(None),
    "text": str,
    "typed": str,
    "quotes": list,
    "themes": list,
    "starred": bool,
    "check": bool,
    "parked": bool,
    "withdrawn": bool,
    "placed": bool,
    "support": dict,
}


def test_a_line_is_told_with_every_field_that_scripts_rely_on(table: Program) -> None:
    (said,) = table.record('els: "we stopped counting hours" =onboarding !!')
    assert {name: type(said[name]) for name in FIELDS} == FIELDS
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", said["at"])
    assert said["support"] == {"people": [], "sectors": [], "counts": {}}
    told = {
        name: said[name] for name in ("number", "topic", "participant", "sector", "voice", "kind", "text")
    }
    assert told == {
        "number": 1,
        "topic": 2,
        "participant": "Els De Wit",
        "sector": "RET",
        "voice": "person",
        "kind": "quote",
        "text": '"we stopped counting hours"',
    }
    assert (said["quotes"], said["themes"], said["starred"]) == (
        ["we stopped counting hours"],
        ["onboarding"],
        True,
    )
    assert table.said() == [said]


def test_lines_are_kept_in_the_order_in_which_they_were_said(table: Program) -> None:
    numbers = [
        said["number"] for said in table.record("els: one", "two", "ret: three", "all: four", "mod: five")
    ]
    assert numbers == [1, 2, 3, 4, 5]
    assert [(said["text"], said["participant"], said["sector"], said["voice"]) for said in table.said()] == [
        ("one", "Els De Wit", "RET", "person"),
        ("two", "Els De Wit", "RET", "person"),
        ("three", None, "RET", "sector"),
        ("four", None, None, "table"),
        ("five", None, None, "moderator"),
    ]


def test_marks_put_support_on_the_line_before_and_name_it(table: Program) -> None:
    first, second, marks = table.record("els: pay for results", "karim: - not in a warehouse", "+ ret, an")
    assert (second["stance"], second["answers"]) == ("opposes", first["id"])
    assert marks["id"] is None
    assert marks["marked"] == second["id"]
    assert marks["support"] == {
        "people": ["An Claes"],
        "sectors": ["RET", "NPO"],
        "counts": {"RET": [1, 0, 0], "NPO": [1, 0, 0]},
    }
    assert table.said()[0]["support"]["counts"] == {"LOG": [0, 1, 0]}


def test_a_line_of_nobody_known_is_kept_as_typed_and_told_with_how_to_put_it_right(table: Program) -> None:
    table("people", "add", "Els Maes", "--sector", "LOG")
    (said,) = table.record("els: hello")
    assert (said["placed"], said["participant"], said["text"]) == (False, None, "els: hello")
    assert said["nearest"] in {"Els De Wit", "Els Maes"}
    told = table("record", "Bert: hello")
    assert "???" in told
    assert "roundtable contributions edit 2 --participant" in told
    hint = table("record", "els: hello again")
    assert '--participant "Els ' in hint


@pytest.mark.parametrize(
    ("name", "told"),
    [("Els", "Els"), ("An-Sofie", "An-Sofie"), ("Els D'Hont", '"Els D\'Hont"'), ('Jo "$x"', "'Jo \"$x\"'")],
)
def test_a_name_in_a_command_is_quoted_where_a_shell_would_split_it(name: str, told: str) -> None:
    assert quoted(name) == told


def test_the_speaker_of_the_line_before_is_carried_on_between_commands(table: Program) -> None:
    table.record("els: one")
    assert table.record("two")[0]["participant"] == "Els De Wit"
    table.record("karim: three")
    assert table.record(": four")[0]["participant"] == "Els De Wit"


def test_after_a_new_topic_nobody_is_carried_on(table: Program) -> None:
    table.record("els: one")
    table("topic", "next")
    (said,) = table.record("two")
    assert (said["participant"], said["voice"], said["topic"]) == (None, "nobody", 3)


def test_nothing_typed_records_nothing_and_prints_nothing(table: Program) -> None:
    assert table("record", "", "   ", "els:", stdin="") == ""
    assert table.said() == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- not in a warehouse", "not in a warehouse"),
        ("- 15 % less", "- 15 % less"),
        ("-hello", "hello"),
        ("--", None),
        ("-- well", "-- well"),
        ("els says -h", "els says -h"),
    ],
)
def test_a_line_that_begins_with_a_dash_is_a_line(table: Program, line: str, text: str | None) -> None:
    said = table.run("record", "--json", line).lines
    assert [one["text"] for one in said] == ([] if text is None else [text])


def test_what_looks_like_a_mistyped_option_is_no_line(table: Program) -> None:
    done = table.run("record", "--jsno", "els: hello")
    assert done.code == 2
    assert "--jsno" in done.err
    assert table.said() == []


def test_help_is_no_line_either(table: Program) -> None:
    assert "Usage" in table("record", "-h")
    assert table.said() == []


def test_standard_input_is_read_line_by_line_in_whatever_encoding_it_comes(table: Program) -> None:
    typed = b"\xef\xbb\xbfels: one\r\n\r\nkarim: caf\xe9\r\nan: na\xc3\xafef"
    done = table.run("record", "--json", stdin=typed)
    assert [line["text"] for line in done.lines] == ["one", "café", "naïef"]


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31mred\x1b[0m \x07\x9b2J",
        "x[/] [@click=app.quit]here[/]",
        '=HYPERLINK("http://example.org")',
        "right \u202eto left\u2066 \u2028 lines",
        "<script>alert(1)</script> **bold** | `code`",
        "'; DROP TABLE contributions; --",
    ],
)
def test_hostile_lines_are_kept_to_the_letter_and_never_steer_the_terminal(
    table: Program, hostile: str
) -> None:
    done = table.run("record", "--json", f"els: {hostile}")
    assert done.lines[0]["text"] == clean(hostile)
    for told in (table("record", f"els: {hostile}"), table("contributions", "list"), table("journal")):
        assert not set(told) & {"\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028"}


def test_a_hundred_thousand_characters_are_kept_whole(table: Program) -> None:
    long = "word " * 20_000
    (said,) = table.run("record", "--json", stdin=f"els: {long}\n").lines
    assert said["text"] == long.strip()
    assert table.said()[0]["text"] == long.strip()


def test_a_time_before_now_is_when_it_was_said_and_decides_the_order(table: Program) -> None:
    table.record("els: later")
    earlier = datetime.now(UTC) - timedelta(minutes=5)
    (said,) = table.record(f"{earlier.astimezone():%H:%M} karim: earlier")
    assert datetime.fromisoformat(said["at"]) == earlier.replace(second=0, microsecond=0)
    assert [one["text"] for one in table.said()] == ["earlier", "later"]


@pytest.mark.parametrize("given", ["19:42", "19u42", "19H42", "19:42:00"])
def test_the_option_at_takes_a_time_of_day_that_is_past(table: Program, given: str) -> None:
    done = table.run("record", "--json", "--at", given, "els: hello")
    at = datetime.fromisoformat(done.lines[0]["at"])
    assert at.astimezone().strftime("%H:%M") == "19:42"
    assert at < datetime.now(UTC) + timedelta(hours=1)


def test_the_option_at_takes_a_full_date_in_any_zone(table: Program) -> None:
    done = table.run("record", "--json", "--at", "2026-01-02T19:42+01:00", "els: hello")
    assert done.lines[0]["at"] == "2026-01-02T18:42:00.000Z"


@pytest.mark.parametrize("given", ["25:00", "yesterday", "9999-12-31T23:59-23:00"])
def test_what_is_no_time_is_wrong_usage(table: Program, given: str) -> None:
    done = table.run("record", "--at", given, "els: hello")
    assert done.code == 2
    assert given in done.err
    assert table.said() == []


def test_a_line_goes_to_the_topic_of_its_moment_or_the_one_that_is_named(table: Program) -> None:
    begun = datetime.now(UTC)
    table("topic", "next")
    assert table.record("els: now")[0]["topic"] == 3
    assert table.run("record", "--json", "--at", begun.isoformat(), "els: then").lines[0]["topic"] == 2
    assert table.run("record", "--json", "--topic", "welcome", "els: hello").lines[0]["topic"] == 1
    assert table.run("record", "--topic", "9", "els: hello").code == 1


def test_before_the_first_topic_a_line_belongs_to_none(prepared: Program) -> None:
    assert prepared.record("els: hello")[0]["topic"] is None


def test_people_read_how_a_line_was_understood(table: Program) -> None:
    told = table("record", "els: who still counts?", "karim: - not so !!", "+ npo", "all: yes").splitlines()
    assert [line.split() for line in told] == [
        "1 Els RET ? who still counts?".split(),
        "2 Karim LOG − not so ★".split(),
        "support noted on 2".split(),
        "3 – yes".split(),
    ]


def test_a_line_answers_what_it_is_told_to_and_seats_who_is_new(table: Program) -> None:
    first, _second = table.record("els: one", "els: two")
    (said,) = table.record("lene: - no way", "--answers", "1", "--new", "NPO")
    assert (said["participant"], said["sector"], said["answers"]) == ("Lene", "NPO", first["id"])
    (again,) = table.record("els: still here", "--new", "-")
    assert again["participant"] == "Els De Wit"
