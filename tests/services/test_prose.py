"""The prose: kept part by part, with what an edit started from."""

from collections.abc import Iterator

import pytest

from roundtable.domain.contributions import Prose
from roundtable.domain.references import Shown
from roundtable.errors import NoSuchPart, NoSuchVersion, ProseThere
from roundtable.services import prose
from roundtable.services.bases import base_of
from roundtable.storage.journal import Journal
from tests.services.tables import EVENING, Table


def test_prose_says_from_which_version_it_started(table: Table, other: Table) -> None:
    prose.set_prose(table.journal, table.uid, "introduction", "one")
    seen = base_of(table.journal, table.uid, Prose.KIND, "introduction")
    prose.set_prose(other.journal, table.uid, "introduction", "two")
    prose.set_prose(table.journal, table.uid, "introduction", "three", seen)
    first, second, third = table.journal.history(table.uid, Prose.KIND, "introduction")
    assert first.base is None
    assert second.base == third.base == first.stamp == seen


def test_prose_that_stays_the_same_writes_nothing(table: Table) -> None:
    prose.set_prose(table.journal, table.uid, "1", "one\n")
    prose.set_prose(table.journal, table.uid, "work", "one")
    assert len(table.journal.history(table.uid, Prose.KIND)) == 1
    prose.set_prose(table.journal, table.uid, "2", "  ")
    assert len(table.journal.history(table.uid, Prose.KIND)) == 1


@pytest.mark.parametrize("part", ["3", "", "Introduction "])
def test_a_part_that_is_none_is_refused(table: Table, part: str) -> None:
    with pytest.raises(NoSuchPart):
        prose.set_prose(table.journal, table.uid, part, "text")


# Versions.


@pytest.fixture
def elsewhere(table: Table) -> Iterator[Table]:
    """Give the table on another machine, which hears of changes only when it is told."""
    path = table.journal.path.with_name("elsewhere.db")
    journal = Journal.open(path, table.clock, "elsewhere")
    exchange(table, Table(journal, table.uid, table.clock))
    yield Table(journal, table.uid, table.clock)
    journal.close()


def exchange(one: Table, other: Table) -> None:
    """Let two machines tell each other all that they know."""
    for sender, receiver in ((one, other), (other, one)):
        receiver.journal.receive(sender.journal.history(one.uid))


def write(table: Table, text: str, base: str | None = None, part: str = "1") -> prose.Saved:
    table.clock.on(seconds=1)
    return prose.save_prose(table.journal, table.uid, part, text, base)


def there(table: Table, part: str = "1") -> list[str]:
    return [one.text for one in prose.versions(table.journal, table.uid, part)]


def newest(table: Table, part: str = "1") -> str:
    return prose.versions(table.journal, table.uid, part)[0].stamp


def text(table: Table, part: str = "1") -> str:
    written = table.session.prose(prose.part_id(table.session, part))
    return written.text if written else ""


def test_of_what_one_person_writes_there_is_one_version(table: Table) -> None:
    assert there(table) == []
    base = None
    for words in ("one", "two", "", "three"):
        assert write(table, words, base).overtaken is None
        base = newest(table)
        assert there(table) == [words]


def test_two_who_start_from_the_same_text_leave_two_versions_and_the_later_one_is_told(
    table: Table, other: Table
) -> None:
    write(table, "one")
    base = newest(table)
    assert write(other, "two", base).overtaken is None
    saved = write(table, "three", base)
    assert saved.overtaken is not None
    assert (saved.overtaken.text, saved.overtaken.mine) == ("two", False)
    assert there(table) == there(other) == ["three", "two"]
    assert [one.mine for one in prose.versions(other.journal, table.uid, "1")] == [False, True]
    # Told once; whoever goes on from either leaves the other where it is.
    assert write(table, "three and more", newest(table)).overtaken is None
    assert there(table) == ["three and more", "two"]


def test_two_who_both_begin_leave_two_versions(table: Table, other: Table) -> None:
    write(table, "one", None)
    saved = write(other, "two", None)
    assert saved.overtaken is not None
    assert there(table) == ["two", "one"]


def test_two_machines_come_to_the_same_versions_in_whatever_order_they_hear_of_them(
    table: Table, elsewhere: Table
) -> None:
    write(table, "one")
    exchange(table, elsewhere)
    base = newest(table)
    write(elsewhere, "two", base)
    write(table, "three", base)
    exchange(table, elsewhere)
    assert there(table) == there(elsewhere) == ["three", "two"]
    assert text(elsewhere) == "three"


def test_a_text_that_was_not_changed_takes_nothing_back(table: Table, other: Table) -> None:
    write(table, "one")
    base = newest(table)
    write(other, "two", base)
    saved = write(table, " one\n", base)
    assert saved.overtaken is None
    assert (text(table), there(table)) == ("two", ["two"])


def test_who_takes_a_text_away_while_it_is_written_leaves_two_versions(table: Table, other: Table) -> None:
    write(table, "one")
    base = newest(table)
    write(other, "two", base)
    write(table, "", base)
    assert there(table) == ["", "two"]
    prose.choose_version(
        table.journal, table.uid, "1", prose.versions(table.journal, table.uid, "1")[1].stamp
    )
    assert (there(table), text(table)) == (["two"], "two")


@pytest.mark.parametrize("place", [0, 1])
def test_a_choice_is_kept_and_undone_like_any_act(table: Table, other: Table, place: int) -> None:
    write(table, "one")
    base = newest(table)
    write(other, "two", base)
    write(table, "three", base)
    chosen = prose.versions(table.journal, table.uid, "1")[place]
    prose.choose_version(table.journal, table.uid, "1", chosen.stamp)
    assert there(table) == there(other) == [chosen.text]
    assert text(table) == chosen.text
    table.journal.undo(table.uid)
    assert there(table) == ["three", "two"]
    assert text(table) == "three"


def test_who_makes_one_text_of_two_settles_both(table: Table, other: Table) -> None:
    write(table, "one")
    base = newest(table)
    write(other, "two", base)
    write(table, "three", base)
    mine, theirs = prose.versions(table.journal, table.uid, "1")
    prose.set_prose(table.journal, table.uid, "1", "two, three", mine.stamp, settles=[theirs.stamp])
    assert there(table) == ["two, three"]


def test_what_is_no_version_any_more_cannot_be_chosen(table: Table) -> None:
    write(table, "one")
    first = newest(table)
    write(table, "two", first)
    with pytest.raises(NoSuchVersion):
        prose.choose_version(table.journal, table.uid, "1", first)
    assert (there(table), text(table)) == (["two"], "two")


def test_what_was_taken_back_is_no_version(table: Table, other: Table) -> None:
    write(table, "one")
    base = newest(table)
    write(table, "two", base)
    table.journal.undo(table.uid)
    assert (there(table), text(table)) == (["one"], "one")
    seen = base_of(table.journal, table.uid, Prose.KIND, prose.part_id(table.session, "1"))
    assert write(other, "three", seen).overtaken is None
    assert there(table) == ["three"]


def test_who_goes_on_from_what_was_taken_back_afterwards_has_seen_what_stood_before_it(
    table: Table, other: Table
) -> None:
    write(table, "one")
    write(table, "two", newest(table))
    write(other, "three", newest(table))
    table.journal.undo(table.uid)
    assert (there(table), text(table)) == (["three"], "three")


def test_of_two_versions_one_may_be_taken_back(table: Table, other: Table) -> None:
    write(table, "one")
    base = newest(table)
    write(other, "two", base)
    write(table, "three", base)
    table.journal.undo(table.uid)
    assert (there(table), text(table)) == (["two"], "two")


def test_a_text_that_was_begun_and_taken_back_may_be_written_again_word_for_word(table: Table) -> None:
    write(table, "one")
    table.journal.undo(table.uid)
    assert there(table) == []
    prose.set_prose(table.journal, table.uid, "1", "one")
    assert (there(table), text(table)) == (["one"], "one")


def test_contested_parts_are_found(table: Table, other: Table) -> None:
    write(table, "one", None, "introduction")
    write(table, "one")
    assert prose.contested(table.journal, table.uid) == {}
    write(other, "two", None)
    (part,) = prose.contested(table.journal, table.uid)
    assert part == prose.part_id(table.session, "1")


def test_what_the_tool_drafted_stays_a_draft_until_somebody_saves_it_or_looked_at_it(table: Table) -> None:
    key = prose.part_id(table.session, "1")
    prose.set_prose(table.journal, table.uid, "1", "drafted", drafted=True)
    assert table.session.of(Prose)[key].drafted
    prose.looked(table.journal, table.uid, "1")
    assert not table.session.of(Prose)[key].drafted
    table.journal.undo(table.uid)
    assert table.session.of(Prose)[key].drafted
    write(table, "drafted, mended", newest(table))
    assert not table.session.of(Prose)[key].drafted
    assert there(table) == ["drafted, mended"]


def test_words_are_counted_as_they_are_printed() -> None:
    paragraphs = "# Kop\n\nTwee *woorden* — [drie](contribution:x).[](contribution:y)\n\n- een\n\n"
    written = paragraphs + "| a | b |\n|--|--|\n| c | 1 |\n"
    assert prose.words_of(written) == 9
    assert prose.words_of("") == 0


# As an editor does it.


def test_a_text_is_edited_with_marks_and_kept_with_links(table: Table) -> None:
    table.record("els: we stopped counting")
    (said,) = table.said
    write(table, f"[We stopped.](contribution:{said.id}) [Els](speaker:{said.id}) said so.")
    editing = prose.to_edit(table.journal, table.uid, "1")
    assert editing.shown.text == "We stopped.⟦RET 1⟧ ⟦Somebody at the table · 1⟧ said so."
    table.record("karim: earlier", at=EVENING)
    prose.save_edited(table.journal, table.uid, "1", editing.shown.text + " Indeed.⟦RET 1⟧", editing)
    assert text(table) == (
        f"[We stopped.](contribution:{said.id}) [Els](speaker:{said.id}) said so. Indeed.[](contribution:{said.id})"
    )
    assert prose.to_edit(table.journal, table.uid, "2") == prose.Editing(Shown(""))


def test_a_draft_is_kept_only_where_nobody_wrote_unless_that_is_wanted(table: Table) -> None:
    prose.keep_draft(table.journal, table.uid, "1", "drafted")
    prose.keep_draft(table.journal, table.uid, "1", "drafted anew")
    write(table, "written", newest(table))
    with pytest.raises(ProseThere):
        prose.keep_draft(table.journal, table.uid, "1", "drafted again")
    assert text(table) == "written"
    prose.keep_draft(table.journal, table.uid, "1", "drafted again", force=True)
    assert table.session.of(Prose)[prose.part_id(table.session, "1")].drafted
    assert there(table) == ["drafted again"]


def test_what_of_a_topic_stands_in_the_prose_is_known(table: Table) -> None:
    work, trust = table.session.topics[1:3]
    for line in ("els: one", "karim: two", "an: three ??"):
        table.record(line, topic=work.id)
    table.record("els: four", topic=trust.id)
    one, two, _three, four = table.said
    write(table, f"[One.](contribution:{one.id})")
    write(table, f"[Two.](contribution:{two.id})", part="2")
    used = prose.used_of(table.session, "1")
    assert (used.used, used.unused) == ((one, two), ())
    assert prose.used_of(table.session, "2").unused == (four,)
    assert prose.used_of(table.session, "introduction").unused == (four,)
    assert prose.used_of(table.session, "conclusion") == prose.Used()
