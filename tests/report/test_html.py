"""The paper as HTML: valid, one file, its language, headings and tables as readers of all kinds need them."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    Cell,
    CodeBlock,
    Cover,
    Document,
    Emphasis,
    Heading,
    Link,
    Numbered,
    Paragraph,
    Part,
    PartKind,
    PullQuote,
    Reference,
    Rule,
    Strong,
    Table,
    Text,
)
from roundtable.report.formats import Format
from roundtable.report.html.colours import CHALK, INK, NIGHT, PAPER, contrast, readable, tinted
from tests.report.evenings import LANGUAGES, evening_paper
from tests.report.hostile import sampled, texts
from tests.report.papers import points, row, telework, words
from tests.report.readers import html_page, html_words
from tests.report.test_markdown import in_every_place

READABLE = 4.5  # WCAG 2.2, 1.4.3
BAR = "{http://www.w3.org/2000/svg}rect"


def paper(*blocks: Block, **fields: str) -> Document:
    part = Part(PartKind.CHAPTER, "Vertrouwen", blocks, "1")
    return Document("nl", Cover("Titel"), (part,), contents_title="Inhoud", **fields)


def page(*blocks: Block) -> Element:
    return html_page(Format.HTML.render(paper(*blocks)))


def all_words(found: Element | None) -> str:
    return "" if found is None else "".join(found.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_evening_is_valid_and_has_its_landmarks_in_order(language: str) -> None:
    read = html_page(Format.HTML.render(evening_paper(language)))
    assert read.get("lang") == language
    body = read.find("body")
    assert body is not None
    assert [one.tag for one in body] == ["a", "header", "div", "footer"]
    assert [one.tag for one in body[2]] == ["nav", "main"]
    assert body[0].get("href") == f"#{body[2][1].get('id')}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_leave_no_level_out_and_the_contents_lead_to_them(language: str) -> None:
    read = html_page(Format.HTML.render(evening_paper(language)))
    levels = [int(one.tag[1]) for one in read.iter() if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    known = {one.get("id"): one for one in read.iter() if one.get("id")}
    links = read.findall(".//nav//a")
    assert len(links) > 10
    assert [all_words(one) for one in links] == [
        all_words(known[str(one.get("href")).removeprefix("#")]) for one in links
    ]


def test_what_is_written_with_gaps_between_headings_is_read_without() -> None:
    read = page(Heading(4, words("vier")), Heading(2, words("twee")), Heading(6, words("zes")))
    assert [one.tag for one in read.findall(".//section/*")] == ["h2", "h3", "h3", "h4"]


def test_nothing_in_the_file_is_asked_for_from_elsewhere() -> None:
    made = Format.HTML.render(evening_paper("nl")).decode()
    assert "<script" not in made
    assert not re.search(r"@import|url\(|\bsrc=|http-equiv=\"refresh|\bon\w+=", made)
    read = html_page(made.encode())
    assert [one.get("href") for one in read.iter("link")] == ["data:,"]


def test_nobody_of_this_machine_is_named() -> None:
    read = html_page(Format.HTML.render(paper(author="De Organisator")))
    told = {one.get("name"): one.get("content") for one in read.iter("meta") if one.get("name")}
    assert told["author"] == "De Organisator"
    assert told["generator"] == "roundtable"
    unsigned = html_page(Format.HTML.render(paper()))
    assert "author" not in {one.get("name") for one in unsigned.iter("meta")}


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert Format.HTML.render(telework()) == Format.HTML.render(telework())


def test_words_in_another_language_say_so() -> None:
    read = page(Paragraph((Text("Zij zei: "), Text("we never counted hours", "en"), Text("ja", "geen taal"))))
    (other,) = read.findall(".//main//span[@lang]")
    assert (other.get("lang"), other.text) == ("en", "we never counted hours")


def test_words_from_right_to_left_leave_those_around_them_in_place() -> None:
    read = page(Paragraph((Strong(words("12")), Text(" · 19:04 — "), Reference("k", words("שלום (1)")))))
    assert [one.text for one in read.iter("bdi")] == ["שלום (1)"]


def test_links_lead_where_they_say_and_addresses_are_written_out() -> None:
    read = page(Paragraph((Link((Text("hier"), Emphasis(words(" en daar"))), "https://x.be/é?a=1&b=<2>"),)))
    (link,) = read.findall(".//main//a")
    assert link.get("href") == "https://x.be/%C3%A9?a=1&b=%3C2%3E"
    assert all_words(link) == "hier en daar"


def test_tables_have_a_caption_and_heads_for_columns_and_rows() -> None:
    counts = (Cell(words("Vertrouwen")), Cell(words("12"), 1.0), Cell(words("0")), Cell(words("12")))
    read = page(
        Table(words("Bijdragen"), row("Onderwerp", "Zorg", "", "Samen"), (counts,), frozenset({1, 2, 3}))
    )
    (table,) = read.iter("table")
    assert all_words(table.find("caption")) == "Bijdragen"
    assert [(one.tag, one.get("scope")) for one in table.findall("thead/tr/*")] == [
        ("th", "col"),
        ("th", "col"),
        ("td", None),
        ("th", "col"),
    ]
    cells = table.findall("tbody/tr/*")
    assert [(one.tag, one.get("scope")) for one in cells] == [("th", "row"), *[("td", None)] * 3]
    assert [[bar.get("width") for bar in one.iter(BAR)] for one in cells] == [[], ["100", "100.0"], [], []]
    assert [all_words(one) for one in cells] == ["Vertrouwen", "12", "0", "12"]


def test_a_bar_is_as_long_as_its_number_and_sums_have_none() -> None:
    counts = (Cell(words("4"), 1.0), Cell(words("1"), 0.25))
    nothing = (Cell(words("0")), Cell(words("2"), 0.5))
    sums = (Cell(words("4")), Cell(words("3")))
    read = page(Table((), row("a", "b"), (counts, nothing, sums), frozenset({0, 1})))
    lengths = [bar.get("width") for bar in read.iter(BAR) if not bar.get("class")]
    assert lengths == ["100.0", "25.0", "0.0", "50.0"]


def test_blocks_without_words_leave_nothing_behind() -> None:
    nothing: tuple[Block, ...] = (
        Heading(2, ()),
        Paragraph(()),
        BlockQuote((Paragraph(()),)),
        PullQuote(()),
        Bullets(()),
        Numbered(()),
        Table((), (), ()),
    )
    assert [one.tag for one in page(*nothing).findall(".//section/*")] == ["h2"]


def test_lists_keep_their_numbers_and_code_its_lines() -> None:
    read = page(Numbered(points("zeven", "acht"), 7), CodeBlock("\na  b\n<c>"), Rule())
    (numbered,) = read.iter("ol")
    assert numbered.get("start") == "7"
    assert all_words(read.find(".//pre")) == "\na  b\n<c>"


def test_what_was_said_reads_back_to_the_letter_wherever_it_stands() -> None:
    placed = in_every_place(sampled(1200, 7))
    found = html_words(Format.HTML.render(paper(*(block for block, _ in placed))))
    assert found[1:] == [text for _, told in placed for text in told]


@given(texts)
def test_a_text_reads_back_to_the_letter_wherever_it_stands_in_html(text: str) -> None:
    told = words(text)
    blocks: tuple[Block, ...] = (
        Heading(2, told),
        Paragraph((*told, Emphasis((Strong(told),)), Link(told, "https://example.org/"))),
        Bullets(((Paragraph(told), Numbered(points(text, text), 7)), (Paragraph(told),))),
        PullQuote(told, told),
        Table(told, (Cell(told), Cell(told)), ((Cell(told, 0.5), Cell(told)),), frozenset({1})),
    )
    if any(ord(mark) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(mark) <= 0xFDEF for mark in text):
        return  # what is no character in Unicode may stand in no page
    expected = [text, text * 3, *[text] * 11]
    assert html_words(Format.HTML.render(paper(*blocks)))[1:] == expected


@given(st.from_regex("#[0-9a-f]{6}", fullmatch=True))
def test_any_accent_can_be_read_by_day_and_by_night(accent: str) -> None:
    for ground, ink in ((PAPER, INK), (NIGHT, CHALK)):
        found = readable(accent, ground, ink)
        assert contrast(found, ground) >= READABLE
        assert contrast(ink, tinted(found, ground, 0.28)) >= READABLE


def test_an_accent_that_can_be_read_stays_and_what_is_no_colour_becomes_ours() -> None:
    assert readable("2F7566", PAPER, INK) == "#2f7566"
    assert readable("red", PAPER, INK) == "#2f7566"
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_pages_on_paper_are_numbered_as_the_label_says() -> None:
    made = Format.HTML.render(paper(page_label="Seite {page} von {pages}")).decode()
    assert '"Seite " counter(page) " von " counter(pages) ""' in made
    assert '"" counter(page) ""}' in Format.HTML.render(paper()).decode()
