"""A line typed anew: what was recorded of it follows."""

from pathlib import Path

import pytest

from roundtable.domain.contributions import Contribution, Kind, Stance
from roundtable.errors import NoSuchContribution
from roundtable.services import corrections, recording
from roundtable.services.retyping import retype
from tests.ui.evening import Evening, half_way


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return half_way(tmp_path)


def typed(evening: Evening, line: str) -> Contribution:
    said = recording.record(evening.journal, evening.uid, line).contribution
    assert said is not None
    return said


def test_speaker_kind_stance_and_text_follow_the_line_and_moment_and_topic_stay(evening: Evening) -> None:
    first = typed(evening, "els: - we stoped")
    evening.minute += 3
    second = retype(evening.journal, evening.uid, first.id, "mieke: ! we stopped").contribution
    assert second is not None
    assert (second.id, second.at, second.topic) == (first.id, first.at, first.topic)
    assert (second.text, second.kind, second.stance, second.typed) == (
        "we stopped",
        Kind.PROPOSAL,
        None,
        "mieke: ! we stopped",
    )
    assert evening.session.shown[second.participant or ""] == "Mieke"


def test_a_line_without_a_name_goes_on_with_the_speaker_of_the_line_before_it(evening: Evening) -> None:
    typed(evening, "karim: one")
    second = typed(evening, "els: two")
    again = retype(evening.journal, evening.uid, second.id, "three").contribution
    assert again is not None
    assert evening.session.shown[again.participant or ""] == "Karim"


def test_a_stance_is_never_about_the_line_itself(evening: Evening) -> None:
    before = typed(evening, "karim: one")
    said = typed(evening, "els: two")
    again = retype(evening.journal, evening.uid, said.id, "els: - two").contribution
    assert again is not None
    assert (again.stance, again.answers) == (Stance.OPPOSES, before.id)


def test_marks_are_added_once_and_what_was_decided_since_stays(evening: Evening) -> None:
    said = typed(evening, "els, mieke: agreed")
    corrections.star(evening.journal, evening.uid, said.id)
    retype(evening.journal, evening.uid, said.id, "els, mieke, karim: agreed")
    assert len(evening.session.supports[said.id]) == 2
    assert evening.session.contribution(said.id).starred


def test_an_empty_line_changes_nothing_and_says_so(evening: Evening) -> None:
    said = typed(evening, "els: two")
    assert retype(evening.journal, evening.uid, said.id, "   ").contribution is None
    assert evening.session.contribution(said.id).text == "two"


def test_it_is_one_action_to_undo(evening: Evening) -> None:
    said = typed(evening, "els: two")
    retype(evening.journal, evening.uid, said.id, "karim: three =theme")
    evening.journal.undo(evening.uid)
    back = evening.session.contribution(said.id)
    assert (back.text, evening.session.shown[back.participant or ""]) == ("two", "Els")


def test_a_contribution_that_is_not_there_is_told(evening: Evening) -> None:
    with pytest.raises(NoSuchContribution):
        retype(evening.journal, evening.uid, "gone", "els: x")
