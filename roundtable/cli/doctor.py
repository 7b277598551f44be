"""What is fine and what is not: versions, paths, integrity, the terminal."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator

import click

from roundtable import __version__
from roundtable.cli.place import Place, json_option, pass_place, print_json
from roundtable.errors import RoundtableError, SomethingWrong
from roundtable.i18n import _, told

Finding = tuple[str, bool, str]  # what, whether it is fine, what there is to say


@click.command(help=_("Look at versions, paths, the data, the terminal; say what is fine and what is not."))
@json_option
@pass_place
def doctor(place: Place, as_json: bool) -> None:
    """Say what is fine and what is not; exit 1 where something is not."""
    found = [*_versions(), *_database(place), *_terminal()]
    if as_json:
        print_json([{"what": what, "fine": fine, "said": said} for what, fine, said in found])
    else:
        for what, fine, said in found:
            click.echo(f"{'✓' if fine else '✗'} {what}: {said}")
    if not all(fine for _what, fine, _said in found):
        raise SomethingWrong


def _versions() -> Iterator[Finding]:
    from importlib.metadata import version

    yield "roundtable", True, __version__
    yield "Python", sys.version_info >= (3, 11), platform.python_version()
    for name in ("textual", "sqlite-utils", "markdown-it-py", "python-docx"):
        yield name, True, version(name)


def _database(place: Place) -> Iterator[Finding]:
    from roundtable.storage.database import place_warnings, sqlite_version

    yield "SQLite", True, sqlite_version()
    for warning in place_warnings(place.path):
        yield _("place of the data"), False, told(warning)
    if not place.path.exists():
        yield _("data"), True, _("{file} (not made yet)").format(file=place.path)
        return
    try:
        with place.journal() as journal:
            wrong = journal.check()
            count = len(journal.sessions())
    except RoundtableError as error:
        yield _("data"), False, told(error)
        return
    yield _("data"), True, _("{file}, {count} sessions").format(file=place.path, count=count)
    for finding in wrong:
        yield _("data"), False, told(finding)
    if not wrong:
        yield _("integrity"), True, _("every change adds up to what the tables show")


def _terminal() -> Iterator[Finding]:
    size = shutil.get_terminal_size()
    on_terminal = sys.stdout.isatty()
    roomy = not on_terminal or (size.columns >= 80 and size.lines >= 24)  # noqa: PLR2004 — the least the live table needs
    yield _("size of the terminal"), roomy, f"{size.columns}×{size.lines}"
    term = os.environ.get("TERM", "")
    yield "TERM", not on_terminal or term not in {"", "dumb"}, term or "–"
    encoding = sys.stdout.encoding or ""
    yield _("encoding"), "utf" in encoding.lower(), encoding
