"""The sample evening, as a session in a file."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from roundtable.domain.approvals import Approval
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Prose, Takeaway
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.takeaways import flagged
from roundtable.errors import NothingToUndo
from roundtable.services.approvals import printed_words
from roundtable.services.ledger import add_takeaway, edit_takeaway
from roundtable.services.prose import part_id, set_prose
from roundtable.services.publishing import Wanted, composed
from roundtable.services.recording import record
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal

LANGUAGES = ("nl", "fr", "en")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Give a journal in a file of its own."""
    opened = Journal.open(tmp_path / "demo.db")
    yield opened
    opened.close()


def parts(session: Session) -> dict[str, bool]:
    """Give the parts that have prose, and whether the tool drafted it."""
    numbers = {topic.id: topic.number for topic in session.topics}
    written = [one for one in session.of(Prose).values() if not one.withdrawn]
    return {numbers.get(one.id, one.id): one.drafted for one in written}


@pytest.mark.parametrize("finished", [False, True])
def test_undo_takes_back_what_was_typed_and_not_the_sample_itself(
    journal: Journal, *, finished: bool
) -> None:
    uid = demo_session(journal, "nl", finished=finished)
    there = journal.session(uid)
    record(journal, uid, "en dan nog iets")
    after = journal.undo(uid).session
    assert after.contributions == there.contributions
    with pytest.raises(NothingToUndo):
        journal.undo(uid)
    assert journal.session(uid).takeaways == there.takeaways
    assert parts(journal.session(uid)) == parts(there)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_first_start_there_is_something_of_all_synthesis_to_see(
    journal: Journal, language: str
) -> None:
    session = journal.session(demo_session(journal, language))
    assert 6 <= len(session.themes) <= 9
    themed = [said for said in session.contributions if said.themes]
    assert len(themed) > len(session.contributions) / 2
    assert sum(bool(said.wording) for said in session.contributions) == 5
    assert sorted(len(group) for group in session.groups.all) == [2, 2, 3]
    assert len(session.groups.apart) == 1
    assert [(one.worded, bool(one.title), bool(one.dissent)) for one in session.takeaways] == [
        (True, True, True),
        (False, False, True),
        (False, False, False),
    ]
    drawn = [one for one in session.takeaways if not one.worded]
    said = session.of(Contribution)
    assert all(one.text in {said[key].text for key in one.evidence} for one in drawn)
    assert parts(session) == {"2": False, "3": True}


@pytest.mark.parametrize("language", LANGUAGES)
def test_finished_at_once_or_after_the_first_start_it_is_the_same_evening(
    journal: Journal, language: str
) -> None:
    at_once = journal.session(demo_session(journal, language, finished=True))
    begun = demo_session(journal, language, fresh=True)
    later = journal.session(demo_session(journal, language, finished=True))
    assert later.uid == begun != at_once.uid
    for session in (at_once, later):
        assert len(session.themes) == 10
        assert sum(bool(said.wording) for said in session.contributions) == 10
        assert sorted(len(group) for group in session.groups.all) == [2, 2, 2, 3, 3]
        assert all(one.worded and one.title for one in session.takeaways)
        assert not any(flagged(session, one) for one in session.takeaways)
        assert parts(session) == {"2": False, "3": True, "6": False, "conclusion": False}
    texts = [[said.text for said in one.contributions] for one in (at_once, later)]
    assert texts[0] == texts[1]
    ledgers = [
        [(t.title, t.text, len(t.evidence), len(t.dissent)) for t in one.takeaways]
        for one in (at_once, later)
    ]
    assert len(ledgers[0]) == 6
    assert ledgers[0] == ledgers[1]
    asked = [sorted(str(a.answer) for a in one.of(Approval).values()) for one in (at_once, later)]
    assert asked == [["approved", "approved", "asked", "changed"]] * 2
    backed = [[len(one.supports.get(t.id, ())) for t in one.takeaways] for one in (at_once, later)]
    assert backed[0] == backed[1]


def test_finishing_once_more_changes_nothing(journal: Journal) -> None:
    uid = demo_session(journal, "nl", finished=True)
    before = journal.history(uid)
    assert demo_session(journal, "nl", finished=True) == uid
    assert journal.history(uid) == before


def test_finishing_leaves_what_the_user_did_meanwhile(journal: Journal) -> None:
    uid = demo_session(journal, "nl")
    session = journal.session(uid)
    mine = add_takeaway(journal, uid, "Dit is van mij.", title="Van mij")
    edit_takeaway(journal, uid, "2", title="Doelen, kort gezegd")
    set_prose(journal, uid, "6", "Hier schreef ik zelf.")
    set_prose(journal, uid, "3", "En hier ook.")

    def meddle(session: Session) -> list[Edit]:
        said = next(one for one in session.contributions if one.text.startswith("voor wie kleine kinderen"))
        third = session.takeaways[2]
        return [
            changed(said, replace(said, withdrawn=True)),
            changed(third, replace(third, withdrawn=True)),
        ]

    journal.append(uid, meddle)
    finished = journal.session(demo_session(journal, "nl", finished=True))
    titles = [one.title for one in finished.takeaways]
    assert titles == [
        "Kunnen kiezen telt het meest",
        "Doelen, kort gezegd",
        "Van mij",
        "Cultuur vraagt organisatie",
        "Flexibiliteit hoort bij het aanbod",
        "De rekening heeft twee kanten",
    ]
    assert finished.of(Takeaway)[mine.id] == mine
    assert finished.takeaways[1].text == session.takeaways[1].text
    kept = {number: finished.prose(part_id(finished, number)) for number in ("3", "6")}
    assert {number: one.text for number, one in kept.items() if one} == {
        "3": "En hier ook.",
        "6": "Hier schreef ik zelf.",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_paper_is_a_draft_with_chapters_by_a_person_and_by_the_tool(
    journal: Journal, language: str
) -> None:
    session = journal.session(demo_session(journal, language, finished=True))
    paper = composed(session, Wanted())
    chapters = [part for part in paper.document.parts if part.number]
    assert paper.document.draft
    assert [part.number for part in chapters if not part.drafted] == ["2", "6"]
    assert all(part.blocks for part in chapters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_its_quotes_some_are_approved_one_otherwise_and_the_others_wait(
    journal: Journal, language: str
) -> None:
    session = journal.session(demo_session(journal, language, finished=True))
    those = [one for one in printed_words(session) if one.parts]
    assert Counter(str(one.standing) for one in those) == {
        "approved": 2,
        "changed": 1,
        "asked": 1,
        "unasked": 1,
    }
    (otherwise,) = (one for one in those if one.approval and one.approval.wording)
    assert otherwise.approval.wording.rstrip(".") in otherwise.words
    assert otherwise.said.quotes[0] not in otherwise.words
