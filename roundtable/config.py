"""The user's own settings: a TOML file, read leniently, and written so that what else stands in it is kept."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from roundtable.errors import RoundtableError, SettingsNotWritten, SettingsUnreadable, SettingWrong

AUTO = "auto"  # as the system, or the terminal, has it
CHOICES = {
    "language": (AUTO, "nl", "fr", "en"),
    "theme": (AUTO, "dark", "light", "plain"),
    "bell": ("on", "off"),
    "least": ("2", "3", "4", "5"),  # people of a sector, for a paper to tell somebody by it
}
KEYS = "keys"  # the table of the file that holds them
_HIGHEST = 1_000_000  # bytes; what is longer was not written by anybody


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose; `keys` by the name of the command, and `problems` with the file that was read."""

    language: str = AUTO
    theme: str = AUTO
    bell: bool = False
    least: int = 2
    keys: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[RoundtableError, ...] = field(default=(), compare=False)

    def value(self, name: str) -> str:
        """Give the value of a setting as it is typed; a key as `keys.next`, empty where none was chosen."""
        if name.startswith(f"{KEYS}."):
            return self.keys.get(name.removeprefix(f"{KEYS}."), "")
        if name == "bell":
            return "on" if self.bell else "off"
        if name == "least":
            return str(self.least)
        return self.theme if name == "theme" else self.language


def settings_path() -> Path:
    """Give the file of the settings: ROUNDTABLE_SETTINGS, else settings.toml in the user's folder for settings."""
    if named := os.environ.get("ROUNDTABLE_SETTINGS"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("roundtable", appauthor=False) / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings; what is wrong in the file is in `problems`, and the usual value holds instead."""
    path = path or settings_path()
    try:
        text = _text_of(path)
        if not text:
            return Settings()
        import tomllib

        return _settings_of(tomllib.loads(text), text, path)
    except (OSError, ValueError) as error:  # what is no TOML, or no UTF-8, is a ValueError
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return Settings(problems=(SettingsUnreadable(file=path, reason=reason),))


def write_setting(name: str, value: str | None, path: Path | None = None) -> None:
    """Write one setting as it is typed (`theme`, `keys.next`); None takes it out, so that the usual one holds.

    All else in the file stays as it is, also what a later version may have put there. Raises SettingsUnreadable where
    the file is no TOML, and SettingsNotWritten.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = path or settings_path()
    try:
        document = tomlkit.parse(_text_of(path))
    except (OSError, ValueError, TOMLKitError) as error:
        raise SettingsUnreadable(file=path, reason=error) from None
    table: Any = document
    if name.startswith(f"{KEYS}."):
        name = name.removeprefix(f"{KEYS}.")
        if not isinstance(document.get(KEYS), dict):
            document[KEYS] = tomlkit.table()
        table = document[KEYS]
    if value is None:
        table.pop(name, None)
    else:
        table[name] = _spelled(name, value) if table is document else value
    _replace(path, tomlkit.dumps(document))


def _spelled(name: str, value: str) -> object:
    """Give a setting as TOML has it: a yes or no, a number, or a text."""
    if name == "bell":
        return value == "on"
    return int(value) if name == "least" else value


def _text_of(path: Path) -> str:
    """Give the text of the file; none where there is no file. Raises ValueError where it is far too long."""
    try:
        with path.open("rb") as file:
            found = file.read(_HIGHEST + 1)
        if len(found) > _HIGHEST:  # a part of it would be written back in place of the whole
            raise ValueError(f"more than {_HIGHEST:,} bytes")  # noqa: TRY003 — told as SettingsUnreadable
        return found.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _settings_of(found: Mapping[str, object], text: str, path: Path) -> Settings:
    problems: list[RoundtableError] = []

    def wrong(name: str, value: object, choices: str, table: str = "") -> None:
        line = _line_of(text, name, table)
        problems.append(SettingWrong(file=path, line=line, name=name, value=value, choices=choices))

    def chosen(name: str) -> str:
        value = found.get(name, AUTO)
        if isinstance(value, str) and value in CHOICES[name]:
            return value
        wrong(name, value, ", ".join(CHOICES[name]))
        return AUTO

    bell = found.get("bell", False)
    if not isinstance(bell, bool):
        wrong("bell", bell, "true, false")
    least = str(found.get("least", 2))
    if least not in CHOICES["least"]:
        wrong("least", least, ", ".join(CHOICES["least"]))
        least = "2"
    keys: dict[str, str] = {}
    for name, key in _pairs(found.get(KEYS, {}), wrong):
        if isinstance(key, str) and key:
            keys[name] = key
        else:
            wrong(name, key, '"n", "space", "ctrl+t"', KEYS)
    return Settings(
        language=chosen("language"),
        theme=chosen("theme"),
        bell=bell is True,
        least=int(least),
        keys=keys,
        problems=tuple(problems),
    )


def _pairs(keys: object, wrong: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 — a function beside it
    if isinstance(keys, dict):
        yield from keys.items()
    else:
        wrong(KEYS, keys, "[keys]")


def _line_of(text: str, name: str, table: str) -> int:
    """Give the line on which a name is set within a table ("": above all tables); 1 where it is not found."""
    within = ""
    for number, line in enumerate(text.splitlines(), 1):
        words = line.strip()
        if words.startswith("["):
            within = words.strip("[] ")
        elif within == table and words.partition("=")[0].strip(" \"'") == name:
            return number
    return 1


def _replace(path: Path, text: str) -> None:
    """Put a new file in the place of the old one, so that there is a whole one at every moment."""
    import tempfile

    try:
        path = path.resolve()  # the link of somebody who keeps settings elsewhere stays a link
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=path.name, delete=False
        ) as file:
            file.write(text)
        try:
            if path.exists():
                Path(file.name).chmod(path.stat().st_mode)
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SettingsNotWritten(file=path, reason=error.strerror or error) from None
