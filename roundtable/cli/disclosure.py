"""What a paper would tell and of whom, from the plain command line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from roundtable.cli.names import name_rows, name_shape
from roundtable.cli.place import (
    Place,
    attribution_option,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_argument,
    width_of_terminal,
)
from roundtable.cli.words import FORMS
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from roundtable.domain.disclosure import Form
    from roundtable.services.disclosing import Given
    from roundtable.services.looks import ChapterLooks

_WHY = {
    None: N_("told"),
    "form": N_("listed, and nobody is told by it"),
    "few": N_("folded: too few people in it would be told by it"),
    "beside": N_("folded with it, or it would be known which one is"),
    "none": N_("nobody in it is told by it"),
}
_LOOKS = {
    "proper name": N_("a name or place"),
    "figure": N_("a figure"),
    "superlative": N_("a superlative"),
}


@click.command(
    help=_(
        "Say what the paper would tell, and of whom: sectors, people, names inside, what else may identify."
    ),
)
@session_argument
@attribution_option()
@json_option
@pass_place
def disclosure(
    place: Place, session: str | None, session_name: str | None, form: "Form | None", as_json: bool
) -> None:
    """Say what the paper would tell."""
    from roundtable.services.disclosing import given_away
    from roundtable.services.looks import looks
    from roundtable.services.names import names_inside

    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    given, inside, chapters = given_away(found, form), names_inside(found, form), looks(found, form)
    if as_json:
        print_json(
            _given_shape(given)
            | {
                "names": [name_shape(found, one) for one in inside],
                "looks": [_looks_shape(found, one) for one in chapters],
            }
        )
        return
    _tell_given(given)
    if inside:
        click.echo("\n" + _("Names inside what may be printed:"))
        print_rows([("", *row) for row in name_rows(inside)], width_of_terminal())
    if chapters:
        click.echo("\n" + _("What else may identify somebody (a guess, by capitals, figures and endings):"))
        for one in chapters:
            _tell_looks(found, one)


def _tell_given(given: "Given") -> None:
    present = ngettext("{count} person was present.", "{count} people were present.", given.present)
    told = _("Statements are told {form}.").format(form=_(FORMS[given.form]))
    click.echo(f"{told} {present.format(count=given.present)}")
    print_rows(
        [("", one.sector.short, one.sector.name, str(one.people), _(_WHY[one.why])) for one in given.sectors],
        width_of_terminal(),
    )
    _tell_people(_("Named: {names}."), given.named)
    _tell_people(_("Told of nobody, as they asked: {names}."), given.nobody)
    _tell_people(_("Not asked yet: {names}. Record it: roundtable people consent NAME FORM"), given.unasked)
    if given.alone:
        told = _(
            "{name} is the only one who is told of nobody. "
            "Who knows that, knows what they said: --attribution table tells nobody at all."
        )
        click.echo(told.format(name=given.alone.name))


def _tell_people(sentence: str, people: Iterable[Participant]) -> None:
    if names := ", ".join(one.name for one in people):
        click.echo(sentence.format(names=names))


def _tell_looks(session: Session, chapter: "ChapterLooks") -> None:
    click.echo(f"\n  {chapter.title}")
    rows = [
        ("", str(session.numbers.get(one.contribution, "")), _(_LOOKS[one.why]), one.words)
        for one in chapter.looks
    ]
    print_rows(rows, width_of_terminal())


def _given_shape(given: "Given") -> dict[str, object]:
    return {
        "form": str(given.form),
        "least": given.least,
        "present": given.present,
        "sectors": [
            {
                "short": one.sector.short,
                "name": one.sector.name,
                "people": one.people,
                "told": one.why is None,
                "why": one.why and str(one.why),
            }
            for one in given.sectors
        ],
        "named": [one.name for one in given.named],
        "nobody": [one.name for one in given.nobody],
        "unasked": [one.name for one in given.unasked],
        "alone": given.alone.name if given.alone else None,
    }


def _looks_shape(session: Session, chapter: "ChapterLooks") -> dict[str, object]:
    return {
        "part": chapter.key,
        "title": chapter.title,
        "looks": [
            {
                "contribution": session.numbers.get(one.contribution),
                "what": str(one.why),
                "text": one.words,
            }
            for one in chapter.looks
        ],
    }
