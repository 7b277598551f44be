"""Opening a file in the program that somebody writes in."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

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


def edited(text: str, name: str, environment: Mapping[str, str] | None = None) -> str:
    """Let a text be written in the editor, in a file of this name, and give it as it is then.

    Raises NoEditor, EditorFailed.
    """
    with tempfile.TemporaryDirectory(prefix="roundtable-") as folder:
        path = Path(folder, name)
        path.write_text(text, "utf-8")
        write_in_editor(path, environment)
        return path.read_text("utf-8", "replace")
