"""Paragraphs paired with what became of them, and references put back where their words stand."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.references import Tells
from roundtable.report.aligning import Step, aligned, marked
from roundtable.report.document import Emphasis, Inline, Paragraph, Reference, Text, plain
from roundtable.report.pieces import Piece, pieces, put_together
from roundtable.report.prose import read_prose
from roundtable.report.putting_back import put_back
from tests.report.papers import said
from tests.report.test_docx import EVERYTHING


def piece(*inlines: Inline) -> Piece:
    return Piece(Paragraph(inlines))


def lines(*texts: str) -> list[Piece]:
    return [Piece(said(text)) for text in texts]


def resting(words: str, key: str = "a", tells: Tells = Tells.WORDS) -> Reference:
    return Reference(key, (Text(words),) if words else (), tells)


def test_paragraphs_that_stay_move_change_come_and_go_are_told_apart() -> None:
    old = lines("one stays", "two goes away now", "three is reworded a little", "four moves to the top")
    new = lines("four moves to the top", "one stays", "three is reworded a lot", "five")
    assert aligned(old, new) == (
        Step(3, 0, moved=True),
        Step(0, 1),
        Step(1, None),
        Step(2, 2),
        Step(None, 3),
    )


@given(st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdef"), max_size=8))
def test_every_paragraph_is_in_one_step(old: list[str], new: list[str]) -> None:
    steps = aligned(lines(*old), lines(*new))
    assert sorted(one.old for one in steps if one.old is not None) == list(range(len(old)))
    assert [one.new for one in steps if one.new is not None] == list(range(len(new)))


@given(st.text(max_size=30), st.text(max_size=30))
def test_marked_words_are_the_words(old: str, new: str) -> None:
    first, second = marked(old, new)
    assert ("".join(one.text for one in first), "".join(one.text for one in second)) == (old, new)
    same = ["".join(one.text for one in those if not one.differs) for those in (first, second)]
    assert same[0] == same[1]


def test_words_that_stand_to_the_letter_are_those_of_the_reference_again_as_they_were_kept() -> None:
    source = piece(Text("First, "), resting("Els counts hours."), Text(" Then nothing."))
    told = piece(Text("First, "), resting("somebody counts hours."), Text(" Then nothing."))
    made = put_back(source, told, piece(Text("At first, somebody counts hours. Then all else.")))
    assert made.piece.inlines == (Text("At first, "), resting("Els counts hours."), Text(" Then all else."))
    assert not made.lost


def test_reworded_words_are_those_of_the_reference_as_long_as_half_of_them_stands() -> None:
    source = piece(resting("Goals count more than hours."))
    reworded = put_back(source, source, piece(Text("Goals weigh more than hours.")))
    assert reworded.piece.inlines == (resting("Goals weigh more than hours."),)
    assert put_back(source, source, piece(Text("Nobody counts them."))).lost == ("a",)


def test_who_is_told_is_told_anew_only_where_the_words_stand_to_the_letter() -> None:
    source = piece(resting("They", "a", Tells.SPEAKER), Text(" said so."))
    told = piece(resting("Somebody from retail", "a", Tells.SPEAKER), Text(" said so."))
    kept = put_back(source, told, piece(Text("Somebody from retail told us.")))
    assert kept.piece.inlines == (resting("They", "a", Tells.SPEAKER), Text(" told us."))
    assert put_back(source, told, piece(Text("A shopkeeper said so."))).lost == ("a",)


def test_a_reference_without_words_stays_behind_what_it_stood_behind() -> None:
    source, told = (
        piece(Text("It goes fast."), resting(""), Text(" Or not.")),
        piece(Text("It goes fast."), Text(" Or not.")),
    )
    made = put_back(source, told, piece(Text("It goes very fast. Or not.")))
    assert made.piece.inlines == (Text("It goes very fast."), resting(""), Text(" Or not."))


def test_stress_that_was_put_on_words_in_word_stays() -> None:
    source = piece(Text("It goes fast. "), resting("So it is."))
    made = put_back(source, source, piece(Text("It goes "), Emphasis((Text("fast"),)), Text(". So it is.")))
    assert made.piece.inlines[1] == Emphasis((Text("fast"),))
    assert made.piece.inlines[-1] == resting("So it is.")


def test_blocks_laid_out_are_put_together_again() -> None:
    prose = read_prose(
        "## A\n\nb\n\n- c\n  1. d\n  2. e\n\n  f\n- g\n\n> h\n>\n> i\n\n> j\n>\n> — k\n\n    l\n\n***\n"
    )
    assert put_together(pieces(prose)) == prose
    words = [plain(one.inlines) for one in pieces(EVERYTHING) if one.inlines]
    assert words == [plain(one.inlines) for one in pieces(put_together(pieces(EVERYTHING))) if one.inlines]
