"""How the paper looks: its page, and the styles of `styles.toml`, from which template and page estimate both follow."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

BAND = 794

COLOURS = {"ink": "262626", "soft": "404040", "grey": "666B70", "alarm": "A8451F", "line": "C9CDD1"}
"""Colours besides the accent, as RRGGBB."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its margins, in twentieths of a point, as Word keeps them; ours is A4, about 70 characters wide.

    On the cover, the title stands `cover_top` down the page, and place and date `cover_bottom` above its foot.
    """

    width: int = 11906
    height: int = 16838
    left: int = 2466
    right: int = 2296
    top: int = 1814
    bottom: int = 1644
    header: int = 794
    footer: int = 850
    cover_top: int = 5046
    cover_bottom: int = 1474

    @property
    def measure(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right

    @property
    def room(self) -> int:
        """The height of the text."""
        return self.height - self.top - self.bottom


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


@dataclass(frozen=True, slots=True)
class Design:
    """What a paper is made with: its accent (RRGGBB), its page, and its paragraph styles by our keys."""

    accent: str
    page: Page
    looks: Mapping[str, Look]
    header_tabs: int = 1  # on the way to the right edge


def our_design(accent: str) -> Design:
    """Give the design of our own template."""
    return Design(accent, Page(), paragraph_looks())


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
