"""Any prose that comes back: as it went out it differs in nothing, and whatever it became can be taken."""

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.session import Session
from roundtable.domain.text import clean_prose
from roundtable.report.comparing import compare
from roundtable.report.document import Cover, Document, Part, PartKind
from roundtable.report.docx import render_docx
from roundtable.report.docx.reading import read_docx
from roundtable.report.pieces import Piece
from roundtable.report.prose import read_prose
from roundtable.report.referring import Referring
from roundtable.report.rewriting import owned, rewritten
from tests.report.hostile import texts

BLOCKS = (
    "# h",
    "- a",
    "1. b",
    "> q",
    "    c",
    "***",
    "| a | b |\n|---|---|\n| c | d |",
    "- a\n  - b\n\n    c",
    "**b** *i* `x`",
    "[l](https://a.b/c)",
    "> a\n>\n> — b",
    "2) x\n3) y",
    "a\\\nb",
)
prose = st.lists(st.one_of(texts, st.sampled_from(BLOCKS)), min_size=1, max_size=6).map("\n\n".join)


def referring() -> Referring:
    return Referring(Disclosure.of(Session("x"), Form.SECTOR), "a1", "T")


def in_word(markdown: str) -> tuple[Piece, ...]:
    """Give prose as it reads in Word."""
    part = Part(PartKind.CHAPTER, "T", referring().blocks(read_prose(markdown)), key="a1")
    content = render_docx(Document("en", Cover("Title"), (part,), contents_title="Contents"))
    return read_docx(content, Path()).parts[0].pieces


@settings(max_examples=30)
@given(prose, st.integers(0, 1000))
def test_any_prose_differs_in_nothing_as_it_went_out_and_becomes_what_came_back(
    typed: str, seed: int
) -> None:
    markdown = clean_prose(typed).strip()
    ours, exported = owned(markdown, referring()), in_word(markdown)
    unedited = compare(exported, ours, ours, exported)
    assert not unedited.differences
    assert not unedited.made_anew
    if ours:
        assert read_prose(rewritten(markdown, ours, unedited.taken(()))) == read_prose(markdown)

    blocks = markdown.split("\n\n")
    random.Random(seed).shuffle(blocks)  # noqa: S311 — an order, no secret
    came = in_word("\n\n".join([*blocks, "New"]))
    edited = compare(exported, ours, ours, came)
    taken = rewritten(markdown, ours, edited.taken(range(len(edited.differences))))
    assert [one.words for one in in_word(taken)] == [one.words for one in came]
