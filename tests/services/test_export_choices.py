"""How a paper was last wanted is remembered on this machine, and what stands there unreadably does no harm."""

from pathlib import Path

import pytest

from roundtable.domain.disclosure import Form
from roundtable.report.formats import Format
from roundtable.services.export_choices import ExportChoices, remember, remembered
from tests.services.tables import Table


def test_what_was_chosen_is_there_again(table: Table) -> None:
    journal = table.journal
    assert remembered(journal, "one") == ExportChoices()
    wanted = ExportChoices((Format.MARKDOWN,), Form.NAMED, "papers", appendix=True)
    remember(journal, "one", wanted)
    assert remembered(journal, "one") == wanted
    assert remembered(journal, "another") == ExportChoices()


@pytest.mark.parametrize(
    "kept", ["{", "[]", '{"formats": ["odt"], "attribution": "aloud"}', '{"formats": 3}']
)
def test_what_cannot_be_read_is_as_usual(table: Table, kept: str) -> None:
    table.journal.keep_export_choices("one", kept)
    assert remembered(table.journal, "one") == ExportChoices()


@pytest.mark.parametrize(
    ("formats", "output", "path"),
    [
        ((Format.MARKDOWN, Format.DOCX), "ours", "ours"),
        ((Format.MARKDOWN,), "ours", "ours.md"),
        ((Format.MARKDOWN,), "ours.docx", "ours.md"),
        ((Format.MARKDOWN,), "version 1.2", "version 1.2.md"),
        ((Format.MARKDOWN,), ".", "."),
        ((Format.MARKDOWN,), "", None),
    ],
)
def test_a_path_is_given_an_ending_where_one_format_goes_there(
    formats: tuple[Format, ...], output: str, path: str | None
) -> None:
    assert ExportChoices(formats, output=output).path == (Path(path) if path else None)
