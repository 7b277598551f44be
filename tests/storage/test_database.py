"""The file is made, brought up to date and opened; what is wrong with it is said in a sentence."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from roundtable.domain.contributions import Decision
from roundtable.errors import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileIsNewer,
    FileOutOfReach,
    InSyncedFolder,
    NotOurFile,
    OnNetworkShare,
)
from roundtable.storage.database import (
    MIGRATIONS,
    open_database,
    place_warnings,
    reading,
    sqlite_version,
    version,
    writing,
)
from roundtable.storage.journal import Journal
from tests.storage.making import UID, begin, dump, finished, line, program, said

OLDEST = Path(__file__).with_name("oldest.sql")


def test_a_file_is_made_where_there_is_none_and_its_folder_too(tmp_path: Path) -> None:
    path = tmp_path / "data" / "round table" / "é.db"
    db = open_database(path)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA user_version").fetchone() == (version(),)
    db.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read a file elsewhere")
def test_what_people_said_is_for_this_user_alone(path: Path) -> None:
    journal = Journal.open(path)
    begin(journal)
    for file in (path, path.with_name(path.name + "-wal")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    journal.close()


def test_a_file_of_no_bytes_becomes_ours(path: Path) -> None:
    path.touch()
    open_database(path).close()
    assert path.stat().st_size > 0


def test_a_second_opening_changes_nothing(path: Path) -> None:
    open_database(path).close()
    before = path.read_bytes()
    open_database(path).close()
    assert path.read_bytes() == before


def test_the_oldest_file_becomes_one_of_today_and_shows_what_it_kept_for_us(path: Path) -> None:
    old = sqlite3.connect(path)
    old.executescript(OLDEST.read_text("utf-8"))
    old.close()
    journal = Journal.open(path)
    (summary,) = journal.sessions()
    said = journal.session(summary.uid).contributions
    assert [one.text for one in said] == ["Een vaste dag thuis geeft rust", "Zo'n e-mail lost niets op"]
    assert [one.starred for one in said] == [True, False]
    assert [one.name for one in journal.session(summary.uid).of(Decision).values()] == ["An"]
    assert journal.search("e-mail") == [(summary.uid, said[1].id)]
    assert journal.check() == []
    kept = dump(path)["contributions"]
    journal.rebuild()
    journal.close()
    assert dump(path)["contributions"] == kept


def test_there_are_as_many_migrations_as_the_version_says() -> None:
    from roundtable.storage.migrations import migrations

    assert len(migrations.pending(_Nothing())) == MIGRATIONS  # type: ignore[arg-type]  # a database that has none of them


class _Nothing:
    def __getitem__(self, _name: str) -> "_Nothing":
        return self

    def exists(self) -> bool:
        return False


def test_an_up_to_date_file_opens_without_what_only_a_migration_needs(path: Path) -> None:
    journal = Journal.open(path, place="here")
    begin(journal)
    journal.close()
    code = """
import sys
from pathlib import Path
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import created
from roundtable.storage.journal import Journal
journal = Journal.open(Path(sys.argv[1]))
journal.append("sessionuid", lambda _: [created(Contribution(id="c", text="Een dag thuis"))])
journal.close()
print({"asyncio", "click", "filelock", "sqlite_utils", "textual"} & set(sys.modules))
"""
    assert finished(program(code, path)) == "set()\n"


@pytest.mark.parametrize("content", [b"Dit is geen databank.\n" * 100, b"SQLite format 3\x00" + b"x" * 4096])
def test_a_file_that_is_no_database_is_said_to_be_none_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotOurFile, match=r"roundtable\.db is not"):
        open_database(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE places (name TEXT)")
    foreign.commit()
    foreign.close()
    before = path.read_bytes()
    with pytest.raises(NotOurFile):
        open_database(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_not_touched(path: Path) -> None:
    db = open_database(path)
    db.execute(f"PRAGMA user_version = {version() + 1}")
    db.close()
    with pytest.raises(FileIsNewer):
        open_database(path)


def test_a_file_that_became_newer_while_it_was_open_is_not_written_to(journal: Journal) -> None:
    newer = sqlite3.connect(journal.path)
    newer.execute(f"PRAGMA user_version = {version() + 1}")
    newer.close()
    with pytest.raises(FileIsNewer):
        journal.append(UID, line("te laat"))
    assert journal.session(UID).contributions == ()


def test_a_copy_that_is_in_another_mode_gets_its_mode_back(journal: Journal, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    db = sqlite3.connect(journal.path)
    db.execute("VACUUM INTO ?", (str(copy),))
    db.close()
    again = open_database(copy)
    assert again.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    again.close()


def test_a_place_below_a_file_or_that_is_a_folder_is_out_of_reach(path: Path, tmp_path: Path) -> None:
    path.write_text("x", "utf-8")
    with pytest.raises(FileOutOfReach):
        open_database(path / "roundtable.db")
    with pytest.raises(FileOutOfReach):
        open_database(tmp_path)


AS_NOBODY = """
import os, sys
from pathlib import Path
import filelock, sqlite_utils.migrations
import roundtable.storage.migrations
from roundtable.errors import FileReadOnly
from roundtable.storage.database import open_database, writing
path = Path(sys.argv[1])
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    db = open_database(path)
    print("opened")
    with writing(db):
        db.execute("DELETE FROM changes")
except FileReadOnly as error:
    print(error)
"""


@pytest.fixture
def closed_folder(tmp_path: Path) -> Path:
    """Give a folder in which somebody else than root can read and not write."""
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.getuid() and not parent.stat().st_mode & stat.S_IXOTH:
            parent.chmod(parent.stat().st_mode | 0o055)
    folder = tmp_path / "closed"
    folder.mkdir()
    return folder


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may write to a folder elsewhere")
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_is_read_only_is_said_to_be_so(closed_folder: Path, *, there: bool) -> None:
    path = closed_folder / "roundtable.db"
    if there:
        open_database(path).close()
        path.chmod(0o444)
        path.with_name(path.name + ".lock").unlink()
    closed_folder.chmod(0o555)
    try:
        out = finished(program(AS_NOBODY, path))
    finally:
        closed_folder.chmod(0o755)
    assert f"{path} cannot be written to" in out


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may write to a file elsewhere")
def test_a_file_that_is_read_only_is_said_to_be_so(closed_folder: Path) -> None:
    path = closed_folder / "roundtable.db"
    open_database(path).close()
    path.chmod(0o444)
    closed_folder.chmod(0o777)
    assert f"{path} cannot be written to" in finished(program(AS_NOBODY, path))


def test_a_file_that_another_program_holds_is_said_to_be_busy(journal: Journal) -> None:
    db = open_database(journal.path)
    db.execute("PRAGMA busy_timeout = 50")
    with writing(journal._db), pytest.raises(FileBusy), writing(db):  # noqa: SLF001 — what holds the file
        pass
    with writing(db):
        db.execute("DELETE FROM writers")
    db.close()


def test_a_full_disk_loses_nothing_that_was_there_and_is_said_to_be_full(journal: Journal) -> None:
    journal.append(UID, line("bewaard", "kept"))
    db = journal._db  # noqa: SLF001 — the connection that runs out of room
    db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFull):
        journal.append(UID, line("x" * 100_000))
    db.execute("PRAGMA max_page_count = 1000000")
    assert list(journal.session(UID).numbers) == ["kept"]
    journal.append(UID, line("er is weer plaats"))
    assert journal.check() == []


def test_a_damaged_file_is_said_to_be_damaged(journal: Journal) -> None:
    journal.append(UID, lambda _: [said(f"regel {number}") for number in range(300)])
    journal.close()
    content = bytearray(journal.path.read_bytes())
    content[8192:40960] = bytes(32768)
    journal.path.write_bytes(content)
    with pytest.raises(FileDamaged):
        _all_there_is(journal.path)


def _all_there_is(path: Path) -> None:
    journal = Journal.open(path)
    try:
        journal.sessions()
        journal.session(UID)
        journal.history(UID)
    finally:
        journal.close()


def test_an_error_of_ours_is_no_error_of_the_file(path: Path) -> None:
    db = open_database(path)
    with pytest.raises(sqlite3.OperationalError), reading(db):
        db.execute("SELECT * FROM nowhere")
    with pytest.raises(OSError, match="mine"), writing(db):
        raise OSError("mine")
    db.close()


def test_a_network_share_or_a_synced_folder_is_warned_of(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda / ext4 rw 0 0\nserver:/home /srv/our\\040home nfs4 rw 0 0\n"
        "/dev/sdb /srv/our\\040home/here ext4 rw 0 0\n",
        "utf-8",
    )
    share = Path("/srv/our home/roundtable.db")
    (warning,) = place_warnings(share, mounts)
    assert isinstance(warning, OnNetworkShare)
    assert "network share (nfs4)" in str(warning)
    assert place_warnings(Path("/srv/our home/here/roundtable.db"), mounts) == []
    assert place_warnings(Path("/srv/our homework/roundtable.db"), mounts) == []
    (warning,) = place_warnings(Path("/Users/an/OneDrive - Stad/roundtable.db"), mounts)
    assert isinstance(warning, InSyncedFolder)
    assert "OneDrive" in str(warning)
    assert place_warnings(Path("/Users/an/Dropbox.db"), mounts) == []
    assert place_warnings(Path("/Users/an/roundtable.db"), tmp_path / "none") == []


def test_sqlite_tells_its_version() -> None:
    assert sqlite_version().startswith("3.")
