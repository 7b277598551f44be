"""Participants from the plain command line."""

from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import (
    Place,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_option,
    width_of_terminal,
)
from roundtable.cli.words import ATTENDANCE, CONSENT
from roundtable.domain.people import Attendance, Consent, Participant, Person
from roundtable.domain.records import write_instant
from roundtable.domain.session import Session
from roundtable.errors import NoSuchPerson
from roundtable.i18n import _, ngettext
from roundtable.services import people as service

if TYPE_CHECKING:
    from roundtable.services.consents import Asked


@click.group(help=_("Who sits at the table, and who may be told how."))
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
    if as_json:
        print_json([_shape(found, one) for one in found.participants])
        return
    if not found.participants:
        click.echo(_("Nobody yet. Add somebody: roundtable people add NAME --sector SECTOR"))
    names = [one.name for one in found.participants]
    rows = [_row(found, one, namesake=names.count(one.name) > 1) for one in found.participants]
    print_rows(rows, width_of_terminal())


def _short(session: Session, one: Participant) -> str | None:
    return next((sector.short for sector in session.sectors if sector.id == one.sector), None)


def _row(session: Session, one: Participant, *, namesake: bool) -> tuple[str, ...]:
    return (
        f"{one.name} [{one.id}]" if namesake else one.name,
        _short(session, one) or "",
        _(ATTENDANCE[one.attendance]),
        _(CONSENT[one.consent]),
        ", ".join(part for part in (one.nickname, one.role, one.organisation) if part),
    )


def _shape(session: Session, one: Participant) -> dict[str, object]:
    replaced = session.of(Participant).get(one.instead_of or "")
    return {
        "id": one.id,
        "name": one.name,
        "sector": _short(session, one),
        "organisation": one.organisation,
        "role": one.role,
        "nickname": one.nickname,
        "email": one.email,
        "consent": str(one.consent) or None,
        "consent_at": write_instant(one.consent_at),
        "consent_by": one.consent_by or None,
        "attendance": str(one.attendance),
        "instead_of": replaced.name if replaced else None,
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
    from roundtable.cli.reading import warn_of_names

    with place.session(session) as (journal, uid):
        added = service.add_person(journal, uid, Person(name=name, consent=Consent(consent), **told))
    click.echo(_("{name} is added.").format(name=added.participants[-1].name))
    warn_of_names(added, [added.participants[-1].name])


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
        one = journal.session(uid).person(name)
        correction = service.PersonCorrection(name=new_name, consent=form, **told)
        found = service.edit_person(journal, uid, one.id, correction)
    click.echo(_("{name} is put right.").format(name=found.person(one.id).name))


@people.command("import", help=_("Add the people of a CSV or XLSX file."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Only show what would be added."))
@session_option
@pass_place
def import_people(place: Place, file: Path, session: str | None, dry_run: bool) -> None:
    """Add the people of a file."""
    from roundtable.cli.reading import foresee, people_in, warn_of_names

    found = people_in(file)
    with place.session(session) as (journal, uid):
        if dry_run:
            foresee(journal.session(uid), found)
            return
        invited = service.invite(journal, uid, found)
    told = ngettext("{count} person added.", "{count} people added.", len(invited.new))
    click.echo(told.format(count=len(invited.new)))
    if invited.known:
        click.echo(_("At the table already: {names}.").format(names=", ".join(invited.known)))
    warn_of_names(invited.session, invited.new)


@people.command(
    "nicknames", help=_("Show whose names will be mistaken when they are typed, with a nickname for each.")
)
@click.option("--take", is_flag=True, help=_("Give them these nicknames."))
@session_option
@json_option
@pass_place
def show_nicknames(place: Place, session: str | None, take: bool, as_json: bool) -> None:
    """Show or take the nicknames that are proposed."""
    from roundtable.domain.awkward import nicknames
    from roundtable.services.preparing import take_nicknames, why_awkward

    with place.session(session) as (journal, uid):
        found = nicknames(journal.session(uid))
        if take:
            take_nicknames(journal, uid, found)
    if as_json:
        print_json([{"id": key, "name": one.name, "nickname": one.nickname} for key, one in found.items()])
        return
    if not found:
        click.echo(_("No name will be mistaken."))
    print_rows([(one.name, one.nickname, why_awkward(one)) for one in found.values()], width_of_terminal())
    if found and not take:
        click.echo(_("To take them: roundtable people nicknames --take"), err=True)


@people.command(help=_("Make one person of two: what B said becomes A's."))
@click.argument("a")
@click.argument("b")
@session_option
@pass_place
def merge(place: Place, a: str, b: str, session: str | None) -> None:
    """Make one person of two."""
    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        kept, gone = before.person(a), before.person(b)
        service.merge(journal, uid, kept.id, gone.id)
    click.echo(_("{kept} now has what {gone} said.").format(kept=kept.name, gone=gone.name))


def _attend(place: Place, names: tuple[str, ...], session: str | None, attendance: Attendance) -> None:
    with place.session(session) as (journal, uid):
        those = _people(journal.session(uid), names)
        service.attend_together(journal, uid, [one.id for one in those], attendance)
    for one in those:
        click.echo(f"{one.name}: {_(ATTENDANCE[attendance])}")


def _people(session: Session, names: tuple[str, ...]) -> list[Participant]:
    """Find everybody before anything is done; words that are one name together are one person."""
    try:
        return [session.person(" ".join(names))]
    except NoSuchPerson:
        return [session.person(name) for name in names]


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
_attendance_command("expected", Attendance.EXPECTED, _("Somebody is expected again."))


@people.command(help=_("All who are still expected are at the table."))
@session_option
@pass_place
def everybody(place: Place, session: str | None) -> None:
    """Mark all who are still expected as here."""
    with place.session(session) as (journal, uid):
        came = service.everybody_came(journal, uid)
    told = ngettext("{count} person is here now.", "{count} people are here now.", len(came))
    click.echo(told.format(count=len(came)) if came else _("Nobody is expected any more."))


@people.command(
    help=_("Somebody has come who may be on no list: “Jan Jansen LOG”, or “Jan Jansen, Logistics, firm”.")
)
@click.argument("somebody", metavar="NAME…", nargs=-1, required=True)
@click.option("--instead-of", "instead_of", metavar="NAME", help=_("Whom they came in the place of."))
@session_option
@pass_place
def arrive(place: Place, somebody: tuple[str, ...], instead_of: str | None, session: str | None) -> None:
    """Seat somebody who has come."""
    from roundtable.cli.reading import warn_of_names
    from roundtable.services.seating import person_typed

    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        replaced = before.person(instead_of).id if instead_of else None
        arrived = service.arrive(journal, uid, person_typed(" ".join(somebody), before.sectors), replaced)
    click.echo(f"{arrived.participant.name}: {_(ATTENDANCE[arrived.participant.attendance])}")
    if not arrived.known:
        warn_of_names(arrived.session, [arrived.participant.name])


@people.command(
    "consent-line", help=_("Show what to read out about consent, in the language of the session.")
)
@session_option
@pass_place
def consent_line(place: Place, session: str | None) -> None:
    """Show what to read out about consent."""
    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    click.echo(service.consent_line(found))


@people.command(help=_("Record how somebody agreed to be told: named, sector or none."))
@click.argument("name")
@click.argument("form", type=click.Choice(["named", "sector", "none"]))
@click.option("--by", default="", metavar="WHO", help=_("Who asked; the moderator unless told."))
@session_option
@pass_place
def consent(place: Place, name: str, form: str, by: str, session: str | None) -> None:
    """Record consent."""
    with place.session(session) as (journal, uid):
        one = journal.session(uid).person(name)
        service.consent(journal, uid, one.id, Consent(form), by)
    click.echo(f"{one.name}: {_(CONSENT[form])}")


@people.command(
    help=_("Show how everybody agreed to be told, when and by whom they were asked; of one, also before.")
)
@click.argument("name", required=False)
@session_option
@json_option
@pass_place
def consents(place: Place, name: str | None, session: str | None, as_json: bool) -> None:
    """Show how people agreed to be told."""
    from roundtable.services.consents import consents_of, standing
    from roundtable.services.sessions import zone_of

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        known = {} if name else standing(journal, uid)
        asked = [(one, known.get(one.id)) for one in ([] if name else found.participants)]
        if name:
            one = found.person(name)
            asked = [(one, said) for said in consents_of(journal, uid, one.id)]
    if as_json:
        print_json([_consent_shape(one, said) for one, said in asked])
        return
    print_rows([_consent_row(one, said, zone_of(found)) for one, said in asked], width_of_terminal())


def _consent_row(one: Participant, said: "Asked | None", zone: tzinfo) -> tuple[str, ...]:
    if said is None:
        return one.name, _("not asked"), "", ""
    by = _("asked by {name}").format(name=said.by) if said.by else ""
    return one.name, _(CONSENT[said.form]), said.at.astimezone(zone).strftime("%Y-%m-%d %H:%M"), by


def _consent_shape(one: Participant, said: "Asked | None") -> dict[str, object]:
    form = str(said.form) or None if said else None
    return {
        "id": one.id,
        "name": one.name,
        "consent": form,
        "at": write_instant(said.at) if said else None,
        "by": (said.by or None) if said else None,
    }
