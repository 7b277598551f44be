"""What is erased leaves no byte behind, wherever it stood, and does not come back."""

from dataclasses import replace
from pathlib import Path

import pytest

from roundtable.domain.approvals import Answer, Approval, refused
from roundtable.domain.contributions import Choice, Decision, Export, Takeaway
from roundtable.domain.erasures import Extent
from roundtable.domain.people import Attendance, Participant, Person
from roundtable.domain.records import changed, created
from roundtable.domain.stamps import new_id
from roundtable.domain.takeaways import Since, why_flagged
from roundtable.errors import ErasedForGood, ErasureStays, NoSuchPerson
from roundtable.report.formats import Format
from roundtable.services import corrections, prose
from roundtable.services.archive import import_session
from roundtable.services.archiving import archive
from roundtable.services.copies import catch_up, delete
from roundtable.services.disclosing import disclosure_of
from roundtable.services.erasing import (
    ToldAs,
    Way,
    erase_person,
    erase_statements,
    foresee_person,
    foresee_statements,
    people_called,
)
from roundtable.services.people import add_people, attend_together, merge
from roundtable.services.publishing import Wanted, export
from roundtable.storage.backup import back_up, restore
from roundtable.storage.journal import Journal
from tests.services.leftovers import leftovers
from tests.services.tables import Table

BETWEEN_US = "we will close the Genk warehouse in March"
LINK, WORDS = Way(Extent.LINK), Way(Extent.WORDS)


def takeaway(table: Table, text: str, evidence: str) -> Takeaway:
    """Put a takeaway in the ledger that rests on a contribution (its id)."""
    one = Takeaway(id=new_id(), text=text, evidence=frozenset({evidence}), seen={evidence: "0123abcd"})
    table.journal.append(table.uid, lambda _: [created(one)])
    return one


@pytest.fixture
def told(table: Table) -> Table:
    """Give a table where something was said between us, and stands elsewhere as well."""
    table.record("karim: good evening, everybody")
    table.record(f"els: {BETWEEN_US}")
    table.record("an: - that must not leave this room")
    said = table.said[1]
    corrections.correct(
        table.journal, table.uid, "2", corrections.Correction(wording=f"{BETWEEN_US}, they say")
    )
    takeaway(table, f"{BETWEEN_US.capitalize()}.", said.id)
    text = f"Retail is moving: “{BETWEEN_US}”, said somebody, [and soon](contribution:{said.id})."
    prose.set_prose(table.journal, table.uid, "1", text)
    table.journal.keep_line_draft(table.uid, f"els: again, {BETWEEN_US}")
    return table


def erase_second(table: Table) -> None:
    erase_statements(table.journal, table.uid, ["2"])


# What was said.


def test_nothing_is_left_of_the_words_in_any_file(told: Table, tmp_path: Path) -> None:
    assert leftovers(tmp_path, BETWEEN_US)
    erase_second(told)
    assert leftovers(tmp_path, BETWEEN_US, "Genk warehouse") == []
    assert told.journal.check() == []
    told.journal.rebuild()
    assert told.journal.check() == []
    assert told.journal.search("warehouse") == []
    assert leftovers(tmp_path, BETWEEN_US, "Genk warehouse") == []


def test_what_would_go_is_said_first_and_nothing_is_touched(told: Table) -> None:
    found = foresee_statements(told.journal, told.uid, ["2"])
    assert [said.text for said in found.statements] == [BETWEEN_US]
    assert [one.KIND for one in found.traces] == ["takeaway", "prose"]
    assert [one.KIND for one in found.resting] == ["contribution"]  # an answer in words of its own
    assert told.said[1].text == BETWEEN_US


def test_the_numbers_of_others_stay_and_the_erased_one_is_shown_nowhere(told: Table) -> None:
    erase_second(told)
    after = told.session
    assert [(after.numbers[one.id], one.text) for one in after.contributions] == [
        (1, "good evening, everybody"),
        (3, "that must not leave this room"),
    ]
    assert after.withdrawn == ()
    with pytest.raises(ErasedForGood):
        corrections.restore(told.journal, told.uid, "2")


def test_what_stood_elsewhere_is_left_out_and_the_takeaway_wants_a_look(told: Table) -> None:
    said = told.said[1]
    erase_second(told)
    (one,) = told.session.takeaways
    assert one.text == "[…]."
    assert why_flagged(told.session, one) == {said.id: Since.WITHDRAWN}
    written = told.session.prose(told.session.topic("1").id)
    assert written
    assert written.text == "Retail is moving: “[…]”, said somebody, […]."
    assert told.journal.line_draft(told.uid) == "els: again, […]"


def test_what_somebody_else_said_stays_theirs_though_the_words_are_the_same(told: Table) -> None:
    told.record(f"an: {BETWEEN_US}")
    erase_second(told)
    assert told.said[-1].text == BETWEEN_US


def test_a_mere_yes_is_erased_nowhere_else(told: Table) -> None:
    told.record("els: yes")
    takeaway(told, "Yes, we go on", told.said[0].id)
    erase_statements(told.journal, told.uid, ["4"])
    assert "Yes, we go on" in {one.text for one in told.session.takeaways}


def test_an_erasure_is_not_taken_back_and_what_comes_after_it_is(told: Table) -> None:
    erase_second(told)
    with pytest.raises(ErasureStays):
        told.journal.undo(told.uid)
    told.record("karim: one more thing")
    told.journal.undo(told.uid)
    assert [one.text for one in told.said][-1] == "that must not leave this room"
    with pytest.raises(ErasureStays):
        told.journal.undo(told.uid)


def test_what_another_terminal_did_to_it_before_brings_nothing_back(told: Table, other: Table) -> None:
    corrections.withdraw(other.journal, other.uid, "2")
    corrections.restore(other.journal, other.uid, "2")
    erase_second(told)
    for _ in range(2):
        other.journal.undo(other.uid)
    assert [one.text for one in other.said] == ["good evening, everybody", "that must not leave this room"]
    assert other.journal.check() == []


def test_another_terminal_sees_it_go_everywhere(told: Table, other: Table) -> None:
    assert other.session.takeaways[0].text.startswith("We will")
    erase_second(told)
    assert other.session.takeaways[0].text == "[…]."
    other.record("an: and on we go")
    assert other.session.numbers[other.said[-1].id] == 4


# A person.


@pytest.fixture
def named(table: Table) -> Table:
    """Give a table where Els De Wit spoke, voted, and is spoken of."""
    attend_together(table.journal, table.uid, ["els", "karim", "an"], Attendance.PRESENT)
    table.record("els: we stopped counting hours")
    table.record("karim, els: as ELS DE WIT said, goals count")
    table.record("+ els")
    table.record("an: I would ask De Wit")
    said = table.said[1]
    takeaway(table, "Els De Wit counts goals", said.id)
    prose.set_prose(table.journal, table.uid, "1", "Nobody counts any more; Els’s shop shows it.")
    decided = Decision(id=new_id(), contribution=said.id, name="Els De Wit", choice=Choice.KEEP)
    person = table.session.person("els")
    known = replace(person, email="els.dewit@shop.be", nickname="Elsje", organisation="The corner shop")
    table.journal.append(table.uid, lambda _: [created(decided), changed(person, known)])
    return table


def els(table: Table) -> tuple[Participant, ...]:
    return (people_called(table.journal, "Els De Wit", [table.uid])[table.uid],)


NAMES = ("Els De Wit", "De Wit", "Elsje", "els.dewit@shop.be", "corner shop", "els:", "els’s")


def test_only_the_link_to_a_person_can_go(named: Table, tmp_path: Path) -> None:
    assert leftovers(tmp_path, *NAMES)
    key = els(named)[0].id
    erase_person(named.journal, named.uid, els(named), LINK)
    assert leftovers(tmp_path, *NAMES, key) != []  # the id alone stays, as that of what was erased
    assert leftovers(tmp_path, *NAMES) == []
    assert [one.text for one in named.said] == [
        "we stopped counting hours",
        "as somebody at the table said, goals count",
        "I would ask somebody at the table",
    ]
    assert all(one.participant != key for one in named.said)
    assert {one.name for one in named.session.participants} == {"Karim Haddad", "An Claes"}
    assert named.session.takeaways[0].text == "Somebody at the table counts goals"
    assert named.journal.check() == []
    named.journal.rebuild()
    assert named.journal.check() == []


def test_a_person_can_go_with_all_their_words(named: Table, tmp_path: Path) -> None:
    erase_person(named.journal, named.uid, els(named), WORDS)
    assert leftovers(tmp_path, *NAMES, "stopped counting") == []
    assert named.said[0].text == "as somebody at the table said, goals count"
    assert named.session.supports == {}


def test_the_paper_still_says_how_many_sat_there(named: Table) -> None:
    assert disclosure_of(named.session).sat == 3
    erase_person(named.journal, named.uid, els(named), LINK)
    assert len(disclosure_of(named.session).present) == 2
    assert disclosure_of(named.session).sat == 3
    named.journal.rebuild()
    assert disclosure_of(named.session).sat == 3


def test_what_others_said_stays_where_that_is_wanted(named: Table) -> None:
    erase_person(named.journal, named.uid, els(named), Way(Extent.LINK, neutral=False))
    assert named.said[1].text == "as ELS DE WIT said, goals count"
    assert named.said[1].typed == "as ELS DE WIT said, goals count"


def test_words_that_stay_are_told_of_the_sector_only_where_others_of_it_sat_there(named: Table) -> None:
    way = Way(Extent.LINK, told_as=ToldAs.SECTOR)
    erase_person(named.journal, named.uid, els(named), way)
    assert named.session.sector_of(named.said[0]) is None


def test_what_goes_with_a_person_is_counted(named: Table) -> None:
    found = foresee_person(named.journal, named.uid, els(named), Extent.LINK)
    assert [one.text for one in found.statements] == ["we stopped counting hours"]
    assert found.supports == 2
    assert [one.KIND for one in found.traces] == ["contribution", "contribution", "takeaway", "prose"]


def test_what_somebody_was_asked_about_their_words_goes_with_them(named: Table, tmp_path: Path) -> None:
    asked = Approval(
        id=named.said[0].id, participant=els(named)[0].id, wording="we count no hours", by="Elsje"
    )
    named.journal.append(named.uid, lambda _: [created(asked)])
    assert foresee_person(named.journal, named.uid, els(named), Extent.LINK).approvals == 1
    erase_person(named.journal, named.uid, els(named), LINK)
    assert leftovers(tmp_path, *NAMES, "we count no hours") == []
    assert named.session.of(Approval)[asked.id].withdrawn


def test_words_that_somebody_did_not_want_printed_stay_unprinted(named: Table, tmp_path: Path) -> None:
    said = named.said[0]
    no = Approval(id=said.id, participant=els(named)[0].id, answer=Answer.REFUSED, by="Elsje")
    named.journal.append(named.uid, lambda _: [created(no)])
    erase_person(named.journal, named.uid, els(named), LINK)
    assert refused(named.session, named.said[0])
    assert named.session.of(Approval)[no.id].participant is None
    assert leftovers(tmp_path, *NAMES) == []
    erase_statements(named.journal, named.uid, ["1"])
    assert named.session.of(Approval)[no.id].withdrawn


def test_what_was_decided_on_a_name_goes_with_the_words_in_which_it_stood(named: Table) -> None:
    erase_statements(named.journal, named.uid, ["2"])
    assert all(one.withdrawn and not one.name for one in named.session.of(Decision).values())


def test_who_asked_and_to_whom_a_paper_went_lose_the_name_as_well(named: Table, tmp_path: Path) -> None:
    karim = named.session.person("karim")
    paper = Export(id=new_id(), name="paper.docx", sent={new_id(): "2026-11-29 Els De Wit"})
    asked = replace(karim, consent_by="Els De Wit")
    named.journal.append(named.uid, lambda _: [changed(karim, asked), created(paper)])
    found = foresee_person(named.journal, named.uid, els(named), Extent.LINK)
    assert found.untouched == ()
    erase_person(named.journal, named.uid, els(named), LINK)
    assert leftovers(tmp_path, *NAMES) == []
    assert named.session.person("karim").consent_by == "Somebody at the table"


def test_a_backup_does_not_remember_papers_that_are_called_after_them(named: Table, tmp_path: Path) -> None:
    called = tmp_path / "approval-els-de-wit.md"
    called.write_text("nothing", "utf-8")
    named.journal.keep_paper(called, "0" * 64, named.uid)
    back_up(named.journal.path, tmp_path / "backup.db")
    called.unlink()
    named.journal.forget_paper(called)
    erase_person(named.journal, named.uid, els(named), LINK)
    assert catch_up(named.journal) == ()
    assert b"els-de-wit" not in (tmp_path / "backup.db").read_bytes()


def test_what_the_organiser_gave_is_told_and_left(named: Table) -> None:
    title = "An evening with Els De Wit"
    details, karim = named.session.details, named.session.person("karim")
    named.journal.append(
        named.uid,
        lambda _: [
            changed(details, replace(details, title=title)),
            changed(karim, replace(karim, organisation="De Wit and sons")),
        ],
    )
    found = foresee_person(named.journal, named.uid, els(named), Extent.LINK)
    assert set(found.untouched) == {title, "De Wit and sons"}
    erase_person(named.journal, named.uid, els(named), LINK)
    assert named.session.details.title == title


def test_a_record_that_was_made_one_with_theirs_goes_as_well(named: Table, tmp_path: Path) -> None:
    add_people(named.journal, named.uid, [Person("Els", email="els@elsewhere.be")])
    key = named.session.participants[-1].id
    merge(named.journal, named.uid, "Els De Wit", key)
    erase_person(named.journal, named.uid, els(named), LINK)
    assert leftovers(tmp_path, *NAMES, "elsewhere.be") == []


def test_somebody_who_is_at_no_table_is_not_found(named: Table) -> None:
    with pytest.raises(NoSuchPerson):
        people_called(named.journal, "Nadia", [named.uid])
    erase_person(named.journal, named.uid, els(named), LINK)
    with pytest.raises(NoSuchPerson):
        people_called(named.journal, "Els De Wit", [named.uid])


# Copies: late changes, backups, papers.


def test_late_copies_come_without_what_was_erased(named: Table, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.db"
    back_up(named.journal.path, copy)
    late = Journal.open(copy, named.clock, "elsewhere")
    corrections.correct(late, named.uid, "1", corrections.Correction(text="Els De Wit stopped counting"))
    corrections.restore(late, named.uid, "1")
    changes = late.history(named.uid)
    late.close()
    copy.unlink()
    erase_person(named.journal, named.uid, els(named), WORDS)
    named.journal.receive(changes)
    assert leftovers(tmp_path, *NAMES, "stopped counting") == []
    assert named.journal.check() == []
    assert named.session.withdrawn == ()


def test_another_machine_erases_what_it_hears_was_erased(named: Table, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.db"
    back_up(named.journal.path, copy)
    named.journal.forget_backup(copy)
    erase_person(named.journal, named.uid, els(named), LINK)
    assert leftovers(copy.parent, *NAMES)
    there = Journal.open(copy, named.clock, "elsewhere")
    there.receive(named.journal.history(named.uid))
    assert leftovers(copy.parent, *NAMES) == []
    assert there.session(named.uid).records == named.session.records
    assert there.check() == []
    there.close()


def test_backups_that_are_known_lose_it_too_and_others_are_told(told: Table, tmp_path: Path) -> None:
    back_up(told.journal.path, tmp_path / "safe" / "one.db")
    back_up(told.journal.path, tmp_path / "stick" / "two.db")
    (tmp_path / "stick").rename(tmp_path / "away")
    erase_second(told)
    assert catch_up(told.journal) == (tmp_path / "stick" / "two.db",)
    assert leftovers(tmp_path / "safe", BETWEEN_US) == []
    (tmp_path / "away").rename(tmp_path / "stick")
    assert catch_up(told.journal) == ()
    assert leftovers(tmp_path, BETWEEN_US) == []


def test_an_older_backup_that_is_restored_brings_nothing_back(told: Table, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    back_up(told.journal.path, older)
    told.journal.forget_backup(older)
    erase_second(told)
    restore(told.journal.path, older)
    assert [one.text for one in told.said] == ["good evening, everybody", "that must not leave this room"]
    assert told.journal.check() == []
    assert catch_up(told.journal) == ()
    assert leftovers(tmp_path, BETWEEN_US) == []


def test_an_archive_from_before_brings_nothing_back(named: Table, tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    archive(named.journal, named.uid, file)
    assert [
        paper.path for paper in foresee_person(named.journal, named.uid, els(named), Extent.LINK).papers
    ] == [file]
    erase_person(named.journal, named.uid, els(named), WORDS)
    import_session(named.journal, file)
    file.unlink()
    assert leftovers(tmp_path, *NAMES, "stopped counting") == []
    assert named.journal.check() == []


def test_papers_that_hold_it_are_found_and_deleted_where_nobody_edited_them(
    told: Table, tmp_path: Path
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    formats = (Format.MARKDOWN, Format.DOCX)
    export(told.journal, told.uid, Wanted(formats, folder / "paper", appendix=True))
    export(told.journal, told.uid, Wanted((Format.MARKDOWN,), folder / "edited.md", appendix=True))
    (folder / "edited.md").write_text(f"{BETWEEN_US}, indeed", "utf-8")
    found = foresee_statements(told.journal, told.uid, ["2"]).papers
    assert {paper.path.name for paper in found} == {"paper.md", "paper.docx", "edited.md"}
    erase_second(told)
    done = delete(told.journal, found)
    assert [path.name for path in done.left] == ["edited.md"]
    assert leftovers(folder, BETWEEN_US) == [f"edited.md: {BETWEEN_US}"]
    assert delete(told.journal, told.journal.papers(told.uid), also_edited=True).left == ()
    assert leftovers(tmp_path, BETWEEN_US) == []
