"""What the appendix shows reads back to the letter, names told neutrally apart, whatever people said."""

import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.report.formats import Format
from roundtable.report.telling import neutral_words
from roundtable.report.white_paper import Choices, compose
from roundtable.services.archive import import_session
from roundtable.storage.journal import Journal
from tests.cli.test_import import SESSIONS
from tests.report.hostile import sampled
from tests.report.readers import cmark_words, html_words, pandoc_words
from tests.report.tables import said, table

EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
SOME = 40  # statements at least that name nobody
STATEMENT = re.compile(r"(\d+) · \d\d:\d\d[^—]* — ")
EXAMPLES = Path(__file__).with_name("commonmark.toml")


@pytest.fixture(params=SESSIONS)
def imported(request: pytest.FixtureRequest, shared: Path, tmp_path: Path) -> tuple[Session, list[str]]:
    """Give a shared session, and its texts as its file has them."""
    path = shared / "sessions" / f"{request.param}.json"
    journal = Journal.open(tmp_path / "roundtable.db", lambda: EVENING, "here")
    session = journal.session(import_session(journal, path).uid)
    journal.close()
    return session, [clean(one["text"]) for one in json.loads(path.read_text("utf-8"))["contributions"]]


def from_markdown(content: bytes) -> Iterator[str]:
    """Give the words of each paragraph that begins in bold, as the appendix' statements do."""
    for token in MarkdownIt("commonmark").enable("table").parse(content.decode()):
        children = token.children or []
        if token.type == "inline" and [one.type for one in children[:2]] in (
            ["text", "strong_open"],
            ["strong_open", "text"],
        ):
            yield "".join(map(words_of, children))


def words_of(inline: Token) -> str:
    """Give the words of an inline; what is no words may not be there."""
    if inline.type in {"softbreak", "hardbreak"}:
        return "\n"
    assert inline.type in {"text", "text_special", "code_inline", "strong_open", "strong_close"}, inline
    return inline.content


def from_docx(content: bytes) -> Iterator[str]:
    """Give the words of each paragraph in running text that begins in bold."""
    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        runs = paragraph.runs
        if runs and runs[0].style.name == "Strong":
            yield paragraph.text


def shown(paragraphs: Iterable[str]) -> dict[int, str]:
    """Give what stands behind each statement's number, time, speaker and kind."""
    found = ((STATEMENT.match(paragraph), paragraph) for paragraph in paragraphs)
    return {int(told[1]): paragraph[told.end() :] for told, paragraph in found if told}


def test_every_statement_of_a_shared_session_reads_back_to_the_letter(
    imported: tuple[Session, list[str]],
) -> None:
    session, texts = imported
    document = compose(session, Choices(Form.SECTOR, appendix=True), {}).document
    disclosure = Disclosure.of(session, Form.SECTOR)
    words = neutral_words(session.details.language)
    neutral = [disclosure.neutral(text, words) for text in texts]
    assert sum(not one.replaced for one in neutral) > min(SOME, len(texts) - 1)
    wanted = {number: one.text for number, one in enumerate(neutral, 1)}
    unnamed = {number: text for number, text in enumerate(texts, 1) if not neutral[number - 1].replaced}
    for read, target in (
        (from_markdown, Format.MARKDOWN),
        (from_docx, Format.DOCX),
        (html_words, Format.HTML),
    ):
        found = shown(read(target.render(document)))
        assert found == wanted
        assert {number: found[number] for number in unnamed} == unnamed


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
