"""What can go wrong in front of a user: one class per thing, its sentence beside it."""

from collections.abc import Sequence
from typing import Any, ClassVar


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


class NoSuchTheme(RoundtableError):
    """A theme was named that there is not."""

    template = N_("There is no theme “{name}”. `roundtable theme list` shows them.")


class SeveralThemes(RoundtableError):
    """A beginning fits more than one theme."""

    template = N_("“{name}” fits several themes: {themes}. Give more of the name.")


class ThemesOfOneName(SeveralThemes):
    """Several themes bear the very name that was given: two people thought of it at the same moment."""

    template = N_(
        "Several themes are called “{name}”. `roundtable theme merge {ids}` makes one of them; "
        "where one alone is meant, give its id."
    )


class ThemeUnnamed(RoundtableError):
    """A theme was to have no name."""

    template = N_("A theme needs a name: `roundtable theme tag NAME NUMBER`.")


class OneThemeAlone(RoundtableError):
    """Fewer than two themes to make one of."""

    template = N_("Name at least two themes to make one of: `roundtable theme merge A B`.")


class NotOfTheme(RoundtableError):
    """A contribution was to be split off a theme that it does not bear."""

    template = N_(
        "Contribution {number} does not bear the theme “{theme}”, so nothing was split off. "
        "`roundtable contributions list --theme {id}` shows what does."
    )


class ThemeItself(RoundtableError):
    """A theme was to be split into itself."""

    template = N_("“{name}” is the theme itself. Give what is split off another name.")


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


class ProseThere(RoundtableError):
    """A draft was to be kept for a part that somebody wrote."""

    template = N_(
        "“{part}” was written already, and is left as it is. "
        "`roundtable prose draft {part} --keep --force` puts the draft in its place; undo brings it back."
    )


class NothingWritten(RoundtableError):
    """A part was to be taken as looked at of which there is no prose."""

    template = N_(
        "Nothing was written for “{part}” yet. Keep a draft: `roundtable prose draft {part} --keep`."
    )


class NoSuchVersion(RoundtableError):
    """A version was chosen that does not wait for a choice."""

    template = N_("“{part}” has no such version. `roundtable prose versions {part}` shows those there are.")


class NothingToMerge(RoundtableError):
    """Fewer than two things to make one of."""

    template = N_("Name at least two takeaways to make one of.")


class EvidenceWithdrawn(RoundtableError):
    """A takeaway was to rest on something that was withdrawn, or to have it against it."""

    template = N_(
        "Contribution {number} was withdrawn, and stands behind no takeaway. "
        "Bring it back first: `roundtable contributions restore {number}`."
    )


class SpeakerUnclear(RoundtableError):
    """Something was to stand in a takeaway or in prose that may still begin with the name of who said it."""

    template = N_(
        "It is not clear yet who said contribution {number}; put that right first: "
        "`roundtable contributions edit {number} --participant NAME`."
    )


class NotItsEvidence(RoundtableError):
    """A takeaway does not rest on a contribution that was named as if it did."""

    template = N_("“{title}” does not rest on contribution {name}. It rests on: {numbers}.")


class NoneOrAll(RoundtableError):
    """A takeaway was to be parted in one that rests on everything and one that rests on nothing."""

    template = N_("Name some of what “{title}” rests on, and not all of it: {numbers}.")


class TakeawayDropped(RoundtableError):
    """Something was to be done with a takeaway that is no longer in the ledger."""

    template = N_("“{title}” was dropped. Bring it back first: `roundtable takeaway restore {key}`.")


class NotDropped(RoundtableError):
    """A takeaway was to be brought back that stands in the ledger."""

    template = N_("“{title}” stands in the ledger. `roundtable takeaway dropped` lists what does not.")


class NotInGroup(RoundtableError):
    """A contribution of which nobody decided that it makes the same point as another."""

    template = N_(
        "Contribution {number} is in no group. "
        "Draw a takeaway from it alone: `roundtable takeaway add --from {number}`."
    )


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


class FileLocked(RoundtableError):
    """A finished file is protected with a password, so that nobody can say what is in it."""

    template = N_(
        "{file} is protected with a password, and could not be looked through. "
        "Save a copy of it without one, and scan that."
    )


class FileBroken(RoundtableError):
    """A finished file cannot be read to its end, so that nobody can say what is in it."""

    template = N_(
        "{file} could not be looked through: it is damaged, or of another kind than its name says ({part}). "
        "Open it in the program that made it, save it anew, and scan that."
    )


class FileEndless(RoundtableError):
    """What is packed in a finished file is more than a paper ever holds."""

    template = N_(
        "{file} could not be looked through: what is packed in it is larger than {megabytes} MB. "
        "Is it the right file? Take large files and pictures out of it, and scan it again."
    )


class FileOdd(RoundtableError):
    """A finished file is of a kind that we cannot read."""

    template = N_(
        "{file} is of a kind that cannot be looked through. "
        "Save it as DOCX, ODT, PDF, HTML, Markdown or plain text, and scan that."
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
        "{file} is a spreadsheet, but no XLSX. Open it in the program that made it, save it as XLSX or CSV, "
        "and give that file."
    )


class BrokenSessionFile(RoundtableError):
    """A session file that cannot be imported; `problems` tells all of it, a line each."""

    template = N_("{file} cannot be imported. Put this right and try again:\n{problems}")


class NotOurFile(RoundtableError):
    """A file that is no SQLite file, or one of another program."""

    template = N_("{file} is not a roundtable file. Give another one with --db.")


class FileIsNewer(RoundtableError):
    """A file that a later version of this program has written to."""

    template = N_(
        "{file} was brought up to date by a newer roundtable. Close this one, update it and start it again."
    )


class FileReadOnly(RoundtableError):
    """A file that cannot be written to, or that lies where nothing can be written."""

    template = N_("{file} cannot be written to: it or its folder is read-only for you.")


class FileOutOfReach(RoundtableError):
    """A file that cannot be opened or made, for a reason that the system gives."""

    template = N_("{file} cannot be opened: {reason}.")


class FileGone(RoundtableError):
    """The file was moved, replaced or deleted while it was open."""

    template = N_(
        "{file} was moved, replaced or deleted while it was open. Put it back: until then nothing is stored, "
        "and what was typed stays here."
    )


class FileBusy(RoundtableError):
    """A file that another program keeps locked for too long."""

    template = N_("{file} is held by another program. What was typed is not stored yet; try again.")


class DiskFull(RoundtableError):
    """A disk without room."""

    template = N_("The disk is full: {file} cannot be written. Make room and try again.")


class FileDamaged(RoundtableError):
    """A file in which SQLite finds damage."""

    template = N_("{file} is damaged ({reason}). `roundtable restore` puts a backup in its place.")


class OnNetworkShare(RoundtableError):
    """A warning: the file lies where several machines reach it, which SQLite's journal does not bear."""

    template = N_(
        "{file} lies on a network share ({kind}). Keep it on this machine, or contributions may be lost."
    )


class InSyncedFolder(RoundtableError):
    """A warning: the file lies in a folder that a program copies to elsewhere while it is in use."""

    template = N_(
        "{file} lies in a folder that {program} synchronises. Keep it elsewhere, or contributions may be lost."
    )


class DamagedChange(RoundtableError):
    """A change that does not say what it said when it was made."""

    template = N_("The change {stamp} is damaged: it does not say what it said when it was made.")


class ClockAhead(RoundtableError):
    """A warning: changes that claim to come from the future."""

    template = N_("Changes were stamped {instant} by a clock that is wrong. They are kept.")


class PictureDiffers(RoundtableError):
    """A row of a table that is not what the journal adds up to."""

    template = N_("{table} {record} is not what the journal says. `roundtable rebuild` puts it right.")


class NothingToUndo(RoundtableError):
    """Nothing was done here that could be taken back."""

    template = N_("There is nothing to undo here.")


class NoScreen(RoundtableError):
    """A screen was asked for where there is no terminal."""

    template = N_(
        "The live table needs a terminal. Without one, use `roundtable record`, `topic` and `status`."
    )


class PoorTerminal(RoundtableError):
    """A screen was asked for on a terminal that can only print lines."""

    template = N_(
        "This terminal (TERM={kind}) can show no screens. Try another one, or use `roundtable record`, `topic` "
        "and `status`, which need none."
    )


class AgendaHasProblems(RoundtableError):
    """A check found something."""

    template = N_("Problems found: {count}.")


class FileExists(RoundtableError):
    """A file would have been overwritten."""

    template = N_("{path} is there already; nothing was written. Choose another name.")


class StillDraft(RoundtableError):
    """A final paper was asked for while something stands in its way."""

    template = N_("The paper is not final yet. In its way:\n{reasons}")


class GivesAway(RoundtableError):
    """A paper would give somebody away; `found` is what, and where, as far as it is to be told to a program."""

    template = N_(
        "The paper was not written, because it would give away:\n{told}\n"
        "Decide what happens to each name (`roundtable names list`) or word it anew, and export again. "
        "With --force it is written as it is."
    )
    exit_code = 3

    def __init__(self, found: Sequence[Any], **places: object) -> None:
        super().__init__(**places)
        self.found = found


class CannotWrite(RoundtableError):
    """A file could not be written."""

    template = N_("{path} cannot be written ({why}). Choose another place with --output.")


class ExportFailed(RoundtableError):
    """The process that writes a paper could not be started, or ended without saying what it wrote."""

    template = N_("The paper could not be written ({reason}). Nothing was changed; try again.")


class PaperHeld(CannotWrite):
    """A paper was to be replaced by a new one, and the system does not let us: Windows, while it is open in Word."""

    template = N_(
        "{path} cannot be replaced ({why}). It may be open in Word: close it there and try again. "
        "Or choose another place with --output."
    )


class NoRoomForPaper(CannotWrite):
    """A disk without room for a paper."""

    template = N_(
        "The disk is full: {path} cannot be written. Make room and try again, or choose another place with --output."
    )


class SomethingWrong(RoundtableError):
    """The doctor found something."""

    template = N_("Not everything is fine; see the lines with ✗.")


class LogoNotReadable(RoundtableError):
    """The cover's logo is missing, or no picture that Word takes."""

    template = N_("The logo {path} cannot be read. Give a PNG, JPEG or GIF file.")


class SamePerson(RoundtableError):
    """One person was named where two are needed."""

    template = N_(
        "Both names are {name}’s; there is nothing to merge. `roundtable people list` shows who is there."
    )


class OnePersonCounted(RoundtableError):
    """A number of people was given for one person."""

    template = N_("{name} is one person. Give --count with a sector.")


class NoSuchSector(NoSuchPerson):
    """No sector of this session is called so."""

    template = N_("There is no sector “{name}”. The sectors are: {sectors}.")


class NeitherSessionNorAgenda(NoSuchSession):
    """What was named is neither a session nor an agenda."""

    template = N_(
        "“{name}” is neither a session in {file} nor an agenda. "
        "`roundtable sessions` and `roundtable agenda list` show what there is."
    )


class OutputFailed(RoundtableError):
    """What a command prints could not be written to where it was sent."""

    template = N_("What this command prints could not be written: {reason}. What it did is done.")


class SeveralNamesakes(SeveralPeople):
    """Several people bear the very name that was given."""

    template = N_(
        "“{name}” fits several people: {people}. Give the id in brackets; "
        "a nickname for each helps as well (`roundtable people edit ID --nickname NAME`)."
    )


class NobodyInFile(RoundtableError):
    """A list of people out of which nobody could be read."""

    template = N_(
        "Nobody could be read from {file}; nothing was stored. Put right what is said above and try again."
    )


class AgendaNotWritten(RoundtableError):
    """A new agenda could not be written where it belongs."""

    template = N_("{path} cannot be written ({reason}). Go to a folder of your own and try again.")


class NoFileYet(NoSessionYet):
    """The database file was never made."""

    template = N_("There is no file {file} yet. It is made with its first session: `roundtable new AGENDA`.")


class TableClosed(RoundtableError):
    """A move of the moderator after the end of the evening."""

    template = N_(
        "“{session}” is closed. Open it again with `roundtable reopen`, or go to a topic with `roundtable topic go N`."
    )


class NameTaken(RoundtableError):
    """Somebody of this very name sits at the table already."""

    template = N_(
        "{name} is at the table already. For somebody else of that name, add something to the full name "
        "or give --nickname NAME."
    )


class NoProse(RoundtableError):
    """A text that was to be kept for a part of the paper is empty."""

    template = N_(
        "There is no text; what stands in “{part}” is left as it is. "
        "`roundtable prose set {part} --remove` takes it away."
    )


class NoPeopleList(RoundtableError):
    """A file with far more, or far longer, than a list of the people at a table holds."""

    template = N_("{file} does not look like a list of people: {reason}. Is it the right file?")


class SettingsUnreadable(RoundtableError):
    """The file of the settings is no TOML, or cannot be read."""

    template = N_(
        "The settings in {file} cannot be read ({reason}); the usual ones hold. "
        "Put the file right, or move it away to begin anew."
    )


class SettingWrong(RoundtableError):
    """A setting has a value that it does not take."""

    template = N_(
        "{file}, line {line}: “{name}” cannot be {value}; the usual one holds. It takes one of these: {choices}."
    )


class SettingsNotWritten(RoundtableError):
    """The file of the settings cannot be written."""

    template = N_("The settings cannot be written to {file} ({reason}). They hold until you leave.")


class NoSuchSetting(RoundtableError):
    """A setting was named that there is not."""

    template = N_("There is no setting “{name}”. `roundtable settings` lists them.")


class SettingRefused(RoundtableError):
    """A setting was given a value that it does not take."""

    template = N_("“{name}” cannot be “{value}”. It takes one of these: {choices}.")


class KeyNeedsAltGr(RoundtableError):
    """A key was chosen that some keyboards give only with AltGr."""

    template = N_(
        "{key} needs AltGr on a Belgian or French keyboard. Choose a letter, small or capital, "
        "or a sign such as {signs}."
    )


class KeyNotFree(RoundtableError):
    """A key was chosen that a terminal keeps for itself, or that means the same everywhere here."""

    template = N_(
        "{key} does not arrive in every terminal, or means something already. "
        "Choose a letter, small or capital, or a sign such as {signs}."
    )


class KeyTaken(RoundtableError):
    """A key was chosen that another command has."""

    template = N_("{key} is the key of another command: {command}. Give that one another key first.")


class NoSuchCommand(RoundtableError):
    """A key was set for a command that there is not."""

    template = N_("There is no command “{name}” that could have a key. `roundtable settings` lists them.")


class SpreadsheetLocked(RoundtableError):
    """A spreadsheet is protected with a password."""

    template = N_(
        "{file} is protected with a password, and cannot be read. Save a copy of it without one, and give that."
    )


class SpreadsheetBroken(RoundtableError):
    """A spreadsheet cannot be read as one."""

    template = N_(
        "{file} cannot be read: it is damaged, or no spreadsheet in spite of its name. "
        "Open it in the program that made it, save it anew as XLSX or CSV, and give that file."
    )


class NoEditor(RoundtableError):
    """The program to write in is not there."""

    template = N_(
        "“{editor}” could not be started, so {file} was not opened. "
        "Set EDITOR to a program to write in, such as nano, or open the file yourself."
    )


class EditorFailed(RoundtableError):
    """The program to write in ended with an error."""

    template = N_("“{editor}” ended with an error ({code}). {file} is as it left it.")


class StartNotUnderstood(RoundtableError):
    """What was given as day and hour is neither."""

    template = N_("“{said}” is no day or hour. Write for instance 26/11 19:30, 19u30, or tomorrow 20h.")


class BegunAlready(RoundtableError):
    """A session that has begun was to be prepared."""

    template = N_("“{title}” has begun already; what it was prepared from is not changed any more.")


class NobodyWaits(RoundtableError):
    """The floor was to go to the next in the queue, and nobody waits or speaks."""

    template = N_(
        "Nobody waits for the floor. Somebody who wants to speak: `roundtable floor ask NAME`; "
        "at once: `roundtable floor give NAME`."
    )


class NotWaiting(RoundtableError):
    """A hand was to be taken down that is not up."""

    template = N_("{name} does not wait for the floor. Who does: {waiting}.")


class TopicUntitled(RoundtableError):
    """A topic was to be added that has no title."""

    template = N_("A topic needs a title: `roundtable topic add TITLE --minutes 10`.")


class HandsNotUnderstood(RoundtableError):
    """What was typed is no show of hands."""

    template = N_(
        "“{typed}” is no show of hands. One number is for the whole table (8), a number a sector for each of them "
        "(ret 3, log 2); behind a dash stand those against (8-2)."
    )


class HandsTwice(RoundtableError):
    """A show of hands counts something twice."""

    template = N_(
        "“{typed}” counts somebody twice. Give either one number for the whole table, or one number a sector."
    )


class NotForStage(RoundtableError):
    """What was withdrawn or parked is not shown to the room, nor anything once the evening is closed."""

    template = N_(
        "This cannot be shown on the stage: it was withdrawn or parked, it is not clear who said it, "
        "or the evening is closed. Put that right first, or show another."
    )


class HasSpoken(RoundtableError):
    """Somebody was to be taken off the list who said something already."""

    template = N_("{name} has said something already, and stays on the list.")


class TookPart(RoundtableError):
    """Somebody was to be taken off the list who supported something, or asked for the floor."""

    template = N_("{name} took part in the evening already, and stays on the list.")


class NotTwoContributions(RoundtableError):
    """Something was to be decided of several contributions, and only one was named."""

    template = N_("Name at least two different contributions; what was withdrawn does not count.")


class InNoGroup(RoundtableError):
    """A contribution was to leave its group that is in none."""

    template = N_(
        "Contribution {number} is in no group. `roundtable contributions groups` shows which there are."
    )


class ComparingFailed(RoundtableError):
    """The process that compares what was said ended without an answer."""

    template = N_("What was said could not be compared ({reason}). Nothing was changed; try again.")


class NoSuchName(RoundtableError):
    """A decision was to be taken on a name that stands nowhere, or not in the places that were named."""

    template = N_("“{name}” is no name that stands there. `roundtable names list` shows which stand where.")


class NoSuchPaper(RoundtableError):
    """A paper was named that is not in the register of the session."""

    template = N_(
        "The register has no paper “{name}”. `roundtable papers list` shows those there are; "
        "give a number, a file as it was written, or the beginning of a hash."
    )


class RecipientMissing(RoundtableError):
    """A paper went out to nobody."""

    template = N_("Say to whom the paper went: `roundtable papers sent NUMBER --to WHOM`.")


class NowhereFound(RoundtableError):
    """Nobody of this name sits at any table of the file."""

    template = N_(
        "Nobody called “{name}” sits at any table in {file}. `roundtable people list --session ID` shows who does."
    )


class NotWord(RoundtableError):
    """A file that was to come back from Word is no Word file."""

    template = N_(
        "{file} is no Word document (.docx). Save it as .docx in the program that it was edited in, and try again."
    )


class WordLocked(RoundtableError):
    """A Word file that a password protects, or of the kind that Word wrote before 2007."""

    template = N_(
        "{file} is protected with a password, or an old .doc file. "
        "Save it as .docx without a password, and try again."
    )


class WordBroken(RoundtableError):
    """A Word file that is damaged."""

    template = N_("{file} is damaged and cannot be read. Open it in Word, save it again, and try that one.")


class OtherPaper(RoundtableError):
    """No part of a Word file is one of this session's paper."""

    template = N_(
        "No chapter of {file} belongs to “{title}”. Is it the paper of another session (--session), "
        "or were all its headings changed? Nothing was taken."
    )


class ChangedMeanwhile(RoundtableError):
    """What is to be taken from a Word file was changed here since it was compared."""

    template = N_("“{title}” was changed here meanwhile. Nothing was taken: compare the file again.")


class OfficeMissing(RoundtableError):
    """LibreOffice is needed, and is not on this machine."""

    template = N_(
        "This needs LibreOffice, which was not found. It is free: get it from https://www.libreoffice.org/download "
        "or from your system’s software, and try again. Word can save the DOCX as PDF as well."
    )


class OfficeFailed(RoundtableError):
    """LibreOffice could not convert what it was given."""

    template = N_(
        "LibreOffice could not lay out the paper ({reason}); nothing was written. "
        "Try again; if it goes wrong again, export as DOCX without --paginate."
    )


class OfficeTooSlow(RoundtableError):
    """LibreOffice took longer than anybody would wait."""

    template = N_(
        "LibreOffice was not ready after {minutes} minutes and was stopped; nothing was written. "
        "Try again, or export as DOCX without --paginate."
    )


class TemplateNotWord(RoundtableError):
    """The house's template is a file of another kind."""

    template = N_(
        "{file} is no Word document, so it cannot be the template; nothing was written. "
        "Open it in Word, save it as “Word Document (.docx)”, and give that file."
    )


class TemplateLocked(RoundtableError):
    """The house's template is encrypted, or was saved by a Word of before 2007."""

    template = N_(
        "{file} is protected with a password, or in the format of an old Word (.doc), so it cannot be the "
        "template; nothing was written. Save it without a password as “Word Document (.docx)”, and give that file."
    )


class TemplateDotx(RoundtableError):
    """The house's template is a .dotx."""

    template = N_(
        "{file} is a template for Word itself (.dotx); nothing was written. Open it in Word, which makes a new "
        "document of it, save that as “Word Document (.docx)”, and give that file."
    )


class TemplateHasMacros(RoundtableError):
    """The house's template can hold macros."""

    template = N_(
        "{file} is made for macros (.docm, .dotm), which a paper does not carry; nothing was written. "
        "Save it as “Word Document (.docx)”, without macros, and give that file."
    )


class TemplateStrict(RoundtableError):
    """The house's template was saved in a form of DOCX that few programs read."""

    template = N_(
        "{file} was saved as “Strict Open XML Document”; nothing was written. "
        "Save it in Word as “Word Document (.docx)”, and give that file."
    )


class TemplateBroken(RoundtableError):
    """The house's template is damaged."""

    template = N_(
        "{file} is damaged ({part}), so it cannot be the template; nothing was written. "
        "Word may be able to open and mend it; save it anew, and give that file."
    )


class TemplateTooLarge(RoundtableError):
    """The house's template unpacks to more than any template holds."""

    template = N_(
        "{file} would unpack to far more than a template holds, and was not opened; nothing was written. "
        "Is it the right file?"
    )


class TemplateNoStyles(RoundtableError):
    """The house's template has no styles."""

    template = N_(
        "{file} has no styles, so there is nothing to take from it; nothing was written. "
        "Open it in Word, give a paragraph the style Heading 1, save it, and try again."
    )


class NothingToAsk(RoundtableError):
    """A sheet was wanted, and nobody who was meant has words of theirs that wait for an answer."""

    template = N_(
        "There is nothing to ask {names}: the paper prints no words of theirs that wait for an answer. "
        "`roundtable approvals list` shows how it stands with each quote."
    )


class NobodyToAsk(RoundtableError):
    """Sheets were wanted for everybody, and nothing waits for an answer."""

    template = N_(
        "There is nobody to ask: the paper prints no words of anybody that wait for an answer. "
        "`roundtable approvals list` shows how it stands with each quote."
    )


class DayIsOver(RoundtableError):
    """A day by which to answer was given that is over."""

    template = N_("{day} is over already. Give a day from today on: --until YYYY-MM-DD.")


class DayToCome(RoundtableError):
    """A day was given on which somebody answered, and it is still to come."""

    template = N_("{day} is still to come. Give the day on which the answer came: --on YYYY-MM-DD.")


class NoWordsInstead(RoundtableError):
    """A quote was approved with a change, and nobody said with which."""

    template = N_(
        "Nobody said how statement {number} is to read instead. "
        "Give the words: roundtable approvals record {number} changed --wording TEXT"
    )


class OneWordingForSeveral(RoundtableError):
    """Several statements were to be printed in the same other words."""

    template = N_("A wording is for one statement. Record the others by themselves.")


class ApprovedByNobody(RoundtableError):
    """An answer was recorded about a statement that is no single person's, and nobody said who gave it."""

    template = N_(
        "Statement {number} is of no single person. Say who answered for the others: --by WHO; "
        "or first say who said it: roundtable contributions edit {number} --participant NAME"
    )


class WithdrawnAnyway(RoundtableError):
    """An answer was recorded about a statement that was withdrawn."""

    template = N_(
        "Statement {number} was withdrawn, and is printed nowhere. "
        "Bring it back first: roundtable contributions restore {number}"
    )


class ErasedForGood(RoundtableError):
    """Something was to be done with a contribution whose words were erased."""

    template = N_("Contribution {number} was erased; nothing of it is left.")


class ErasureStays(RoundtableError):
    """An erasure was to be taken back, or what was done here before it."""

    template = N_("What was erased here cannot be taken back, nor what was done here before it.")


class ErasedButRead(RoundtableError):
    """What was erased is out of all tables, but its bytes could not be overwritten yet."""

    template = N_(
        "It is erased, but bytes of it may be left in {file}: another program still reads an older state of it, "
        "or the disk is full. Close the other windows, make room, and let `roundtable doctor` finish it."
    )


class NoTerminalToAsk(RoundtableError):
    """What cannot be taken back was asked for where nobody can be asked whether it is meant."""

    template = N_(
        "This cannot be taken back, and there is no terminal to ask at. Say --yes to do it all the same."
    )


class NotConfirmed(RoundtableError):
    """Something else was typed than what says that it is meant."""

    template = N_("That is not “{wanted}”; nothing was changed.")


class ExtentUnsaid(RoundtableError):
    """A person was to be erased, and it was not said how much."""

    template = N_("Say what is to go: --words (what {name} said as well) or --link (only who said it).")


class WhomUnsaid(RoundtableError):
    """It was not said who is to be erased, or twice."""

    template = N_("Say who is to be erased: a name, or --everybody with --session ID.")


class NoDay(RoundtableError):
    """What was given as a day is none."""

    template = N_("“{said}” is no day. Write it as 2027-03-31, or none.")
