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


class SlugTaken(RoundtableError):
    """Another session has this id."""

    template = N_("There is a session “{slug}” already. Choose another --id.")


class NoTopicAfter(RoundtableError):
    """The table is at its last topic."""

    template = N_("“{title}” is the last topic. End the evening with `roundtable close`.")


class NoTopicBefore(RoundtableError):
    """The table is at its first topic."""

    template = N_("There is no topic before this one.")


class NotBegun(RoundtableError):
    """A move was made before the first topic was opened."""

    template = N_("“{session}” has not begun yet. Start with `roundtable topic next`.")


class NothingToSplit(RoundtableError):
    """No minutes, or no topics, are left."""

    template = N_(
        "There are no minutes left to split. Give the topic more with `roundtable topic more MINUTES`."
    )


class NothingSaid(RoundtableError):
    """A text that must say something is empty."""

    template = N_("The text is empty; nothing was changed.")


class NameMissing(RoundtableError):
    """Somebody without a name."""

    template = N_("A name is needed.")


class NoSuchPart(RoundtableError):
    """A part was named that the paper does not have."""

    template = N_(
        "The paper has no part “{part}”. Parts are: introduction, conclusion, and the topics {titles}."
    )


class NothingToMerge(RoundtableError):
    """Fewer than two things to make one of."""

    template = N_("Name at least two takeaways to make one of.")


class FileMissing(RoundtableError):
    """A file was named that is not there."""

    template = N_("There is no file {file}. Look at its spelling and at the folder it is in.")


class FileIsFolder(RoundtableError):
    """A folder was named where a file is needed."""

    template = N_("{file} is a folder. Name a file in it.")


class FileUnreadable(RoundtableError):
    """The system does not let us read a file."""

    template = N_("{file} cannot be read: {reason}. Look whether it is yours and not open elsewhere.")


class FileTooLarge(RoundtableError):
    """A file is larger than any of its kind can be."""

    template = N_(
        "{file} is larger than {megabytes} MB, too large to be what is asked for. Is it the right file?"
    )


class FileNotText(RoundtableError):
    """A file of another program where plain text is needed."""

    template = N_(
        "{file} is not plain text. Save it as plain text (UTF-8) in the program that made it, and try again."
    )


class NoSuchAgenda(RoundtableError):
    """An agenda was named that lies in none of the folders."""

    template = N_("There is no agenda “{name}”. `roundtable agenda list` shows what there is.")


class NoSuchAgendaButClose(RoundtableError):
    """An agenda was named that is not there, but others have a name like it."""

    template = N_("There is no agenda “{name}”. Did you mean {names}?")


class PeopleInSpreadsheet(RoundtableError):
    """A list of people came as a spreadsheet."""

    template = N_(
        "{file} is a spreadsheet; for now people are read from CSV. Save it as “CSV UTF-8” and give that file."
    )


class BrokenSessionFile(RoundtableError):
    """A session file that cannot be imported; `problems` tells all of it, a line each."""

    template = N_("{file} cannot be imported. Put this right and try again:\n{problems}")
