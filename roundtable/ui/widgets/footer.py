"""The bottom line: which of the two ways the screen is held, its keys, and whether all is saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.i18n import _, ngettext
from roundtable.storage.presence import STAGE, Here
from roundtable.ui.commands import COMMANDS, STEERING_FIRST, WRITING_FIRST, WRITING_KEYS
from roundtable.ui.keys import key_shown
from roundtable.ui.widgets.lines import spread


class Mode(StrEnum):
    """How the screen is held."""

    WRITING = "writing"
    STEERING = "steering"
    CORRECTING = "correcting"


class Saving(StrEnum):
    """How it stands with what was done last."""

    SAVED = "saved"
    UNDER_WAY = "under way"
    FAILED = "failed"


def key_pairs(pairs: Iterable[tuple[str, str]]) -> Content:
    """Give keys with what they do, side by side."""
    return Content("  ").join(Content.assemble((key, "$dim"), " ", label) for key, label in pairs)


def fitting_pairs(pairs: Sequence[tuple[str, str]], last: Sequence[tuple[str, str]], width: int) -> Content:
    """Give keys side by side, of the first ones as many as there is room for; the last ones always."""
    shown = list(pairs)
    while shown and key_pairs([*shown, *last]).cell_length > width:
        shown.pop()
    return key_pairs([*shown, *last])


BRIEFLY, LONGER = 4, 10  # seconds that a sentence stays


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence said in passing."""

    sentence: str
    warning: bool = False


class KeyLine(Widget):
    """As many keys as there is room for, the way over and the help among them; for a while, what is told instead."""

    mode: reactive[Mode] = reactive(Mode.STEERING)
    saving: reactive[Saving] = reactive(Saving.SAVED)
    told: reactive[Told | None] = reactive(None)
    others: reactive[tuple[Here, ...]] = reactive(())

    def render(self) -> Content:
        """Give the line."""
        names = {
            Mode.WRITING: (_("WRITING"), "bold $accent"),
            Mode.STEERING: (_("STEERING"), "bold $star"),
            Mode.CORRECTING: (_("CORRECTING"), "bold $warning"),
        }
        states = {
            Saving.SAVED: (_("saved"), "$accent"),
            Saving.UNDER_WAY: (_("saving …"), "$dim"),
            Saving.FAILED: (_("NOT SAVED"), "bold $error"),
        }
        mode = Content.assemble(names[self.mode])
        saved = Content.assemble(self._company(), states[self.saving])
        width = self.content_size.width
        room = width - mode.cell_length - saved.cell_length - 1
        if self.told:
            colour = "$warning" if self.told.warning else "$text"
            return spread(Content.assemble(mode, "  ", (self.told.sentence, colour)), saved, width)
        return spread(Content.assemble(mode, *self._fitting(room)), saved, width)

    def _company(self) -> Content:
        """Say how many write here together, where it is more than one."""
        writers = 1 + sum(other.role != STAGE for other in self.others)
        if writers == 1:
            return Content()
        told = ngettext("{count} writer", "{count} writers", writers).format(count=writers)
        return Content.assemble((f"{told} · ", "$dim"))

    def _fitting(self, room: int) -> list[Content]:
        keys = {
            name: Content.assemble("  ", (key, "$dim"), " ", _(label)) for name, key, label in self._keys()
        }
        first = [name for name in keys if name in STEERING_FIRST or name in WRITING_FIRST]
        taken: set[str] = set()
        for name in [*first, *keys]:
            if name not in taken and keys[name].cell_length <= room:
                taken.add(name)
                room -= keys[name].cell_length
        return [shown for name, shown in keys.items() if name in taken]

    def _keys(self) -> list[tuple[str, str, str]]:
        if self.mode is Mode.STEERING:
            return [(one.name, one.shown, one.label) for one in COMMANDS if one.shown and one.label]
        return [(key, key_shown(key), label) for key, label in WRITING_KEYS]
