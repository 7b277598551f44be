"""What organisers write in Markdown becomes blocks of the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.references import Tells
from roundtable.report.document import (
    BlockQuote,
    Break,
    Bullets,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Link,
    Mark,
    Numbered,
    Paragraph,
    PullQuote,
    Reference,
    Rule,
    Strong,
    Table,
    Text,
    plain,
)
from roundtable.report.markdown import write_prose
from roundtable.report.prose import read_prose
from tests.report.papers import CHAPTERS, points, said, words


def only(markdown: str) -> tuple[Inline, ...]:
    """Give the inlines of prose that is one paragraph."""
    (paragraph,) = read_prose(markdown)
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# a\n\n## b\n\n# c", [2, 3, 2]),
        ("### a\n\n###### b\n\n# c\n\n## d", [2, 3, 2, 3]),
        ("## a\n\n#### b\n\n### c", [2, 3, 3]),
        ("a\n=\n\nb\n-\n", [2, 3]),
    ],
)
def test_headings_start_below_the_title_and_leave_no_gap(written: str, levels: list[int]) -> None:
    assert [block.level for block in read_prose(written) if isinstance(block, Heading)] == levels


def test_a_heading_inside_a_list_or_quotation_is_a_label() -> None:
    assert read_prose("> # Kop\n") == (BlockQuote((said("Kop", Mark.LABEL),)),)
    assert read_prose("- # Kop\n") == (Bullets(((said("Kop", Mark.LABEL),),)),)


def test_a_quotation_with_a_line_that_says_of_whom_it_is_is_set_apart() -> None:
    assert read_prose("> “Ja.”\n>\n> — [Els](speaker:k1), zei men\n") == (
        PullQuote(words("“Ja.”"), (Reference("k1", words("Els"), Tells.SPEAKER), Text(", zei men"))),
    )
    for written in ("> Ja.\n>\n> —\n", "> Ja.\n>\n> Nee.\n", "> — Ja.\n", "> Ja.\n>\n> Nee.\n>\n> — x\n"):
        (block,) = read_prose(written)
        assert isinstance(block, BlockQuote)


def test_lines_of_a_paragraph_are_one_and_breaks_stay_breaks() -> None:
    assert only("een\ntwee") == words("een twee")
    assert only("een\\\ntwee  \ndrie") == (Text("een"), Break(), Text("twee"), Break(), Text("drie"))


def test_emphasis_code_and_links_are_kept() -> None:
    assert only("*a* **b *c*** `d`") == (
        Emphasis(words("a")),
        Text(" "),
        Strong((Text("b "), Emphasis(words("c")))),
        Text(" "),
        Code("d"),
    )
    assert only("[hier](https://example.org/?a=1&b=2)") == (
        Link(words("hier"), "https://example.org/?a=1&b=2"),
    )
    assert only("<mailto:tafel@example.org>") == (
        Link(words("mailto:tafel@example.org"), "mailto:tafel@example.org"),
    )


def test_words_can_rest_on_a_contribution() -> None:
    assert only("Men zei [dat *het* kan](contribution:k3x9).") == (
        Text("Men zei "),
        Reference("k3x9", (Text("dat "), Emphasis(words("het")), Text(" kan"))),
        Text("."),
    )


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "bijlage.pdf", "#x", "file:///etc"]
)
def test_a_link_to_anywhere_else_keeps_its_words_alone(target: str) -> None:
    assert only(f"zie [dit]({target}).") == words("zie dit.")


def test_html_is_what_was_written_and_an_image_its_description() -> None:
    assert only("een <b class='x'>twee</b> <!-- drie -->") == words("een <b class='x'>twee</b> <!-- drie -->")
    assert only("<div>\nhallo\n</div>") == words("<div> hallo </div>")
    assert only("![het team *buiten*](team.png)") == (Text("het team "), Emphasis(words("buiten")))


def test_lists_tables_code_and_rules_are_read() -> None:
    written = "- a\n- b\n\n3. c\n4. d\n\n| e | f |\n| --- | --: |\n| g | 1 |\n\n***\n\n```\nx\n  y\n```\n"
    assert read_prose(written) == (
        Bullets(points("a", "b")),
        Numbered(points("c", "d"), 3),
        Table(
            (), (Cell(words("e")), Cell(words("f"))), ((Cell(words("g")), Cell(words("1"))),), frozenset({1})
        ),
        Rule(),
        CodeBlock("x\n  y"),
    )


def test_character_references_bring_no_control_characters() -> None:
    assert only("a&#8238;b&#x200E;c&amp;d") == words("abc&d")
    assert "\x1b" not in plain(only("a&#27;b"))


def test_deeply_nested_prose_loses_no_words() -> None:
    blocks = read_prose(">" * 40 + " diep")
    for _ in range(40):
        (quote,) = blocks
        assert isinstance(quote, BlockQuote)
        blocks = quote.blocks
    assert blocks == (said("diep"),)


def test_what_was_read_is_written_and_read_again_alike() -> None:
    for _, blocks in CHAPTERS:
        written = write_prose(blocks)
        assert write_prose(read_prose(written)) == written


def test_a_draft_keeps_its_links_when_it_is_written_for_mending() -> None:
    draft = (
        Paragraph((Reference("k1", words("Vertrouwen begint bij doelen.")), Text(" Verder klonk: geven."))),
    )
    assert write_prose(draft) == "[Vertrouwen begint bij doelen.](contribution:k1) Verder klonk: geven.\n"
    assert read_prose(write_prose(draft)) == draft


@given(st.text("*_`[]()<>!#\\~:|-+=.&;>\"' \nab1", max_size=60))
def test_any_prose_is_read_and_what_it_becomes_is_stable(written: str) -> None:
    blocks = read_prose(written)
    once = write_prose(blocks)
    assert [plain(block.inlines) for block in read_prose(once) if isinstance(block, Paragraph)] == [
        plain(block.inlines) for block in blocks if isinstance(block, Paragraph)
    ]
