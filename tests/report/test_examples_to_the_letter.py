"""Every example of the CommonMark specification, said at a table, reads back to the letter from the appendix."""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from roundtable.domain.text import clean
from roundtable.report.formats import Format
from roundtable.report.white_paper import Choices, compose
from tests.report.hostile import sampled
from tests.report.readers import cmark_words, html_words, pandoc_words
from tests.report.tables import said, table
from tests.report.test_appendix_to_the_letter import from_docx, from_markdown, shown

EXAMPLES = Path(__file__).with_name("commonmark.toml")


@pytest.fixture(scope="module")
def hostile() -> tuple[dict[int, str], dict[Format, bytes]]:
    """Give what people said who said every example of the CommonMark specification, and worse; and the papers."""
    examples = tomllib.loads(EXAMPLES.read_text("utf-8"))["examples"]
    texts = [*filter(None, map(clean, examples)), *sampled(300, 6)]
    people_said = [said(str(number), text, minute=number) for number, text in enumerate(texts, 1)]
    document = compose(table(*people_said), Choices(appendix=True), {}).document
    papers = {target: target.render(document) for target in (Format.MARKDOWN, Format.DOCX, Format.HTML)}
    return dict(enumerate(texts, 1)), papers


@pytest.mark.parametrize(
    ("read", "target"),
    [(from_markdown, Format.MARKDOWN), (from_docx, Format.DOCX), (html_words, Format.HTML)],
)
def test_the_examples_of_commonmark_read_back_to_the_letter_as_statements(
    hostile: tuple[dict[int, str], dict[Format, bytes]],
    read: Callable[[bytes], Iterable[str]],
    target: Format,
) -> None:
    texts, papers = hostile
    assert len(texts) > 900
    assert shown(read(papers[target])) == texts


@pytest.mark.parametrize("dialect", ["commonmark_x-smart", "gfm", "docx", "html"])
def test_the_examples_of_commonmark_read_back_to_the_letter_through_pandoc(
    hostile: tuple[dict[int, str], dict[Format, bytes]], tool: Callable[[str], str], dialect: str
) -> None:
    texts, papers = hostile
    paper = papers.get(Format(dialect) if dialect in set(Format) else Format.MARKDOWN, b"")
    assert shown(pandoc_words(tool("pandoc"), paper, dialect)) == texts


def test_the_examples_of_commonmark_read_back_to_the_letter_through_cmark(
    hostile: tuple[dict[int, str], dict[Format, bytes]], tool: Callable[[str], str]
) -> None:
    texts, papers = hostile
    assert shown(cmark_words(tool("cmark"), papers[Format.MARKDOWN])) == texts
