"""The folders of agendas, in which they are found by name."""

import difflib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from platformdirs import user_data_dir

import roundtable
from roundtable.domain.text import clean, folded
from roundtable.errors import NoSuchAgenda, NoSuchAgendaButClose
from roundtable.i18n import LANGUAGES, current

_ENDINGS = frozenset({".md", ".markdown"})
_LANGUAGE_ENDING = re.compile(rf"\.({'|'.join(LANGUAGES)})$", re.IGNORECASE)
_NO_AGENDAS = frozenset({"readme", "changelog", "license", "contributing"})


@dataclass(frozen=True, slots=True)
class FoundAgenda:
    """An agenda in one of the folders; `name` is that of its file without endings, `language` may be empty."""

    name: str
    language: str
    path: Path


def agenda_folders() -> tuple[Path, ...]:
    """Give the folders in which agendas are looked up, in this order: here, the user's own, those shipped."""
    package = Path(roundtable.__file__).parent
    shipped = package / "topics"
    return (
        Path("topics"),
        Path(user_data_dir("roundtable", appauthor=False)) / "topics",
        shipped
        if shipped.is_dir()
        else package.parent / "topics",  # a checkout keeps them beside the package
    )


def split_name(file_name: str) -> tuple[str, str]:
    """Take a file's name apart: telewerk.nl.md is telewerk, in nl; without a language that is empty."""
    stem = file_name.removesuffix(PurePath(file_name).suffix)
    found = _LANGUAGE_ENDING.search(stem)
    return (stem[: found.start()], found[1].lower()) if found else (stem, "")


def list_agendas(folders: Sequence[Path] | None = None) -> tuple[FoundAgenda, ...]:
    """List the agendas by name and language; a file of one folder hides its namesakes in later ones."""
    found: dict[str, FoundAgenda] = {}
    for folder in agenda_folders() if folders is None else folders:
        for path in _files(folder):
            found.setdefault(path.name, FoundAgenda(*split_name(path.name), path))
    return tuple(sorted(found.values(), key=lambda one: (folded(one.name), one.language)))


def _files(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:  # not there, or not ours to read: the other folders may have it
        return
    for path in inside:
        hidden = path.name.startswith(".") or folded(split_name(path.name)[0]) in _NO_AGENDAS
        if path.suffix.lower() in _ENDINGS and not hidden and path.is_file():
            yield path


def find_agenda(name: str, folders: Sequence[Path] | None = None) -> Path:
    """Find an agenda by path, by its file's name, or by that name without endings.

    The first folder that has it counts; of several languages there, that of the interface is preferred.
    A path that is not there is given back as it is: reading it says so.
    Raises NoSuchAgenda, NoSuchAgendaButClose.
    """
    path = Path(name).expanduser() if name.startswith("~") else Path(name)
    if _is_file(path):
        return path
    searched = agenda_folders() if folders is None else folders
    for folder in searched:
        if fitting := [one for one in list_agendas([folder]) if folded(name) in _names(one)]:
            return min(fitting, key=_preference).path
    if any(separator in name for separator in "/\\") or path.suffix.lower() in _ENDINGS:
        return path
    names = {folded(one.name): one.name for one in list_agendas(searched)}
    if close := difflib.get_close_matches(folded(name), names, 3):
        raise NoSuchAgendaButClose(name=name, names=", ".join(names[one] for one in close))
    raise NoSuchAgenda(name=name)


def has_agenda(name: str) -> bool:
    """Say whether a name or path means an agenda; a path that is not there does, so that reading it says so."""
    try:
        find_agenda(name)
    except (NoSuchAgenda, NoSuchAgendaButClose):
        return False
    return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # longer than a path can be, or no path at all
        return False


def _names(one: FoundAgenda) -> set[str]:
    return {folded(one.name), folded(one.path.stem), folded(one.path.name)}


def _preference(one: FoundAgenda) -> tuple[bool, int]:
    rank = LANGUAGES.index(one.language) if one.language in LANGUAGES else len(LANGUAGES)
    return one.language != current(), rank


def new_agenda_text(name: str, language: str) -> str:
    """Give an agenda to begin with, in one of our languages; its title is made from the name."""
    words = clean(name.replace("-", " ").replace("_", " ")) or "…"
    title = words[:1].upper() + words[1:]
    if language not in LANGUAGES:
        language = "en"
    text = Path(__file__).with_name("templates").joinpath(f"{language}.md").read_text("utf-8")
    return text.replace("{title}", _as_yaml(title), 1)


def _as_yaml(text: str) -> str:
    """Write a text as YAML reads it back, bare where it is plain words."""
    plain = all(mark.isalnum() or mark == " " for mark in text) and text[0].isalpha()
    reserved = text.lower() in {"null", "true", "false"}
    return text if plain and not reserved else json.dumps(text, ensure_ascii=False)
