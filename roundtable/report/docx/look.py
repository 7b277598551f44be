"""How the paper looks: its page, and the styles of `styles.toml`, from which template and page estimate both follow."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

# Lengths are in twentieths of a point, as Word keeps them; A4, with a measure of about 70 characters.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
LEFT, RIGHT, TOP, BOTTOM = 2466, 2296, 1814, 1644
HEADER, FOOTER = 794, 850
MEASURE = PAGE_WIDTH - LEFT - RIGHT
COVER_TOP, COVER_BOTTOM = 5046, 1474  # the title stands a third down the page, place and date at its foot
BAND = 794

COLOURS = {"ink": "262626", "soft": "404040", "grey": "666B70", "alarm": "A8451F", "line": "C9CDD1"}
"""Colours besides the accent, as RRGGBB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style; what is not said is as in the running text.

    `own` says that Word does not know it; `tracking` spreads letters; `bar` is a bar in the accent colour along the
    left, `below` a thin line underneath, `leader` a dotted line to a page number, `edge` a tab to the right margin.
    """

    key: str
    name: str
    own: bool = False
    base: str = "Normal"
    following: str = ""
    font: str = "body"  # body, display or fixed
    size: float = 11
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    tracking: int = 0
    colour: str = "ink"  # of COLOURS, or accent
    line: int = 276
    before: int = 0
    after: int = 160
    left: int = 0
    right: int = 0
    hanging: int = 0
    align: str = "left"
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    outline: int | None = None
    bar: bool = False
    below: bool = False
    leader: bool = False
    edge: bool = False
    list: str = ""  # bullets, numbers or takeaways
    level: int = 0
    priority: int = 99


@cache
def paragraph_looks() -> dict[str, Look]:
    """Give the paragraph styles by their key."""
    return {key: Look(key=key, **look) for key, look in _styles()["paragraph"].items()}


@cache
def character_looks() -> dict[str, Look]:
    """Give the character styles by their key."""
    return {key: Look(key=key, base="", **look) for key, look in _styles()["character"].items()}


@cache
def _styles() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads(Path(__file__).with_name("styles.toml").read_text(encoding="utf-8"))
