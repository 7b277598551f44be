"""Paths as they are typed, pasted or dropped into a terminal, and the files that could be meant."""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

LISTS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})
PAPERS = frozenset({".docx"})
_ESCAPED = re.compile(r"\\(.)")
_FEW = 12
_MOST_LOOKED_AT = 2000  # files of a folder


def path_in(text: str) -> Path | None:
    """Read one path: bare, in quotation marks, with escaped spaces, as a file:// address; nothing where it is none."""
    said = text.strip().strip("\r\n")
    if not said or "\n" in said or "\0" in said:
        return None
    said = said.removeprefix("& ")  # how PowerShell is handed a file
    if said.lower().startswith("file:"):
        return _of_address(said)
    if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'":
        return _expanded(said[1:-1].replace("'\\''", "'"))
    if os.sep == "/" and "\\" in said:
        said = _ESCAPED.sub(r"\1", said)
    return _expanded(said)


def _expanded(said: str) -> Path:
    try:
        return Path(said).expanduser()
    except RuntimeError:  # the home of somebody who is not there
        return Path(said)


def _of_address(said: str) -> Path | None:
    try:
        path = unquote(urlsplit(said).path)
    except ValueError:
        return None
    return Path(path[1:] if re.match(r"/[A-Za-z]:", path) else path) if path else None


def is_list(path: Path | None) -> bool:
    """Say whether there is a file here that could list people, or another spreadsheet, of which it is then told."""
    if path is None or path.suffix.lower() not in LISTS | {".xls", ".ods", ".numbers", ".xlsb"}:
        return False
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def completions(typed: str, endings: Collection[str] = LISTS) -> tuple[str, ...]:
    """Give the folders (a slash behind them) and files with certain endings that what was typed could become.

    They are spelled as it was typed.
    """
    folder, _slash, begun = typed.rpartition("/") if "/" in typed else typed.rpartition(os.sep)
    spelled = typed[: len(typed) - len(begun)]
    found = []
    for one in _inside(_expanded(spelled) if folder or spelled else Path()):
        fits = one.name.casefold().startswith(begun.casefold()) and (begun or not one.name.startswith("."))
        if fits and one.is_dir():
            found.append(f"{spelled}{one.name}/")
        elif fits and one.suffix.lower() in endings:
            found.append(f"{spelled}{one.name}")
    return tuple(sorted(found, key=lambda name: (name.endswith("/"), name.casefold())))


def common_beginning(names: Sequence[str]) -> str:
    """Give how all these names begin, whatever their case, spelled as the first is."""
    shortest = min(map(len, names), default=0)
    for length in range(shortest, 0, -1):
        if len({name[:length].casefold() for name in names}) == 1:
            return names[0][:length]
    return ""


def recent_lists() -> tuple[Path, ...]:
    """Give the lists that lie where people keep what they were just sent, the newest first."""
    return _newest([Path(), *_where_things_arrive()], LISTS - {".txt"})


def recent_papers() -> tuple[Path, ...]:
    """Give the Word files among the exports, or where people keep what they were just sent, the newest first."""
    return _newest([Path("exports"), Path(), *_where_things_arrive()], PAPERS)


def _where_things_arrive() -> Iterable[Path]:
    home = Path.home()
    return (home / name for name in ("Downloads", "Desktop", "Documents", "Téléchargements", "Bureau"))


def _newest(folders: Iterable[Path], endings: Collection[str]) -> tuple[Path, ...]:
    found: dict[Path, float] = {}
    for folder in folders:
        for one in _inside(folder):
            if one.suffix.lower() in endings and not one.name.startswith((".", "~$")):
                with suppress(OSError):
                    found[one] = one.stat().st_mtime
    return tuple(sorted(found, key=lambda one: -found[one])[:_FEW])


def _inside(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as inside:
            return [folder / one.name for one, _count in zip(inside, range(_MOST_LOOKED_AT), strict=False)]
    except (OSError, ValueError):
        return []
