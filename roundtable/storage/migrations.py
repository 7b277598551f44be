"""How a file of an earlier version becomes one of this: loaded only where that has to happen."""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from roundtable.storage.picture import rebuild
from roundtable.storage.projection import follow_records
from roundtable.storage.search import make_index

migrations = Migrations("roundtable")


def migrate(db: sqlite3.Connection) -> None:
    """Bring a file up to date, inside a transaction.

    Tables of records follow the record classes by themselves; all else is a migration below. Where a field or a kind
    of record got its place, the picture is made again, so that what older versions kept for us is seen.
    """
    lacking = follow_records(db)
    migrations.apply(Database(db, recursive_triggers=False, execute_plugins=False))
    if lacking:
        rebuild(db)


@migrations()
def m001_initial(db: Database) -> None:
    """Make the journal, the views and the index over the picture, and this machine's own tables."""
    for statement in (_CHANGES, *_INDEXES, *_VIEWS, *_OWN):
        db.conn.execute(statement)
    make_index(db.conn)


@migrations()
def m002_export_choices(db: Database) -> None:
    """Make the table of how papers were last wanted on this machine."""
    db.conn.execute("CREATE TABLE export_choices (session TEXT PRIMARY KEY, choices TEXT NOT NULL)")


@migrations()
def m003_erasing(db: Database) -> None:
    """Remember where backups lie, which of them are behind, and that the file is still to be made anew.

    A backup is behind where something was erased since that it may still hold.
    """
    db.conn.execute("CREATE TABLE backups (path TEXT PRIMARY KEY, at TEXT NOT NULL, behind INTEGER NOT NULL)")
    db.conn.execute("CREATE TABLE unscrubbed (since TEXT NOT NULL)")


_CHANGES = """
CREATE TABLE changes (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT,
    stamp TEXT NOT NULL UNIQUE,
    session TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    fields TEXT NOT NULL,
    writer TEXT NOT NULL,
    "action" TEXT NOT NULL,
    base TEXT,
    checksum TEXT NOT NULL
)
"""
_INDEXES = (
    "CREATE INDEX changes_by_session ON changes (session)",
    "CREATE INDEX changes_by_record ON changes (session, kind, record)",
    "CREATE INDEX changes_by_writer ON changes (session, writer)",
    'CREATE INDEX changes_by_action ON changes (session, "action")',
    "CREATE INDEX contributions_by_session ON contributions (session, withdrawn)",
)
_VIEWS = (
    """
    CREATE VIEW contribution_themes AS
    SELECT said.session, said.id AS contribution, substr(each.key, 7) AS theme
    FROM contributions AS said, json_each(said.other) AS each
    WHERE each.key LIKE 'theme.%' AND each.value
    """,
    """
    CREATE VIEW takeaway_evidence AS
    SELECT one.session, one.id AS takeaway, substr(each.key, instr(each.key, '.') + 1) AS contribution,
        each.key LIKE 'dissent.%' AS dissent
    FROM takeaways AS one, json_each(one.other) AS each
    WHERE (each.key LIKE 'evidence.%' OR each.key LIKE 'dissent.%') AND each.value
    """,
    """
    CREATE VIEW topic_prompts AS
    SELECT one.session, one.id AS topic, substr(each.key, 8) AS place, each.value AS prompt
    FROM topics AS one, json_each(one.other) AS each
    WHERE each.key LIKE 'prompt.%' AND each.value IS NOT NULL
    """,
)
_OWN = (
    "CREATE TABLE writers (place TEXT PRIMARY KEY, writer TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE line_drafts (
        session TEXT NOT NULL, writer TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (session, writer)
    )
    """,
    """
    CREATE TABLE prose_drafts (
        session TEXT NOT NULL, part TEXT NOT NULL, writer TEXT NOT NULL,
        text TEXT NOT NULL, base TEXT, at TEXT NOT NULL,
        PRIMARY KEY (session, part, writer)
    )
    """,
    """
    CREATE TABLE papers (
        path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, session TEXT NOT NULL, at TEXT NOT NULL
    )
    """,
)
