"""The ledger of takeaways, from the plain command line."""

from collections.abc import Callable, Sequence

import click

from roundtable.cli.lazy import LINE_SETTINGS, LineCommand
from roundtable.cli.place import (
    Place,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_argument,
    session_option,
)
from roundtable.cli.telling import shortened
from roundtable.cli.votes import vote_of, vote_options
from roundtable.domain.contributions import Takeaway
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services import ledger, votes
from roundtable.services.backing import backing_line, gaps_told, wording_told


@click.group(help=_("The ledger of takeaways: each rests on what was said."))
def takeaway() -> None:
    """Keep the ledger of takeaways."""


@takeaway.command("list", help=_("List the takeaways."))
@session_argument
@json_option
@pass_place
def list_takeaways(place: Place, session: str | None, session_name: str | None, as_json: bool) -> None:
    """List the takeaways."""
    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    if as_json:
        from roundtable.cli.shapes import takeaway_shape

        print_json([takeaway_shape(found, one) for one in found.takeaways])
        return
    if not found.takeaways:
        click.echo(_("No takeaways yet. Draw one: roundtable takeaway add TEXT --from NUMBER"))
        return
    _print_takeaways(found, found.takeaways)
    if left_out := gaps_told(found):
        click.echo("\n" + " ".join(left_out))


def _print_takeaways(session: Session, those: Sequence[Takeaway]) -> None:
    """Print takeaways with their places; one that was dropped has its id instead."""
    places = {one.id: f"{place:>2}" for place, one in enumerate(session.takeaways, 1)}
    for one in those:
        told = "; ".join([backing_line(session, one), *wording_told(one)])
        paragraphs = [one.title, *one.text.split("\n"), told]
        lines = "\n    ".join(part for part in paragraphs if part.strip())
        click.echo(f"{places.get(one.id, one.id)}  {lines}")


def _show(session: Session, *keys: str, as_json: bool) -> None:
    """Show takeaways (ids); as JSON one is an object and several are an array."""
    those = [session.takeaway(key) for key in keys]
    if as_json:
        from roundtable.cli.shapes import takeaway_shape

        shapes = [takeaway_shape(session, one) for one in those]
        print_json(shapes[0] if len(shapes) == 1 else shapes)
        return
    _print_takeaways(session, those)


def _act(place: Place, session: str | None, number: str, as_json: bool, act: Callable[..., Session]) -> None:
    with place.session(session) as (journal, uid):
        key = journal.session(uid).takeaway(number).id
        _show(act(journal, uid, key), key, as_json=as_json)


@takeaway.command(
    cls=LineCommand,
    context_settings=LINE_SETTINGS,
    help=_(
        "Draw a takeaway from contributions (--from, repeated) or from nothing. "
        "Without TEXT it has the words of the first contribution, and is to be worded yet."
    ),
)
@click.argument("text", default="")
@click.option("--title", default="", help=_("A few words."))
@click.option("--from", "evidence", multiple=True, metavar="N", help=_("A contribution that it rests on."))
@click.option("--group", metavar="N", help=_("A contribution that it rests on, with all of its group."))
@session_option
@json_option
@pass_place
def add(
    place: Place,
    text: str,
    title: str,
    evidence: tuple[str, ...],
    group: str | None,
    session: str | None,
    as_json: bool,
) -> None:
    """Draw a takeaway."""
    from roundtable.services.drawing import group_of

    with place.session(session) as (journal, uid):
        together = group_of(journal.session(uid), group) if group else ()
        made = ledger.add_takeaway(journal, uid, text, title=title, evidence=(*together, *evidence))
        _show(journal.session(uid), made.id, as_json=as_json)


@takeaway.command(help=_("Draft takeaways from statements that speak for many; word them anew after."))
@click.option("--topic", metavar="N", help=_("Only of this topic."))
@click.option("-k", "count", type=click.IntRange(1, 100), default=5, show_default=True, help=_("How many."))
@session_option
@json_option
@pass_place
def draft(place: Place, topic: str | None, count: int, session: str | None, as_json: bool) -> None:
    """Draft takeaways from what no takeaway rests on yet."""
    from roundtable.cli.shapes import takeaway_shape
    from roundtable.services.drawing import draft_takeaways

    with place.session(session) as (journal, uid):
        of_topic = journal.session(uid).topic(topic).id if topic else None
        made = draft_takeaways(journal, uid, of_topic, count)
        found = journal.session(uid)
    if as_json:
        print_json([takeaway_shape(found, one) for one in made])
        return
    if not made:
        click.echo(_("Too little was said to suggest anything more."))
    _print_takeaways(found, made)


@takeaway.command(help=_("Word a takeaway anew, or change what it rests on."))
@click.argument("number", metavar="N")
@click.option("--text")
@click.option("--title")
@click.option(
    "--from", "evidence", multiple=True, metavar="N", help=_("A contribution that it also rests on.")
)
@click.option("--without", multiple=True, metavar="N", help=_("A contribution that it no longer rests on."))
@session_option
@json_option
@pass_place
def edit(
    place: Place,
    number: str,
    text: str | None,
    title: str | None,
    evidence: tuple[str, ...],
    without: tuple[str, ...],
    session: str | None,
    as_json: bool,
) -> None:
    """Word a takeaway anew."""
    _act(
        place,
        session,
        number,
        as_json,
        lambda j, uid, key: ledger.edit_takeaway(
            j, uid, key, text=text, title=title, evidence=evidence, without=without
        ),
    )


@takeaway.command(help=_("Record who stands behind a takeaway: people, or a number of people of a sector."))
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
    **stance: bool,
) -> None:
    """Record support."""
    vote = vote_of(**stance)
    _act(
        place,
        session,
        number,
        as_json,
        lambda j, uid, key: votes.back(j, uid, key, by, vote=vote, count=count),
    )


@takeaway.command(
    help=_(
        "Record a show of hands: one number for the table (8-2: two against), or one a sector (ret 3 log 2)."
    )
)
@click.argument("number", metavar="N")
@click.argument("hands", nargs=-1, required=True, metavar="HANDS…")
@session_option
@json_option
@pass_place
def hands(place: Place, number: str, hands: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Record a show of hands."""
    from roundtable.domain.hands import too_many, understand_hands
    from roundtable.services.backing import too_many_told

    typed = " ".join(hands)
    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        key = before.takeaway(number).id
        after = votes.show_of_hands(journal, uid, key, typed)
        _show(after, key, as_json=as_json)
    for one in too_many(before, understand_hands(before, typed)):
        click.echo(too_many_told(one), err=True)


@takeaway.command(help=_("Put contributions beside a takeaway that speak against it."))
@click.argument("number", metavar="N")
@click.option("--from", "against", multiple=True, required=True, metavar="M")
@session_option
@json_option
@pass_place
def dissent(place: Place, number: str, against: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Record dissent."""
    _act(place, session, number, as_json, lambda j, uid, key: ledger.dissent(j, uid, key, against))


@takeaway.command(help=_("Put a takeaway at another place in the ledger."))
@click.argument("number", metavar="N")
@click.argument("position", type=click.IntRange(1))
@session_option
@json_option
@pass_place
def move(place: Place, number: str, position: int, session: str | None, as_json: bool) -> None:
    """Move a takeaway."""
    _act(place, session, number, as_json, lambda j, uid, key: ledger.move_takeaway(j, uid, key, position))


@takeaway.command(help=_("Make one takeaway of several; the first keeps its title."))
@click.argument("numbers", nargs=-1, required=True, metavar="N…")
@session_option
@json_option
@pass_place
def merge(place: Place, numbers: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Merge takeaways."""
    with place.session(session) as (journal, uid):
        keys = [journal.session(uid).takeaway(number).id for number in numbers]
        _show(ledger.merge_takeaways(journal, uid, keys), keys[0], as_json=as_json)


@takeaway.command(help=_("Let some of what a takeaway rests on make a new one behind it."))
@click.argument("number", metavar="N")
@click.option(
    "--from", "evidence", multiple=True, required=True, metavar="M", help=_("A contribution that goes along.")
)
@session_option
@json_option
@pass_place
def split(place: Place, number: str, evidence: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Split a takeaway, and show both."""
    with place.session(session) as (journal, uid):
        key = journal.session(uid).takeaway(number).id
        made = ledger.split_takeaway(journal, uid, key, evidence)
        _show(journal.session(uid), key, made.id, as_json=as_json)


@takeaway.command(
    help=_("Say that you looked at what a takeaway rests on: what was corrected before flags it no longer.")
)
@click.argument("number", metavar="N")
@session_option
@json_option
@pass_place
def review(place: Place, number: str, session: str | None, as_json: bool) -> None:
    """Say that somebody looked."""
    _act(place, session, number, as_json, ledger.review_takeaway)


@takeaway.command(help=_("Say what the ledger leaves out, and what rests on one person only."))
@session_option
@json_option
@pass_place
def gaps(place: Place, session: str | None, as_json: bool) -> None:
    """Say what the ledger leaves out."""
    from roundtable.cli.shapes import gaps_shape
    from roundtable.domain import takeaways

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    if as_json:
        print_json(gaps_shape(found, takeaways.gaps(found)))
        return
    for told in gaps_told(found) or [_("Every topic and every sector is in a takeaway.")]:
        click.echo(told)


@takeaway.command(help=_("Take a takeaway out of the ledger; `takeaway restore` brings it back."))
@click.argument("number", metavar="N")
@session_option
@pass_place
def drop(place: Place, number: str, session: str | None) -> None:
    """Drop a takeaway."""
    with place.session(session) as (journal, uid):
        one = journal.session(uid).takeaway(number)
        ledger.drop_takeaway(journal, uid, one.id)
    click.echo(_("Dropped: {title}").format(title=shortened(one.called)))


@takeaway.command("dropped", help=_("List what was dropped, with the ids that bring it back."))
@session_option
@json_option
@pass_place
def list_dropped(place: Place, session: str | None, as_json: bool) -> None:
    """List what was dropped, the one drawn last first."""
    from roundtable.cli.shapes import takeaway_shape
    from roundtable.domain.takeaways import dropped

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    gone = dropped(found)
    if as_json:
        print_json([takeaway_shape(found, one) for one in gone])
        return
    if not gone:
        click.echo(_("Nothing was dropped."))
    print_rows([(one.id, shortened(one.called)) for one in gone])


@takeaway.command(help=_("Bring back a takeaway that was dropped; `takeaway dropped` shows its id."))
@click.argument("number", metavar="ID")
@session_option
@json_option
@pass_place
def restore(place: Place, number: str, session: str | None, as_json: bool) -> None:
    """Bring a takeaway back."""
    _act(place, session, number, as_json, ledger.restore_takeaway)
