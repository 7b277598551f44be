"""The register of papers, revised editions, and where somebody's name and words are three weeks later."""

from pathlib import Path

import pytest

from roundtable.agendas.reader import read_agenda
from roundtable.domain.contributions import Choice, Vote
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Attendance, Consent, Person
from roundtable.errors import NoSuchPaper, NowhereFound, RecipientMissing, SeveralPeople
from roundtable.report.formats import Format
from roundtable.services import ledger, people, prose, votes
from roundtable.services.names import decide_name
from roundtable.services.publishing import Wanted, export
from roundtable.services.recording import record
from roundtable.services.register import paper_named, papers_of, register_of, sent
from roundtable.services.sessions import prepare
from roundtable.services.whereabouts import How, whereabouts
from tests.services.tables import AGENDA, Table


@pytest.fixture
def written(table: Table) -> Table:
    """Give an evening of which everything is written, so that its paper is final."""
    for one in ("Els", "Karim", "An"):
        people.attend(table.journal, table.uid, one, Attendance.PRESENT)
        people.consent(table.journal, table.uid, one, Consent.NAMED)
    record(table.journal, table.uid, "karim: trust starts with goals")
    record(table.journal, table.uid, "els: nobody counts hours, Karim")
    for part in ("introduction", "1", "2"):
        prose.set_prose(table.journal, table.uid, part, f"What there is to say about {part}.")
    ledger.add_takeaway(table.journal, table.uid, "Goals come first.", title="Goals", evidence=["1"])
    return table


def out(table: Table, folder: Path, *formats: Format, **wanted: bool) -> list[str]:
    """Write the paper, and give its files as text (the name of others)."""
    done = export(
        table.journal, table.uid, Wanted(formats or (Format.MARKDOWN,), folder / "paper.md", **wanted)
    )
    assert not done.obstacles, done.obstacles
    return [
        one.path.read_text("utf-8") if one.format is Format.MARKDOWN else one.path.name for one in done.files
    ]


def test_the_register_tells_what_was_written_and_to_whom_it_went(written: Table, tmp_path: Path) -> None:
    out(written, tmp_path, Format.MARKDOWN, Format.DOCX)
    sent(written.journal, written.uid, "2", "the customers", "2026-11-25")
    sent(written.journal, written.uid, "2", "everybody who came", "2026-11-24")
    md, docx = register_of(written.journal, written.uid)
    assert [one.export.name for one in (md, docx)] == ["paper.md", "paper.docx"]
    assert docx.export.went_to == (("2026-11-24", "everybody who came"), ("2026-11-25", "the customers"))
    assert (md.export.people, md.export.statements, md.export.draft) == (3, 2, False)
    assert md.paths == (tmp_path / "paper.md",)
    written.journal.undo(written.uid)
    assert len(papers_of(written.session)[1].went_to) == 1


@pytest.mark.parametrize("how", ["number", "file", "edited file", "hash"])
def test_a_paper_is_found_by_number_file_or_hash(written: Table, tmp_path: Path, how: str) -> None:
    out(written, tmp_path)
    (paper,) = papers_of(written.session)
    path = tmp_path / "paper.md"
    if how == "edited file":
        path.write_text("edited in Word", "utf-8")
    name = {"number": "1", "hash": paper.sha256[:8]}.get(how, str(path))
    assert paper_named(written.journal, written.session, name) == paper


def test_what_is_not_in_the_register_or_goes_to_nobody_is_refused(written: Table, tmp_path: Path) -> None:
    out(written, tmp_path)
    for name in ("2", "0", str(tmp_path / "none.md"), "abcdef"):
        with pytest.raises(NoSuchPaper):
            sent(written.journal, written.uid, name, "somebody", "2026-11-25")
    with pytest.raises(RecipientMissing):
        sent(written.journal, written.uid, "1", " ", "2026-11-25")
    assert not papers_of(written.session)[0].sent


def test_a_paper_after_one_that_went_out_says_that_it_is_a_revised_edition(
    written: Table, tmp_path: Path
) -> None:
    (first,) = out(written, tmp_path)
    prose.set_prose(written.journal, written.uid, "1", "Worded better.")
    assert "Revised edition" not in out(written, tmp_path)[0], "the first went to nobody"
    sent(written.journal, written.uid, "2", "the customers", "2026-11-25")
    written.clock.on(days=21)
    people.attend(written.journal, written.uid, "An", Attendance.ABSENT)
    prose.set_prose(written.journal, written.uid, "2", "Somebody objected.")
    (revised,) = out(written, tmp_path)
    cover, about = revised.split("# Introduction", 1)[0], revised.split("# About this table", 1)[-1]
    assert "Revised edition" in cover
    assert "This edition replaces that of 23 November 2026." in about.replace("\u00a0", " ")
    assert "Its figures have changed: 2 people instead of 3 and 2 sectors instead of 3." in about
    assert "Revised edition" not in first


def test_what_went_out_is_no_revised_edition_of_itself_in_whatever_format(
    written: Table, tmp_path: Path
) -> None:
    first = out(written, tmp_path)
    sent(written.journal, written.uid, "1", "the customers", "2026-11-25")
    assert out(written, tmp_path) == first
    prose.set_prose(written.journal, written.uid, "2", "Somebody objected.")
    revised = out(written, tmp_path)
    assert out(written, tmp_path) == revised != first
    last = len(papers_of(written.session))
    sent(written.journal, written.uid, str(last), "the customers", "2026-12-14")
    assert out(written, tmp_path) == revised, "the revised one still says so once it went out"
    assert papers_of(written.session)[-1].replaces == papers_of(written.session)[0].id


def test_a_working_copy_is_no_edition(written: Table, tmp_path: Path) -> None:
    out(written, tmp_path)
    sent(written.journal, written.uid, "1", "the customers", "2026-11-25")
    decide_name(written.journal, written.uid, "Karim", Choice.KEEP)
    assert "Revised edition" not in out(written, tmp_path, appendix=True)[0]


# Where somebody is.


def test_where_somebody_is_tells_statements_mentions_takeaways_support_and_papers(
    written: Table, tmp_path: Path
) -> None:
    export(written.journal, written.uid, Wanted((Format.MARKDOWN,), tmp_path / "p"))
    votes.back_statement(written.journal, written.uid, "2", ["Karim"], vote=Vote.OPPOSE)
    (found,) = whereabouts(written.journal, "karim")
    assert found.participant == written.session.person("Karim")
    assert [(one.number, one.how) for one in found.statements] == [(1, How.NOBODY)]
    assert [(one.called, one.name) for one in found.mentions] == [("2", "Karim")]
    assert found.takeaways == (1,)
    assert [(one.called, one.vote) for one in found.support] == [("2", Vote.OPPOSE)]
    assert [one.how for one in found.papers] == [How.NOBODY]


def test_a_paper_that_named_somebody_is_told_so_also_after_they_changed_their_mind(
    written: Table, tmp_path: Path
) -> None:
    export(written.journal, written.uid, Wanted((Format.MARKDOWN,), tmp_path / "p", Form.NAMED))
    people.consent(written.journal, written.uid, "Karim", Consent.NONE)
    export(written.journal, written.uid, Wanted((Format.MARKDOWN,), tmp_path / "p", Form.NAMED))
    (found,) = whereabouts(written.journal, "Karim Haddad")
    assert [one.how for one in found.papers] == [How.NAMED, How.NOBODY]


def test_all_sessions_are_searched_and_a_table_that_only_speaks_of_somebody_too(table: Table) -> None:
    other = read_agenda(AGENDA.replace("Karim Haddad", "Jan Maes"), "other.md").agenda
    uid = prepare(table.journal, other, slug="other")
    record(table.journal, uid, "jan: as Karim Haddad said")
    here, there = whereabouts(table.journal, "Karim Haddad")
    assert {here.session.uid, there.session.uid} == {table.uid, uid}
    spoken = here if here.participant is None else there
    assert [(one.called, one.name) for one in spoken.mentions] == [("1", "Karim Haddad")]
    assert len(whereabouts(table.journal, "Karim Haddad", table.uid)) == 1


def test_namesakes_are_told_one_by_one_and_who_is_unknown_is_said(table: Table) -> None:
    people.add_person(table.journal, table.uid, Person("Els De Wit", nickname="els2"))
    found = whereabouts(table.journal, "els de wit")
    assert len({one.participant.id for one in found if one.participant}) == 2
    with pytest.raises(NowhereFound):
        whereabouts(table.journal, "Nobody")
    people.add_person(table.journal, table.uid, Person("Elsa Roos"))
    with pytest.raises(SeveralPeople):
        whereabouts(table.journal, "El")
