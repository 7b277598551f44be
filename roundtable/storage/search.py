"""Full text over what was said: an index of SQLite's own (FTS5) that follows the table of contributions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from roundtable.domain.records import read_instant
from roundtable.domain.text import clean_prose

_LAST_ROW = 2**63 - 1
_INDEX = """
CREATE VIRTUAL TABLE contributions_text USING fts5(
    text, wording, content='contributions', content_rowid='row',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
)
"""
_TRIGGERS = {
    "contributions_added": """
        AFTER INSERT ON contributions BEGIN
            INSERT INTO contributions_text (rowid, text, wording) VALUES (new.row, new.text, new.wording);
        END
    """,
    "contributions_removed": """
        AFTER DELETE ON contributions BEGIN
            INSERT INTO contributions_text (contributions_text, rowid, text, wording)
            VALUES ('delete', old.row, old.text, old.wording);
        END
    """,
    "contributions_altered": """
        AFTER UPDATE ON contributions
        WHEN old.text IS NOT new.text OR old.wording IS NOT new.wording OR old.row IS NOT new.row BEGIN
            INSERT INTO contributions_text (contributions_text, rowid, text, wording)
            VALUES ('delete', old.row, old.text, old.wording);
            INSERT INTO contributions_text (rowid, text, wording) VALUES (new.row, new.text, new.wording);
        END
    """,
}


def make_index(db: sqlite3.Connection) -> None:
    """Make the index and let it follow the table."""
    db.execute(_INDEX)
    _follow(db)


def _follow(db: sqlite3.Connection) -> None:
    for name, text in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {text}")


@contextmanager
def made_again(db: sqlite3.Connection) -> Iterator[None]:
    """Leave the index alone while the table is emptied and filled, then make it again from the table."""
    for name in _TRIGGERS:
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
    yield
    fill_again(db)
    _follow(db)


def fill_again(db: sqlite3.Connection) -> None:
    """Make the index again from the table: what was taken out of it else stays in its pages for a while."""
    db.execute("INSERT INTO contributions_text (contributions_text) VALUES ('rebuild')")


def matching(query: str) -> str:
    """Spell what somebody types as a query for the index: all of the words, the last one as a beginning.

    Every word is quoted, so that nothing in it is an operator; what has no letter or digit is passed over. A word
    that ends in another sign (`c++`) or is followed by a space is complete.
    """
    query = clean_prose(query)
    found = [word.replace('"', " ") for word in query.split()]
    quoted = [f'"{word}"' for word in found if any(mark.isalnum() for mark in word)]
    return " ".join(quoted) + ("*" if query[-1:].isalnum() else "")


_FOUND = """
FROM contributions_text JOIN contributions AS said ON said.row = contributions_text.rowid {beside}
WHERE contributions_text MATCH ?1 AND contributions_text.rowid BETWEEN ?2 AND ?3
    AND NOT said.withdrawn {also} AND (?4 IS NULL OR said.session = ?4)
ORDER BY contributions_text.rowid DESC LIMIT ?5
"""
_ALONE = _FOUND.format(beside="", also="")
# Before the limit: what was said at a table that was taken away is not counted.
_AT_A_TABLE = _FOUND.format(
    beside="JOIN sessions AS held ON held.session = said.session AND held.id = said.session",
    also="AND NOT held.withdrawn",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A contribution that was found, with what is shown of it where its session is not at hand.

    `who` is its speaker's name and `short` their sector, each empty where there is none; `rehearsal` says that it was
    said at one.
    """

    session: str
    id: str
    slug: str
    title: str
    zone: str
    at: datetime | None
    who: str
    short: str
    text: str
    rehearsal: bool = False


def search(
    db: sqlite3.Connection, query: str, uid: str | None = None, limit: int = 200
) -> list[tuple[str, str]]:
    """Find contributions that are not withdrawn: (session, id), the newest that arrived first."""
    found = _rows(db, f"SELECT said.session, said.id {_ALONE}", query, uid, limit)
    return [(session, key) for session, key in found]


def find(db: sqlite3.Connection, query: str, uid: str | None = None, limit: int = 200) -> list[Hit]:
    """Find contributions as `search` does, in sessions that were not taken away, and read what is shown of them."""
    text = f"""
        WITH found AS (SELECT said.*, contributions_text.rowid AS place {_AT_A_TABLE})
        SELECT found.session, found.id, evening.slug, evening.title, evening.zone, found.at,
            speaker.name, sectors.short, found.text, evening.rehearsal
        FROM found
            JOIN sessions AS evening ON evening.session = found.session AND evening.id = found.session
            LEFT JOIN participants AS speaker
                ON speaker.session = found.session AND speaker.id = found.participant
            LEFT JOIN sectors ON sectors.session = found.session
                AND sectors.id = COALESCE(found.sector, speaker.sector)
        ORDER BY found.place DESC
    """  # noqa: S608 — our own text
    return [
        Hit(
            session,
            key,
            slug or "",
            title or "",
            zone or "UTC",
            read_instant(at),
            who or "",
            short or "",
            said,
            bool(rehearsal),
        )
        for session, key, slug, title, zone, at, who, short, said, rehearsal in _rows(
            db, text, query, uid, limit
        )
    ]


def _rows(
    db: sqlite3.Connection, text: str, query: str, uid: str | None, limit: int
) -> list[tuple[str, ...]]:
    wanted = matching(query)
    if not wanted:
        return []
    # What was said at one table arrived in one stretch: the index need not be read outside of it.
    stretch = db.execute("SELECT MIN(row), MAX(row) FROM contributions WHERE session = ?", (uid,)).fetchone()
    first, last = stretch if uid else (0, _LAST_ROW)
    return db.execute(text, (wanted, first, last, uid, limit)).fetchall()
