"""What keys that are not acted on yet would type."""

from collections.abc import Iterable

from textual import events

from roundtable.domain.text import clean


def typed_ahead(keys: Iterable[events.Key | events.Paste]) -> list[str]:
    """Give the lines that keys come to: letters, pastes, Enter and Backspace count, all else does not."""
    lines = [""]
    for event in keys:
        if isinstance(event, events.Paste):
            first, *more = event.text.splitlines() or [""]
            lines[-1] += first
            lines += more
        elif event.key == "enter":
            lines.append("")
        elif event.key == "backspace":
            lines[-1] = lines[-1][:-1]
        elif event.is_printable and event.character:
            lines[-1] += event.character
    return [line for line in map(clean, lines) if line]
