"""The screens: the live table and the start."""

import click

from roundtable.cli.place import Place, need_screen, pass_place, session_argument, session_option
from roundtable.errors import NeitherSessionNorAgenda, NoSuchSession
from roundtable.i18n import _


@click.command(help=_("Open the live table to steer. An agenda's name makes the session as well."))
@click.argument("session_name", metavar="[SESSION or AGENDA]", required=False)
@session_option
@click.option("--rehearse", is_flag=True, help=_("Open a copy with nothing said yet, that does not count."))
@pass_place
def run(place: Place, session: str | None, session_name: str | None, rehearse: bool) -> None:
    """Open the live table, steering first."""
    need_screen()
    name = session or session_or_agenda(place, session_name)
    open_table(place, rehearsal_of(place, name) if rehearse else name, writing=False)


@click.command(help=_("Open the live table to write."))
@session_argument
@pass_place
def note(place: Place, session: str | None, session_name: str | None) -> None:
    """Open the live table, writing first."""
    need_screen()
    open_table(place, session or session_name, writing=True)


def rehearsal_of(place: Place, name: str | None) -> str:
    """Make a rehearsal of a session, in the place of an earlier one, and give its slug."""
    from roundtable.services.rehearsal import rehearse

    with place.session(name) as (journal, uid):
        found = journal.session(rehearse(journal, uid)).details.slug
    click.echo(
        _("“{session}” is a rehearsal and does not count; it is gone when you rehearse again.").format(
            session=found
        ),
        err=True,
    )
    return found


def session_or_agenda(place: Place, name: str | None) -> str | None:
    """Give the session that is meant: an exact id, then an agenda, then a beginning of an id.

    An agenda means the session that was prepared from it and has not begun yet; where there is none, it makes one.
    """
    from roundtable.agendas.folder import has_agenda
    from roundtable.cli.reading import reading_for, remind
    from roundtable.services.sessions import find_session, prepare, waiting_for

    if not name:
        return None
    if place.missing and not has_agenda(name):
        raise NeitherSessionNorAgenda(name=name, file=place.path)
    with place.journal(make=True) as journal:
        if any(one.details.slug == name for one in journal.sessions()):
            return name
        if has_agenda(name):
            read = reading_for(name)
            found = waiting_for(journal, read.agenda.name)
            if found:
                click.echo(
                    _("“{session}” was prepared from this agenda; it is opened.").format(session=found),
                    err=True,
                )
            else:
                found = journal.session(prepare(journal, read.agenda)).details.slug
            remind(read, name)
            return found
        try:
            return journal.session(find_session(journal, name)).details.slug
        except NoSuchSession:
            raise NeitherSessionNorAgenda(name=name, file=place.path) from None


def open_table(place: Place, name: str | None, *, writing: bool) -> None:
    """Open the live table of a session; returns when it is left."""
    with place.session(name) as (_journal, uid):
        found = uid
    from roundtable.ui.app import RoundtableApp

    RoundtableApp(place.path, session=found, writing=writing).run()


def open_start(place: Place) -> None:
    """Open the start screen."""
    need_screen()
    from roundtable.ui.app import RoundtableApp

    RoundtableApp(place.path).run()
