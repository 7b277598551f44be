"""The user's own agendas: a new one, and a copy of one that came with the program before it is changed."""

import os
from pathlib import Path

from roundtable.agendas.folder import agenda_folders, list_agendas, new_agenda_text, split_name
from roundtable.domain.text import folded
from roundtable.errors import AgendaNotWritten, FileUnreadable


def own_folder() -> Path:
    """Give the folder in which the user's own agendas lie; it need not be there yet."""
    return agenda_folders()[1]


def own_copy(path: Path) -> Path:
    """Give the file in which an agenda is to be changed: a copy of one that came with the program, else itself.

    Raises AgendaNotWritten, FileUnreadable.
    """
    here, own, shipped = agenda_folders()
    # Whoever works in the folder of the program itself has its agendas before them, and means them.
    if path.resolve().parent != shipped.resolve() or shipped.resolve() == here.resolve():
        return path
    copy = own / path.name
    if not copy.exists():
        try:
            text = path.read_text("utf-8")
        except OSError as error:
            raise FileUnreadable(file=path, reason=error.strerror or error) from error
        _write(copy, text)
    return copy


def new_agenda(title: str, language: str, name: str) -> Path:
    """Write a new agenda from the template into the user's own folder; one that is there is left, and gets a number.

    `name` is what its file is called, without endings. Raises AgendaNotWritten.
    """
    folder, number = own_folder(), 1
    taken = {folded(split_name(one.path.name)[0]) for one in list_agendas()}
    free = name
    while folded(free) in taken or (folder / f"{free}.{language}.md").exists():
        number += 1
        free = f"{name}-{number}"
    path = folder / f"{free}.{language}.md"
    _write(path, new_agenda_text(title, language))
    return path


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise AgendaNotWritten(path=path, reason=error.strerror or error) from error


def agenda_of_session(name: str, language: str) -> Path | None:
    """Find the file that a session was prepared from, by its agenda's name; nothing where it is gone."""
    found = [one for one in list_agendas() if folded(one.name) == folded(name)]
    ranked = sorted(found, key=lambda one: one.language != language)
    return ranked[0].path if ranked else None
