"""Where a person's name and words are, from the plain command line."""

from typing import TYPE_CHECKING

import click

from roundtable.cli.papers import paper_shape
from roundtable.cli.place import Place, json_option, pass_place, print_json, print_rows, session_option
from roundtable.cli.words import CONSENT, VALUES
from roundtable.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable.services.whereabouts import Printed, Whereabouts

_HOW = {
    "named": N_("by name"),
    "sector": N_("by sector"),
    "nobody": N_("of nobody"),
    None: N_("not known how"),
}


@click.command(
    help=_("Show where a person’s name and words are: statements, mentions, takeaways, papers that went out.")
)
@click.argument("name")
@session_option
@json_option
@pass_place
def where(place: Place, name: str, session: str | None, as_json: bool) -> None:
    """Show where somebody's name and words are, in all sessions of the file unless told."""
    from roundtable.services.sessions import find_session
    from roundtable.services.whereabouts import whereabouts

    with place.journal() as journal:
        uid = find_session(journal, session) if session else None
        found = whereabouts(journal, name, uid)
    if as_json:
        print_json([_shape(one) for one in found])
        return
    for one in found:
        _tell(one)


def _tell(one: "Whereabouts") -> None:
    details, person = one.session.details, one.participant
    sector = next((each.short for each in one.session.sectors if person and each.id == person.sector), "")
    who = [person.name, sector, _(CONSENT[person.consent])] if person else [_("spoken of, not at this table")]
    click.echo(f"{details.slug}  {details.title} · {', '.join(filter(None, who))}")
    rows = [("", label, told) for label, told in _rows(one)]
    print_rows(rows or [("", _("nothing there"))])


def _rows(one: "Whereabouts") -> "Iterator[tuple[str, str]]":
    groups: dict[str, list[str]] = {}
    for said in one.statements:
        how = _("withdrawn") if said.withdrawn else _(_HOW[said.how])
        groups.setdefault(how, []).append(str(said.number))
    if groups:
        yield _("said"), "; ".join(f"{', '.join(those)} ({how})" for how, those in groups.items())
    if one.mentions:
        yield _("spoken of"), ", ".join(f"{each.called} “{each.name}”" for each in one.mentions)
    if one.takeaways:
        yield _("takeaways"), _("{numbers} rest on it").format(numbers=", ".join(map(str, one.takeaways)))
    if one.support:
        yield (
            _("stands to"),
            ", ".join(f"{each.called} {_(VALUES['vote'][each.vote])}" for each in one.support),
        )
    for each in one.papers:
        yield _("paper"), _paper(each)


def _paper(printed: "Printed") -> str:
    paper = printed.listed.export
    day = paper.at.date().isoformat() if paper.at else ""
    told = _(_HOW[printed.how])
    state = _("a draft") if paper.draft else _("final")
    went = ", ".join(f"{to} ({on})" for on, to in paper.went_to)
    sent = _("sent to {names}").format(names=went) if went else _("not said to whom it went")
    name = paper.name or paper.format
    return f"{printed.listed.number}. {name}, {day}, {state}: {told}; {sent}"


def _shape(one: "Whereabouts") -> dict[str, object]:
    return {
        "session": one.session.details.slug,
        "title": one.session.details.title,
        "person": one.participant.name if one.participant else None,
        "id": one.participant.id if one.participant else None,
        "consent": (str(one.participant.consent) or None) if one.participant else None,
        "statements": [
            {"number": said.number, "told": str(said.how), "withdrawn": said.withdrawn}
            for said in one.statements
        ],
        "mentions": [{"in": each.called, "name": each.name} for each in one.mentions],
        "takeaways": list(one.takeaways),
        "support": [{"on": each.called, "vote": str(each.vote)} for each in one.support],
        "papers": [
            paper_shape(each.listed) | {"told": str(each.how) if each.how else None} for each in one.papers
        ],
    }
