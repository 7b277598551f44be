"""Who else is here, in a sentence."""

from roundtable.storage.presence import RUN, STAGE, WRITE, Here
from roundtable.ui.company import company_told


def test_nobody_else_is_said_to_be_nobody() -> None:
    assert company_told(()) == "Nobody else is at this session on this computer."


def test_the_others_are_told_by_what_they_do() -> None:
    others = [Here("a", RUN), Here("b", WRITE), Here("c", WRITE), Here("d", STAGE)]
    assert company_told(others) == "Here as well on this computer: 1 who steers, 2 who write, the stage"
