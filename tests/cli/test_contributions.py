"""What was said: listing, putting right, withdrawing, starring, parking, support, history."""

from pathlib import Path

import pytest

from tests.cli.running import Program


@pytest.fixture
def said(table: Program) -> Program:
    """Give a table at which seven things were said, at two topics."""
    table.record(
        "els: who still counts?", "karim: ! pay for results", "Bert: - hello", 'an: "never again" !!'
    )
    table("topic", "next")
    table.record("els: one", "log: two", "anke: three")
    table("contributions", "park", "6")
    table("contributions", "withdraw", "7")
    return table


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ((), [1, 2, 3, 4, 5, 6]),
        (("--topic", "1"), [1, 2, 3, 4]),
        (("--topic", "trust"), [5, 6]),
        (("--sector", "RET"), [1, 5]),
        (("--sector", "logistics"), [2, 6]),
        (("--kind", "question"), [1]),
        (("--kind", "proposal"), [2]),
        (("--kind", "quote"), [4]),
        (("--starred",), [4]),
        (("--unplaced",), [3]),
        (("--parked",), [6]),
        (("--withdrawn",), [7]),
        (("--sector", "RET", "--topic", "2"), [5]),
        (("--starred", "--parked"), []),
        (("--participant", "karim"), [2]),
        (("--check",), []),
        (("--theme", "cou"), [1, 5]),
        (("--theme", "counting", "--sector", "RET", "--topic", "1"), [1]),
        (("--no-theme",), [2, 3, 4, 6]),
        (("--no-theme", "--sector", "LOG"), [2, 6]),
    ],
)
def test_a_list_holds_what_was_asked_for_in_the_order_of_saying(
    said: Program, words: tuple[str, ...], numbers: list[int]
) -> None:
    said("theme", "tag", "counting", "1", "5", "7")
    assert [one["number"] for one in said.said(*words)] == numbers


def test_what_cannot_be_listed_is_told(said: Program) -> None:
    assert "RET Retail" in said.run("contributions", "list", "--sector", "XYZ").err
    assert said.run("contributions", "list", "--topic", "9").code == 1
    assert "theme list" in said.run("contributions", "list", "--theme", "nothing").err
    assert said.run("contributions", "list", "--kind", "story").code == 2


def test_a_contribution_is_called_by_its_number_or_its_id(said: Program) -> None:
    key = said.said()[1]["id"]
    said("contributions", "star", "1")
    said("contributions", "star", key)
    assert [one["number"] for one in said.said("--starred")] == [1, 2, 4]
    said("contributions", "star", "1")
    assert [one["number"] for one in said.said("--starred")] == [2, 4]
    for name in ("0", "8", "-1", "nothing", "2.5"):
        assert said.run("contributions", "star", "--", name).code == 1


def test_everything_about_a_contribution_can_be_put_right(said: Program) -> None:
    words = ("--text", "what she said", "--participant", "anke", "--topic", "3", "--kind", "point")
    told = said.json("contributions", "edit", "1", *words, "--stance", "opposes", "--wording", "As printed.")
    assert told["typed"] == "els: who still counts?"
    assert (told["text"], told["participant"], told["sector"]) == ("what she said", "Anke Maes", "NPO")
    assert (told["topic"], told["kind"], told["stance"]) == (4, "point", "opposes")
    assert told["wording"] == "As printed."
    assert said.json("contributions", "edit", "1", "--stance", "")["stance"] is None
    assert said.json("contributions", "edit", "1", "--participant", "")["voice"] == "nobody"
    assert said.json("contributions", "edit", "1", "--participant", "ret")["voice"] == "sector"


def test_a_sector_of_its_own_goes_before_that_of_the_speaker(said: Program) -> None:
    told = said.json("contributions", "edit", "1", "--sector", "LOG")
    assert (told["participant"], told["sector"]) == ("Els De Wit", "LOG")


def test_once_it_is_known_who_spoke_the_prefix_goes_and_its_marks_count(said: Program) -> None:
    said("people", "add", "Bert Claes", "--sector", "RET")
    told = said.json("contributions", "edit", "3", "--participant", "bert")
    assert (told["placed"], told["participant"], told["text"]) == (True, "Bert Claes", "hello")
    assert told["stance"] == "opposes"
    assert told["answers"] == said.said()[1]["id"]


def test_the_others_in_a_prefix_count_once_they_are_known(table: Program) -> None:
    table.record("els, bert: agreed")
    table("people", "add", "Bert Maes", "--sector", "LOG")
    told = table.json("contributions", "edit", "1", "--participant", "els")
    assert (told["text"], told["support"]["people"]) == ("agreed", ["Bert Maes"])


def test_a_text_that_was_put_right_stays_when_the_speaker_is(said: Program) -> None:
    said("contributions", "edit", "3", "--text", "hello there")
    assert said.json("contributions", "edit", "3", "--participant", "els")["text"] == "hello there"
    told = said.json("contributions", "edit", "3", "--participant", "karim", "--text", "both at once")
    assert (told["participant"], told["text"]) == ("Karim Haddad", "both at once")


@pytest.mark.parametrize(
    "words", [("--text", " "), ("--participant", "nobody"), ("--topic", "9"), ("--sector", "XYZ")]
)
def test_what_cannot_be_put_right_changes_nothing(said: Program, words: tuple[str, str]) -> None:
    before = said.said()
    done = said.run("contributions", "edit", "1", "--kind", "quote", *words)
    assert (done.code, bool(done.err)) == (1, True)
    assert said.said() == before


def test_what_was_withdrawn_keeps_its_number_and_comes_back(said: Program) -> None:
    said("contributions", "withdraw", "2")
    assert [one["number"] for one in said.said()] == [1, 3, 4, 5, 6]
    said("contributions", "restore", "2")
    assert said.json("contributions", "restore", "7")["withdrawn"] is False
    assert [one["number"] for one in said.said()] == [1, 2, 3, 4, 5, 6, 7]


def test_support_is_recorded_by_people_and_by_numbers_of_a_sector(said: Program) -> None:
    said("contributions", "support", "1", "--by", "karim", "--by", "anke")
    said("contributions", "support", "1", "--by", "NPO", "--count", "8", "--oppose")
    told = said.json("contributions", "support", "1", "--by", "log", "--count", "2", "--pass")
    assert told["support"] == {
        "people": ["Karim Haddad", "Anke Maes"],
        "sectors": ["LOG", "NPO"],
        "counts": {"LOG": [1, 0, 2], "NPO": [1, 8, 0]},
    }


def test_support_that_makes_no_sense_is_told_and_not_recorded(said: Program) -> None:
    assert said.run("contributions", "support", "1", "--by", "els", "--count", "3").code == 1
    assert said.run("contributions", "support", "1", "--by", "karim", "--by", "bert").code == 1
    assert said.run("contributions", "support", "1", "--by", "ret", "--count", "0").code == 2
    assert said.run("contributions", "support", "1", "--by", "ret", "--oppose", "--pass").code == 2
    assert said.said()[0]["support"]["counts"] == {}


def test_history_tells_what_became_of_a_contribution(said: Program) -> None:
    said("contributions", "edit", "1", "--text", "who counts?", "--participant", "an claes")
    said("contributions", "withdraw", "1")
    said("contributions", "restore", "1")
    first, second, third, fourth = said("contributions", "history", "1").splitlines()
    assert "contribution 1: new; " in first
    assert "typed “els: who still counts?”" in first
    assert "speaker An Claes" in second
    assert "text “who counts?”" in second
    assert third.endswith("contribution 1: taken away")
    assert fourth.endswith("contribution 1: brought back")
    changes = said.json("contributions", "history", "1")
    assert {change["record"] for change in changes} == {said.said()[0]["id"]}
    assert set(changes[0]) == {"at", "stamp", "writer", "action", "kind", "record", "fields", "base"}


def test_an_edit_of_text_says_what_it_started_from(said: Program) -> None:
    said("contributions", "edit", "1", "--text", "one")
    said("contributions", "star", "1")
    said("contributions", "edit", "1", "--text", "two")
    made, one, starred, two = said.json("contributions", "history", "1")
    assert (one["base"], two["base"]) == (made["stamp"], one["stamp"])
    assert starred["base"] is None


def test_people_read_a_line_each(said: Program) -> None:
    lines = said("contributions", "list").splitlines()
    assert len(lines) == 6
    assert "Els" in lines[0]
    assert "RET" in lines[0]
    assert "? who still counts?" in lines[0]
    assert lines[3].endswith("★")
    assert lines[5].endswith("two P")
    assert said("contributions", "list", "--starred", "--parked") == "Nothing here yet.\n"


def test_a_line_shows_what_is_to_be_checked_its_themes_and_how_it_is_printed(said: Program) -> None:
    said.record("els: maybe =cost =time ??")
    assert said("contributions", "list").splitlines()[-1].endswith("maybe ?? =cost =time")
    assert said("contributions", "edit", "1", "--wording", "Who counts?").splitlines()[1:] == [
        "      printed as: Who counts?"
    ]


def test_several_are_starred_or_withdrawn_in_one_act_or_none_is(said: Program) -> None:
    assert len(said("contributions", "star", "1", "2", "1").splitlines()) == 2
    assert [one["starred"] for one in said.json("contributions", "withdraw", "1", "2")] == [True, True]
    assert said.run("contributions", "park", "3", "99").code == 1
    assert [one["number"] for one in said.said("--parked")] == [6]
    said("undo")
    assert [one["number"] for one in said.said("--starred")] == [1, 2, 4]
    said("undo")
    assert [one["number"] for one in said.said("--starred")] == [4]


def test_a_second_vote_of_a_person_takes_the_place_of_the_first(said: Program) -> None:
    said("contributions", "support", "1", "--by", "karim")
    said("contributions", "support", "1", "--by", "karim")
    told = said.json("contributions", "support", "1", "--by", "karim", "--oppose")
    assert told["support"]["counts"] == {"LOG": [0, 1, 0]}
    assert len(said.json("journal")) == len({one["stamp"] for one in said.json("journal")})
    marks = [one for one in said.json("journal") if one["kind"] == "support"]
    assert len({one["record"] for one in marks}) == 1
    assert len(marks) == 2


def test_an_answer_is_a_line_about_what_was_said_whether_or_not_it_takes_a_stance(said: Program) -> None:
    first = said.said()[0]["id"]
    told = said.json("contributions", "answer", "1", "karim: - not", "in planning")
    assert (told["answers"], told["stance"], told["text"]) == (first, "opposes", "not in planning")
    assert (told["participant"], told["topic"]) == ("Karim Haddad", said.said("--topic", "2")[0]["topic"])
    told = said.json("contributions", "answer", "1", "an claes: one in ten does")
    assert (told["answers"], told["stance"]) == (first, None)
    assert said.json("contributions", "answer", "1", "+ npo")["support"]["sectors"] == ["NPO"]
    assert said.run("contributions", "answer", "1", " ").code == 1
    said("undo", "--times", "3")
    assert len(said.said()) == 6


def test_the_agendas_abbreviations_are_written_out_in_a_wording_and_what_was_is_told(
    empty: Program, agenda: str
) -> None:
    path = empty.db.with_name("short.md")
    short = (
        Path(agenda).read_text("utf-8").replace("title: Telework", "title: T\nabbreviations: {wn: workers}")
    )
    path.write_text(short, "utf-8")
    empty("new", str(path))
    empty("record", "els: the wn choose")
    told = empty("contributions", "edit", "1", "--wording", 'The wn choose: "wn first".').splitlines()
    assert told[1:] == [
        '      printed as: The workers choose: "wn first".',
        "      written out: wn → workers",
    ]
    done = empty.run("contributions", "edit", "1", "--wording", "wn", "--json")
    assert (done.document["wording"], done.err) == ("workers", "      written out: wn → workers\n")
    assert (done.document["text"], done.document["typed"]) == ("the wn choose", "els: the wn choose")
    plain = empty.run("contributions", "edit", "1", "--text", "wn")
    assert plain.out.splitlines()[1:] == ["      printed as: workers"]
    assert len(empty("contributions", "edit", "1", "--wording", "").splitlines()) == 1
    assert empty.said()[0]["wording"] == ""
