"""A terminal of our own: the program runs in it, its bytes are kept, and its screen can be read."""

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

STEP = 0.05  # seconds
CHUNK = 1024  # bytes


class Terminal:
    """Runs `python -m roundtable` with arguments in a pseudo-terminal of a size."""

    def __init__(
        self, arguments: Sequence[str], width: int = 80, height: int = 24, **environment: str | None
    ) -> None:
        self.raw = b""
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        command = [sys.executable, "-m", "roundtable", *arguments]
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=_surroundings(environment),
            close_fds=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)
        os.close(self.ours)

    def press(self, keys: str) -> None:
        """Send keys as a terminal sends them: no faster than they are taken."""
        left = keys.encode()
        while left:
            _, ready, _ = select.select([], [self.ours], [], STEP)
            left = left[os.write(self.ours, left[:CHUNK]) :] if ready else left
            self._read(0 if len(left) else STEP)

    def signal(self, number: signal.Signals) -> None:
        """Stop the program for a while, or let it go on."""
        self._process.send_signal(number)

    def paste(self, text: str) -> None:
        """Paste a text, in brackets as terminals do."""
        self.press(f"\x1b[200~{text}\x1b[201~")

    @property
    def screen(self) -> str:
        """What can be read on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def ended(self) -> bool:
        """Whether the program has ended."""
        return self._process.poll() is not None

    def until(self, predicate: Callable[[str], object], seconds: float = 20) -> str:
        """Read until the screen is as wanted, and give it; fail with the screen where it never is."""
        ends = time.monotonic() + seconds
        while not predicate(self.screen):
            assert time.monotonic() < ends, f"the terminal never came to show it:\n{self.screen}"
            self._read()
        return self.screen

    def exit_code(self, seconds: float) -> int:
        """Wait until the program has ended, and give its exit code."""
        return self._process.wait(seconds)

    def settle(self, seconds: float = 0.4) -> str:
        """Read for a while, and give the screen."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self._read()
        return self.screen

    def _read(self, patience: float = STEP) -> None:
        ready, _, _ = select.select([self.ours], [], [], patience)
        if not ready:
            return
        try:
            found = os.read(self.ours, 65536)
        except OSError:  # the program has closed its side
            return
        self.raw += found
        self._stream.feed(self._decoder.decode(found))


def _surroundings(changes: Mapping[str, str | None]) -> dict[str, str]:
    wanted: dict[str, str | None] = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "NO_COLOR": None,
        "LC_ALL": "C.UTF-8",
        "ROUNDTABLE_LANG": "en",
        **changes,
    }
    return {name: value for name, value in wanted.items() if value is not None}
