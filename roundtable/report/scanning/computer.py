"""What names this computer: who works at it, what it is called, and where its files lie."""

import getpass
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

_REST = r"""[^\s"'<>|“”«»]*"""
_PATHS = re.compile(
    rf"""(?<![\w/.:-])/(?:home|Users|root|media|mnt|Volumes|private|tmp|var)/{_REST}"""
    rf"""|(?<!\w)[A-Za-z]:[\\/](?![\\/]){_REST}"""
    rf"""|(?<![\\\w])\\\\[\w.$-]+\\{_REST}"""
    rf"""|(?i:file):/{_REST}"""
)
_SHORTEST = 3
# Names that many computers and logins have, and that tell nobody anything.
_COMMON = frozenset(
    "admin administrator build builder debian docker guest home host local localhost mac macbook office owner pc "
    "root runner server test ubuntu user worker".split()
)


def paths_in(text: str) -> Iterator[tuple[int, int]]:
    """Find where paths of a computer stand in a text, and this computer's own folders."""
    if "/" in text or "\\" in text:
        home = _home()
        for found in _PATHS.finditer(text):
            yield found.start(), found.start() + len(found[0].rstrip(".,;:!?)"))
        if home and not _PATHS.match(home + "/") and (start := text.find(home)) >= 0:
            yield start, start + len(home)


def known_here() -> frozenset[str]:
    """Give the login and the name of this computer, as far as they tell anything."""
    names = {_login(), socket.gethostname().partition(".")[0]}
    return frozenset(name for name in names if len(name) >= _SHORTEST and name.casefold() not in _COMMON)


def _login() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # nobody known to the system runs this
        return ""


def _home() -> str:
    try:
        home = str(Path.home())
    except RuntimeError:
        return ""
    return home if len(home) > len(os.sep + "x") else ""
