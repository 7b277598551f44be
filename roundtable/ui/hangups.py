"""Leaving in good order where nobody says goodbye: the terminal was closed, or the system wants the program to end."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable

ENDING = ("SIGHUP", "SIGTERM")  # as far as a system has them
INPUT = 0
LOOKS = 2.0  # seconds between two looks at whether the terminal is still there


def leave_when_gone(leave: Callable[[], object]) -> None:
    """Call `leave` once, when the terminal is gone or a signal asks for the end; call it in the program's loop.

    Not every terminal that closes sends a signal: one that a program did not get as its own is looked at.
    """
    loop = asyncio.get_running_loop()
    left = False
    had_terminal = os.isatty(INPUT)

    def once() -> None:
        nonlocal left
        if not left:
            left = True
            if had_terminal and not os.isatty(INPUT):
                _let_output_go_nowhere()
            leave()

    def look() -> None:
        if os.isatty(INPUT):
            loop.call_later(LOOKS, look)
        else:
            once()

    for name in ENDING:
        if number := getattr(signal, name, None):
            # No such thing on Windows, nor outside the main thread (as in tests).
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, once)
    if had_terminal:
        loop.call_later(LOOKS, look)


def _let_output_go_nowhere() -> None:
    """Let what is still written for a terminal that is gone do no harm."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.close(nowhere)
