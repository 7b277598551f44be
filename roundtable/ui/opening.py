"""Opening a file, or the folder in which it lies, with whatever the system has for it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PATIENCE = 2.0  # seconds after which it is taken for opened


def open_file(path: Path) -> bool:
    """Open a file in the program that is for it; tell whether there was something to open it with."""
    if sys.platform == "win32":
        return _by_windows(path)
    command = opener()
    return bool(command) and _runs([command, str(path)])


def show_folder(path: Path) -> bool:
    """Show the folder of a file, the file marked where the system can; tell whether that could be done."""
    if sys.platform == "win32":
        return _runs(["explorer", f"/select,{path}"], fails=True)
    command = opener()
    if not command:
        return False
    return _runs([command, "-R", str(path)] if sys.platform == "darwin" else [command, str(path.parent)])


def opener(surroundings: Mapping[str, str] = os.environ) -> str:
    """Give the program that opens files; empty where there is none, or no desktop on which it could be seen."""
    if sys.platform == "darwin":
        return "" if "SSH_CONNECTION" in surroundings else "open"
    if not (surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY")):
        return ""
    return shutil.which("xdg-open") or ""


def _by_windows(path: Path) -> bool:
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 — that is what it is for
        except OSError:
            return False
        return True
    return False


def _runs(command: list[str], *, fails: bool = False) -> bool:
    """Start a program away from the terminal; tell whether it goes well so far. One that always `fails` does."""
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 — the system's own opener, and a path of ours
            command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
        return process.wait(PATIENCE) == 0 or fails
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
