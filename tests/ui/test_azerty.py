"""Nothing that is used while people talk needs AltGr on a Belgian or a French keyboard, derived from their layouts.

The tables say what each key of the four rows gives alone, with Shift, and with AltGr, as X11 has them (`be`, and `fr`
in the version that Windows calls French); `·` stands for nothing, and for what only the next key makes a character.
"""

import inspect
import pkgutil
from importlib import import_module
from itertools import chain

import pytest

from roundtable.ui import keys as keys_module
from roundtable.ui import screens
from roundtable.ui.commands import COMMANDS, WRITING_KEYS, Command
from roundtable.ui.keys import ALTGR, SIGNS, key_shown, refuse, spelled
from roundtable.ui.screens.help import LINES
from roundtable.ui.screens.table_view import TableView
from roundtable.ui.widgets.feed import Feed

BELGIAN = {
    "alone": ("²&é\"'(§è!çà)-", "azertyuiop·$", "qsdfghjklmùµ", "<wxcvbn,;:="),
    "shift": ("³1234567890°_", "AZERTYUIOP·*", "QSDFGHJKLM%£", ">WXCVBN?./+"),
    "altgr": ("·|@#··^··{}··", "··€·······[]", "···········`", "\\······~···"),
}
FRENCH = {
    "alone": ("²&é\"'(-è_çà)=", "azertyuiop·$", "qsdfghjklmù*", "<wxcvbn,;:!"),
    "shift": ("·1234567890°+", "AZERTYUIOP·£", "QSDFGHJKLM%µ", ">WXCVBN?./§"),
    "altgr": ("··~#{[|`\\^@]}", "··€········¤", "············", "···········"),
}
Layout = dict[str, tuple[str, ...]]
LAYOUTS = {"be": BELGIAN, "fr": FRENCH}
EVERYWHERE = {  # keys that give no character, and the letters with Ctrl that terminals pass on
    *("enter", "escape", "tab", "shift+tab", "up", "down", "pageup", "pagedown", "home", "end", "f1"),
    *("left", "right", "backspace", "delete", "space", "insert", "ctrl+home", "ctrl+end"),
    *(f"ctrl+{letter}" for letter in "abcdefghklnoprtuvwxyz"),
}
# What a line needs; `#` and `=` are the same, and so one of them is enough.
GRAMMAR = ",:;=-+!?\"'"


def direct(layout: Layout) -> set[str]:
    """Give what a layout gives alone or with Shift."""
    return set("".join(layout["alone"] + layout["shift"])) - {"·"}


def only_with_altgr(layout: Layout) -> set[str]:
    return set("".join(layout["altgr"])) - {"·"} - direct(layout)


def needs_altgr(key: str, layout: Layout) -> bool:
    """Tell whether a key, as it is bound, cannot be struck without AltGr."""
    shown = key_shown(key)
    if key in EVERYWHERE:
        return False
    assert len(shown) == 1, f"nobody knows where {key} is on a keyboard"
    return shown not in direct(layout)


def views() -> list[type[TableView]]:
    """Give every page over the live table."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found, left = [], [TableView]
    while left:
        one = left.pop()
        found.append(one)
        left += one.__subclasses__()
    return found


def bound_in(owner: type) -> set[str]:
    """Give the keys that a screen or a widget of ours binds."""
    kept = vars(owner).get("BINDINGS", ())
    pairs = [one.key if hasattr(one, "key") else one[0] for one in kept]
    return {key.strip() for keys in pairs for key in keys.split(",")}


def widgets_and_screens() -> list[type]:
    """Give every class of the screens that binds keys."""
    import roundtable.ui as house

    found = []
    for module in pkgutil.walk_packages(house.__path__, "roundtable.ui."):
        loaded = import_module(module.name)
        found += [
            one
            for _name, one in inspect.getmembers(loaded, inspect.isclass)
            if one.__module__ == module.name and bound_in(one)
        ]
    return found


def keys_of(commands: tuple[Command, ...]) -> set[str]:
    return set(chain.from_iterable(one.key.split(",") for one in commands if one.key))


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_no_command_of_the_table_or_of_its_pages_needs_altgr(layout: Layout) -> None:
    commands = {*COMMANDS, *(one for view in views() for one in view.commands)}
    assert not {one.name for one in commands for key in keys_of((one,)) if needs_altgr(key, layout)}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_no_key_while_writing_needs_altgr(layout: Layout) -> None:
    assert not [key for key, _label in WRITING_KEYS if needs_altgr(key, layout)]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_no_key_that_any_screen_dialog_or_list_binds_needs_altgr(layout: Layout) -> None:
    owners = widgets_and_screens()
    assert Feed in owners
    assert not {(one.__name__, key) for one in owners for key in bound_in(one) if needs_altgr(key, layout)}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_sign_of_a_line_is_reached_without_altgr(layout: Layout) -> None:
    assert set(GRAMMAR) <= direct(layout)
    assert "#" in only_with_altgr(layout)  # which is why a theme begins with = as well
    typed = {sign for line, _meaning in LINES for sign in line if not sign.isalnum()} - set(" …")
    assert typed <= direct(layout)


def test_no_command_needs_a_digit_which_has_shift_on_both_keyboards() -> None:
    commands = {*COMMANDS, *(one for view in views() for one in view.commands)}
    assert not {one.name for one in commands for key in keys_of((one,)) if key.isdigit()}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_sign_that_may_be_chosen_for_a_key_is_reached_without_altgr(layout: Layout) -> None:
    assert set(SIGNS) <= direct(layout)
    for sign in SIGNS:
        refuse(spelled(sign))


def test_what_needs_altgr_on_one_of_them_is_refused_as_such() -> None:
    needed = set().union(*(only_with_altgr(layout) for layout in LAYOUTS.values()))
    assert {sign for sign in needed if sign.isascii() or sign == "€"} <= set(ALTGR)
    assert not set(ALTGR) & set(keys_module.SIGNS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_table_has_as_many_keys_on_each_level(layout: Layout) -> None:
    assert {tuple(len(row) for row in level) for level in layout.values()} == {(13, 12, 12, 11)}
