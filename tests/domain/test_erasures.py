"""What was erased is taken out of whatever comes, also out of what nobody here has seen yet."""

import pytest

from roundtable.domain.changes import Change, Value, fold
from roundtable.domain.contributions import Contribution, Decision, Takeaway
from roundtable.domain.erasing import LEFT_OUT, Eraser
from roundtable.domain.erasures import Erasure, Extent, all_gone, stripped
from roundtable.domain.people import Participant
from roundtable.domain.turns import Turn

BEFORE, THEN, AFTER = (f"{place}" * 24 for place in "345")
INSTEAD = {
    "person": "somebody",
    "of_person": "somebody’s",
    "address": "an address",
    "two_people": "two people",
}


def change(kind: str, record: str, stamp: str = BEFORE, **fields: Value) -> Change:
    return Change(stamp, "session", kind, record, fields, "writer", "action")


def erased(kind: str, key: str, extent: Extent = Extent.WORDS) -> dict[str, Erasure]:
    instead = INSTEAD if kind == Participant.KIND else {}
    return {key: Erasure(id=key, stamp=THEN, kind=kind, extent=extent, instead=instead)}


WORDS_GONE = erased(Contribution.KIND, "c")
PERSON_GONE = erased(Participant.KIND, "p", Extent.LINK)


def test_of_erased_words_only_their_place_among_the_others_stays() -> None:
    said = change(Contribution.KIND, "c", text="words", at="then", participant="p", unknown="more words")
    assert stripped(said, WORDS_GONE).fields == {"at": "then"}
    assert stripped(change(Contribution.KIND, "c", withdrawn=False), WORDS_GONE).fields == {}
    assert stripped(change(Contribution.KIND, "c", withdrawn=True), WORDS_GONE).fields == {"withdrawn": True}
    assert stripped(change(Takeaway.KIND, "t", **{"seen.c": "0a1b", "text": "mine"}), WORDS_GONE).fields == {
        "text": "mine"
    }


def test_what_was_not_erased_is_the_very_same_change() -> None:
    other = change(Contribution.KIND, "d", text="words")
    assert stripped(other, WORDS_GONE | PERSON_GONE) is other
    assert stripped(other, {}) is other


def test_nothing_links_to_an_erased_person_any_more() -> None:
    assert stripped(change(Participant.KIND, "p", name="Els", email="e"), PERSON_GONE).fields == {}
    assert stripped(change(Participant.KIND, "q", instead_of="p", name="An"), PERSON_GONE).fields == {
        "name": "An"
    }
    assert stripped(change("export", "e", **{"named.p": True, "draft": True}), PERSON_GONE).fields == {
        "draft": True
    }


def test_a_statement_that_comes_late_is_of_nobody_or_comes_empty() -> None:
    late = change(
        Contribution.KIND, "new", AFTER, participant="p", voice="person", typed="els: a", text="a", at="then"
    )
    assert stripped(late, PERSON_GONE).fields == {"voice": "nobody", "text": "a", "at": "then"}
    gone = stripped(late, erased(Participant.KIND, "p", Extent.WORDS))
    assert gone.fields == {"at": "then", "withdrawn": True}


def test_of_words_that_lost_their_speaker_only_what_stands_since_stays() -> None:
    erasures = erased(Contribution.KIND, "c", Extent.LINK)
    assert stripped(change(Contribution.KIND, "c", text="els says", starred=True), erasures).fields == {
        "starred": True
    }
    assert stripped(change(Contribution.KIND, "c", AFTER, text="says"), erasures).fields == {"text": "says"}
    assert not all_gone(erasures, Contribution.KIND, "c")


def test_a_change_is_stripped_alike_however_often() -> None:
    said = change(Contribution.KIND, "c", text="words", at="then")
    once = stripped(said, WORDS_GONE)
    assert stripped(once, WORDS_GONE) is once
    assert fold([said, once])[said.key].stamps.keys() == {"text", "at"}
    assert once.checksum != said.checksum


@pytest.fixture
def eraser() -> Eraser:
    """Give what takes out the words of a contribution, and a person under two names."""
    known = [
        change(Contribution.KIND, "c", text="We close the shop. In March, perhaps; not before."),
        change(Participant.KIND, "p", name="Els De Wit"),
        change(Participant.KIND, "p", name="Els Maes", nickname="Elsje"),
        change(Turn.KIND, "u", participant="p", asked="then"),
        change(Decision.KIND, "d", contribution="c", name="shop"),
        change(Decision.KIND, "k", contribution="x", name="Els Maes"),
        change("approval", "c", wording="We close it"),
    ]
    return Eraser(known, WORDS_GONE | PERSON_GONE, "en")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We close the shop. In March, perhaps; not before.", f"{LEFT_OUT}."),
        ("He said: “WE  CLOSE *the* shop”!", f"He said: “{LEFT_OUT}”!"),
        (
            "So [we close](contribution:c), and [others](contribution:x) stay",
            f"So {LEFT_OUT}, and [others](contribution:x) stay",
        ),
        ("[Somebody](speaker:c) said so", "[Somebody](speaker:c) said so"),
        ("We close the shopping list", "We close the shopping list"),
        ("Not before", "Not before"),
        ("Ask ELS DE WIT, or elsje’s sister", "Ask somebody, or somebody’s sister"),
        ("Elsewhere", "Elsewhere"),
    ],
)
def test_words_and_names_go_out_of_what_others_wrote(eraser: Eraser, before: str, after: str) -> None:
    assert eraser.text(before) == after


def test_what_is_about_nothing_else_is_emptied(eraser: Eraser) -> None:
    assert eraser.emptied == {("turn", "u"), ("decision", "d"), ("decision", "k"), ("approval", "c")}
