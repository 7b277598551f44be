"""The commands of the live table, each declared once; key map, footer, help and palette follow from this list."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from textual.binding import Binding

from roundtable.i18n import N_
from roundtable.ui.at_table import AtTable
from roundtable.ui.keys import key_shown, keys_of_command

__all__ = [
    "COMMANDS",
    "STEERING_FIRST",
    "WRITING_FIRST",
    "WRITING_KEYS",
    "Command",
    "Group",
    "key_of",
    "key_shown",
]


class Group(StrEnum):
    """Under which heading the help tells a command."""

    AGENDA = N_("MOVING THROUGH THE AGENDA")
    SAID = N_("WHAT WAS SAID")
    PEOPLE = N_("WHO IS HERE, AND WHO WAS HEARD")
    AFTER = N_("AT THE END, AND AFTERWARDS")
    TABLE = N_("THE TABLE AND THE PROGRAM")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done at the live table.

    `key` is that of steering (empty: palette only); `label` is what the footer says (empty: it is left to the help),
    `title` the sentence of palette and help. `action` is set where the screen does it alone; otherwise `act` says
    where the function lies ("moves:skip"), which is loaded when it is first wanted: the first frame needs none.
    The key in force may be another one that the user chose: `shown`. What is typed right behind a key that acts
    `at_once` is for what it opens; other letters first wait whether typing is meant.
    """

    name: str
    key: str
    label: str
    title: str
    act: str = ""
    action: str = ""
    group: Group = Group.TABLE
    at_once: bool = False

    @property
    def shown(self) -> str:
        """The key that is in force, as people call it; empty where there is none."""
        return key_shown(keys_of_command(self))

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
        group=Group.SAID,
    ),
    Command("next", "n", N_("next"), N_("Go to the next topic"), "moves:next_topic", group=Group.AGENDA),
    Command(
        "pause",
        "space",
        N_("pause"),
        N_("Stop the clock, or let it run on"),
        "moves:pause_or_resume",
        group=Group.AGENDA,
    ),
    Command(
        "more",
        "m",
        N_("minutes"),
        N_("Give this topic more minutes, or fewer"),
        "moves:more_minutes",
        group=Group.AGENDA,
    ),
    Command(
        "star",
        "s",
        N_("star"),
        N_("Star the contribution, or take the star away"),
        "repairs:star",
        group=Group.SAID,
    ),
    Command(
        "correct",
        "e",
        N_("correct"),
        N_("Correct the text of the contribution"),
        "repairs:correct_text",
        group=Group.SAID,
    ),
    Command("speaker", "w", N_("who"), N_("Say who said it"), "repairs:change_speaker", group=Group.SAID),
    Command(
        "unclear",
        "W",
        "",
        N_("Put right the lines of which it is not clear who spoke, one after the other"),
        "unclear:put_right",
        group=Group.SAID,
    ),
    Command(
        "undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo", group=Group.SAID
    ),
    Command("go", "g", N_("go to"), N_("Go to any topic"), "moves:go", group=Group.AGENDA),
    Command(
        "previous",
        "p",
        N_("previous"),
        N_("Go back to the topic before"),
        "moves:previous_topic",
        group=Group.AGENDA,
    ),
    Command(
        "park",
        "o",
        N_("park"),
        N_("Put the contribution on the parking lot, or take it up again"),
        "repairs:park",
        group=Group.SAID,
    ),
    Command(
        "topic",
        "t",
        N_("topic"),
        N_("Move the contribution to another topic"),
        "repairs:change_topic",
        group=Group.SAID,
    ),
    Command(
        "withdraw",
        "x",
        N_("withdraw"),
        N_("Take the contribution out of all lists and papers"),
        "repairs:withdraw",
        group=Group.SAID,
    ),
    Command(
        "restore",
        "X",
        "",
        N_("Bring back a contribution that was withdrawn"),
        "repairs:restore",
        group=Group.SAID,
    ),
    Command(
        "kind",
        "K",
        "",
        N_("Say what kind of thing was said, or whether it supports or opposes"),
        "marked:kind",
        group=Group.SAID,
    ),
    Command(
        "answer", "A", "", N_("Take down an answer to the contribution"), "marked:answer", group=Group.SAID
    ),
    Command(
        "tag",
        "equals_sign",
        "",
        N_("Give the contribution a theme, or make one"),
        "theming:tag",
        group=Group.SAID,
    ),
    Command(
        "support", "plus", "", N_("Record who supports the contribution"), "marked:support", group=Group.SAID
    ),
    Command(
        "oppose", "minus", "", N_("Record who opposes the contribution"), "marked:oppose", group=Group.SAID
    ),
    Command(
        "history",
        "h",
        "",
        N_("Show who changed what of the contribution, and when"),
        "marked:history",
        group=Group.SAID,
    ),
    Command(
        "copy",
        "y",
        "",
        N_("Copy the text of the contribution, or what the mouse selected"),
        "marked:copy",
        group=Group.SAID,
    ),
    Command(
        "copy_named",
        "Y",
        "",
        N_("Copy the text of the contribution with name and time"),
        "marked:copy_with_name",
        group=Group.SAID,
    ),
    Command(
        "search",
        "slash",
        N_("search"),
        N_("Search what was said, here or at all tables"),
        "looking:search",
        group=Group.SAID,
        at_once=True,
    ),
    Command(
        "filter",
        "z",
        N_("filter"),
        N_("Show only what is starred, parked, of a sector, of a person …"),
        "looking:filter_feed",
        group=Group.SAID,
    ),
    Command(
        "topic_before",
        "comma",
        "",
        N_("Look back to the beginning of a topic"),
        "looking:topic_before",
        group=Group.SAID,
    ),
    Command(
        "topic_after",
        "semicolon",
        "",
        N_("Look on to the next topic"),
        "looking:topic_after",
        group=Group.SAID,
    ),
    Command("first", "", "", N_("Look at what was said first"), "looking:first", group=Group.SAID),
    Command(
        "last",
        "",
        "",
        N_("Look at what was said last, and follow what comes"),
        "looking:last",
        group=Group.SAID,
    ),
    Command("prompt", "r", "", N_("Show the next question to ask"), "moves:next_prompt", group=Group.AGENDA),
    Command(
        "split",
        "v",
        "",
        N_("Split what is left anew: each topic gives its share"),
        "moves:split_rest",
        group=Group.AGENDA,
    ),
    Command(
        "split_last_first",
        "V",
        "",
        N_("Split what is left anew: what was planned last gives first"),
        "moves:split_last_first",
        group=Group.AGENDA,
    ),
    Command(
        "hold",
        "H",
        "",
        N_("Hold a topic's minutes in every new split, or let them go"),
        "moves:hold",
        group=Group.AGENDA,
    ),
    Command(
        "add_topic",
        "N",
        "",
        N_("Add a topic that was not planned, behind this one"),
        "moves:add_topic",
        group=Group.AGENDA,
    ),
    Command(
        "parking",
        "l",
        "",
        N_("Show the parking lot: take up again, or keep for the paper"),
        "parking:parking_lot",
        group=Group.SAID,
    ),
    Command(
        "settings",
        "O",
        "",
        N_("Settings: language, look, bell and keys"),
        action="app.settings",
    ),
    Command("company", "", "", N_("Say who else is at this session on this computer"), action="tell_company"),
    Command("skip", "", "", N_("Leave this topic as skipped and go on"), "moves:skip", group=Group.AGENDA),
    Command(
        "arrival",
        "a",
        N_("who is here"),
        N_("Say who is here, and how they may be told"),
        "attendance:arrival",
        group=Group.PEOPLE,
    ),
    Command(
        "matrix",
        "b",
        N_("balance"),
        N_("Show who was heard on each topic of the evening"),
        "attendance:matrix",
        group=Group.PEOPLE,
    ),
    Command(
        "turn_balance",
        "B",
        "",
        N_("Who was heard: by sector or person, on this topic or tonight"),
        action="turn_balance",
        group=Group.PEOPLE,
    ),
    Command(
        "floor_ask",
        "f",
        "",
        N_("Somebody asks for the floor"),
        "floor:ask",
        group=Group.PEOPLE,
        at_once=True,
    ),
    Command(
        "floor_next", "d", "", N_("Give the floor to the next who waits"), "floor:give_on", group=Group.PEOPLE
    ),
    Command(
        "floor_done",
        "D",
        "",
        N_("End the turn on the floor; nobody has it"),
        "floor:done",
        group=Group.PEOPLE,
    ),
    Command("floor_give", "", "", N_("Give the floor to anybody"), "floor:give", group=Group.PEOPLE),
    Command(
        "floor_drop",
        "",
        "",
        N_("Take a hand down: somebody no longer waits"),
        "floor:drop",
        group=Group.PEOPLE,
    ),
    Command(
        "floor_limit",
        "",
        "",
        N_("Set how long a turn on the floor may last"),
        "floor:limit",
        group=Group.PEOPLE,
    ),
    Command(
        "floor_order",
        "",
        "",
        N_("Let quieter sectors have the floor first, or who asked first"),
        "floor:order",
        group=Group.PEOPLE,
    ),
    Command(
        "stage",
        "S",
        "",
        N_("Show the contribution on the stage for a moment, or hide it"),
        "staging:show_or_hide",
        group=Group.SAID,
    ),
    Command(
        "takeaways", "c", "", N_("Takeaways: the last ten minutes"), "concluding:takeaways", group=Group.AFTER
    ),
    Command(
        "synthesis",
        "P",
        "",
        N_("Synthesis: weigh what was said, draw takeaways, write the paper"),
        action="app.synthesis",
        group=Group.AFTER,
    ),
    Command(
        "themes",
        "T",
        "",
        N_("Themes: who spoke of what; rename, merge, split"),
        "theming:themes",
        group=Group.AFTER,
    ),
    Command(
        "closing",
        "C",
        "",
        N_("Where the evening stands: minutes, who was heard, what is left"),
        "closing:show",
        group=Group.AFTER,
    ),
    Command(
        "export",
        "",
        "",
        N_("Export: settle what is in the way, and write the paper"),
        "exporting:export",
        group=Group.AFTER,
    ),
    Command("close", "", "", N_("End the evening"), "moves:close", group=Group.AFTER),
    Command("reopen", "", "", N_("Open the evening again"), "moves:reopen", group=Group.AFTER),
    Command(
        "count_it",
        "",
        "",
        N_("Let this rehearsal count as the evening itself"),
        "closing:count_it",
        group=Group.AFTER,
    ),
    Command("help", "question_mark,f1", N_("help"), N_("Show all keys"), action="help"),
    Command("leave", "q", N_("leave"), N_("Leave the table; everything is saved"), action="leave"),
)

# What the capture line itself knows, and what works while it is written in.
WRITING_KEYS = (
    ("enter", N_("save")),
    ("tab", N_("name")),
    ("up", N_("correct")),
    ("ctrl+z", N_("undo")),
    ("escape", N_("steer")),
    ("ctrl+p", N_("commands")),
)
# They stay where there is no room for all: whoever sees it for the first time finds these without a book.
STEERING_FIRST = ("write", "next", "undo", "help", "leave")
WRITING_FIRST = ("enter", "ctrl+z", "escape", "ctrl+p")


def key_of(name: str) -> str:
    """Give the key of a command of the table that is in force, as people call it."""
    return next(one.shown for one in COMMANDS if one.name == name)
