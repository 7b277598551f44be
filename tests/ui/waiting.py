"""Waiting for a screen to show something, instead of sleeping."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot


async def wait_until(pilot: Pilot[Any], predicate: Callable[[], object], seconds: float = 10) -> None:
    """Give the app turns until the predicate holds; fail where it does not within the time."""
    ends = time.monotonic() + seconds
    while not predicate():
        assert time.monotonic() < ends, "the screen never came to show it"
        await pilot.pause()
        await asyncio.sleep(0.01)
