"""Rows that commands print stand in straight columns, whatever writing the names are in."""

import pytest
from rich.cells import cell_len

from roundtable.cli.place import print_rows

ROWS = [
    ("Els Peeters", "RET"),
    ("王小明", "LOG"),
    ("Zoë 👩‍🏭", "NPO"),
    ("e\u0301\u0323lan", "AUT"),
    ("“…”", "SOF"),
]


@pytest.mark.parametrize("room", [None, 14])
def test_the_second_column_begins_at_the_same_place_in_every_row(
    capsys: pytest.CaptureFixture[str], room: int | None
) -> None:
    print_rows(ROWS, room)
    lines = capsys.readouterr().out.splitlines()
    begins = {cell_len(line[: -len(short)]) for line, (_name, short) in zip(lines, ROWS, strict=True)}
    assert begins == {13 if room is None else 11}
    assert max(cell_len(line) for line in lines) <= (room or 16)
