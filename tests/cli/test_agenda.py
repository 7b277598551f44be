"""Agendas from the plain command line."""

from pathlib import Path

import pytest

from roundtable import i18n
from tests.cli.running import AGENDA, Program
from tests.conftest import ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_those_that_come_along_are_listed_and_fine(empty: Program) -> None:
    names = {(one["name"], one["language"]) for one in empty.json("agenda", "list")}
    assert names >= {("telewerk", "nl"), ("telework", "en"), ("teletravail", "fr")}
    paths = sorted(str(path) for path in (ROOT / "topics").glob("*.md"))
    assert empty("agenda", "check", *paths).count(": fine") == len(paths)


def test_one_in_the_folder_here_goes_before_one_that_comes_along(empty: Program, here: Path) -> None:
    (here / "topics").mkdir()
    (here / "topics" / "telework.en.md").write_text(AGENDA, "utf-8")
    assert "The future of work (15 min)" in empty("agenda", "show", "telework")
    assert "Retail" in empty("agenda", "show", "telework")


def test_an_agenda_is_shown_as_it_is_understood(empty: Program, agenda: str) -> None:
    shown = empty("agenda", "show", agenda)
    assert shown.startswith("Telework\nen · 70 min\n")
    for part in (
        "RET  Retail",
        "somebody from retail",
        "? What does it cost?",
        "2. Trust (20 min)",
        "› What changes?",
    ):
        assert part in shown


def test_all_that_is_wrong_is_told_at_once_with_file_and_line(empty: Program, here: Path) -> None:
    broken = here / "broken.md"
    broken.write_text("---\ntitle: [\nlanguage: xx\n---\n\n## One (many min)\n\n## Two (5 min)\n", "utf-8")
    done = empty.run("agenda", "check", "broken.md", "nothing.md")
    assert (done.code, done.out) == (1, "")
    assert "broken.md:2" in done.err
    assert "broken.md:6" in done.err
    assert "nothing.md" in done.err


def test_what_can_be_run_of_a_broken_agenda_is_run(empty: Program, here: Path) -> None:
    (here / "broken.md").write_text("## One (many min)\n\n## Two (5 min)\n", "utf-8")
    done = empty.run("new", "broken.md")
    assert done.code == 0
    assert "broken.md:1" in done.err
    assert [topic["title"] for topic in empty.json("status")["topics"]][-1] == "Two"


def test_a_new_one_is_fine_and_is_never_written_over_another(empty: Program, here: Path) -> None:
    for language in i18n.LANGUAGES:
        path = empty("agenda", "new", "Our Table!", "--language", language).strip()
        assert path == f"topics/our-table.{language}.md"
        assert empty("agenda", "check", path) == f"{path}: fine\n"
    before = (here / path).read_bytes()
    done = empty.run("agenda", "new", "our table", "--language", language)
    assert done.code == 1
    assert path in done.err
    assert (here / path).read_bytes() == before


def test_where_no_folder_can_be_made_it_is_told(empty: Program, here: Path) -> None:
    (here / "topics").write_text("a file", "utf-8")
    done = empty.run("agenda", "new", "x")
    assert done.code == 1
    assert "topics" in done.err


def test_an_agenda_needs_a_name(empty: Program) -> None:
    for name in ("", " ", "…"):
        done = empty.run("agenda", "new", name)
        assert (done.code, done.out) == (1, "")
        assert done.err


def test_an_agenda_is_opened_in_the_editor_and_checked_afterwards(
    empty: Program, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here / "topics" / "mine.en.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(AGENDA, "utf-8")
    script = here / "my editor"
    script.write_text('#!/bin/sh\necho "## Untimed" >> "$2"\n', "utf-8")
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{script}' --wait")
    done = empty.run("agenda", "edit", "mine")
    assert done.code == 0, done.err
    assert "“Untimed” has no minutes" in done.err
    assert path.read_text("utf-8").endswith("## Untimed\n")
    monkeypatch.setenv("EDITOR", "no-such-editor")
    done = empty.run("agenda", "edit", "mine")
    assert (done.code, "Set EDITOR" in done.err) == (1, True)
