"""Where the data lies, and the options that many commands share."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import combining, east_asian_width

import click

from roundtable.errors import NoFileYet, NoScreen, PoorTerminal
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.disclosure import Form
    from roundtable.storage.journal import Journal

_NARROWEST = 6  # characters that a column keeps
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Place:
    """The database file; `chosen` says that it was named for this very command, with --db."""

    path: Path
    chosen: bool

    @classmethod
    def of(cls, given: str | None, *, chosen: bool = False) -> "Place":
        """Give the file that was named, with --db or by the environment, else roundtable.db in the data folder."""
        if given:
            return cls(Path(os.path.expanduser(given)), chosen=chosen)  # noqa: PTH111 — Path's own fails on ~nobody
        return cls(data_folder() / "roundtable.db", chosen=False)

    @property
    def missing(self) -> bool:
        """Tell whether there is no such file yet; where the system will not say, opening it tells why."""
        try:
            return not self.path.exists()
        except (OSError, ValueError):
            return False

    @contextmanager
    def journal(self, *, make: bool = False) -> "Iterator[Journal]":
        """Open the journal for one command; only one that brings something in makes a file. Raises NoFileYet."""
        from roundtable.storage.journal import Journal

        if self.missing and not make:
            raise NoFileYet(file=self.path)
        journal = Journal.open(self.path)
        try:
            yield journal
        finally:
            journal.close()

    @contextmanager
    def session(self, name: str | None) -> "Iterator[tuple[Journal, str]]":
        """Open the journal and find the session that is meant: its uid."""
        from roundtable.services.sessions import find_session

        with self.journal() as journal:
            yield journal, find_session(journal, name)


def on_terminal() -> bool:
    """Tell whether somebody sits in front of a terminal, so that a screen can be opened."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def need_screen() -> None:
    """Make sure that a screen can be opened. Raises NoScreen, PoorTerminal."""
    if not on_terminal():
        raise NoScreen
    kind = os.environ.get("TERM", "")
    if kind in {"dumb", "unknown"} and os.name != "nt":
        raise PoorTerminal(kind=kind)


def lasting() -> None:
    """Let memory be looked after, for what lasts longer than a command; what was loaded so far stays for good."""
    gc.freeze()
    gc.enable()


def data_folder() -> Path:
    """Give the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("roundtable", appauthor=False)


pass_place = click.make_pass_decorator(Place)


def session_option(command: F) -> F:
    """Let a command take --session."""
    return click.option(
        "--session", "session", metavar="ID", help=_("Which session: its id, or a unique beginning of it.")
    )(command)


def session_argument(command: F) -> F:
    """Let a command take the session as [SESSION] or as --session; it gets the name as `session`."""
    with_argument = click.argument("session_name", metavar="[SESSION]", required=False)(command)
    return session_option(with_argument)


def json_option(command: F) -> F:
    """Let a command take --json."""
    return click.option("--json", "as_json", is_flag=True, help=_("Give one JSON document."))(command)


def attribution_option(told: str = "") -> Callable[[F], F]:
    """Let a command take --attribution; it gets the form as `form`, None where nothing was said."""
    told = told or _("How statements are told; as the agenda says unless told, else by sector.")
    forms = click.Choice(["table", "sector", "named", "none"])
    return click.option("--attribution", "form", type=forms, callback=_form, help=told)


def _form(_context: click.Context, _option: click.Parameter, given: str | None) -> "Form | None":
    from roundtable.domain.disclosure import Form

    return Form(given) if given else None


def print_json(document: object) -> None:
    """Print a JSON document, UTF-8."""
    import json

    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def print_rows(rows: Sequence[tuple[str, ...]], room: int | None = None) -> None:
    """Print rows with their columns lined up; the last column runs on, unless there is `room` for so many characters.

    Then the widest columns are cut.
    """
    if not rows:
        return
    widths = [max(_columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    if room is not None:
        while sum(widths) + 2 * (len(widths) - 1) > room and max(widths) > _NARROWEST:
            widths[widths.index(max(widths))] -= 1
        rows = [tuple(_cut(cell, width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    for row in rows:
        cells = [cell + " " * (width - _columns(cell)) for cell, width in zip(row[:-1], widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())


def _columns(text: str) -> int:
    """Give how many columns of a terminal a text takes; Chinese and emoji take two a sign, what combines none."""
    if text.isascii() or not any(combining(sign) or east_asian_width(sign) in "WF" for sign in text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _cut(cell: str, width: int) -> str:
    if _columns(cell) <= width:
        return cell
    while _columns(cell) > width - 1:
        cell = cell[:-1]
    return cell + "…"


def width_of_terminal() -> int | None:
    """Give how many characters a line of the terminal holds; nothing where what is printed goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout is not None and sys.stdout.isatty() else None
