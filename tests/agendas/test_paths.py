"""Paths as they are typed, pasted or dropped."""

from pathlib import Path

import pytest

from roundtable.agendas.paths import common_beginning, completions, is_list, path_in, recent_lists

NAME = "Genodigden (définitif).xlsx"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    folder = tmp_path / "Mijn lijsten"
    folder.mkdir()
    for name in (NAME, "genodigden.csv", "photo.jpg", ".hidden.csv"):
        (folder / name).write_text("naam\nEls\n", "utf-8")
    (folder / "Genomen").mkdir()
    return folder


def test_a_file_dropped_into_a_terminal_is_understood_however_it_is_spelled(listed: Path) -> None:
    path = listed / NAME
    spelled = str(path)
    escaped = spelled.replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    for said in (spelled, f"'{spelled}'", f'"{spelled}" ', escaped + " ", path.as_uri(), f"& '{spelled}'"):
        assert path_in(said) == path, said
        assert is_list(path_in(said))


@pytest.mark.parametrize(
    "said", ["", "\n", "a\nb", "x\0y", "Els Peeters, RET", "file:", "~nobody/x.csv", "photo.jpg"]
)
def test_what_is_no_list_is_none(said: str) -> None:
    assert not is_list(path_in(said))


def test_a_path_is_completed_with_folders_and_lists(listed: Path) -> None:
    found = completions(f"{listed}/geno")
    assert found == (f"{listed}/{NAME}", f"{listed}/genodigden.csv", f"{listed}/Genomen/")
    assert common_beginning(found).casefold() == f"{listed}/geno".casefold()
    assert common_beginning(["abc", "ABd"]) == "ab"
    assert completions(f"{listed}/nothing") == ()
    assert completions("/no/such/folder/") == ()


def test_lists_that_lie_here_are_offered(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(listed)
    assert {path.name for path in recent_lists()} >= {NAME, "genodigden.csv"}
