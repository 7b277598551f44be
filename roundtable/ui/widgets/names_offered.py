"""The names that Tab goes through, for a line in which one is begun, or fits nobody."""

from dataclasses import dataclass, replace

from textual.content import Content

from roundtable.domain.capture import Draft
from roundtable.domain.completing import Begun, Completion, begun_in, completions, newcomer_in, shortest_name
from roundtable.domain.contributions import Voice
from roundtable.domain.naming import Speaker, Table
from roundtable.i18n import _

LONGEST_PREFIX = 40  # characters that are looked at for a name
OFFERED = 6


@dataclass(frozen=True, slots=True)
class NamesOffered:
    """Names for a line as it was `typed`; the one at `place` stands in it, and the last may be somebody new."""

    typed: str
    begun: Begun
    names: tuple[Completion, ...]
    newcomer: str = ""
    place: int | None = None

    @property
    def many(self) -> int:
        """How many there are to go through."""
        return len(self.names) + bool(self.newcomer)

    @property
    def at_newcomer(self) -> bool:
        """Whether the one that is marked is somebody new."""
        return bool(self.newcomer) and self.place == len(self.names)

    @property
    def line(self) -> str:
        """The line with the name that is marked."""
        if self.place is None or self.at_newcomer:
            return self.typed
        return self.begun.named(self.names[self.place].text)

    def turned(self, by: int) -> "NamesOffered":
        """Mark the next one (1) or the one before (-1)."""
        if self.place is None:
            return replace(self, place=0 if by > 0 else self.many - 1)
        return replace(self, place=(self.place + by) % self.many)

    def told(self) -> Content:
        """Give the names in a row, the marked one first to be seen."""
        shown = [self._shown(place) for place in range(self.many)]
        # What is marked is never behind the edge: the row begins with the one before it.
        begins = max(0, (self.place or 0) - 1)
        return Content.assemble(("Tab  ", "$dim"), Content("  ").join(shown[begins:] + shown[:begins]))

    def _shown(self, place: int) -> Content:
        marked = "bold underline $accent" if place == self.place else ""
        if place == len(self.names):
            return Content.assemble(
                (_("new person: {name}").format(name=self.newcomer), marked or "$warning")
            )
        one = self.names[place]
        if one.shown.startswith(one.text):
            return Content.assemble((one.text, marked or "$text"), (one.shown.removeprefix(one.text), "$dim"))
        return Content.assemble((one.text, marked or "$text"), (f" {one.shown}", "$dim"))


def names_for(line: str, table: Table, draft: Draft) -> NamesOffered | None:
    """Give the names that a line can be completed with; nothing where it is clear who is meant, or nobody can be."""
    begun = begun_in(line)
    if (
        not begun.name.strip()
        or len(begun.name) > LONGEST_PREFIX
        or (begun.rest is not None and draft.placed)
    ):
        return None
    names = _nearest_first(completions(begun.name, table, OFFERED), table, draft)
    newcomer = newcomer_in(begun.name) if begun.rest is not None else ""
    return NamesOffered(line, begun, names, newcomer) if names or newcomer else None


def _nearest_first(names: tuple[Completion, ...], table: Table, draft: Draft) -> tuple[Completion, ...]:
    near = next((one for one in table.people if one.id == draft.nearest), None)
    if near is None or any(one.speaker.participant == near.id for one in names):
        return names
    speaker = Speaker(Voice.PERSON, participant=near.id)
    return (Completion(shortest_name(near, table), near.name, speaker), *names)
