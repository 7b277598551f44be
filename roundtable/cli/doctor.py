"""What is fine and what is not: versions, paths, integrity, the terminal."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from roundtable import __version__
from roundtable.cli.place import Place, json_option, pass_place, print_json
from roundtable.errors import FileReadOnly, RoundtableError, SomethingWrong
from roundtable.i18n import _, current, ngettext, told

Finding = tuple[str, bool, str]  # what, whether it is fine, what there is to say
LEAST = (80, 24)  # columns and lines that the live table needs


@click.command(help=_("Say what is fine and what is not. Versions, paths, the data, the terminal."))
@json_option
@pass_place
def doctor(place: Place, as_json: bool) -> None:
    """Say what is fine and what is not; exit 1 where something is not."""
    found = [*_versions(), *_place(place), *_integrity(place), *_settings(), *_terminal()]
    if as_json:
        print_json([{"what": what, "fine": fine, "said": said} for what, fine, said in found])
    else:
        for what, fine, said in found:
            click.echo(f"{'✓' if fine else '✗'} {what}: {said}")
    if not all(fine for _what, fine, _said in found):
        raise SomethingWrong


def _versions() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    from roundtable.storage.database import sqlite_version

    yield "roundtable", True, __version__
    yield "Python", sys.version_info >= (3, 11), platform.python_version()
    yield "SQLite", True, sqlite_version()
    for name in ("textual", "sqlite-utils", "markdown-it-py", "python-docx"):
        try:
            yield name, True, version(name)
        except PackageNotFoundError:
            yield name, False, _("not installed; install roundtable again")


def _place(place: Place) -> Iterator[Finding]:
    from roundtable.agendas.folder import agenda_folders
    from roundtable.storage.database import place_warnings

    for warning in place_warnings(place.path):
        yield _("place of the data"), False, told(warning)
    yield _("agendas"), True, ", ".join(str(folder) for folder in agenda_folders() if folder.is_dir())
    if not place.missing:
        return
    yield _("data"), True, _("{file} (not made yet)").format(file=place.path)
    folder = next(one for one in place.path.absolute().parents if one.exists())
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        yield _("place of the data"), False, told(FileReadOnly(file=place.path))


def _integrity(place: Place) -> Iterator[Finding]:
    from roundtable.services.copies import catch_up
    from roundtable.services.retention import overdue_told

    if place.missing:
        return
    try:
        with place.journal() as journal:
            unreached = catch_up(journal)
            wrong = journal.check()
            known = journal.sessions()
    except RoundtableError as error:
        yield _("data"), False, told(error)
        return
    sessions = ngettext("{count} session", "{count} sessions", len(known)).format(count=len(known))
    yield _("data"), True, f"{place.path}, {sessions}, {_size(place.path)}"
    for finding in wrong:
        yield _("integrity"), False, told(finding)
    for path in unreached:
        yield _("backup"), False, _("{file} may still hold what was erased; delete it").format(file=path)
    for one in known:
        if told_until := overdue_told(one.details, date.today()):  # noqa: DTZ011 — by the calendar on the wall
            yield _("names"), False, told_until
    if not wrong:
        yield _("integrity"), True, _("every change adds up to what the tables show")


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


def _settings() -> Iterator[Finding]:
    from roundtable.config import read_settings, settings_path

    wrong = read_settings().problems
    for problem in wrong:
        yield _("settings"), False, told(problem)
    if not wrong:
        path = settings_path()
        yield (
            _("settings"),
            True,
            str(path) if path.exists() else _("{file} (not made yet)").format(file=path),
        )


def _terminal() -> Iterator[Finding]:
    yield _("language"), True, current()
    encoding = getattr(sys.stdout, "encoding", None) or "–"
    yield _("encoding"), "utf" in encoding.lower(), encoding
    if not (sys.stdout and sys.stdout.isatty()):
        yield _("terminal"), True, _("none here")
        return
    size = shutil.get_terminal_size()
    roomy = size.columns >= LEAST[0] and size.lines >= LEAST[1]
    asked = (
        ""
        if roomy
        else _(" (the live table needs {columns}×{lines})").format(columns=LEAST[0], lines=LEAST[1])
    )
    yield _("size of the terminal"), roomy, f"{size.columns}×{size.lines}{asked}"
    term = os.environ.get("TERM", "")
    yield "TERM", os.name == "nt" or term not in {"", "dumb"}, term or "–"
