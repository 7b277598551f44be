"""The plain command line: everything that a screen can do, for people, scripts and screen readers."""

import click

from roundtable import __version__
from roundtable.cli.language import speak
from roundtable.cli.lazy import LazyGroup, TranslatedOption
from roundtable.cli.place import Place, on_terminal
from roundtable.i18n import LANGUAGES, N_

COMMANDS = {
    "demo": "roundtable.cli.demo:demo",
    "agenda": "roundtable.cli.agenda:agenda",
    "new": "roundtable.cli.evening:new",
    "sessions": "roundtable.cli.evening:sessions",
    "run": "roundtable.cli.table:run",
    "note": "roundtable.cli.table:note",
    "stage": "roundtable.cli.stage:stage",
    "synthesis": "roundtable.cli.synthesis:synthesis",
    "record": "roundtable.cli.record:record",
    "topic": "roundtable.cli.topic:topic",
    "floor": "roundtable.cli.floor:floor",
    "status": "roundtable.cli.evening:status",
    "balance": "roundtable.cli.balance:balance",
    "close": "roundtable.cli.evening:close",
    "closing": "roundtable.cli.closing:show",
    "reopen": "roundtable.cli.evening:reopen",
    "people": "roundtable.cli.people:people",
    "contributions": "roundtable.cli.contributions:contributions",
    "search": "roundtable.cli.search:search",
    "undo": "roundtable.cli.care:undo",
    "suggest": "roundtable.cli.suggest:suggest",
    "takeaway": "roundtable.cli.takeaway:takeaway",
    "theme": "roundtable.cli.theme:theme",
    "prose": "roundtable.cli.prose:prose",
    "names": "roundtable.cli.names:names",
    "disclosure": "roundtable.cli.disclosure:disclosure",
    "approvals": "roundtable.cli.approvals:approvals",
    "export": "roundtable.cli.export:export",
    "papers": "roundtable.cli.papers:papers",
    "where": "roundtable.cli.where:where",
    "scan": "roundtable.cli.scan:scan",
    "import": "roundtable.cli.care:import_file",
    "archive": "roundtable.cli.archive:archive",
    "journal": "roundtable.cli.care:journal",
    "settings": "roundtable.cli.settings:settings",
    "doctor": "roundtable.cli.doctor:doctor",
    "backup": "roundtable.cli.backups:backup",
    "restore": "roundtable.cli.backups:restore",
    "rebuild": "roundtable.cli.care:rebuild",
    "erase": "roundtable.cli.erasing:erase",
    "retention": "roundtable.cli.erasing:retention",
}


class Program(LazyGroup):
    """The program itself."""

    commands_at = COMMANDS


def _choose_language(
    _context: click.Context, _parameter: click.Parameter, language: str | None
) -> str | None:
    if language:
        speak(language)
    return language


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=N_("Run a roundtable discussion, from agenda to published white paper."),
)
@click.option(
    "--lang",
    cls=TranslatedOption,
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_choose_language,
    envvar="ROUNDTABLE_LANG",
    help=N_("Language of the interface."),
)
@click.option(
    "--db",
    cls=TranslatedOption,
    envvar="ROUNDTABLE_DB",
    metavar="FILE",
    help=N_("The database file, instead of your own."),
)
@click.version_option(
    __version__, prog_name="roundtable", cls=TranslatedOption, help=N_("Show the version and exit.")
)
@click.pass_context
def roundtable(context: click.Context, db: str | None) -> None:
    """Run a roundtable discussion, from agenda to published white paper."""
    named_here = context.get_parameter_source("db") is click.core.ParameterSource.COMMANDLINE
    context.obj = Place.of(db, chosen=named_here)
    if context.invoked_subcommand is None:
        _start(context)


def _start(context: click.Context) -> None:
    if not on_terminal():
        click.echo(context.get_help())
        return
    from roundtable.cli.table import open_start

    open_start(context.obj)
