"""A plain command loads only what it needs."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from roundtable.ui.commands import COMMANDS

HEAVY = {"babel", "docx", "lxml", "markdown_it", "mdit_py_plugins", "ruamel", "sqlite_utils", "textual"}
RUN = """
import json, sys
from roundtable.__main__ import main
try:
    main()
except SystemExit as leaving:
    print(json.dumps({"code": leaving.code or 0, "loaded": sorted(sys.modules)}), file=sys.stderr)
"""


def loaded(*words: str, db: Path) -> set[str]:
    """Run the program with these words and give the top-level packages that it had loaded when it left."""
    command = [sys.executable, "-c", RUN, "--db", str(db), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    left = json.loads(done.stderr.splitlines()[-1])
    assert left["code"] == 0, done.stderr
    return {name.split(".")[0] for name in left["loaded"]}


@pytest.mark.parametrize("words", ["--help", "--version", "topic --help", "export --help", "note --help"])
def test_help_and_version_load_nothing_heavy(words: str, tmp_path: Path) -> None:
    db = tmp_path / "roundtable.db"
    assert not loaded(*words.split(), db=db) & HEAVY
    assert not db.exists()


LATE = {
    "roundtable.agendas",
    "roundtable.domain.capture",
    "roundtable.domain.completing",
    "roundtable.insight",
    "roundtable.report",
    "roundtable.services.corrections",
    "roundtable.services.facilitation",
    "roundtable.services.retyping",
    "roundtable.storage.migrations",
    "roundtable.ui.dialogs",
    "roundtable.ui.moves",
    "roundtable.ui.repairs",
    "roundtable.ui.screens.help",
    "roundtable.ui.screens.start",
    "textual.widgets._text_area",
}
LIVE_TABLE = """
import sys
import roundtable.__main__, roundtable.cli, roundtable.cli.table, roundtable.services.sessions
import roundtable.ui.app, roundtable.ui.screens.live
print(*sys.modules)
"""


def test_the_first_frame_of_the_live_table_waits_for_nothing_that_it_does_not_show() -> None:
    done = subprocess.run([sys.executable, "-c", LIVE_TABLE], capture_output=True, text=True, check=True)
    present = set(done.stdout.split())
    assert not {name.split(".")[0] for name in present} & (HEAVY - {"textual"})
    assert not present & LATE


def test_every_command_of_the_live_table_can_be_loaded() -> None:
    for command in COMMANDS:
        assert bool(command.act) != bool(command.action), command.name
        if command.act:
            module, _colon, name = command.act.partition(":")
            assert callable(getattr(import_module(f"roundtable.ui.{module}"), name)), command.name
