"""The tables are what the journal adds up to: in any order, twice, and made again."""

import sqlite3
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Change, Folded, Value, fold
from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.records import created, plain_fields, read_record, spread_fields
from roundtable.domain.session import RECORDS
from roundtable.storage.journal import Journal
from roundtable.storage.projection import table_of, tables
from tests.storage.making import UID, Clock, blank_copy, dump, said

VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(-1e18, 1e18),
    st.text(max_size=8),
    st.sampled_from(
        ["quote", "named", "2026-11-23T18:42:05.120Z", "2026-11-23T18:42:05.123456+01:00", "poll"]
    ),
)


def names(kind: str) -> list[str]:
    """Give names of fields of a kind: plain ones, spread ones, and one that nobody knows."""
    cls = RECORDS.get(kind)
    if cls is None:
        return ["anything"]
    spread = [one.prefix + key for one in spread_fields(cls).values() for key in ("a", "b")]
    return [*plain_fields(cls), *spread, "unknown", "theme"]


@st.composite
def changes(draw: st.DrawFn, number: int) -> Change:
    kind = draw(st.sampled_from([*RECORDS, "contribution", "contribution", "poll"]))
    return Change(
        stamp=f"{draw(st.integers(1, 10**15)):016x}{number:08x}",
        session=draw(st.sampled_from([UID, "second"])),
        kind=kind,
        record=draw(st.sampled_from(["a", "b", UID])),
        fields=draw(st.dictionaries(st.sampled_from(names(kind)), VALUES, max_size=4)),
        writer=draw(st.sampled_from(["w", "v"])),
        action="act",
    )


@st.composite
def journals(draw: st.DrawFn) -> list[Change]:
    return [draw(changes(number)) for number in range(draw(st.integers(1, 12)))]


def taken_in(path: Path, changes: list[Change], steps: int) -> Journal:
    """Receive changes in a number of steps, each followed by a look at the sessions."""
    journal = Journal.open(path, Clock(), "here")
    size = -(-len(changes) // steps)
    for start in range(0, len(changes), size):
        journal.receive(changes[start : start + size])
        journal.session(UID)
    return journal


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journals(), st.randoms(), st.integers(1, 4))
def test_the_same_changes_in_any_order_and_twice_give_the_same_tables(
    blank: Path, tmp_path: Path, changes: list[Change], random: Random, steps: int
) -> None:
    shuffled = changes * 2
    random.shuffle(shuffled)
    one = taken_in(blank_copy(blank, tmp_path / "one.db"), changes, 1)
    other = taken_in(blank_copy(blank, tmp_path / "other.db"), shuffled, steps)
    picture = dump(one.path)
    assert dump(other.path) == picture
    assert other.check() == one.check() == [] or all("clock" in str(found) for found in other.check())
    assert other.session(UID) == one.session(UID) == typed(changes)
    one.rebuild()
    assert dump(one.path) == picture
    assert one.session(UID) == other.session(UID)
    one.close()
    other.close()


def typed(changes: list[Change]) -> object:
    """Give the session as the fold alone says it is, without any table."""
    from roundtable.domain.session import Session

    folds = fold(one for one in changes if one.session == UID)
    return Session(UID).having(
        read_record(RECORDS[kind], key, one.first, one.fields)
        for (kind, key), one in folds.items()
        if kind in RECORDS
    )


@given(st.sampled_from([*RECORDS, "poll"]).flatmap(lambda kind: st.tuples(st.just(kind), fields(kind))))
def test_a_row_gives_back_exactly_what_was_folded(drawn: tuple[str, dict[str, Value]]) -> None:
    kind, found = drawn
    table = table_of(kind)
    stamps = {name: f"{number:024x}" for number, name in enumerate(found)}
    row = table.row(Folded(found, stamps, "0" * 24))
    again = table.folded(_stored(row))
    assert {name: (type(value), value) for name, value in again.fields.items()} == {
        name: (type(value), value) for name, value in found.items()
    }
    assert (again.stamps, again.first) == (stamps, "0" * 24)


def fields(kind: str) -> st.SearchStrategy[dict[str, Value]]:
    return st.dictionaries(st.sampled_from(names(kind)), VALUES, max_size=6)


def _stored(row: tuple[Value, ...]) -> tuple[Value, ...]:
    """Give a row as SQLite gives it back: it knows no true and false."""
    return tuple(int(value) if isinstance(value, bool) else value for value in row)


def test_columns_hold_what_a_reader_of_the_tables_expects(journal: Journal) -> None:
    journal.append(UID, lambda _: [said("Een dag thuis", "c")])
    db = sqlite3.connect(journal.path)
    db.row_factory = sqlite3.Row
    row = db.execute("SELECT * FROM contributions").fetchone()
    assert (row["text"], row["voice"], row["kind"], row["starred"], row["placed"], row["withdrawn"]) == (
        "Een dag thuis",
        "table",
        "point",
        0,
        1,
        0,
    )
    assert row["at"] == "2026-11-23T18:30:00.000Z"
    db.close()


def test_every_field_of_every_record_has_a_column(journal: Journal) -> None:
    db = sqlite3.connect(journal.path)
    for table in tables().values():
        columns = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table.name})")}
        assert {"session", "id", "stamp", "stamps", "other", *table.plain} <= columns
    db.close()


def test_what_belongs_together_can_be_asked_for_in_sql(journal: Journal) -> None:
    records = [
        Contribution(id="c", text="x", themes=frozenset({"rust", "tijd"})),
        Takeaway(id="k", evidence=frozenset({"c"}), dissent=frozenset({"d"})),
        Topic(id="t", prompts=("Wie?", "Wat?")),
    ]
    journal.append(UID, lambda _: [created(one) for one in records])
    journal.append(UID, lambda _: [created(Takeaway(id="l", evidence=frozenset({"c"})))])
    journal.undo(UID)
    db = sqlite3.connect(journal.path)
    assert db.execute("SELECT * FROM contribution_themes ORDER BY theme").fetchall() == [
        (UID, "c", "rust"),
        (UID, "c", "tijd"),
    ]
    assert db.execute(
        "SELECT * FROM takeaway_evidence WHERE takeaway = 'k' ORDER BY contribution"
    ).fetchall() == [
        (UID, "k", "c", 0),
        (UID, "k", "d", 1),
    ]
    assert db.execute("SELECT prompt FROM topic_prompts ORDER BY place").fetchall() == [("Wie?",), ("Wat?",)]
    db.close()


def test_the_numbers_of_the_index_are_the_same_after_a_rebuild(journal: Journal) -> None:
    journal.append(UID, lambda _: [said(f"regel {number}") for number in range(20)])
    journal.append(UID, lambda _: [said("nog een")])

    def numbers() -> list[tuple[int, str]]:
        db = sqlite3.connect(journal.path)
        try:
            return db.execute("SELECT row, id FROM contributions ORDER BY row").fetchall()
        finally:
            db.close()

    before = numbers()
    journal.rebuild()
    assert numbers() == before
