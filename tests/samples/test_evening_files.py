"""The sample evenings are whole: their times, people and takeaways fit one another."""

import re
import tomllib
from itertools import pairwise
from typing import Any

import pytest

from roundtable.agendas.folder import agenda_folders, find_agenda
from roundtable.agendas.reader import read_agenda_file
from tests.conftest import ROOT

LANGUAGES = ("nl", "fr", "en")
SECTORS = {"LOG", "AUT", "RET", "SOF", "NPO"}
TOPICS = range(2, 10)
LINE = re.compile(r"(\d+):([0-5]\d)  (\S.*)")
PREFIX = re.compile(r"(?P<who>[^:]*?) ?: (?P<said>.*)")
MARKS = re.compile(r" (?:[=#][\w-]+|!!|\?\?)(?= |$)")

Evening = dict[str, Any]


@pytest.fixture(params=LANGUAGES)
def evening(request: pytest.FixtureRequest) -> Evening:
    """Give a sample evening as it stands in its file, a language at a time."""
    path = ROOT / "roundtable" / "samples" / f"evening.{request.param}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def timed_lines(topic: dict[str, Any]) -> list[tuple[int, str]]:
    """Give the capture lines of a topic with their seconds since the start."""
    found = [LINE.fullmatch(line) for line in topic["text"].strip().splitlines()]
    assert all(found), topic["text"]
    return [(60 * int(each[1]) + int(each[2]), each[3]) for each in found if each]


def statements(evening: Evening) -> list[str]:
    """Give what was said: lines without speaker, signs and marks, and without lines of support alone."""
    lines = [line for topic in evening["lines"] for _, line in timed_lines(topic)]
    said = [line for line in lines if not re.match(r"[-+] ", line)]
    spoken = [match["said"] if (match := PREFIX.fullmatch(line)) else line for line in said]
    return [MARKS.sub("", re.sub(r"^[-+!] ", "", text)) for text in spoken]


def test_the_table_seats_five_sectors_with_at_least_two_people_each(evening: Evening) -> None:
    seats = [person["sector"] for person in evening["people"]]
    assert set(seats) == SECTORS
    assert min(seats.count(sector) for sector in SECTORS) >= 2


def test_no_sector_has_a_single_person_who_may_be_told_by_sector(evening: Evening) -> None:
    told = [person["sector"] for person in evening["people"] if person["consent"] in ("sector", "named")]
    assert all(told.count(sector) >= 2 for sector in SECTORS)


def test_people_have_the_consent_and_attendance_that_the_program_knows(evening: Evening) -> None:
    assert {person["consent"] for person in evening["people"]} == {"named", "sector"}
    assert {person["attendance"] for person in evening["people"]} == {"present", "online"}


def test_the_visits_follow_each_other_without_a_gap_and_end_a_little_late(evening: Evening) -> None:
    visits = evening["visits"]
    assert [visit["position"] for visit in visits] == list(range(1, 10))
    assert visits[0]["from"] == 0
    assert all(one["to"] == next_one["from"] for one, next_one in pairwise(visits))
    assert 131 <= visits[-1]["to"] <= 134


def test_every_line_lies_within_the_visit_to_its_topic(evening: Evening) -> None:
    assert [topic["position"] for topic in evening["lines"]] == list(TOPICS)
    visits = {visit["position"]: (60 * visit["from"], 60 * visit["to"]) for visit in evening["visits"]}
    for topic in evening["lines"]:
        begin, end = visits[topic["position"]]
        times = [at for at, _ in timed_lines(topic)]
        assert all(one < next_one for one, next_one in pairwise([begin, *times, end]))


def test_every_topic_opens_with_a_named_speaker(evening: Evening) -> None:
    assert all(PREFIX.fullmatch(timed_lines(topic)[0][1]) for topic in evening["lines"])


def test_there_is_enough_to_draft_every_chapter_from(evening: Evening) -> None:
    assert len(statements(evening)) >= 70
    assert all(len(timed_lines(topic)) >= 12 for topic in evening["lines"][:-1])


def test_half_of_the_topic_in_which_the_demo_opens_is_already_on_paper(evening: Evening) -> None:
    visit = next(visit for visit in evening["visits"] if visit["position"] == evening["halfway"])
    topic = next(topic for topic in evening["lines"] if topic["position"] == evening["halfway"])
    middle = 30 * (visit["from"] + visit["to"])
    written = [at for at, _ in timed_lines(topic) if at <= middle]
    assert 8 <= len(written) <= len(timed_lines(topic)) - 4


def test_no_statement_begins_as_another_one_reads(evening: Evening) -> None:
    said = statements(evening)
    assert [text for text in said if sum(other.startswith(text) for other in said) > 1] == []


def told_by(evening: Evening) -> list[str]:
    """Give the beginnings by which wordings, groups and takeaways tell their statements."""
    groups = [*evening["same_point"], *evening["apart"]]
    early = [one["halfway"] for one in evening["takeaways"] if "halfway" in one]
    return [
        *(one["line"] for one in evening["wordings"]),
        *(one["line"] for one in evening["approvals"]),
        *(words for one in groups for words in one["of"]),
        *(words for one in early for words in (*one.get("from", ()), *one.get("against", ()))),
    ]


def test_wordings_groups_and_first_takeaways_tell_statements_that_are_each_found_once(
    evening: Evening,
) -> None:
    said = [text.lstrip('"') for text in statements(evening)]
    for beginning in told_by(evening):
        assert sum(text.startswith(beginning) for text in said) == 1, beginning


def test_most_statements_bear_one_of_ten_themes_and_some_themes_cross_topics(evening: Evening) -> None:
    topics: dict[str, set[int]] = {}
    for topic in evening["lines"]:
        for _, line in timed_lines(topic):
            for theme in re.findall(r" =([\w-]+)", line):
                topics.setdefault(theme, set()).add(topic["position"])
    assert len(topics) == 10
    assert sum(len(those) > 1 for those in topics.values()) >= 5
    assert sum("=" in line for topic in evening["lines"] for _, line in timed_lines(topic)) >= 70


def test_a_wording_is_a_whole_sentence_without_abbreviations_or_the_name_that_stood_in_it(
    evening: Evening,
) -> None:
    agenda = read_agenda_file(find_agenda(evening["agenda"], agenda_folders()[-1:])).agenda
    first_names = {person["name"].split()[0].casefold() for person in evening["people"]}
    worded = {one["line"]: one["wording"] for one in evening["wordings"]}
    assert len(worded) == 10
    for wording in worded.values():
        words = set(re.findall(r"\w+", wording))
        assert wording[0].isupper()
        assert wording.endswith(".")
        assert not words & set(agenda.abbreviations)
        assert not {word.casefold() for word in words} & first_names
    lines = [set(re.findall(r"\w+", line)) for line in worded]
    assert any(words & set(agenda.abbreviations) for words in lines)
    assert any(words & first_names for words in lines)


def test_a_takeaway_rests_on_statements_that_are_each_found_once(evening: Evening) -> None:
    said = statements(evening)
    assert len(evening["takeaways"]) == 6
    for takeaway in evening["takeaways"]:
        assert 2 <= len(takeaway["from"]) <= 5
        for beginning in [*takeaway["from"], *takeaway.get("against", [])]:
            assert sum(text.startswith(beginning) for text in said) == 1, beginning


def test_hands_counted_for_a_takeaway_are_no_more_than_a_sector_has(evening: Evening) -> None:
    seats = [person["sector"] for person in evening["people"]]
    hands = [hand for takeaway in evening["takeaways"] for hand in takeaway.get("support", [])]
    assert hands
    assert all(1 <= hand["count"] <= seats.count(hand["by"]) for hand in hands)


def test_the_prose_names_nobody_and_lists_the_eight_advantages(evening: Evening) -> None:
    assert set(evening["prose"]) == {"2", "6", "conclusion"}
    assert len(re.findall(r"^- \*\*", evening["prose"]["6"], re.MULTILINE)) == 8
    written = " ".join(evening["prose"].values())
    words = set(re.findall(r"\w+", written))
    assert not [person["name"] for person in evening["people"] if person["name"].split()[0] in words]
