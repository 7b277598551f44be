"""The commands of the live table, each declared once; key map, footer, help and palette follow from this list."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module

from textual.binding import Binding

from roundtable.i18n import N_, _
from roundtable.ui.at_table import AtTable

KEY_NAMES = {
    "space": N_("Space"),
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "up": "↑",
    "question_mark": "?",
    "ctrl+z": "Ctrl+Z",
    "ctrl+p": "Ctrl+P",
    "ctrl+t": "Ctrl+T",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done at the live table.

    `key` is that of steering (empty: palette only); `label` is what the footer says (empty: it is left to the help),
    `title` the sentence of palette and help. `action` is set where the screen does it alone; otherwise `act` says
    where the function lies ("moves:skip"), which is loaded when it is first wanted: the first frame needs none.
    """

    name: str
    key: str
    label: str
    title: str
    act: str = ""
    action: str = ""

    @property
    def binding(self) -> Binding:
        """The key as Textual wants it declared."""
        return Binding(self.key, self.action or f"command('{self.name}')", show=False, id=self.name)

    async def perform(self, at: AtTable) -> None:
        """Do it."""
        module, _colon, name = self.act.partition(":")
        act: Callable[[AtTable], Awaitable[None]] = getattr(import_module(f"roundtable.ui.{module}"), name)
        await act(at)


# In the order of the footer: what is needed most often comes first, and what does not fit is left out.
COMMANDS = (
    Command(
        "write",
        "enter,i",
        N_("write"),
        N_("Write: the capture line takes what is typed"),
        action="begin_writing",
    ),
    Command("next", "n", N_("next"), N_("Go to the next topic"), "moves:next_topic"),
    Command("pause", "space", N_("pause"), N_("Stop the clock, or let it run on"), "moves:pause_or_resume"),
    Command("more", "m", N_("minutes"), N_("Give this topic more minutes, or fewer"), "moves:more_minutes"),
    Command("star", "s", N_("star"), N_("Star the contribution, or take the star away"), "repairs:star"),
    Command(
        "correct", "e", N_("correct"), N_("Correct the text of the contribution"), "repairs:correct_text"
    ),
    Command("speaker", "w", N_("who"), N_("Say who said it"), "repairs:change_speaker"),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
    Command("go", "g", N_("go to"), N_("Go to any topic"), "moves:go"),
    Command("previous", "p", N_("previous"), N_("Go back to the topic before"), "moves:previous_topic"),
    Command(
        "park",
        "o",
        N_("park"),
        N_("Put the contribution on the parking lot, or take it up again"),
        "repairs:park",
    ),
    Command("topic", "t", N_("topic"), N_("Move the contribution to another topic"), "repairs:change_topic"),
    Command(
        "withdraw",
        "x",
        N_("withdraw"),
        N_("Take the contribution out of all lists and papers"),
        "repairs:withdraw",
    ),
    Command("restore", "X", "", N_("Bring back a contribution that was withdrawn"), "repairs:restore"),
    Command("prompt", "r", "", N_("Show the next question to ask"), action="turn_prompt"),
    Command(
        "split",
        "v",
        "",
        N_("Split the minutes that are left anew: each topic gives its share"),
        "moves:split_rest",
    ),
    Command(
        "split_last_first",
        "V",
        "",
        N_("Split the minutes that are left anew: what was planned last gives first"),
        "moves:split_last_first",
    ),
    Command(
        "hold",
        "H",
        "",
        N_("Hold the minutes of a topic, so that no new split takes any; or let them go"),
        "moves:hold",
    ),
    Command("add_topic", "N", "", N_("Add a topic that was not planned, behind this one"), "moves:add_topic"),
    Command("skip", "", "", N_("Leave this topic as skipped and go on"), "moves:skip"),
    Command("close", "", "", N_("End the evening"), "moves:close"),
    Command("reopen", "", "", N_("Open the evening again"), "moves:reopen"),
    Command("help", "question_mark,f1", N_("help"), N_("Show all keys"), action="help"),
    Command("leave", "q", N_("leave"), N_("Leave the table; everything is saved"), action="leave"),
)

# What the capture line itself knows, and what works while it is written in.
WRITING_KEYS = (
    ("enter", N_("save")),
    ("tab", N_("complete")),
    ("up", N_("correct")),
    ("ctrl+z", N_("undo")),
    ("escape", N_("steer")),
    ("ctrl+p", N_("commands")),
)
STEERING_FIRST = ("write", "help")  # they stay where there is no room for all


def key_shown(key: str) -> str:
    """Give a key as people call it; of several the first."""
    first = key.split(",", maxsplit=1)[0]
    return _(KEY_NAMES[first]) if first in KEY_NAMES else first
