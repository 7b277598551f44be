"""The keys in force: those that commands come with, or the user chose instead; and which may be chosen."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from roundtable.errors import KeyNeedsAltGr, KeyNotFree, KeyTaken, NoSuchCommand, RoundtableError
from roundtable.i18n import N_, _

KEY_NAMES = {
    "space": N_("Space"),
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "pageup": N_("Page up"),
    "pagedown": N_("Page down"),
    "home": "Home",
    "end": "End",
    "f1": "F1",
    "ctrl+z": "Ctrl+Z",
    "ctrl+p": "Ctrl+P",
    "ctrl+t": "Ctrl+T",
}
ALTGR = "@#{}[]\\|`~^€"  # what a Belgian or French keyboard gives with AltGr alone, or as a dead key
MOVEMENT = "jkG"  # they move in every list
# What every keyboard that we know of gives with Shift at most, and none as a dead key: as Textual calls it.
_NAMED = {
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "equals_sign": "=",
    "minus": "-",
    "underscore": "_",
    "exclamation_mark": "!",
    "question_mark": "?",
    "full_stop": ".",
    "slash": "/",
    "plus": "+",
    "asterisk": "*",
    "ampersand": "&",
    "apostrophe": "'",
    "quotation_mark": '"',
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "dollar_sign": "$",
    "percent_sign": "%",
}
SIGNS = "".join(_NAMED.values())

_chosen: dict[str, str] = {}


class Keyed(Protocol):
    """A command with a name, its keys as they came (`"enter,i"`), and the sentence that says what it does."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def key(self) -> str:
        """The keys."""

    @property
    def title(self) -> str:
        """The sentence."""


def use_keys(chosen: Mapping[str, str]) -> None:
    """Have these keys (of commands, by name) shown from here on, in the place of those they came with."""
    _chosen.clear()
    _chosen.update(chosen)


def keys_of_command(command: Keyed) -> str:
    """Give the keys of a command that are in force."""
    return _chosen.get(command.name, command.key)


def key_shown(key: str) -> str:
    """Give a key as people call it; of several the first."""
    first = key.split(",", maxsplit=1)[0]
    return _(KEY_NAMES[first]) if first in KEY_NAMES else _NAMED.get(first, first)


def all_keys_shown(key: str) -> str:
    """Give all keys of a command as people call them."""
    return " ".join(key_shown(one) for one in key.split(",") if one)


def spelled(key: str) -> str:
    """Give a key as Textual calls it: of `?` `question_mark`; names and letters stay as they are."""
    if len(key) != 1 or key.isalnum():
        return "space" if key == " " else key
    return next((name for name, sign in _NAMED.items() if sign == key), key)


def refuse(key: str) -> None:
    """Raise what speaks against a key that somebody chose: KeyNeedsAltGr, KeyNotFree."""
    sign = _NAMED.get(key, key)
    if sign == "space" or (len(sign) == 1 and sign in SIGNS):
        return
    if len(sign) == 1 and sign in ALTGR:
        raise KeyNeedsAltGr(key=sign, signs=" ".join(SIGNS[:6]))
    if not (len(sign) == 1 and sign.isascii() and sign.isalpha()) or sign in MOVEMENT:
        raise KeyNotFree(key=key_shown(sign), signs=" ".join(SIGNS[:6]))


def with_key(command: Keyed, key: str) -> str:
    """Give all keys of a command where its letter is another: what is no letter (Enter, F1) stays."""
    kept = [one for one in command.key.split(",") if one in KEY_NAMES and one != "space"]
    kept = [*kept, spelled(key)] if command.key.startswith(tuple(kept)) else [spelled(key), *kept]
    return ",".join(kept)


def key_map(
    commands: Iterable[Keyed], chosen: Mapping[str, str]
) -> tuple[dict[str, str], tuple[RoundtableError, ...]]:
    """Give the keys (by the name of the command) that the user's choice comes to, and what is wrong with it.

    Where two commands would have the same key, the later one in the file keeps what it came with.
    """
    known = {one.name: one for one in commands}
    found: dict[str, str] = {}
    problems: list[RoundtableError] = []
    for name, key in chosen.items():
        if name not in known:
            problems.append(NoSuchCommand(name=name))
            continue
        try:
            refuse(spelled(key))
        except RoundtableError as error:
            problems.append(error)
        else:
            found[name] = with_key(known[name], key)
    while clash := next(_clashes(known, found), None):
        loser, winner = clash
        problems.append(KeyTaken(key=key_shown(spelled(chosen[loser])), command=_(known[winner].title)))
        del found[loser]
    return found, tuple(problems)


def _clashes(known: Mapping[str, Keyed], found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give pairs of a command that was given a key, and the one that has it; the latest choice first."""
    for loser in reversed(found):
        if winner := taken(known.values(), found, loser, found[loser]):
            yield loser, winner


def taken(commands: Iterable[Keyed], found: Mapping[str, str], name: str, keys: str) -> str | None:
    """Give the name of another command that has one of these keys already."""
    wanted = set(keys.split(","))
    for one in commands:
        if one.name != name and wanted & set(found.get(one.name, one.key).split(",")):
            return one.name
    return None
