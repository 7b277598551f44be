"""Handing the terminal to another program, and taking it back whatever happens there."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from textual.app import App

P = ParamSpec("P")
T = TypeVar("T")


async def elsewhere(app: App[object], act: Callable[P, T], *args: P.args, **names: P.kwargs) -> T:
    """Do what uses the terminal itself. Nothing is painted meanwhile; but time goes on, and what others write arrives.

    Raises SuspendNotSupported, and whatever `act` raises: once the terminal is ours again, which Textual takes back
    only where nothing was raised.
    """
    with app.batch_update(), app.suspend():
        (done,) = await asyncio.gather(asyncio.to_thread(act, *args, **names), return_exceptions=True)
    if isinstance(done, BaseException):
        raise done
    return done
