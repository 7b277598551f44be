"""Opening a file in the program that somebody writes in."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roundtable.agendas.decoding import decode, read_bytes
from roundtable.errors import EditorFailed, NoEditor

_USUAL = ("nano", "micro", "vim", "vi")  # the first that is there; the easiest to leave goes first


def editor_words(environment: Mapping[str, str]) -> list[str]:
    """Give the words that start the editor: VISUAL, EDITOR, else one that the machine has."""
    windows = sys.platform == "win32"
    wanted = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if wanted:
        try:
            words = shlex.split(wanted, posix=not windows)
        except ValueError:  # a quotation mark that is not closed
            words = wanted.split()
        return [word.strip('"') for word in words]
    if windows:
        return ["notepad"]
    return [next((name for name in _USUAL if shutil.which(name)), "vi")]


def write_in_editor(path: Path, environment: Mapping[str, str] | None = None) -> None:
    """Open a file in the editor and wait until it is left. Raises NoEditor, EditorFailed."""
    words = editor_words(os.environ if environment is None else environment)
    try:
        code = subprocess.run([*words, str(path)], check=False).returncode  # noqa: S603 — the user's own choice
    except (OSError, ValueError) as error:
        raise NoEditor(editor=" ".join(words), file=path) from error
    if code:
        raise EditorFailed(editor=" ".join(words), code=code, file=path)


@dataclass(frozen=True, slots=True)
class Edited:
    """What a text became in the editor, and the file in which it stays until it is kept elsewhere."""

    text: str
    file: Path

    def kept(self) -> None:
        """Remove the file: its text stands elsewhere now."""
        self.file.unlink(missing_ok=True)


def edited(text: str, megabytes: int = 4) -> Edited:
    """Let a text be written in the editor, in a file of its own, which stays where anything goes wrong.

    Raises NoEditor, EditorFailed, FileNotText, FileTooLarge.
    """
    with tempfile.NamedTemporaryFile(prefix="roundtable-", suffix=".md", delete=False) as file:
        file.write(text.encode("utf-8") + b"\n" * bool(text))
        path = Path(file.name)
    write_in_editor(path)
    return Edited(decode(read_bytes(path, megabytes), path).text, path)
