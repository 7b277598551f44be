"""What came back from Word, shown and asked about on the plain command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.report.aligning import Stretch
from roundtable.report.comparing import Difference, How
from roundtable.services.coming_back import ComingBack, PartDifference
from roundtable.services.difference_words import drafted_told, signs

if TYPE_CHECKING:
    from roundtable.services.coming_back import Chosen


def show(session: Session, back: ComingBack) -> None:
    """Show all differences, a paragraph at a time."""
    for part in back.parts:
        _show_title(part)
        for one in part.differences:
            _show(session, one)


def _show_title(part: PartDifference) -> None:
    told = _("takeaway: {title}") if part.takeaway else "{title}"
    drafted = drafted_told() if part.drafted else ""
    title = told.format(title=part.title)
    click.echo(f"[{title}]" + (f"  ({drafted})" if drafted else "") + "\n")


def _show(session: Session, one: Difference) -> None:
    old, new = one.marked
    click.echo(f"({'; '.join(signs(session, one))})")
    if one.how is How.MOVED and one.made is None:
        click.echo(f"  {one.old}")
    else:
        _show_words("-", old, "[-{}-]", plain=not new)
        _show_words("+", new, "{{+{}+}}", plain=not old)
    click.echo()


def _show_words(sign: str, words: Sequence[Stretch], pattern: str, *, plain: bool) -> None:
    if words:
        marked = (pattern.format(one.text) if one.differs and not plain else one.text for one in words)
        click.echo(f"{sign} {''.join(marked)}")


def report(session: Session, back: ComingBack, taken: int, *, shown: bool = False) -> None:
    """Say what differs unless that was `shown`, what is not taken over, and what was taken."""
    if not shown:
        show(session, back)
    for sentence in back.told:
        click.echo(sentence, err=True)
    if not back.count:
        click.echo(_("No paragraph differs from what is here."), err=True)
        return
    told = ngettext(
        "{taken} of {count} difference taken.", "{taken} of {count} differences taken.", back.count
    )
    click.echo(told.format(taken=taken, count=back.count), err=True)
    if taken:
        click.echo(_("To take it back: roundtable undo"), err=True)
    elif not shown:
        click.echo(
            _("To take all of it: the same command with --take all; on a terminal it asks for each."),
            err=True,
        )


def asked(session: Session, back: ComingBack) -> "Chosen":
    """Show the differences one by one and ask which are to be taken."""
    chosen: dict[str, set[int]] = {part.key: set() for part in back.parts}
    yes, no, rest, stop = tuple(_("ynaq"))
    answer = ""
    for part in back.parts:
        _show_title(part)
        for place, one in enumerate(part.differences):
            if answer != rest or one.contested:
                _show(session, one)
                question = _("Take it? (y yes, n no, a all that follow, q stop here)")
                answer = click.prompt(
                    question, type=click.Choice([yes, no, rest, stop]), show_choices=False, default=no
                )
            if answer == stop:
                return chosen
            if answer in {yes, rest}:
                chosen[part.key].add(place)
    return chosen


def shape(session: Session, back: ComingBack, taken: int) -> dict[str, Any]:
    """Give what `prose import --json` shows."""
    return {
        "parts": [
            {
                "part": part.key if part.takeaway else _called(session, part.key),
                "title": part.title,
                "takeaway": part.takeaway,
                "drafted": part.drafted,
                "differences": [_difference_shape(session, one) for one in part.differences],
            }
            for part in back.parts
        ],
        "told": list(back.told),
        "taken": taken,
    }


def _called(session: Session, key: str) -> str:
    return next((session.topic_name(topic) for topic in session.topics if topic.id == key), key)


def _difference_shape(session: Session, one: Difference) -> dict[str, Any]:
    return {
        "how": str(one.how),
        "old": one.old,
        "new": one.new,
        "contested": one.contested,
        "lost": [session.numbers[key] for key in one.lost if key in session.numbers],
    }
