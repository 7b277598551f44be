"""A plain command loads only what it needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
