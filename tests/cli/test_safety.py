"""A line is acknowledged once it is safe on the disk, and not before."""

import os
import pty
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, Program


@contextmanager
def recording(program: Program, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `record` on a pipe."""
    with subprocess.Popen(
        [*COMMAND, "--db", str(program.db), "record", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def test_each_line_is_acknowledged_before_the_next_one_comes(table: Program) -> None:
    with recording(table, "--json") as running:
        assert running.stdin
        assert running.stdout
        for number in range(1, 6):
            running.stdin.write(f"els: line {number}\n".encode())
            running.stdin.flush()
            assert f'"line {number}"'.encode() in running.stdout.readline()
            assert len(table.said()) == number


@pytest.mark.parametrize("after", [1, 7, 40])
def test_every_line_that_was_acknowledged_is_there_after_the_process_was_killed(
    table: Program, after: int
) -> None:
    with recording(table) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(b"".join(b"els: line %d\n" % number for number in range(300)))
        running.stdin.flush()
        told = [running.stdout.readline() for _ in range(after)]
        running.kill()
        told += running.stdout.read().splitlines(keepends=True)
    acknowledged = [int(line.split()[-1]) for line in told if line.endswith(b"\n")]
    assert len(acknowledged) >= after
    kept = [int(said["text"].split()[-1]) for said in table.said()]
    assert kept[: len(acknowledged)] == acknowledged
    assert table.run("doctor").code == 0


def test_the_disk_has_it_before_it_is_acknowledged(
    table: Program, tool: Callable[[str], str], tmp_path: Path
) -> None:
    traced = tmp_path / "calls"
    calls = "trace=write,pwrite64,fsync,fdatasync"
    command = [tool("strace"), "-f", "-e", calls, "-o", str(traced), *COMMAND]
    lines = ["els: first line", "karim: second line", "an: third line"]
    done = subprocess.run(
        [*command, "--db", str(table.db), "record", *lines], capture_output=True, text=True, check=False
    )
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip("this machine does not let processes be traced")
    assert done.returncode == 0, done.stderr
    steps = []
    for call in traced.read_text("utf-8", "replace").splitlines():
        if re.search(r"\b(fsync|fdatasync)\(", call):
            steps.append("sync")
        elif re.search(r"\bwrite\(1, .*line", call):
            steps.append("acknowledged")
        elif "pwrite64(" in call:
            steps.append("written")
    acknowledged = [place for place, step in enumerate(steps) if step == "acknowledged"]
    assert len(acknowledged) == 3
    for before, here in zip([0, *acknowledged], acknowledged, strict=False):
        since = steps[before:here]
        assert "written" in since
        assert since[::-1].index("sync") < since[::-1].index("written")


@pytest.fixture
def terminals() -> Iterator[list[int]]:
    """Give the ends that programs take for two terminals."""
    pairs = [pty.openpty() for _ in range(2)]
    yield [slave for _master, slave in pairs]
    for pair in pairs:
        for end in pair:
            os.close(end)


def test_the_speaker_is_carried_on_within_one_terminal_and_not_from_another(
    table: Program, terminals: list[int]
) -> None:
    def typed(terminal: int, line: str) -> None:
        subprocess.run(
            [*COMMAND, "--db", str(table.db), "record", line],
            stdin=terminal,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )

    here, there = terminals
    typed(here, "els: one")
    typed(there, "karim: two")
    typed(here, "three")
    typed(there, "four")
    assert [said["participant"] for said in table.said()] == [
        "Els De Wit",
        "Karim Haddad",
        "Els De Wit",
        "Karim Haddad",
    ]
