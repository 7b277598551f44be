"""Processes in which something is worked out away from a screen, so that whoever types there does not wait."""

import asyncio
import os
import signal
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Any

LOW = 10  # how much nicer than the screen, which somebody types into
if sys.platform == "win32":
    _INTERRUPTION = signal.CTRL_BREAK_EVENT
else:
    _INTERRUPTION = signal.SIGINT


async def started(module: str, *words: str) -> Process:
    """Start a module of ours with low priority, away from the terminal: neither keys nor Ctrl-C reach it.

    Raises OSError.
    """
    command = (
        sys.executable,
        "-P",
        "-m",
        module,
        *words,
    )  # -P: what lies in the folder at hand is not loaded
    ours = os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))))
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env={**os.environ, "PYTHONPATH": ours},
        **_away(),
    )
    if sys.platform != "win32":  # there it was given its priority
        with suppress(OSError):  # it ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + LOW)
    return process


def _away() -> dict[str, Any]:
    """Give how a process is kept from the terminal; on Windows its priority as well."""
    if sys.platform == "win32":
        low, hidden = subprocess.BELOW_NORMAL_PRIORITY_CLASS, subprocess.CREATE_NO_WINDOW
        return {"creationflags": low | hidden | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {
        "process_group": 0
    }  # in a session of its own, Linux would weigh its priority against itself alone


async def all_of(pipe: asyncio.StreamReader | None) -> bytes:
    """Read a pipe to its end; nothing where there is none."""
    return await pipe.read() if pipe else b""


async def ended(process: Process, patience: float = 0) -> None:
    """End a process if it has not ended, and close what led to it; with patience (s) it may tidy up after itself."""
    if process.returncode is None and patience:
        with suppress(ProcessLookupError):
            process.send_signal(_INTERRUPTION)
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), patience)
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
    if process.stdin:
        process.stdin.close()
        with suppress(ConnectionError):
            await process.stdin.wait_closed()
    await asyncio.gather(all_of(process.stdout), all_of(process.stderr))
    await process.wait()
