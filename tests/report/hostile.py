"""Words that mean something to some reader of Markdown or XML, for tests that they come back to the letter."""

import random

from hypothesis import strategies as st

from roundtable.domain.text import clean

FRAGMENTS = (
    *(
        "*",
        "**",
        "***",
        "_",
        "__",
        "~",
        "~~",
        "~~~",
        "^",
        "$",
        "$$",
        "`",
        "``",
        "```",
        "\\",
        "\\\\",
        "|",
        "||",
    ),
    *(
        "<b>",
        "</b>",
        "<",
        ">",
        "<!-- x -->",
        "<?x?>",
        "<http://x.be>",
        "<a@x.be>",
        "<br/>",
        "&amp;",
        "&",
        "&#42;",
    ),
    *(
        "&nbsp",
        ";",
        "[x](y)",
        "![x](y)",
        "[x]",
        "[",
        "]",
        "](",
        "[^1]",
        "[^1]:",
        "^[a]",
        "[x]: /y",
        "[ ]",
        "![",
        "!",
    ),
    *("1.", "1)", "(1)", "12.", "a.", "a)", "(a)", "A.", "A)", "iv.", "IV)", "#.", "(@)", "(@x)", "@x", "0."),
    *(
        "#",
        "##",
        "####### x",
        "# ",
        "---",
        "***",
        "___",
        "- - -",
        "===",
        "=",
        "--",
        "-",
        "+",
        "- x",
        "* x",
        "+ x",
    ),
    *(
        ":",
        ":::",
        "::: x",
        ":smile:",
        ":+1:",
        ":100:",
        "10:30:15",
        ": x",
        "~ x",
        "|-|",
        "-|-",
        ":-:",
        "|---|---|",
    ),
    *(
        "{",
        "}",
        "{.x}",
        "{#x}",
        "{=html}",
        "{{x}}",
        "http://x.be/a_b_c",
        "http://x.be/*a*",
        "www.x.be/_x_",
        "x_y_z",
    ),
    *(
        "https://x.be/?a=b&copy=c;",
        "mail@x.be",
        "a_b@x.be",
        "snake_case",
        "3 * 4",
        "2*3*4",
        "$5",
        "$x$",
        "x^2^",
        "~5",
    ),
    *(
        "zo'n",
        "“wel”",
        "‘s",
        "« fr »",
        "…",
        "...",
        "\u00a0",
        "\u202f",
        "\u3000",
        "\u2003",
        "\u200d",
        "\u200b",
        "👩\u200d🔬",
    ),
    *(
        "é",
        "IJ",
        "ﬁ",
        "€",
        "°",
        "%",
        "@",
        '"',
        "'",
        "/",
        ".",
        ",",
        "?",
        "(",
        ")",
        "((x))",
        "\\begin{x}",
        "\\x",
        "\\*",
    ),
    *(
        "Table: x",
        "% x",
        "[[x]]",
        "H~2~O",
        "==x==",
        "++x++",
        "<x",
        "a<b",
        "a>b",
        "x",
        "woord",
        "een zin.",
        "1",
        "a",
    ),
)


def sampled(count: int, seed: int) -> list[str]:
    """Give hostile texts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 — a sample, no secret
    texts: list[str] = []
    while len(texts) < count:
        pieces = chance.choices(FRAGMENTS, k=chance.randint(1, 7))
        text = clean("".join(piece + chance.choice(("", "", " ")) for piece in pieces))
        if text:
            texts.append(text)
    return texts


texts = (
    st.one_of(
        st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6).map("".join),
        st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6).map(" ".join),
        st.text(min_size=1, max_size=40),
        st.text("*_`[]()<>!#\\~^$:|-+=.&;{} ab1\n", min_size=1, max_size=20),
    )
    .map(clean)
    .filter(bool)
)
"""Cleaned hostile texts."""
