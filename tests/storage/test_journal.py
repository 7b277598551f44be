"""What is decided is stamped, appended and shown at once, here and in every other process."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Change, Edit, Value
from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.records import changed, created
from roundtable.domain.session import Details, Session
from roundtable.domain.stamps import instant_of, next_stamp
from roundtable.domain.visits import Visit
from roundtable.errors import ClockAhead, DamagedChange, NoSuchTopic, PictureDiffers
from roundtable.storage.journal import Journal
from tests.storage.making import EVENING, UID, Clock, begin, dump, line, said


def texts(session: Session) -> list[str]:
    return [one.text for one in session.contributions]


def change(stamp: str, record: str = "c", of: str = "contribution", **fields: Value) -> Change:
    """Give a change from elsewhere."""
    return Change(stamp, UID, of, record, fields, "elsewhere", "act")


def stamp(**after: float) -> str:
    return next_stamp(EVENING + timedelta(**after), None)


def reread(journal: Journal) -> Session:
    """Give the session as a process that was not there sees it."""
    fresh = Journal.open(journal.path, journal.now, "elsewhere")
    try:
        return fresh.session(UID)
    finally:
        fresh.close()


def test_what_is_appended_is_in_the_session_that_comes_back_and_in_the_file(journal: Journal) -> None:
    appended = journal.append(UID, line("Een dag thuis", "c"))
    assert texts(appended.session) == ["Een dag thuis"]
    (made,) = appended.changes
    assert (made.record, made.writer, made.action) == ("c", journal.writer, appended.action)
    assert appended.session.contributions[0].stamp == made.stamp
    assert reread(journal) == appended.session == journal.session(UID)


def test_a_session_that_nobody_made_is_empty(journal: Journal) -> None:
    assert journal.session("nowhere") == Session("nowhere")


def test_what_does_not_change_is_shared_with_the_session_before(journal: Journal) -> None:
    before = journal.append(UID, line("een", "one")).session
    after = journal.append(UID, line("twee", "two")).session
    assert after.of(Contribution)["one"] is before.of(Contribution)["one"]
    assert after.details is before.details


def test_an_act_of_many_changes_has_one_action_and_a_stamp_for_each(journal: Journal) -> None:
    appended = journal.append(UID, lambda _: [said("een"), said("twee"), said("drie")], action="act")
    assert {one.action for one in appended.changes} == {"act"}
    stamps = [one.stamp for one in appended.changes]
    assert stamps == sorted(set(stamps))
    assert texts(appended.session) == ["een", "twee", "drie"]


@pytest.mark.parametrize("edits", [[], [Edit("contribution", "c", {})]])
def test_where_nothing_is_decided_nothing_is_written(
    journal: Journal, other: Journal, edits: Sequence[Edit]
) -> None:
    before = journal.session(UID)
    assert not other.changed()
    appended = journal.append(UID, lambda _: edits)
    assert appended.changes == ()
    assert appended.session is before
    assert not other.changed()


def test_an_error_while_deciding_leaves_all_as_it_was(journal: Journal) -> None:
    before = journal.session(UID)
    with pytest.raises(NoSuchTopic):
        journal.append(UID, lambda session: [said("weg"), created(session.topic("9"))])
    assert journal.session(UID) == before == reread(journal)
    journal.append(UID, line("gaat door"))


def test_two_who_press_next_at_once_make_one_step(journal: Journal, other: Journal) -> None:
    topics = [Topic(id=f"t{number}", title=str(number), order=str(number)) for number in range(3)]
    journal.append(UID, lambda _: [created(one) for one in topics])

    def next_topic(session: Session) -> list[Edit]:
        # Both saw the table before the first topic.
        return [] if session.visits else [created(Visit(id="v", topic="t0", begins=EVENING))]

    journal.session(UID), other.session(UID)
    assert len(journal.append(UID, next_topic).changes) == 1
    assert len(other.append(UID, next_topic).changes) == 0
    assert len(other.session(UID).visits) == 1


def test_another_process_sees_what_was_written_and_notices(journal: Journal, other: Journal) -> None:
    assert other.session(UID).contributions == ()
    assert not other.changed()
    journal.append(UID, line("Een dag thuis"))
    assert other.changed()
    assert not other.changed()
    assert texts(other.session(UID)) == ["Een dag thuis"]
    assert not journal.changed()


def test_what_another_process_changed_is_in_what_is_decided_on(journal: Journal, other: Journal) -> None:
    journal.append(UID, line("een", "c"))
    other.append(UID, lambda s: [changed(one := s.contribution("1"), replace(one, starred=True))])

    def decide(session: Session) -> list[Edit]:
        assert session.contribution("1").starred
        return [said("twee")]

    assert texts(journal.append(UID, decide).session) == ["een", "twee"]


def test_nothing_is_read_again_while_nothing_came(journal: Journal) -> None:
    session = journal.append(UID, line("een")).session
    assert journal.session(UID) is session


def test_sessions_in_one_file_do_not_see_each_other(journal: Journal) -> None:
    begin(journal, "second", "telewerk-2026-11-23-2")
    journal.append("second", line("daar"))
    journal.append(UID, line("hier"))
    assert texts(journal.session(UID)) == ["hier"]
    assert texts(journal.session("second")) == ["daar"]


def test_a_list_of_sessions_says_how_much_was_said_and_whether_it_began(
    journal: Journal, clock: Clock
) -> None:
    clock.on(hours=1)
    begin(journal, "second", "zorg")
    journal.append("second", lambda _: [created(Visit(id="v", topic="t", begins=clock()))])
    journal.append(UID, lambda _: [said("een", "one"), said("twee")])
    last = journal.append(UID, lambda _: [Edit("contribution", "one", {"withdrawn": True})]).changes[-1]
    first, second = journal.sessions()
    assert (first.uid, first.details.slug, first.contributions, first.started) == (
        UID,
        "telewerk-2026-11-23",
        1,
        False,
    )
    assert first.newest == last.stamp
    assert (second.uid, second.details.slug, second.contributions, second.started) == (
        "second",
        "zorg",
        0,
        True,
    )
    journal.append("second", lambda s: [changed(s.details, replace(s.details, withdrawn=True))])
    assert [one.uid for one in journal.sessions()] == [UID]


def test_an_empty_file_has_no_sessions(path: Path) -> None:
    journal = Journal.open(path)
    assert journal.sessions() == []
    journal.close()


def test_sessions_can_be_listed_while_deciding(journal: Journal) -> None:
    def decide(_session: Session) -> list[Edit]:
        return [created(Details(id="new", slug=f"s-{len(journal.sessions()) + 1}"))]

    assert journal.append("new", decide).session.details.slug == "s-2"


def test_the_clock_of_the_journal_goes_on_though_that_of_the_machine_jumps_back(
    journal: Journal, clock: Clock
) -> None:
    clock.on(hours=2)
    first = journal.append(UID, line("een", "c")).changes[0]
    clock.on(hours=-1)
    second = journal.append(UID, lambda _: [Edit("contribution", "c", {"text": "twee"})]).changes[0]
    assert second.stamp > first.stamp
    assert texts(journal.session(UID)) == ["twee"]


def test_half_characters_are_kept_as_a_question_mark_and_lose_no_line(journal: Journal) -> None:
    appended = journal.append(UID, line("een \ud83d half teken"))
    assert texts(appended.session) == ["een ? half teken"]
    assert reread(journal) == appended.session


def test_what_comes_from_elsewhere_is_taken_in_once(journal: Journal) -> None:
    changes = [change(stamp(seconds=1), "c", text="van ver"), change(stamp(seconds=2), "c", starred=True)]
    assert journal.receive(changes).new == 2
    assert journal.receive(changes).new == 0
    (found,) = journal.session(UID).contributions
    assert (found.text, found.starred) == ("van ver", True)
    assert journal.history(UID, "contribution", "c") == changes


def test_what_comes_late_does_not_undo_what_came_after_it(journal: Journal, clock: Clock) -> None:
    journal.session(UID)
    clock.on(minutes=5)
    journal.append(UID, line("nieuwer", "c"))
    journal.receive([change(stamp(minutes=1), "c", text="ouder", check=True)])
    (found,) = journal.session(UID).contributions
    assert (found.text, found.check) == ("nieuwer", True)
    assert instant_of(found.stamp) == EVENING + timedelta(minutes=1)
    assert journal.session(UID) == reread(journal)


def test_one_stamp_stands_for_one_change(journal: Journal) -> None:
    one = change(stamp(seconds=1), text="een")
    other = replace(one, fields={"text": "twee"})
    assert journal.receive([one]).refused == ()
    assert journal.receive([other, one]).refused == (other,)
    assert texts(journal.session(UID)) == ["een"]


def test_a_number_that_no_machine_can_hold_makes_no_damaged_change(journal: Journal) -> None:
    begin(journal)
    edit = Edit("topic", "t", {"title": "Een", "planned_seconds": 2**70})
    assert all(one.sound for one in journal.append(UID, lambda _: [edit]).changes)
    assert journal.check() == []


def test_what_is_damaged_is_refused_and_the_rest_is_kept(journal: Journal) -> None:
    broken = change("tomorrow", text="kapot")
    received = journal.receive([broken, change(stamp(seconds=1), "d", text="heel")])
    assert (received.new, received.refused) == (1, (broken,))
    assert texts(journal.session(UID)) == ["heel"]


def test_a_clock_far_ahead_is_reported_and_does_not_drag_ours_along(journal: Journal) -> None:
    ahead = change(stamp(days=400), "c", text="uit de toekomst")
    received = journal.receive([ahead])
    assert (received.new, received.ahead) == (1, (ahead,))
    made = journal.append(UID, line("nu")).changes[0]
    assert instant_of(made.stamp) == EVENING
    assert [type(one) for one in journal.check()] == [ClockAhead]


def test_what_a_clock_far_ahead_has_stamped_can_still_be_corrected(journal: Journal) -> None:
    journal.receive([change(stamp(days=400), "c", text="uit de toekomst")])
    edits = [Edit("contribution", "c", {"text": "verbeterd"}), said("gewoon", "d")]
    first, second = journal.append(UID, lambda _: edits).changes
    assert journal.session(UID).of(Contribution)["c"].text == "verbeterd"
    assert first.stamp > stamp(days=399)
    assert instant_of(second.stamp) == EVENING


def test_what_a_later_version_says_is_kept_and_forwarded(journal: Journal) -> None:
    later = [
        change(stamp(seconds=1), "p", "poll", question="Wie is voor?", votes=3),
        change(stamp(seconds=2), "c", text="ja", mood="calm", kind="poll"),
    ]
    journal.receive(later)
    journal.append(UID, lambda _: [Edit("contribution", "c", {"starred": True})])
    journal.rebuild()
    assert journal.history(UID, "poll") == later[:1]
    assert '"mood":"calm"' in str(dump(journal.path)["contributions"])
    assert "Wie is voor?" in str(dump(journal.path)["unknown_records"])
    assert journal.check() == []
    assert journal.session(UID).of(Contribution)["c"].starred


def test_history_is_told_in_order_of_arrival_for_all_or_a_kind_or_a_record(journal: Journal) -> None:
    journal.append(UID, lambda _: [created(Theme(id="t", name="Rust")), said("een", "c")])
    journal.append(UID, lambda _: [Edit("contribution", "c", {"text": "twee"}, base="0" * 24)])
    assert [one.kind for one in journal.history(UID)] == ["session", "theme", "contribution", "contribution"]
    assert [one.fields["text"] for one in journal.history(UID, "contribution")] == ["een", "twee"]
    assert journal.history(UID, "contribution", "c")[1].base == "0" * 24
    assert journal.history(UID, "contribution", "none") == []


def test_the_last_lines_made_here_are_told_newest_first(journal: Journal, other: Journal) -> None:
    journal.append(UID, line("een", "one"))
    other.append(UID, line("daar", "theirs"))
    journal.append(UID, line("twee", "two"))
    journal.append(UID, lambda _: [Edit("contribution", "theirs", {"starred": True})])
    assert journal.own(UID, "contribution") == ["two", "one"]
    assert journal.own(UID, "contribution", limit=1) == ["two"]
    assert other.own(UID, "contribution") == ["theirs"]


def test_lines_that_were_taken_back_do_not_hide_those_before_them(journal: Journal) -> None:
    journal.append(UID, line("een", "one"))
    pasted = [said(f"regel {place}", f"pasted-{place}") for place in range(120)]
    journal.append(UID, lambda _: pasted)
    assert journal.own(UID, "contribution")[0] == "pasted-119"
    journal.undo(UID)
    assert journal.own(UID, "contribution") == ["one"]


def test_a_check_finds_what_was_altered_in_the_journal_and_in_the_picture(journal: Journal) -> None:
    journal.append(UID, lambda _: [said("een", "c"), said("twee", "d")])
    assert journal.check() == []
    forger = sqlite3.connect(journal.path)
    forger.execute("UPDATE changes SET writer = 'nobody' WHERE record = 'c'")
    forger.execute("UPDATE contributions SET text = 'drie' WHERE id = 'd'")
    forger.execute(
        "INSERT INTO themes (session, id, stamp, stamps, other) VALUES (?, 't', '', '{}', '{}')", (UID,)
    )
    forger.commit()
    forger.close()
    found = journal.check()
    assert [type(one) for one in found] == [DamagedChange, PictureDiffers, PictureDiffers]
    assert "contributions d" in str(found[1])
    journal.rebuild()
    assert [type(one) for one in journal.check()] == [DamagedChange]
    assert texts(journal.session(UID)) == ["een", "twee"]


def test_a_thousand_lines_arrive_in_one_act_and_are_read_back_alike(journal: Journal) -> None:
    appended = journal.append(UID, lambda _: [said(f"regel {number}") for number in range(1000)])
    assert len(appended.session.contributions) == 1000
    assert reread(journal) == appended.session
