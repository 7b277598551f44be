"""The sample evening from the plain command line: where it is kept."""

import shutil
from pathlib import Path

from tests.cli.running import Program, process


def test_the_users_own_file_is_left_alone_and_the_sample_lies_beside_it(
    prepared: Program, tmp_path: Path
) -> None:
    before = [one["session"] for one in prepared.json("sessions")]
    done = process("demo", "--json", env={"ROUNDTABLE_DB": str(prepared.db)}, cwd=tmp_path)
    assert done.code == 0, done.err
    assert [one["session"] for one in prepared.json("sessions")] == before
    assert len(Program(prepared.db.with_name("demo.db")).json("sessions")) == 1


def test_a_file_that_is_named_is_used_as_it_is(prepared: Program, tmp_path: Path) -> None:
    named = Program(tmp_path / "named.db")
    shutil.copy(prepared.db, named.db)
    done = process("--db", str(named.db), "demo", "--json", cwd=tmp_path)
    assert done.code == 0, done.err
    assert len(named.json("sessions")) == 2
    assert not (tmp_path / "demo.db").exists()
