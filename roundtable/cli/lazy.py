"""Commands that are loaded when they are called, and errors told in one sentence."""

import os
from collections.abc import Mapping
from importlib import import_module

import click

from roundtable.errors import RoundtableError
from roundtable.i18n import _, told


class LazyGroup(click.Group):
    """A group whose commands are found by name: {"new": "package.module:object"}.

    Its own help is translated when it is shown: it is made before the language is known.
    """

    commands_at: Mapping[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which an evening uses them."""
        return [*self.commands_at, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name not in self.commands_at:
            return super().get_command(ctx, cmd_name)
        module, _colon, name = self.commands_at[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option that shows the help, told in the language of now."""
        option = super().get_help_option(ctx)
        if option:
            option.help = _("Show this message and exit.")
        return option

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the program is for."""
        plain, self.help = self.help, _(self.help or "")
        super().format_help_text(ctx, formatter)
        self.help = plain

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what could not be done is said in one message."""
        try:
            return super().invoke(ctx)
        except RoundtableError as error:
            from roundtable.domain.text import clean_prose

            if os.environ.get("ROUNDTABLE_DEBUG"):
                raise
            # What was typed is told back, and must not steer the terminal.
            click.echo(clean_prose(told(error)), err=True)
            ctx.exit(error.exit_code)


class TranslatedOption(click.Option):
    """An option of the program itself, whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Give the option and its help."""
        if record := super().get_help_record(ctx):
            names, text = record
            return names, text.replace(self.help or "", _(self.help or ""))
        return None


# For commands whose arguments are what people say: `- not in a warehouse` is a line, and no option.
LINE_SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}


class LineCommand(click.Command):
    """A command with LINE_SETTINGS that still refuses what looks like a mistyped option of ours (`--jsno`)."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        known = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        words = args[: args.index("--")] if "--" in args else args
        if words == ["-h"]:
            args = ["--help"]
        for word in words:
            name = word.partition("=")[0]
            if name.startswith("--") and name[2:].isalpha() and name not in known:
                raise click.NoSuchOption(name, possibilities=sorted(known), ctx=ctx)
        return super().parse_args(ctx, args)
