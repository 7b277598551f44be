"""Commands that are loaded when they are called, and errors told in one sentence."""

import os
from importlib import import_module
from typing import Any

import click

from roundtable.errors import RoundtableError
from roundtable.i18n import told


class LazyGroup(click.Group):
    """A group whose commands are found by name: {"new": "package.module:object"}."""

    def __init__(self, *args: Any, commands_at: dict[str, str] | None = None, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.commands_at = commands_at or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which an evening uses them."""
        return [*self.commands_at, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name not in self.commands_at:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.commands_at[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what could not be done is said in one message."""
        try:
            return super().invoke(ctx)
        except RoundtableError as error:
            if os.environ.get("ROUNDTABLE_DEBUG"):
                raise
            click.echo(told(error), err=True)
            ctx.exit(error.exit_code)
