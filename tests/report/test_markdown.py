"""The paper as Markdown reads well raw, and back to the letter through every reader."""

from collections.abc import Callable

import pytest
from hypothesis import given

from roundtable.report.document import (
    Block,
    Break,
    Bullets,
    Cell,
    Code,
    CodeBlock,
    Cover,
    Document,
    Emphasis,
    Heading,
    Link,
    Mark,
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
    plain,
)
from roundtable.report.formats import Format
from roundtable.report.markdown import render_markdown, write_prose
from roundtable.report.prose import read_prose
from tests.report.hostile import sampled, texts
from tests.report.papers import points, row, said, telework, words
from tests.report.readers import cmark_words, pandoc_words

# `smart` is left out of those dialects that have it: it sets straight quotes, dashes and dots as a typesetter would,
# which is a choice of the reader and not a misunderstanding.
DIALECTS = ("commonmark_x-smart", "gfm", "commonmark")


def paper(*parts: Part, draft: str = "") -> Document:
    cover = Cover("Titel", "Ondertitel", "White paper", draft, ("Gent, 19 november 2026", "Organisator"))
    return Document("nl", cover, parts, contents_title="Inhoud")


def chapters(count: int) -> list[Part]:
    return [
        Part(PartKind.CHAPTER, f"Wat? Nummer {number}", (said("Tekst."),), str(number))
        for number in range(1, count + 1)
    ]


def in_every_place(hostile: list[str]) -> list[tuple[Block, list[str]]]:
    """Put texts where they may stand, each block with the words that it should read back as."""
    placed: list[tuple[Block, list[str]]] = [(said(text), [text]) for text in hostile]
    placed += [(Heading(2, words(text)), [text]) for text in hostile]
    placed += [(Bullets(points(text, text)), [text, text]) for text in hostile]
    pairs = list(zip(hostile[::2], hostile[1::2], strict=True))
    placed += [(Paragraph((Text(one), Break(), Text(two))), [f"{one}\n{two}"]) for one, two in pairs]
    return placed


def dressed(hostile: list[str]) -> list[tuple[Block, list[str]]]:
    """Put texts between emphasis and links."""
    return [
        (
            Paragraph(
                (
                    Text(one),
                    Emphasis((Text(two), Strong(words(one)))),
                    Strong(words(two)),
                    Text(" "),
                    Link(words(one), "https://example.org/?a=1&copy=2"),
                    Text(f" {two}"),
                )
            ),
            [f"{one}{two}{one}{two} {one} {two}"],
        )
        for one, two in zip(hostile[::2], hostile[1::2], strict=True)
    ]


def assert_reads_back(placed: list[tuple[Block, list[str]]], read: Callable[[bytes], list[str]]) -> None:
    """Read all blocks in one call, as starting a program takes the most time."""
    expected = [text for _, told in placed for text in told]
    found = read(write_prose(tuple(block for block, _ in placed)).encode())
    wrong = [(told, was) for told, was in zip(expected, found, strict=False) if told != was]
    assert wrong[:3] == []
    assert len(found) == len(expected)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_was_said_reads_back_to_the_letter_through_pandoc(
    dialect: str, tool: Callable[[str], str]
) -> None:
    program = tool("pandoc")
    assert_reads_back(in_every_place(sampled(1200, 1)), lambda made: pandoc_words(program, made, dialect))


def test_pandocs_own_markdown_reads_what_was_said_as_well(tool: Callable[[str], str]) -> None:
    program = tool("pandoc")
    placed = [(said(text), [text]) for text in sampled(1200, 5)]
    assert_reads_back(placed, lambda made: pandoc_words(program, made, "markdown-smart"))


@pytest.mark.parametrize("dialect", DIALECTS)
def test_emphasis_and_links_change_no_words_for_pandoc(dialect: str, tool: Callable[[str], str]) -> None:
    program = tool("pandoc")
    assert_reads_back(dressed(sampled(1200, 2)), lambda made: pandoc_words(program, made, dialect))


def test_what_was_said_reads_back_to_the_letter_through_cmark(tool: Callable[[str], str]) -> None:
    program = tool("cmark")
    hostile = sampled(1200, 3)
    assert_reads_back(in_every_place(hostile) + dressed(hostile), lambda made: cmark_words(program, made))


@pytest.mark.parametrize("dialect", ["commonmark_x-smart", "gfm"])
def test_cells_read_back_to_the_letter_through_pandoc(dialect: str, tool: Callable[[str], str]) -> None:
    hostile = sampled(1200, 4)
    placed: list[tuple[Block, list[str]]] = [
        (Table((), row(one, two), (row(two, one),)), [one, two, two, one])
        for one, two in zip(hostile[::2], hostile[1::2], strict=True)
    ]
    program = tool("pandoc")
    assert_reads_back(placed, lambda made: pandoc_words(program, made, dialect))


@given(texts)
def test_a_text_reads_back_to_the_letter_wherever_it_stands(text: str) -> None:
    told = words(text)
    blocks: tuple[Block, ...] = (
        Heading(2, told),
        Paragraph(told),
        Paragraph((*told, Break(), *told)),
        Bullets(((Paragraph(told), Numbered(points(text, text), 7)), (Paragraph(told),))),
        Table((), (Cell(told), Cell(told)), ((Cell(told), Cell(told)),)),
    )
    assert read_prose(write_prose(blocks)) == blocks


@given(texts, texts, texts)
def test_looks_around_a_text_change_no_words(one: str, two: str, three: str) -> None:
    inlines = (
        Text(one),
        Emphasis((Text(two), Strong(words(three)))),
        Strong((Text(two), Reference("k1", words(one)), Emphasis(words(three)))),
        Link((Text(three), Emphasis(words(one))), "https://example.org/(a)"),
        Code(two),
        Text(three),
    )
    (paragraph,) = read_prose(write_prose((Paragraph(inlines),)))
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.inlines).replace(" ", "") == plain(inlines).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Zo'n 3 * 4 = 12, of 50 % van snake_case (zie ook [1]).",
            "Zo'n 3 * 4 = 12, of 50 % van snake_case (zie ook \\[1]).",
        ),
        (
            "M. de Vries & co: a < b, 10:30, ~5 km, $5, x^2 en C#",
            "M. de Vries & co: a < b, 10:30, ~5 km, $5, x^2 en C#",
        ),
        ("https://example.org/a_b?c=d&e=f", "https://example.org/a_b?c=d&e=f"),
        ("- nee", "\\- nee"),
        ("1. eerst", "1\\. eerst"),
        ("# 1", "\\# 1"),
        ("---", "\\---"),
        ("*echt* waar", "\\*echt\\* waar"),
        ("<b>vet</b>", "\\<b>vet\\</b>"),
        ("[x](y)", "\\[x](y)"),
        ("&amp; :smile: $x$", "\\&amp; \\:smile: \\$x\\$"),
        ("\u00a0a", "&#160;a"),
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, written: str) -> None:
    assert write_prose((said(text),)) == written + "\n"


def test_leading_blanks_make_no_code() -> None:
    assert write_prose((said("    vier"),)) == "vier\n"


def test_headings_keep_their_closing_hashes() -> None:
    assert write_prose((Heading(2, words("Wat is C#")),)) == "## Wat is C\\#\n"


def test_the_cover_comes_first_with_the_draft_in_words() -> None:
    made = render_markdown(paper(draft="Ontwerp"))
    assert made == (
        "**Ontwerp**\n\nWhite paper\n\n# Titel\n\n*Ondertitel*\n\nGent, 19 november 2026\n\nOrganisator\n"
    )


def test_contents_stand_in_papers_of_five_chapters_or_more() -> None:
    assert "Inhoud" not in render_markdown(paper(*chapters(4)))
    made = render_markdown(paper(*chapters(5)))
    assert "**Inhoud**\n\n- [1. Wat? Nummer 1](#1-wat-nummer-1)\n" in made


def test_contents_lead_to_where_a_reader_puts_the_titles(tool: Callable[[str], str]) -> None:
    import re
    import subprocess

    parts = [*chapters(5), Part(PartKind.CHAPTER, "’t Is (wel) zo’n “thema” – écht", (), "6")]
    parts += [
        Part(PartKind.CONCLUSION, "Slot", (Heading(2, words("Slot")),)),
        Part(PartKind.ABOUT, "Slot", ()),
    ]
    made = render_markdown(paper(*parts))
    html = subprocess.run(
        [tool("pandoc"), "-f", "gfm", "-t", "html"], input=made, text=True, capture_output=True, check=True
    ).stdout
    wanted = re.findall(r'href="#([^"]+)"', html)
    assert len(wanted) == 8
    assert set(wanted) <= set(re.findall(r'id="([^"]+)"', html))


def test_parts_are_headings_with_their_number_and_what_is_below_follows() -> None:
    made = render_markdown(paper(Part(PartKind.CHAPTER, "Vertrouwen", (Heading(2, words("Doelen")),), "2")))
    assert made.endswith("\n\n## 2. Vertrouwen\n\n### Doelen\n")


def test_marks_and_quotations_have_their_form() -> None:
    blocks = (
        said("Nog na te kijken.", Mark.REMARK),
        said("Voorgesteld", Mark.LABEL),
        PullQuote(words("“Ja.”"), words("Iemand uit de retail")),
        Numbered(((said("Keuze", Mark.TITLE), said("Mensen willen kiezen.")),)),
        Rule(),
        CodeBlock("```\nx"),
    )
    assert write_prose(blocks) == (
        "*Nog na te kijken.*\n\n**Voorgesteld**\n\n> “Ja.”\n>\n> — Iemand uit de retail\n\n"
        "1. **Keuze**\n\n   Mensen willen kiezen.\n\n* * *\n\n````\n```\nx\n````\n"
    )


def test_two_lists_in_a_row_stay_two() -> None:
    blocks = (Bullets(points("a")), Bullets(points("b")), Numbered(points("c")), Numbered(points("d")))
    assert read_prose(write_prose(blocks)) == blocks


def test_tables_line_up_and_numbers_stand_right() -> None:
    table = Table(words("Bijdragen"), row("Onderwerp", "Aantal"), (row("Vertrouwen", "12"),), frozenset({1}))
    assert write_prose((table,)) == (
        "*Bijdragen*\n\n| Onderwerp  | Aantal |\n| ---------- | -----: |\n| Vertrouwen |     12 |\n"
    )


def test_the_file_is_utf_8_with_plain_line_ends() -> None:
    made = Format.MARKDOWN.render(telework())
    assert Format.MARKDOWN.ending == ".md"
    assert b"\r" not in made
    assert made.endswith(b".\n")
    assert "één" in made.decode()
    assert not any(line.endswith(" ") for line in made.decode().splitlines())
