"""The one colour of a paper, made dark or light enough to be read on white and on dark."""

import re

_OURS = "#2f7566"
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_LEAST = 4.5  # of contrast, for words: WCAG 2.2, 1.4.3
_STEPS = 50

PAPER, INK = "#ffffff", "#1d2523"
NIGHT, CHALK = "#161b1a", "#e6ebe9"

Channels = tuple[float, float, float]


def readable(accent: str, ground: str, towards: str) -> str:
    """Give an accent colour, moved towards another until words in it can be read on this ground."""
    own = _channels(accent if _COLOUR.fullmatch(accent) else _OURS)
    for step in range(_STEPS):
        moved = _hex(_mixed(own, _channels(towards), step / _STEPS))
        if contrast(moved, ground) >= _LEAST:
            return moved
    return towards


def tinted(accent: str, ground: str, share: float) -> str:
    """Give a ground with a share of the accent colour in it."""
    return _hex(_mixed(_channels(ground), _channels(accent), share))


def contrast(one: str, other: str) -> float:
    """Give the contrast between two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 — sRGB's own


def _channels(colour: str) -> Channels:
    found = colour.removeprefix("#")
    red, green, blue = (float(int(found[at : at + 2], 16)) for at in (0, 2, 4))
    return red, green, blue


def _mixed(one: Channels, other: Channels, share: float) -> Channels:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _hex(channels: Channels) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in channels)
