"""The options with which support is recorded, on a statement as on a takeaway."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from roundtable.domain.contributions import Vote
from roundtable.i18n import _

F = TypeVar("F", bound=Callable[..., Any])


def vote_options(command: F) -> F:
    """Let a command take --by (repeated), --oppose or --pass, and --count."""
    options = (
        click.option(
            "--by",
            required=True,
            multiple=True,
            metavar="WHO",
            help=_("A person or a sector; may be repeated."),
        ),
        click.option("--oppose", is_flag=True, help=_("They are against it.")),
        click.option("--pass", "passed", is_flag=True, help=_("They would not say.")),
        click.option(
            "--count", type=click.IntRange(1, 100_000), default=1, help=_("How many of the sector.")
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def vote_of(*, oppose: bool, passed: bool) -> Vote:
    """Give the vote that was meant."""
    if oppose and passed:
        raise click.UsageError(_("Give either --oppose or --pass."))
    if oppose:
        return Vote.OPPOSE
    return Vote.PASS if passed else Vote.AGREE
