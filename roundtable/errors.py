"""What can go wrong in front of a user: one class per thing, its sentence beside it."""

from typing import ClassVar


def N_(text: str) -> str:  # noqa: N802 — gettext's customary name, so that extraction finds the string
    """Mark a text for the catalogues; it is translated where it is shown."""
    return text


class RoundtableError(Exception):
    """Something that could not be done, told as a template with named places.

    `i18n.told(error)` gives the sentence in the language of the interface.
    """

    template: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, **places: object) -> None:
        self.places = places
        super().__init__(self.template.format(**places))


class NoSuchSession(RoundtableError):
    """A session was named that is not in the file."""

    template = N_("There is no session “{name}” in {file}. `roundtable sessions` lists them.")


class NoSessionYet(RoundtableError):
    """The file holds no session at all."""

    template = N_("There is no session in {file} yet. Make one with `roundtable new AGENDA`.")


class SeveralSessions(RoundtableError):
    """It is not clear which session is meant."""

    template = N_("Several sessions fit: {names}. Say which with --session.")


class NoSuchTopic(RoundtableError):
    """A topic was named that the agenda does not have."""

    template = N_("There is no topic “{name}”. The topics are: {titles}.")


class SeveralTopics(RoundtableError):
    """A beginning fits more than one topic."""

    template = N_("“{name}” fits several topics: {titles}. Give the number or more of the title.")


class NoSuchContribution(RoundtableError):
    """A contribution was named that is not there."""

    template = N_("There is no contribution “{name}”. `roundtable contributions list` shows their numbers.")


class NoSuchTakeaway(RoundtableError):
    """A takeaway was named that is not there."""

    template = N_("There is no takeaway “{name}”. `roundtable takeaway list` shows their numbers.")


class NoSuchPerson(RoundtableError):
    """Nobody (and no sector) at this table is called so."""

    template = N_("Nobody at this table fits “{name}”. `roundtable people list` shows who is there.")


class SeveralPeople(RoundtableError):
    """A name fits several people."""

    template = N_("“{name}” fits several people: {people}. Give the full name or a nickname.")
