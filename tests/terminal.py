"""A real terminal for tests and benchmarks: a program on a pty, its bytes kept, its screen read by pyte."""

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


def program(*arguments: str) -> list[str]:
    """Give the command that runs roundtable with arguments."""
    return [sys.executable, "-m", "roundtable", *arguments]


class Terminal:
    """A program running on a pty; `raw` holds every byte that it sent, `arrived` is when the last ones came (s)."""

    def __init__(
        self, command: Sequence[str], columns: int = 80, lines: int = 24, **environment: str | None
    ) -> None:
        self.raw = b""
        self.arrived = 0.0
        self._shown = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._shown)
        self.ours, theirs = pty.openpty()
        self._say_size(columns, lines)
        self.process = subprocess.Popen(
            list(command),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=_surroundings(environment),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.ended:
            os.killpg(self.process.pid, signal.SIGKILL)  # and whatever it started
        self.process.wait(10)
        os.close(self.ours)

    # What goes to the program

    def send(self, keys: str | bytes) -> None:
        """Type as terminals do: no faster than it is taken."""
        left = keys.encode() if isinstance(keys, str) else keys
        while left:
            _, ready, _ = select.select([], [self.ours], [], STEP)
            left = left[os.write(self.ours, left[:CHUNK]) :] if ready else left
            self.read(0)

    def paste(self, text: str) -> None:
        """Paste a text, in brackets as terminals do."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def signal(self, number: signal.Signals) -> None:
        """Stop the program for a while, let it go on, or end it."""
        self.process.send_signal(number)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._say_size(columns, lines)
        self.signal(signal.SIGWINCH)
        self._shown.resize(lines, columns)

    def _say_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    # What comes from it

    @property
    def screen(self) -> str:
        """What stands on the screen; every line is as wide as it is."""
        return "\n".join(self._shown.display)

    @property
    def ended(self) -> bool:
        """Whether the program has ended."""
        return self.process.poll() is not None

    def exit_code(self, seconds: float) -> int:
        """Wait until the program has ended, and give its exit code."""
        return self.process.wait(seconds)

    def read(self, seconds: float) -> bool:
        """Take in what the program sends within a time; false where nothing came."""
        ready, _, _ = select.select([self.ours], [], [], seconds)
        if not ready:
            return False
        try:
            sent = os.read(self.ours, 65536)
        except OSError:  # the program has closed its side
            time.sleep(min(seconds, STEP))
            return False
        self.arrived = time.perf_counter()
        self.raw += sent
        self._stream.feed(sent)
        return bool(sent)

    def wait_for(self, shown: str | Callable[[str], object], seconds: float = 20) -> str:
        """Wait until a text stands on the screen (or a predicate of it holds), and give the screen.

        How long it took is told by `arrived`, when the bytes came: the reading of the screen takes time of its own.
        """
        begun = time.perf_counter()
        holds = shown if callable(shown) else (lambda text: shown in text)
        while not holds(self.screen):
            left = begun + seconds - time.perf_counter()
            assert left > 0, f"not shown within {seconds} s: {shown!r}\n{self.screen}"
            self.read(min(left, STEP))
        return self.screen

    def settle(self, quiet: float = 0.3, seconds: float = 10) -> str:
        """Wait until nothing more is sent for a while, but no longer than some seconds; give the screen."""
        ends = time.perf_counter() + seconds
        while (left := ends - time.perf_counter()) > 0 and self.read(min(quiet, left)):
            pass
        return self.screen


def _surroundings(changes: Mapping[str, str | None]) -> dict[str, str]:
    wanted: dict[str, str | None] = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "NO_COLOR": None,
        "COLUMNS": None,  # the size is that of the terminal
        "LINES": None,
        "LC_ALL": "C.UTF-8",
        "ROUNDTABLE_LANG": "en",
        **changes,
    }
    return {name: value for name, value in wanted.items() if value is not None}
