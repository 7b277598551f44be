"""The agenda and its minutes from the plain command line."""

from typing import Any

from tests.cli.running import Program


def topics(table: Program) -> dict[str, dict[str, Any]]:
    """Give the topics by title, as status shows them."""
    return {one["title"]: one for one in table.json("status")["topics"]}


def test_a_topic_that_is_held_keeps_its_minutes_in_a_split(table: Program) -> None:
    assert "Held: “Conclusion”, 10 min." in table("topic", "fix", "conclusion")
    table("topic", "more", "30")
    table("topic", "split")
    found = topics(table)
    assert found["Conclusion"]["planned_seconds"] == 600
    assert found["Conclusion"]["fixed"]
    assert found["Trust"]["planned_seconds"] < 1200
    assert "No longer held" in table("topic", "unfix", "conclusion")
    assert not topics(table)["Conclusion"]["fixed"]
    assert table.run("topic", "fix", "nowhere").code == 1


def test_what_was_planned_last_can_give_first(table: Program) -> None:
    table("topic", "more", "12")
    table("topic", "split", "--cut-last")
    found = {title: one["planned_seconds"] // 60 for title, one in topics(table).items()}
    assert found == {
        "Welcome": 10,
        "The future of work": 27,
        "Trust": 20,
        "The office": 12,
        "Conclusion": 1,
    }
    table("undo")
    assert topics(table)["Conclusion"]["planned_seconds"] == 600


def test_a_topic_is_added_behind_the_current_one_and_makes_the_table_late(table: Program) -> None:
    before = table.json("status")
    told = table("topic", "add", "Pay [/] \x1b[31mred", "--minutes", "7")
    assert "Added as topic 3 of 6: “Pay [/] " in told
    after = table.json("status")
    assert [one["title"] for one in after["topics"]][1:4] == [
        "The future of work",
        "Pay [/] [31mred",
        "Trust",
    ]
    assert (after["topics"][2]["planned_seconds"], after["topics"][2]["planned"]) == (420, False)
    assert after["planned_end"] == before["planned_end"]
    assert 419 <= after["late_seconds"] - before["late_seconds"] <= 425
    assert table.json("topic", "next")["topic"]["title"].startswith("Pay")
    assert table.run("topic", "add", " ").code == 1


def test_a_contribution_is_parked_for_the_papers_open_questions(table: Program) -> None:
    table.record("els: who pays for the desk?")
    assert "P§" in table("contributions", "open-question", "1")
    assert [(one["parked"], one["open_question"]) for one in table.said()] == [(True, True)]
    table("contributions", "open-question", "1")
    assert [(one["parked"], one["open_question"]) for one in table.said()] == [(True, False)]
