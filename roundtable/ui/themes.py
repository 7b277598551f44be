"""The looks of the program, and the colour in which a sector is shown."""

from textual.theme import Theme

SECTOR_COLOURS = 5

_DARK = {
    "background": "#14181d",
    "panel": "#1b2027",
    "raised": "#232a33",
    "text": "#d9dee5",
    "dim": "#8a95a1",
    "accent": "#7fb4a6",
    "warning": "#e0a458",
    "error": "#de7d6d",
    "star": "#e6d27a",
    "sector-1": "#7aa7d9",
    "sector-2": "#c98bb9",
    "sector-3": "#d9a86c",
    "sector-4": "#8fbf7f",
    "sector-5": "#b7a0e6",
}
_LIGHT = {
    "background": "#faf8f4",
    "panel": "#f2efe8",
    "raised": "#e7e2d8",
    "text": "#2a2f36",
    "dim": "#5d6369",
    "accent": "#296b5d",
    "warning": "#945509",
    "error": "#b23b2a",
    "star": "#7a6000",
    "sector-1": "#2563a6",
    "sector-2": "#933d7c",
    "sector-3": "#855409",
    "sector-4": "#34701f",
    "sector-5": "#6a4bb0",
}
# Sixteen colours, by name: the terminal's own palette decides what they are, on a dark ground or a light one. So what
# is read is in the ground's own ink; blue, yellow and the greys, which on one ground or the other can hardly be read,
# are not used.
_PLAIN = {
    "background": "ansi_default",
    "panel": "ansi_default",
    "raised": "ansi_default",
    "text": "ansi_default",
    "dim": "ansi_default",
    "accent": "ansi_cyan",
    "warning": "ansi_magenta",
    "error": "ansi_red",
    "star": "ansi_magenta",
    "sector-1": "ansi_cyan",
    "sector-2": "ansi_magenta",
    "sector-3": "ansi_red",
    "sector-4": "ansi_green",
    "sector-5": "ansi_default",
}
DARK, LIGHT, PLAIN = "roundtable-dark", "roundtable-light", "roundtable-plain"


def _theme(name: str, colours: dict[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    # What Textual would mix from these by itself (cursors, scroll bars, muted texts) is said outright,
    # so that no shade appears whose contrast nobody looked at.
    quiet = {"scrollbar-background": colours["background"], "scrollbar-corner-color": colours["background"]}
    quiet |= {f"scrollbar-background-{state}": colours["background"] for state in ("hover", "active")}
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=colours["accent"],
        secondary=colours["dim"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["raised"],
        panel=colours["panel"],
        variables={
            **quiet,
            "background": colours["background"],
            "panel": colours["panel"],
            "surface": colours["raised"],
            "ansi-background": colours["background"],
            "ansi-foreground": colours["text"],
            "raised": colours["raised"],
            "dim": colours["dim"],
            "star": colours["star"],
            "text": colours["text"],
            "text-muted": colours["dim"],
            "text-disabled": colours["dim"],
            "text-primary": colours["accent"],
            "text-accent": colours["accent"],
            "text-success": colours["accent"],
            "text-warning": colours["warning"],
            "text-error": colours["error"],
            "scrollbar": colours["raised"],
            "scrollbar-hover": colours["dim"],
            "scrollbar-active": colours["accent"],
            "border": colours["raised"],
            "border-blurred": colours["raised"],
            "block-cursor-foreground": colours["text"],
            "block-cursor-background": colours["raised"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": colours["text"],
            "block-cursor-blurred-background": colours["raised"],
            "block-hover-background": colours["raised"],
            "input-cursor-background": colours["text"],
            "input-cursor-foreground": colours["background"],
            "input-selection-background": colours["accent"],
            "input-selection-foreground": colours["background"],
            **{f"sector-{place}": colours[f"sector-{place}"] for place in range(1, SECTOR_COLOURS + 1)},
        },
    )


THEMES = (
    _theme(DARK, _DARK, dark=True),
    _theme(LIGHT, _LIGHT, dark=False),
    _theme(PLAIN, _PLAIN, dark=True, ansi=True),
)


def sector_colour(place: int) -> str:
    """Give the theme's variable for the sector at a place (0 for the first); colours repeat after the fifth."""
    return f"$sector-{place % SECTOR_COLOURS + 1}"
