"""Your own settings: what they are, to change one, where they lie."""

import click

from roundtable.cli.lazy import LazyGroup
from roundtable.cli.place import json_option, print_json, print_rows
from roundtable.config import CHOICES, KEYS, read_settings, settings_path, write_setting
from roundtable.errors import KeyTaken, NoSuchCommand, NoSuchSetting, SettingRefused
from roundtable.i18n import _, told


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    help=_("Your own settings: language, look, bell, and the key of every command."),
)
@click.pass_context
def settings(context: click.Context) -> None:
    """List the settings where nothing else is asked for."""
    if context.invoked_subcommand is None:
        context.invoke(list_settings, as_json=False)


@settings.command("list", help=_("List the settings as they are, and what is wrong with them."))
@json_option
def list_settings(as_json: bool) -> None:
    """List all settings with their values; what is wrong in the file goes to the error stream."""
    from roundtable.ui.commands import COMMANDS
    from roundtable.ui.keys import all_keys_shown, key_map

    found = read_settings()
    keys, wrong = key_map(COMMANDS, found.keys)
    in_force = {one.name: all_keys_shown(keys.get(one.name, one.key)) for one in COMMANDS}
    for error in (*found.problems, *wrong):
        click.echo(told(error), err=True)
    if as_json:
        print_json({**{name: found.value(name) for name in CHOICES}, KEYS: in_force})
        return
    rows = [(name, found.value(name), ", ".join(choices)) for name, choices in CHOICES.items()]
    rows += [(f"{KEYS}.{one.name}", in_force[one.name] or "–", _(one.title)) for one in COMMANDS]
    print_rows(rows)


@settings.command("set", help=_("Change a setting: `set theme light`, `set keys.next a`."))
@click.argument("name")
@click.argument("value")
def set_setting(name: str, value: str) -> None:
    """Change a setting. Raises NoSuchSetting, SettingRefused, and what speaks against a key."""
    usual = False
    if name.startswith(f"{KEYS}."):
        usual = _is_usual_key(name.removeprefix(f"{KEYS}."), value)
    elif name not in CHOICES:
        raise NoSuchSetting(name=name)
    elif value not in CHOICES[name]:
        raise SettingRefused(name=name, value=value, choices=", ".join(CHOICES[name]))
    write_setting(name, None if usual else value)
    click.echo(_("{name} is {value} from the next start on.").format(name=name, value=value))


@settings.command("reset", help=_("Have a setting as it was at first."))
@click.argument("name")
def reset_setting(name: str) -> None:
    """Take a setting out of the file. Raises NoSuchSetting."""
    if name not in CHOICES and not name.startswith(f"{KEYS}."):
        raise NoSuchSetting(name=name)
    write_setting(name, None)
    click.echo(_("{name} is as it was at first.").format(name=name))


@settings.command("path", help=_("Give the file that the settings lie in."))
def path() -> None:
    """Give the file; it need not be there."""
    click.echo(settings_path())


def _is_usual_key(command: str, key: str) -> bool:
    """Tell whether a command came with this key. Raises NoSuchCommand, and what speaks against the key."""
    from roundtable.ui.commands import COMMANDS
    from roundtable.ui.keys import key_map, key_shown, refuse, spelled, taken, with_key

    found = next((one for one in COMMANDS if one.name == command), None)
    if found is None:
        raise NoSuchCommand(name=command)
    refuse(spelled(key))
    keys, _wrong = key_map(COMMANDS, read_settings().keys)
    if has := taken(COMMANDS, keys, command, spelled(key)):
        title = next(one.title for one in COMMANDS if one.name == has)
        raise KeyTaken(key=key_shown(spelled(key)), command=_(title))
    return with_key(found, key) == found.key
