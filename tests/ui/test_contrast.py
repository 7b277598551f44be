"""Text can be read on every surface, in the looks whose colours are ours; the third has those of the terminal."""

import itertools

import pytest
from textual.color import Color
from textual.theme import Theme

from roundtable.ui.themes import SECTOR_COLOURS, THEMES, sector_colour

LEAST = 4.5  # to one, WCAG 2.2, 1.4.3
SURFACES = ("background", "panel", "raised")
INKS = (
    "text",
    "dim",
    "accent",
    "warning",
    "error",
    "star",
    *(f"sector-{place}" for place in range(1, SECTOR_COLOURS + 1)),
)


def luminance(colour: Color) -> float:
    """Give the relative luminance of WCAG 2.2."""
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [one for one in THEMES if not one.ansi], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "surface"), itertools.product(INKS, SURFACES))
def test_every_ink_can_be_read_on_every_surface(theme: Theme, ink: str, surface: str) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(Color.parse(colours[ink]), Color.parse(colours[surface])) >= LEAST


@pytest.mark.parametrize("ink", INKS)
def test_the_plain_look_writes_on_the_terminals_own_ground_in_what_is_read_on_dark_and_light(
    ink: str,
) -> None:
    plain = next(one for one in THEMES if one.ansi)
    colours = {**plain.to_color_system().generate(), **plain.variables}
    assert {colours[surface] for surface in SURFACES} == {"ansi_default"}
    assert colours[ink] in {f"ansi_{name}" for name in ("default", "cyan", "magenta", "red", "green")}


def test_a_sixth_sector_has_the_colour_of_the_first() -> None:
    assert [sector_colour(place) for place in (0, 4, 5)] == ["$sector-1", "$sector-5", "$sector-1"]
