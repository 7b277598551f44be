"""Participants from the plain command line."""

from pathlib import Path

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, print_rows, session_option
from roundtable.domain.people import Attendance, Consent, Person
from roundtable.domain.session import Session
from roundtable.i18n import N_, _
from roundtable.services import people as service

ATTENDANCE = {
    "expected": N_("expected"),
    "present": N_("present"),
    "online": N_("online"),
    "left": N_("left"),
    "absent": N_("absent"),
}
CONSENT = {"": N_("not asked"), "named": N_("by name"), "sector": N_("by sector"), "none": N_("not told of")}


@click.group(help=_("Participants: who they are, who is there, who may be told how."))
def people() -> None:
    """Participants."""


@people.command("list", help=_("List the participants."))
@session_option
@json_option
@pass_place
def list_people(place: Place, session: str | None, as_json: bool) -> None:
    """List the participants."""
    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    shorts = {sector.id: sector.short for sector in found.sectors}
    if as_json:
        print_json([_shape(found, key) for key in (one.id for one in found.participants)])
        return
    if not found.participants:
        click.echo(_("Nobody yet. Add somebody: roundtable people add NAME --sector SECTOR"))
    print_rows(
        [
            (
                one.name,
                shorts.get(one.sector or "", ""),
                _(ATTENDANCE[one.attendance]),
                _(CONSENT[one.consent]),
                ", ".join(part for part in (one.role, one.organisation) if part),
            )
            for one in found.participants
        ]
    )


def _shape(session: Session, key: str) -> dict[str, object]:
    one = next(person for person in session.participants if person.id == key)
    shorts = {sector.id: sector.short for sector in session.sectors}
    return {
        "id": one.id,
        "name": one.name,
        "sector": shorts.get(one.sector or ""),
        "organisation": one.organisation,
        "role": one.role,
        "nickname": one.nickname,
        "email": one.email,
        "consent": str(one.consent) or None,
        "attendance": str(one.attendance),
    }


_CONSENTS = click.Choice(["named", "sector", "none", ""])


@people.command(help=_("Add somebody."))
@click.argument("name")
@click.option("--sector", default="", help=_("Short name or name; a new one is made."))
@click.option("--organisation", default="")
@click.option("--role", default="")
@click.option("--nickname", default="", help=_("What note-takers type."))
@click.option("--email", default="")
@click.option("--consent", type=_CONSENTS, default="", help=_("How they may be told."))
@session_option
@pass_place
def add(place: Place, /, name: str, session: str | None, consent: str, **told: str) -> None:
    """Add somebody."""
    with place.session(session) as (journal, uid):
        service.add_people(journal, uid, [Person(name=name, consent=Consent(consent), **told)])
    click.echo(_("{name} is added.").format(name=name))


@people.command(help=_("Correct what is known of somebody."))
@click.argument("name")
@click.option("--name", "new_name", help=_("The name put right."))
@click.option("--sector")
@click.option("--organisation")
@click.option("--role")
@click.option("--nickname")
@click.option("--email")
@click.option("--consent", type=_CONSENTS)
@session_option
@pass_place
def edit(
    place: Place,
    /,
    name: str,
    new_name: str | None,
    session: str | None,
    consent: str | None,
    **told: str | None,
) -> None:
    """Correct what is known of somebody."""
    form = None if consent is None else Consent(consent)
    with place.session(session) as (journal, uid):
        service.edit_person(journal, uid, name, service.PersonCorrection(name=new_name, consent=form, **told))
    click.echo(_("{name} is put right.").format(name=new_name or name))


@people.command("import", help=_("Add the people of a CSV file."))
@click.argument("file", type=click.Path(path_type=Path))
@session_option
@pass_place
def import_people(place: Place, file: Path, session: str | None) -> None:
    """Add the people of a file."""
    from roundtable.cli.reading import people_in

    found = people_in(file)
    with place.session(session) as (journal, uid):
        service.add_people(journal, uid, found)
    click.echo(_("People added: {count}.").format(count=len(found)))


@people.command(help=_("Make one person of two: what B said becomes A's."))
@click.argument("a")
@click.argument("b")
@session_option
@pass_place
def merge(place: Place, a: str, b: str, session: str | None) -> None:
    """Make one person of two."""
    with place.session(session) as (journal, uid):
        service.merge(journal, uid, a, b)
    click.echo(_("{kept} now has what {gone} said.").format(kept=a, gone=b))


def _attend(place: Place, names: tuple[str, ...], session: str | None, attendance: Attendance) -> None:
    with place.session(session) as (journal, uid):
        for name in names:
            found = service.attend(journal, uid, name, attendance)
            click.echo(f"{found.person(name).name}: {_(ATTENDANCE[attendance])}")


def _attendance_command(word: str, attendance: Attendance, told: str) -> None:
    @people.command(word, help=told)
    @click.argument("names", nargs=-1, required=True, metavar="NAME…")
    @session_option
    @pass_place
    def command(place: Place, names: tuple[str, ...], session: str | None) -> None:
        _attend(place, names, session, attendance)


_attendance_command("here", Attendance.PRESENT, _("Somebody is at the table."))
_attendance_command("online", Attendance.ONLINE, _("Somebody takes part from a distance."))
_attendance_command("left", Attendance.LEFT, _("Somebody has left."))
_attendance_command("absent", Attendance.ABSENT, _("Somebody did not come."))


@people.command(help=_("Record how somebody agreed to be told: named, sector or none."))
@click.argument("name")
@click.argument("form", type=click.Choice(["named", "sector", "none"]))
@session_option
@pass_place
def consent(place: Place, name: str, form: str, session: str | None) -> None:
    """Record consent."""
    with place.session(session) as (journal, uid):
        found = service.consent(journal, uid, name, Consent(form))
    click.echo(f"{found.person(name).name}: {_(CONSENT[form])}")
