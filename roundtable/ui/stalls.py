"""Standing still: a program that was stopped from outside and goes on reads its keys with one reader, not two."""

import signal
from types import FrameType


def resume_only_what_was_suspended() -> None:
    """Let Textual take the terminal again only where it had given it back.

    It does so at every SIGCONT, also after a SIGSTOP, which it never noticed: then two threads read the keys and
    mix up their order. Call it in the main thread; where there are no such signals nothing happens.
    """
    if not hasattr(signal, "SIGCONT"):
        return
    suspend, resume = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not (callable(suspend) and callable(resume)):
        return
    suspended = False

    def on_suspend(number: int, frame: FrameType | None) -> None:
        nonlocal suspended
        suspended = True
        suspend(number, frame)

    def on_resume(number: int, frame: FrameType | None) -> None:
        nonlocal suspended
        if suspended:
            suspended = False
            resume(number, frame)

    signal.signal(signal.SIGTSTP, on_suspend)
    signal.signal(signal.SIGCONT, on_resume)
