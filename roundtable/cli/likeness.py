"""What makes the same point, from the plain command line: proposed, joined, parted, kept apart."""

from collections.abc import Callable, Iterable, Sequence

import click

from roundtable.cli.contributions import line_of
from roundtable.cli.place import Place, json_option, pass_place, print_json, session_argument, session_option
from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services import likeness


@click.command(help=_("Show what possibly makes the same point as a contribution, the likeliest first."))
@click.argument("number", metavar="N")
@session_option
@json_option
@pass_place
def alike(place: Place, number: str, session: str | None, as_json: bool) -> None:
    """Show what is like a contribution."""
    from roundtable.insight.likeness import alike as alike_to

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    said = found.contribution(number)
    those = alike_to(found, said.id)
    if not as_json:
        told = (
            _("Possibly the same point as this:") if those else _("Nothing else on its topic is like this:")
        )
        click.echo(told)
        click.echo(line_of(found, said))
        click.echo()
    _print(found, those, as_json=as_json)


@click.command(help=_("Show which contributions make the same point, as people decided, or as is proposed."))
@session_argument
@click.option("--topic", metavar="N", help=_("Only of this topic."))
@click.option("--proposed", is_flag=True, help=_("Propose groups instead; nobody has decided on them."))
@json_option
@pass_place
def groups(
    place: Place,
    session: str | None,
    session_name: str | None,
    topic: str | None,
    proposed: bool,
    as_json: bool,
) -> None:
    """Show groups."""
    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    topics = [found.topic(topic).id] if topic else [None, *(one.id for one in found.topics)]
    shown = [(one, group) for one in topics for group in _groups(found, one, proposed=proposed)]
    if as_json:
        print_json([_shape(found, one, group, proposed=proposed) for one, group in shown])
        return
    if not shown:
        click.echo(
            _("Nothing is like enough to propose a group.")
            if proposed
            else _("No groups yet. Proposals: roundtable contributions groups --proposed")
        )
    for _topic, group in shown:
        numbers = " ".join(str(found.numbers[key]) for key in group)
        told = _("Possibly the same point (decide it: roundtable contributions join {numbers})")
        click.echo(told.format(numbers=numbers) if proposed else _("The same point:"))
        _print(found, group, as_json=False)
        click.echo()


def _groups(session: Session, topic: str | None, *, proposed: bool) -> Iterable[Sequence[str]]:
    """Give the groups of a topic; one that was decided on across topics is at that of its first."""
    if proposed:
        from roundtable.insight.likeness import proposed_groups

        return proposed_groups(session, topic)
    return [group for group in session.groups.all if session.contribution(group[0]).topic == topic]


def _shape(session: Session, topic: str | None, group: Sequence[str], *, proposed: bool) -> dict[str, object]:
    return {
        "topic": session.positions.get(topic or ""),
        "proposed": proposed,
        "contributions": list(group),
        "numbers": [session.numbers[key] for key in group],
    }


@click.command(help=_("Decide that contributions, and the groups that they are in, make the same point."))
@click.argument("numbers", nargs=-1, required=True, metavar="N M…")
@session_option
@json_option
@pass_place
def join(place: Place, numbers: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Join contributions."""
    _decide(place, session, numbers, likeness.join, as_json=as_json)


@click.command(help=_("Take a contribution out of its group; the others stay together."))
@click.argument("number", metavar="N")
@session_option
@json_option
@pass_place
def part(place: Place, number: str, session: str | None, as_json: bool) -> None:
    """Part a contribution from its group."""
    _decide(place, session, [number], lambda j, uid, keys: likeness.part(j, uid, keys[0]), as_json=as_json)


@click.command(help=_("Decide that a contribution does not make the same point as others."))
@click.argument("number", metavar="N")
@click.argument("others", nargs=-1, required=True, metavar="M…")
@session_option
@json_option
@pass_place
def apart(place: Place, number: str, others: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Keep contributions apart."""
    _decide(
        place,
        session,
        [number, *others],
        lambda j, uid, keys: likeness.keep_apart(j, uid, keys[0], keys[1:]),
        as_json=as_json,
    )


def _decide(
    place: Place, session: str | None, numbers: Sequence[str], act: Callable[..., Session], *, as_json: bool
) -> None:
    """Decide on contributions, and show the group of the first as it became; of one in none itself."""
    with place.session(session) as (journal, uid):
        known = journal.session(uid)
        keys = [known.contribution(number).id for number in numbers]
        found = act(journal, uid, keys)
    _print(found, found.groups.of.get(keys[0], keys[:1]), as_json=as_json)


def _print(session: Session, keys: Iterable[str], *, as_json: bool) -> None:
    said = [session.of(Contribution)[key] for key in keys]
    if as_json:
        from roundtable.cli.shapes import contribution_shape

        print_json([contribution_shape(session, one) for one in said])
        return
    for one in said:
        click.echo(line_of(session, one))
