"""Asking for something explicit before what cannot be taken back."""

import click

from roundtable.cli.place import on_terminal
from roundtable.domain.text import clean, folded
from roundtable.errors import NotConfirmed, NoTerminalToAsk


def make_sure(wanted: str, asked: str, *, yes: bool) -> None:
    """Have something typed that says that it is meant, unless a script said so.

    Raises NoTerminalToAsk, NotConfirmed.
    """
    if yes:
        return
    if not on_terminal():
        raise NoTerminalToAsk
    typed: str = click.prompt(clean(asked), default="", show_default=False, err=True)
    if folded(clean(typed)) != folded(clean(wanted)):
        raise NotConfirmed(wanted=wanted)
