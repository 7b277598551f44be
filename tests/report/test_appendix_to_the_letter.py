"""What the appendix shows of real sessions reads back to the letter, names told neutrally apart."""

import io
import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from openxml_audit import OpenXmlValidator

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.report.formats import Format
from roundtable.report.telling import neutral_words
from roundtable.report.white_paper import Choices, compose
from roundtable.services.archive import import_session
from roundtable.services.word_paper import WordPaper
from roundtable.storage.journal import Journal
from tests.cli.test_import import SESSIONS
from tests.report import houses
from tests.report.readers import html_words, pandoc_words

EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
SOME = 40  # statements at least that name nobody
MANY = 1000
STATEMENT = re.compile(r"(\d+) · \d\d:\d\d[^—]* — ")


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
    readers = {Format.MARKDOWN: from_markdown, Format.DOCX: from_docx, Format.HTML: html_words}
    if len(texts) > MANY:
        del readers[Format.HTML]  # which the strict reader takes a while for
    for target, read in readers.items():
        found = shown(read(target.render(document)))
        assert found == wanted
        assert {number: found[number] for number in unnamed} == unnamed


_BODY = "-x 0 -y 80 -W 600 -H 694".split()  # points of a page between what runs along its edges


def collapsed(text: str) -> str:
    """Give a text without blanks, and without hyphens, at which a line may end."""
    return re.sub(r"[\s\u00ad-]+", "", text)


@pytest.mark.parametrize("imported", ["nl-tk-2018-zorg", "fr-fredsum-retraites"], indirect=True)
def test_every_statement_reads_back_from_a_house_s_template_through_pandoc_and_from_the_pdf(
    imported: tuple[Session, list[str]], tmp_path: Path, tool: Callable[[str], str]
) -> None:
    session, texts = imported
    document = compose(session, Choices(Form.SECTOR, appendix=True), {}).document
    disclosure, neutral = Disclosure.of(session, Form.SECTOR), neutral_words(session.details.language)
    wanted = {number: disclosure.neutral(text, neutral).text for number, text in enumerate(texts, 1)}
    template = None
    if session.details.language == "nl":
        template = tmp_path / "huis.docx"
        template.write_bytes(houses.house())
    paper = WordPaper(document, template)
    assert shown(from_docx(paper.docx)) == wanted
    read = pandoc_words(tool("pandoc"), paper.docx, "docx")
    assert shown(read) == wanted
    (tmp_path / "paper.docx").write_bytes(paper.docx)
    assert OpenXmlValidator().validate(str(tmp_path / "paper.docx")).errors == []
    tool("soffice")
    (tmp_path / "paper.pdf").write_bytes(paper.pdf)
    show = [tool("pdftotext"), *_BODY, str(tmp_path / "paper.pdf"), "-"]
    told = collapsed(subprocess.run(show, check=True, capture_output=True, text=True).stdout)
    at = 0
    for text in wanted.values():
        at = told.find(collapsed(f"— {text}"), at)
        assert at >= 0, text


@pytest.mark.parametrize(
    "imported", ["en-polis-biodiversity", "en-qmsum-covid4", "en-argkp-dev"], indirect=True
)
def test_the_auditor_finds_nothing_in_a_real_paper(
    imported: tuple[Session, list[str]], tmp_path: Path
) -> None:
    document = compose(imported[0], Choices(Form.SECTOR, appendix=True), {}).document
    template = tmp_path / "huis.docx"
    template.write_bytes(houses.house())
    for house in (None, template):
        (tmp_path / "paper.docx").write_bytes(WordPaper(document, house).docx)
        assert OpenXmlValidator().validate(str(tmp_path / "paper.docx")).errors == []
