"""What stands above the capture line: how it is understood, and what Tab has brought up."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from rich.text import Text
from textual.content import Content

from roundtable.domain.completing import begun_in
from roundtable.domain.people import Person
from roundtable.i18n import _
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.letters import Lettered, in_rows, letters_told, people_by_letter, sectors_by_letter
from roundtable.ui.widgets.line_read import LineRead
from roundtable.ui.widgets.names_offered import NamesOffered, names_for

LONGEST_TITLE = 18  # columns of a topic's title, so that the key behind it is always seen


class LineHelp:
    """Names that Tab goes through, or people and sectors to be chosen by a letter; each for one state of the line."""

    def __init__(self) -> None:
        self._names: NamesOffered | None = None
        self._letters: tuple[Lettered, ...] = ()
        self._for = ""  # the line at which the letters came up
        self._prefix = ""  # the name before the colon that is somebody new's
        self._person: Person | None = None

    def turned(self, read: LineRead, by: int) -> str:
        """Go one further, and give the line as it is then."""
        line = read.line
        if not line.strip():
            everybody = (*people_by_letter(read.session, read.table), *sectors_by_letter(read.session))
            self._letters = () if self.letters_up(line) else everybody
            self._for, self._person = line, None
            return line
        names = self._names
        if read.with_colon:
            return read.with_colon
        if names is None or names.line != line:
            names = names_for(line, read.table, replace(read, newcomer=None).draft)
        self._names = names.turned(by) if names else None
        self._letters, self._person = (), None
        if self._names is None:
            return line
        if self._names.at_newcomer:
            self._prefix, self._person = self._names.begun.name, Person(self._names.newcomer)
            self._letters, self._for = sectors_by_letter(read.session), self._names.line
        return self._names.line

    def chosen_by(self, letter: str, line: str) -> str | None:
        """Give the line once somebody is chosen by a letter; nothing where nobody is, and then the letters go."""
        offered = self._letters if self.letters_up(line) else ()
        self.leave_letters()
        if self._person:
            found = next((one for one in offered if one.letter == letter.upper()), None)
            self._person = replace(self._person, sector=found.name) if found else self._person
            return line if found else None
        found = next((one for one in offered if one.letter == letter), None)
        return f"{found.name}: " if found else None

    def letters_up(self, line: str) -> bool:
        """Tell whether the next letter chooses somebody."""
        return bool(self._letters) and self._for == line

    def leave_letters(self) -> bool:
        """Choose nobody by a letter; tell whether there was the choice."""
        there, self._letters = bool(self._letters), ()
        return there

    def newcomer(self, line: str) -> Person | None:
        """Give who is new, as long as their name stands before the colon."""
        return self._person if self._person and begun_in(line).name == self._prefix else None

    def told(self, line: str, width: int) -> Content | None:
        """Show what Tab brought up for this line, if anything."""
        if self.letters_up(line):
            if self._person is None:
                return Content("\n").join(
                    [
                        Content.assemble((_("One letter says who speaks:"), "$dim")),
                        letters_told(self._letters, width),
                    ]
                )
            who = Content.assemble((_("new person: {name}").format(name=self._person.name), "bold $warning"))
            ways = [
                Content.assemble((one.letter, "bold $accent"), " ", (one.shown, one.colour))
                for one in self._letters
            ]
            return in_rows([who, *ways, Content.assemble(("Enter ", "$dim"), _("no sector"))], width)
        if self._names and self._names.place is not None and self._names.line == line and not self._person:
            return self._names.told().truncate(width, ellipsis=True)
        return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else the row above the line depends on: its width (cells), the zone, where the table is, what waits."""

    width: int
    zone: tzinfo
    topic: str | None
    behind: str


def above(read: LineRead, help_: LineHelp | None, around: Surroundings) -> Text | Content:
    """Give what stands above the line."""
    if around.behind:
        return Content.assemble((_behind(around), "$warning"))
    if help_ and (shown := help_.told(read.line, around.width)) is not None:
        return shown
    if not read.line:
        return Text()
    elsewhere = _elsewhere(read, around.topic)
    names = names_for(read.line, read.table, read.draft) if _name_only(read) else None
    if names and names.names:
        return Content.assemble(elsewhere, names.told()).truncate(around.width, ellipsis=True)
    reading = read.told(around.zone)
    begun = begun_in(read.line)
    if not read.draft.placed and begun.rest is not None and begun.name.strip():
        reading.append(" · " + _("Tab: put it right"))
    if read.with_colon:
        reading.append(" · " + _("Tab: {name} says it").format(name=read.line.partition(" ")[0]))
    return Text(elsewhere) + reading if elsewhere else reading


def _name_only(read: LineRead) -> bool:
    """Tell whether nothing is typed yet but what may be the beginning of a name."""
    begun = begun_in(read.line)
    return begun.rest is None and bool(begun.name) and " " not in begun.name and not read.draft.marks_only


def _elsewhere(read: LineRead, topic: str | None) -> str:
    """Say to which topic the line belongs where that is no longer the one that the table is at."""
    own = read.moment.topic
    if own is None or own == topic:
        return ""
    title = next((one.title for one in read.session.topics if one.id == own), "")
    return _("to {title} (Ctrl+T: here) · ").format(title=shortened(title, LONGEST_TITLE))


def _behind(around: Surroundings) -> str:
    """Say what waits behind a line that could not be saved; of a long text, the end."""
    told = _("not saved yet · behind it: {text}")
    room = max(8, around.width - len(told.format(text="")))
    text = around.behind if len(around.behind) <= room else "…" + around.behind[1 - room :]
    return told.format(text=text)
