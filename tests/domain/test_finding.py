"""Where looked-for words stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.finding import spots


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("In het café van Ligne", "CAFE", ["café"]),
        ("Thuiswerken mag, thuis niet", "thuis", ["Thuis", "thuis"]),
        ("Thuiswerken mag, thuis niet", "thuis ", ["thuis"]),
        ("Thuiswerken mag, thuis niet", "mag t", ["T", "mag", "t"]),
        ("een e-mail", "e-mai", ["e", "mai"]),
        ("zo’n dag", "zo'n", ["zo", "n"]),
        ("Straße", "strasse", ["Straße"]),
        ("nothing", "(", []),
        ("nothing", "", []),
    ],
)
def test_words_are_marked_as_they_are_found(text: str, query: str, words: list[str]) -> None:
    assert [text[first:behind] for first, behind in spots(text, query)] == words


@given(st.text(), st.text())
def test_marks_lie_in_the_text_in_order_and_are_never_empty(text: str, query: str) -> None:
    edges = [edge for spot in spots(text, query) for edge in spot]
    assert edges == sorted(edges)
    assert all(0 <= first < behind <= len(text) for first, behind in spots(text, query))
