"""A real terminal for tests and benchmarks: a program on a pty, its screen read by pyte."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte


class Terminal:
    """A program running on a pty; `raw` holds every byte that it sent, `arrived` is when the last ones came (s)."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.raw = bytearray()
        self.arrived = 0.0
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        surroundings = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLUMNS": str(columns),
            "LINES": str(lines),
            **(env or {}),
        }
        self.process = subprocess.Popen(
            list(command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=surroundings,
            cwd=cwd,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._master)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds: float) -> bool:
        """Take in what the program sends within a time; false where nothing came."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            sent = os.read(self._master, 65536)
        except OSError:  # the program has ended
            return False
        self.arrived = time.perf_counter()
        self.raw += sent
        self._stream.feed(sent)
        return bool(sent)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def wait_for(self, shown: str | Callable[[str], object], seconds: float = 20) -> float:
        """Wait until a text stands on the screen (or a predicate of it holds); give the seconds that it took.

        What counts is when the bytes came: the reading of the screen takes time of its own.
        """
        begun = self.arrived = time.perf_counter()
        holds = shown if callable(shown) else (lambda text: shown in text)
        while not holds(self.text):
            left = begun + seconds - time.perf_counter()
            assert left > 0, f"not shown within {seconds} s: {shown!r}\n{self.text}"
            self.read(min(left, 0.2))
        return self.arrived - begun

    def settle(self, quiet: float = 0.3, seconds: float = 10) -> None:
        """Wait until nothing more is sent for a while."""
        ends = time.perf_counter() + seconds
        while time.perf_counter() < ends and self.read(quiet):
            pass
