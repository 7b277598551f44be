"""`roundtable settings`: what it lists, changes and refuses; and the language that it chooses."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def run(tmp_path: Path, file: Path) -> Run:
    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        surroundings = {**os.environ, "ROUNDTABLE_SETTINGS": str(file), **environment}
        command = [sys.executable, "-m", "roundtable", "--db", str(tmp_path / "r.db"), *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)

    return run


def test_what_is_set_is_listed_and_lies_in_the_file(run: Run, file: Path) -> None:
    for name, value in (("theme", "light"), ("bell", "on"), ("keys.next", "Z")):
        assert run("settings", "set", name, value).returncode == 0
    listed = json.loads(run("settings", "list", "--json").stdout)
    assert (listed["theme"], listed["bell"], listed["language"]) == ("light", "on", "auto")
    assert listed["keys"]["next"] == "Z"
    assert listed["keys"]["write"] == "Enter i"
    assert run("settings", "path").stdout.strip() == str(file)
    assert run("settings", "reset", "keys.next").returncode == 0
    assert json.loads(run("settings", "list", "--json").stdout)["keys"]["next"] == "n"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("theme", "purple", "dark, light"),
        ("glow", "3", "settings` lists them"),
        ("keys.next", "@", "AltGr"),
        ("keys.next", "#", "AltGr"),
        ("keys.next", "5", "Choose a letter"),
        ("keys.next", "ctrl+a", "Choose a letter"),
        ("keys.next", "f5", "Choose a letter"),
        ("keys.next", "é", "Choose a letter"),
        ("keys.next", "j", "Choose a letter"),
        ("keys.next", "s", "Star the contribution"),
        ("keys.next", "q", "Leave the table"),
        ("keys.nxt", "b", "no command"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    run: Run, file: Path, name: str, value: str, said: str
) -> None:
    done = run("settings", "set", name, value)
    assert done.returncode == 1
    assert said in done.stderr
    assert not file.exists()


def test_the_language_of_the_settings_gives_way_to_what_is_named_for_once(run: Run, file: Path) -> None:
    file.write_text('language = "nl"\n', "utf-8")
    dutch, english = "Gebruik", "Usage"
    assert dutch in run("--help").stdout
    assert dutch in run("--help", LC_ALL="fr_BE.UTF-8").stdout
    assert english in run("--help", ROUNDTABLE_LANG="en").stdout
    assert english in run("--lang", "en", "--help", ROUNDTABLE_LANG="fr").stdout
    file.write_text('language = "auto"\n', "utf-8")
    assert english in run("--help").stdout


def test_a_file_with_faults_keeps_no_command_from_working(run: Run, file: Path) -> None:
    file.write_text(
        'language = "klingon"\ntheme = "light"\n[keys]\nnext = "@"\nstar = "n"\nflow = "b"\n', "utf-8"
    )
    assert run("--version").returncode == 0
    done = run("settings")
    assert done.returncode == 0
    for said in ("line 1", "AltGr", "n is the key of another command", "“flow”"):
        assert said in done.stderr
    assert "keys.next" in done.stdout
    file.write_text("theme = \nbell = true\n", "utf-8")
    assert run("--version").returncode == 0
    assert "line 1" in run("doctor").stdout


def test_version_loads_no_reader_of_settings_where_there_are_none(run: Run, tmp_path: Path) -> None:
    done = run("--version", PYTHONVERBOSE="1", ROUNDTABLE_SETTINGS=str(tmp_path / "none.toml"))
    assert "import 'roundtable.config'" in done.stderr
    assert "import 'tomllib'" not in done.stderr
    assert "import 'tomlkit'" not in done.stderr
