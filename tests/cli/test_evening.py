"""Preparing an evening, going through its agenda, seeing where it is, ending it."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.cli.running import Program

PEOPLE = "naam;sector;organisatie;toestemming\nEls De Wit;RET;Winkel;ja\nBo Peeters;Zorg;;\n"


def test_new_prints_the_id_which_is_made_of_agenda_and_date(empty: Program, agenda: str) -> None:
    today = date.today().isoformat()  # noqa: DTZ011 — the day as this machine counts it
    assert empty("new", agenda) == f"telework-{today}\n"
    assert empty.json("new", agenda) == {"session": f"telework-{today}-2"}
    assert empty.json("new", agenda, "--date", "2025-02-28") == {"session": "telework-2025-02-28"}


def test_new_takes_title_id_moderator_and_people(empty: Program, agenda: str, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, "utf-8")
    done = empty.run(
        "new",
        agenda,
        "--people",
        str(people),
        "--title",
        "Our table",
        "--id",
        "Our Table",
        "--moderator",
        "M",
    )
    assert (done.code, done.out) == (0, "our-table\n")
    assert "organisatie → organisation" in done.err
    assert empty.json("status")["title"] == "Our table"
    everybody = {one["name"]: one for one in empty.json("people", "list")}
    assert list(everybody) == ["Els De Wit", "Karim Haddad", "An Claes", "Anke Maes", "Bo Peeters"]
    assert (everybody["Els De Wit"]["organisation"], everybody["Els De Wit"]["sector"]) == ("Winkel", "RET")
    assert everybody["Bo Peeters"]["sector"] not in {None, "RET", "LOG", "NPO"}


def test_an_id_that_is_taken_is_not_given_again(prepared: Program, agenda: str) -> None:
    done = prepared.run("new", agenda, "--id", "telework")
    assert done.code == 1
    assert "--id" in done.err
    assert len(prepared.json("sessions")) == 1


@pytest.mark.parametrize("words", [("nothing",), ("./nothing.md",)])
def test_an_agenda_that_is_not_there_makes_no_session(empty: Program, words: tuple[str, ...]) -> None:
    done = empty.run("new", *words)
    assert done.code == 1
    assert "nothing" in done.err
    assert empty.json("sessions") == []


def test_people_of_whom_nobody_can_be_read_make_no_session(
    empty: Program, agenda: str, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").write_text("", "utf-8")
    done = empty.run("new", agenda, "--people", str(tmp_path / "people.csv"))
    assert done.code == 1
    assert "people.csv" in done.err
    assert empty.json("sessions") == []


def test_a_date_that_is_none_is_wrong_usage(empty: Program, agenda: str) -> None:
    assert empty.run("new", agenda, "--date", "2026-02-30").code == 2


def test_sessions_are_listed_the_newest_first_with_state_and_contributions(
    table: Program, agenda: str
) -> None:
    table.record("els: one", "els: two")
    table("contributions", "withdraw", "1")
    table("new", agenda, "--id", "later", "--date", "2026-11-23")
    listed = table.json("sessions")
    assert [(one["session"], one["state"], one["contributions"]) for one in listed] == [
        ("later", "prepared", 0),
        ("telework", "running", 1),
    ]
    assert listed[0]["date"] == "2026-11-23"
    assert "later" in table("sessions")


def test_status_has_every_field_that_scripts_rely_on(table: Program) -> None:
    table.record("els: one", "Bert: two")
    status = table.json("status")
    assert status["session"] == "telework"
    assert (status["title"], status["language"], status["state"]) == ("Telework", "en", "running")
    assert status["topic"] | {"elapsed_seconds": 0} == {
        "position": 2,
        "number": "1",
        "title": "The future of work",
        "planned_seconds": 900,
        "elapsed_seconds": 0,
    }
    assert isinstance(status["late_seconds"], int)
    assert status["ends_at"].endswith("Z")
    assert status["planned_end"].endswith("Z")
    assert (status["contributions"], status["unplaced"]) == (2, 1)
    assert status["balance"][0] == {"sector": "RET", "people": 1, "contributions": 1, "airtime_seconds": 0}
    assert [one["people"] for one in status["balance"]] == [1, 1, 2]
    assert [one["state"] for one in status["topics"]] == [
        "waiting",
        "current",
        "waiting",
        "waiting",
        "waiting",
    ]
    assert [one["number"] for one in status["topics"]] == [None, "1", "2", "3", None]
    assert set(status["topics"][1]) >= {
        "position",
        "number",
        "title",
        "planned_seconds",
        "elapsed_seconds",
        "contributions",
        "state",
    }


def test_a_prepared_table_has_no_topic_yet(prepared: Program) -> None:
    status = prepared.json("status")
    assert (status["state"], status["topic"]) == ("prepared", None)


def test_people_read_where_the_table_is(table: Program) -> None:
    told = table("status")
    assert "Telework · telework" in told
    assert re.search(r"▶  1  \d/15 min", told)
    assert "RET" in told


def test_the_moderators_moves_go_through_the_agenda(table: Program) -> None:
    def where() -> tuple[str, str, str]:
        status = table.json("status")
        states = "".join(one["state"][0] for one in status["topics"])
        return status["topic"]["title"], status["state"], states

    table("topic", "next")
    assert where() == ("Trust", "running", "wdcww")
    table("topic", "skip")
    assert where() == ("The office", "running", "wdscw")
    table("topic", "previous")
    assert where() == ("The future of work", "running", "wcsww")
    table("topic", "pause")
    assert where() == ("The future of work", "paused", "wcsww")
    table("topic", "resume")
    assert where()[1] == "running"
    table("topic", "go", "conclusion")
    assert where() == ("Conclusion", "running", "wdsdc")


def test_next_after_the_last_topic_and_previous_before_the_first_are_told(table: Program) -> None:
    table("topic", "go", "conclusion")
    after = table.run("topic", "next")
    assert (after.code, "roundtable close" in after.err) == (1, True)
    table("topic", "go", "welcome")
    assert table.run("topic", "previous").code == 1


@pytest.mark.parametrize("move", ["pause", "resume", "skip", "split", "more 5"])
def test_moves_before_the_first_topic_say_how_to_begin(prepared: Program, move: str) -> None:
    done = prepared.run("topic", *move.split())
    assert done.code == 1
    assert "roundtable topic next" in done.err


@pytest.mark.parametrize(("minutes", "planned"), [("5", 1200), ("-5", 600), ("-99", 0)])
def test_minutes_are_given_and_taken(table: Program, minutes: str, planned: int) -> None:
    table("topic", "more", minutes)
    assert table.json("status")["topic"]["planned_seconds"] == planned


def test_minutes_that_were_taken_below_nothing_need_not_be_given_back(table: Program) -> None:
    table("topic", "more", "-99")
    table("topic", "more", "5")
    assert table.json("status")["topic"]["planned_seconds"] == 300


def test_splitting_shares_what_is_left(table: Program) -> None:
    table("topic", "go", "2")
    table("topic", "more", "30")
    table("topic", "split")
    status = table.json("status")
    assert abs(status["late_seconds"]) <= 60
    assert status["topic"]["planned_seconds"] < 1200 + 1800


def test_a_move_tells_where_the_table_is_as_json_as_well(table: Program) -> None:
    assert table.json("topic", "next")["topic"]["title"] == "Trust"
    assert "Trust" in table("topic", "go", "2")


def test_closing_ends_the_evening_and_says_what_is_left_to_do(table: Program) -> None:
    table.record("Bert: hello")
    done = table.run("close")
    assert done.code == 0
    assert "--unplaced" in done.err
    assert table.json("status")["state"] == "closed"
    table("close")
    table("reopen")
    assert table.json("status")["state"] == "paused"
    table("topic", "resume")
    assert table.json("status")["state"] == "running"


@pytest.mark.parametrize("move", ["next", "previous", "skip", "resume"])
def test_a_closed_table_is_not_opened_by_accident(table: Program, move: str) -> None:
    table("close")
    done = table.run("topic", move, "--session", "telework")
    assert done.code == 1
    assert "roundtable reopen" in done.err
    assert table.json("status", "telework")["state"] == "closed"
    table("topic", "go", "2", "--session", "telework")
    assert table.json("status", "telework")["state"] == "running"


def test_an_agenda_with_problems_is_run_and_the_last_line_says_how_many_there_are(
    empty: Program, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.md"
    broken.write_text("## One\n", "utf-8")
    done = empty.run("new", str(broken))
    assert done.code == 0
    problems = empty.run("agenda", "check", str(broken)).err.splitlines()[:-1]
    last = done.err.splitlines()[-1]
    assert f"{len(problems)} problem" in last
    assert f"roundtable agenda check {broken}" in last


def test_names_that_will_be_hard_to_type_are_told_with_a_nickname(empty: Program, agenda: str) -> None:
    people = empty.db.with_name("people.csv")
    people.write_text("name\nEls Maes\nBo Smet\n", "utf-8")
    done = empty.run("new", agenda, "--people", str(people))
    assert 'roundtable people edit "Els Maes" --nickname ElsM' in done.err
    assert "Bo Smet" not in done.err
    assert 'people edit "Els Peeters" --nickname ElsP' in empty.run("people", "add", "Els Peeters").err
    people.write_text("name\nEls Claes\n", "utf-8")
    assert 'people edit "Els Claes" --nickname ElsC' in empty.run("people", "import", str(people)).err
