"""What was said, from the plain command line."""

from collections.abc import Callable, Sequence

import click

from roundtable.cli.lazy import LINE_SETTINGS, LazyGroup, LineCommand
from roundtable.cli.place import Place, json_option, pass_place, print_json, session_argument, session_option
from roundtable.cli.votes import vote_of, vote_options
from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Kind, Theme
from roundtable.domain.filtering import Filter
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.themes import theme_named
from roundtable.i18n import _
from roundtable.report.wording import WrittenOut
from roundtable.services import corrections
from roundtable.services.corrections import Correction
from roundtable.storage.journal import Journal

LIKENESS = {name: f"roundtable.cli.likeness:{name}" for name in ("alike", "groups", "join", "part", "apart")}
ELSEWHERE = {**LIKENESS, "erase": "roundtable.cli.erasing:statements"}


class Contributions(LazyGroup):
    """What was said; what makes the same point is decided, and what is erased goes, in modules of their own."""

    commands_at = ELSEWHERE


@click.group(cls=Contributions, help=_("What was said: list it, put it right, take it back."))
def contributions() -> None:
    """What was said."""


@contributions.command("list", help=_("List what was said, in the order in which it was said."))
@session_argument
@click.option("--topic", metavar="N")
@click.option("--sector", metavar="NAME")
@click.option("--participant", metavar="NAME", help=_("Only what this person said."))
@click.option("--kind", type=click.Choice(["point", "quote", "question", "proposal"]))
@click.option("--theme", metavar="NAME", help=_("Only what bears this theme."))
@click.option("--no-theme", is_flag=True, help=_("Only what bears no theme."))
@click.option("--starred", is_flag=True)
@click.option("--check", is_flag=True, help=_("Only what is to be checked."))
@click.option("--unplaced", is_flag=True, help=_("Only those where it is not clear who spoke."))
@click.option("--parked", is_flag=True)
@click.option("--withdrawn", is_flag=True, help=_("Only those withdrawn."))
@json_option
@pass_place
def list_contributions(
    place: Place, /, session: str | None, session_name: str | None, as_json: bool, **wanted: object
) -> None:
    """List contributions."""
    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    chosen = _chosen(found, wanted)
    if as_json:
        from roundtable.cli.shapes import contribution_shape

        print_json([contribution_shape(found, said) for said in chosen])
        return
    if not chosen:
        click.echo(_("Nothing here yet."))
    for said in chosen:
        click.echo(line_of(found, said))


def _chosen(session: Session, wanted: dict[str, object]) -> Sequence[Contribution]:
    def found(option: str, find: Callable[[str], Topic | Sector | Participant | Theme]) -> str | None:
        return find(str(wanted[option])).id if wanted[option] else None

    return Filter(
        topic=found("topic", session.topic),
        sector=found("sector", session.sector),
        participant=found("participant", session.person),
        kind=Kind(str(wanted["kind"])) if wanted["kind"] else None,
        theme="" if wanted["no_theme"] else found("theme", lambda name: theme_named(session, name)),
        starred=bool(wanted["starred"]),
        check=bool(wanted["check"]),
        unplaced=bool(wanted["unplaced"]),
        parked=bool(wanted["parked"]),
        withdrawn=bool(wanted["withdrawn"]),
    ).of(session)


def line_of(session: Session, said: Contribution) -> str:
    """Give a contribution as a line for people."""
    from roundtable.services.sessions import zone_of

    sector = session.sector_of(said)
    at = said.at.astimezone(zone_of(session)).strftime("%H:%M") if said.at else "     "
    who = session.shown.get(said.participant or "", "") if said.placed else "?"
    short = sector.short if sector else ("" if said.placed else "???")
    sign = said.sign or " "
    themes = (f"={theme.name}" for theme in session.themes if theme.id in said.themes)
    parked = "P§" if said.open_question else "P"
    flags = (("★", said.starred), ("??", said.check), (parked, said.parked))
    marks = " ".join(["", *(mark for mark, on in flags if on), *themes])
    return f"{session.numbers[said.id]:>4}  {at}  {who:<14.14}  {short:<4}  {sign} {said.text}{marks}"


@contributions.command(help=_("Put a contribution right."))
@click.argument("number", metavar="N")
@click.option("--text", help=_("What was said."))
@click.option("--participant", metavar="NAME", help=_("Who said it; empty for nobody."))
@click.option("--sector", metavar="NAME", help=_("For which sector, where that is not the speaker's own."))
@click.option("--topic", metavar="N")
@click.option("--kind", type=click.Choice(["point", "quote", "question", "proposal"]))
@click.option("--stance", type=click.Choice(["supports", "opposes", ""]))
@click.option("--wording", help=_("How it is to be printed; empty takes it away."))
@session_option
@json_option
@pass_place
def edit(place: Place, /, number: str, session: str | None, as_json: bool, **told: str | None) -> None:
    """Put a contribution right, and say what was written out in its wording."""
    made = WrittenOut("")

    def act(journal: Journal, uid: str, key: str) -> Session:
        nonlocal made
        found = corrections.correct(journal, uid, key, Correction(**told))
        made = corrections.wording_of(found, told["wording"] or "")
        return found

    _act(place, session, [number], act, as_json)
    if made.changes:
        told_of = _("written out: {changes}").format(changes=made.told())
        click.echo("      " + told_of, err=as_json)


def _act(
    place: Place, session: str | None, numbers: Sequence[str], act: Callable[..., Session], as_json: bool
) -> None:
    """Act on contributions, all or none, and show them; as JSON one is an object and several are an array."""
    with place.session(session) as (journal, uid):
        known = journal.session(uid)
        keys = list(dict.fromkeys(known.contribution(number).id for number in numbers))
        found = act(journal, uid, *keys)
    _print(found, [found.contribution(key) for key in keys], as_json=as_json)


def _print(found: Session, done: Sequence[Contribution], *, as_json: bool) -> None:
    if as_json:
        from roundtable.cli.shapes import contribution_shape

        shapes = [contribution_shape(found, said) for said in done]
        print_json(shapes if len(shapes) > 1 else shapes[0])
        return
    for said in done:
        click.echo(line_of(found, said))
        if said.wording:
            click.echo("      " + _("printed as: {wording}").format(wording=said.wording))


@contributions.command(help=_("Record how people or sectors stand to a contribution."))
@click.argument("number", metavar="N")
@vote_options
@session_option
@json_option
@pass_place
def support(
    place: Place,
    /,
    number: str,
    by: tuple[str, ...],
    count: int,
    session: str | None,
    as_json: bool,
    **votes: bool,
) -> None:
    """Record support."""
    from roundtable.services.votes import back_statement

    vote = vote_of(**votes)
    _act(
        place,
        session,
        [number],
        lambda j, uid, key: back_statement(j, uid, key, by, vote=vote, count=count),
        as_json,
    )


def _simple(name: str, act: Callable[..., Session], told: str) -> None:
    @contributions.command(name, help=told)
    @click.argument("numbers", nargs=-1, required=True, metavar="N…")
    @session_option
    @json_option
    @pass_place
    def command(place: Place, numbers: tuple[str, ...], session: str | None, as_json: bool) -> None:
        _act(place, session, numbers, act, as_json)


_simple(
    "withdraw",
    corrections.withdraw,
    _("Take contributions out of all lists and papers; they can be restored."),
)
_simple("restore", corrections.restore, _("Bring back contributions that were withdrawn."))
_simple("star", corrections.star, _("Star contributions, or take the star away."))
_simple("park", corrections.park, _("Put contributions on the parking lot, or take them up again."))
_simple(
    "open-question",
    corrections.keep_open,
    _("Park contributions for the open questions of the paper, or take that mark away."),
)


@contributions.command(
    cls=LineCommand,
    context_settings=LINE_SETTINGS,
    help=_("Record a line as an answer to a contribution: `contributions answer 12 els: - not with us`."),
)
@click.argument("number", metavar="N")
@click.argument("line", nargs=-1, required=True)
@session_option
@json_option
@pass_place
def answer(place: Place, number: str, line: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Record an answer, and show it; where the line is only marks of support, what they are on."""
    from roundtable.services.answering import answer as take_down

    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        key = before.contribution(number).id
        found = take_down(journal, uid, key, " ".join(line))
    fresh = found.of(Contribution).keys() - before.of(Contribution).keys()
    _print(found, [found.contribution(one) for one in fresh or {key}], as_json=as_json)


@contributions.command(help=_("Show what happened to a contribution: who changed what, when."))
@click.argument("number", metavar="N")
@session_option
@json_option
@pass_place
def history(place: Place, number: str, session: str | None, as_json: bool) -> None:
    """Show what happened to a contribution."""
    from roundtable.cli.care import print_changes

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        said = found.contribution(number)
        print_changes(found, journal.history(uid, Contribution.KIND, said.id), as_json=as_json)
