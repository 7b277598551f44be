"""The program as a process: exit codes, where it prints what, and no traceback whatever happens."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from roundtable import i18n
from roundtable.__main__ import _tell_unexpected
from tests.cli.running import COMMAND, Program, process


def test_without_a_terminal_the_program_shows_its_help() -> None:
    done = process()
    assert done.code == 0
    assert done.out.startswith("Usage: roundtable")
    assert "contributions" in done.out


@pytest.mark.parametrize("command", ["run", "note", "run telework"])
def test_without_a_terminal_a_screen_is_refused(prepared: Program, command: str) -> None:
    done = prepared.process(*command.split())
    assert (done.code, done.out) == (1, "")
    assert "roundtable record" in done.err
    assert len(prepared.json("sessions")) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("status", 0),
        ("status nothing", 1),
        ("status --nothing", 2),
        ("nothing", 2),
        ("topic", 2),
        ("topic more many", 2),
        ("--lang xx status", 2),
    ],
)
def test_exit_codes_are_as_agreed_and_messages_go_to_standard_error(
    prepared: Program, words: str, code: int
) -> None:
    done = prepared.process(*words.split())
    assert done.code == code
    assert bool(done.out) == (code == 0)
    assert bool(done.err) == (code != 0)
    assert "Traceback" not in done.err


def test_an_interrupted_command_exits_with_130(table: Program) -> None:
    with subprocess.Popen(
        [*COMMAND, "--db", str(table.db), "record"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(b"els: hello\n")
        running.stdin.flush()
        assert b"hello" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
        assert b"Traceback" not in running.stderr.read()
    assert len(table.said()) == 1


def test_a_reader_that_goes_away_is_no_drama(table: Program) -> None:
    table.run("record", stdin="els: a line that is long enough to fill a pipe\n" * 400)
    with subprocess.Popen(
        [*COMMAND, "--db", str(table.db), "contributions", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(100)
        running.stdout.close()
        assert running.wait(20) == 1
        assert running.stderr.read() == b""


def test_output_that_cannot_be_written_is_told(table: Program) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb") as nowhere:
        done = subprocess.run(
            [*COMMAND, "--db", str(table.db), "status"], stdout=nowhere, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"could not be written" in done.stderr


def test_debugging_shows_where_it_happened(prepared: Program) -> None:
    done = prepared.process("status", "nothing", ROUNDTABLE_DEBUG="1")
    assert done.code == 1
    assert "Traceback" in done.err
    assert "NoSuchSession" in done.err


def test_what_should_not_happen_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    _tell_unexpected(ValueError, ValueError("odd"), None)
    told = capsys.readouterr().err
    assert "ValueError: odd" in told
    assert "ROUNDTABLE_DEBUG=1" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_help_speaks_the_language_that_stands_before_the_command(language: str) -> None:
    told = i18n.catalogue(language).gettext
    whole = process("--lang", language, "--help").out
    assert told("Usage:") in whole
    assert told("Run a roundtable discussion, from agenda to published white paper.") in whole
    for text in ("Language of the interface.", "Show the version and exit.", "Show this message and exit."):
        assert told(text) in whole
    part = " ".join(process("--lang", language, "undo", "--help").out.split())
    for text in ("Take back the last thing done here.", "How many things.", "Show this message and exit."):
        assert told(text) in part


def test_the_language_comes_from_the_surroundings_where_none_is_given(empty: Program) -> None:
    told = "No sessions yet. Make one: roundtable new AGENDA. Or try the sample evening: roundtable demo"
    cases: tuple[tuple[dict[str, str], str], ...] = (
        ({"ROUNDTABLE_LANG": "nl", "LC_ALL": "fr_BE.UTF-8"}, "nl"),
        ({"LC_ALL": "fr_BE.UTF-8"}, "fr"),
        ({"LC_ALL": "de_DE.UTF-8"}, "en"),
    )
    for surroundings, language in cases:
        expected = i18n.catalogue(language).gettext(told)
        assert process("--db", str(empty.db), "sessions", env=surroundings).out == f"{expected}\n"


def test_the_database_comes_from_the_surroundings_or_lies_in_the_users_own_folder(
    prepared: Program, tmp_path: Path
) -> None:
    named = process("sessions", "--json", env={"ROUNDTABLE_DB": str(prepared.db)})
    assert [one["session"] for one in named.document] == ["telework"]
    own = process("sessions", "--json", env={"XDG_DATA_HOME": str(tmp_path / "own")})
    assert own.document == []
    assert not (tmp_path / "own").exists()
    process("new", "telewerk", env={"XDG_DATA_HOME": str(tmp_path / "own")})
    assert (tmp_path / "own" / "roundtable" / "roundtable.db").is_file()


def test_json_stands_alone_on_standard_output(table: Program, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes("name\nZoë\n".encode("cp1252"))
    agenda = tmp_path / "broken.md"
    agenda.write_text("## One\n", "utf-8")
    done = table.process("new", str(agenda), "--people", str(tmp_path / "people.csv"), "--json")
    assert done.code == 0
    assert done.err
    assert set(done.document) == {"session"}


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader,\n" * 100, "utf-8")
    before = path.read_bytes()
    done = Program(path).process("record", "els: hello")
    assert (done.code, done.out) == (1, "")
    assert str(path) in done.err
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_left_alone(table: Program) -> None:
    with closing(sqlite3.connect(table.db)) as db:
        db.execute("PRAGMA user_version = 999999")
    done = table.process("record", "els: hello")
    assert (done.code, done.out) == (1, "")
    assert "newer" in done.err


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    done = Program(tmp_path).process("sessions")
    assert done.code == 1
    assert str(tmp_path) in done.err


@pytest.fixture
def bound(tool: Callable[[str], str]) -> list[str]:
    """Give what makes even the super-user heed permissions, to be put before a command."""
    if os.name == "nt":
        pytest.skip("permissions are another matter on Windows")
    if os.geteuid() != 0:
        return []
    powers = "-dac_override,-dac_read_search"
    return [tool("setpriv"), f"--bounding-set={powers}", f"--inh-caps={powers}"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("roundtable.db", "record hello"),
        ("roundtable.db", "status"),
        ("roundtable.db", "sessions"),
        ("new.db", "new telewerk"),
        ("new.db", "demo --json"),
    ],
)
def test_a_folder_that_is_read_only_is_told(table: Program, bound: list[str], words: str, name: str) -> None:
    folder = table.db.parent
    folder.chmod(0o555)
    try:
        done = process("--db", str(folder / name), *words.split(), before=bound)
    finally:
        folder.chmod(0o755)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert str(folder / name) in done.err
    assert "read-only" in done.err


def test_shells_can_complete_commands() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "complet" in process(env={"_ROUNDTABLE_COMPLETE": f"{shell}_source"}).out
    asked = {"_ROUNDTABLE_COMPLETE": "bash_complete", "COMP_WORDS": "roundtable contr", "COMP_CWORD": "1"}
    assert process(env=asked).out == "plain,contributions\n"


LOADED = """
import json, sys
from roundtable.__main__ import main
try:
    main()
finally:
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words", ["record hello", "status", "contributions list --json", "topic next", "undo", "sessions"]
)
def test_what_is_done_while_people_talk_loads_nothing_heavy(table: Program, words: str) -> None:
    command = [sys.executable, "-c", LOADED, "--db", str(table.db), *words.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stderr.splitlines()[-1]))
    heavy = {"babel", "docx", "filelock", "lxml", "markdown_it", "ruamel", "sqlite_utils", "textual"}
    assert not loaded & heavy
