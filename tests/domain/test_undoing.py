"""An action is taken back as if it had never been, except where somebody has changed its fields since."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.changes import Change, Edit, Key, Value, fold
from roundtable.domain.undoing import UNDO, TakenBack, take_back, undone_by

ROWS = ("contribution", "c")


class Evening:
    """Changes as they come one after the other, each with the next stamp."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def do(self, action: str, record: str = "c", **fields: Value) -> None:
        self.add(action, Edit("contribution", record, fields))

    def add(self, action: str, edit: Edit) -> None:
        stamp = f"{len(self.changes) + 1:024x}"
        self.changes.append(Change(stamp, "s", edit.kind, edit.record, edit.fields, "w", action))

    def undo(self, action: str) -> TakenBack:
        undone = {one for change in self.changes if (one := undone_by(change.action))}
        records = {change.key for change in self.changes if change.action == action}
        around = [change for change in self.changes if change.key in records]
        back = take_back(action, around, undone)
        for edit in back.edits or [Edit(*next(iter(records)), {})]:
            self.add(UNDO + action, edit)
        return back

    def shown(self, record: str = "c") -> dict[str, Value]:
        """Give what is shown of a record: a field that has nothing is as one that was never set."""
        fields = fold(self.changes)["contribution", record].fields
        return {name: value for name, value in fields.items() if value is not None}


def test_a_field_gets_back_what_it_had() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("worded", text="twee", starred=True)
    assert evening.undo("worded") == TakenBack((Edit(*ROWS, {"text": "een", "starred": None}),), ())
    assert evening.shown() == {"text": "een"}


def test_what_was_made_is_withdrawn() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.undo("made")
    assert evening.shown() == {"text": "een", "withdrawn": True}


def test_an_action_is_undone_whole() -> None:
    evening = Evening()
    evening.do("begun", "one", text="a")
    evening.do("next", "two", text="b")
    evening.do("next", "one", text="c")
    evening.undo("next")
    assert evening.shown("two")["withdrawn"] is True
    assert evening.shown("one") == {"text": "a"}


def test_what_somebody_changed_since_is_left_and_told() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("mine", text="twee", starred=True)
    evening.do("theirs", text="drie")
    assert evening.undo("mine").kept == ((ROWS, "text"),)
    assert evening.shown() == {"text": "drie"}


def test_what_somebody_changed_of_what_was_made_is_told_where_its_making_is_undone() -> None:
    evening = Evening()
    evening.do("made", text="een", starred=False)
    evening.do("made", "other", text="een")
    evening.do("theirs", text="twee", **{"theme.a": True})
    assert evening.undo("made").kept == ((ROWS, "text"), (ROWS, "theme.a"))
    assert evening.shown() == {"text": "twee", "starred": False, "theme.a": True, "withdrawn": True}
    assert evening.shown("other") == {"text": "een", "withdrawn": True}


def test_what_was_made_and_nobody_changed_but_who_took_that_back_is_simply_withdrawn() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("theirs", text="twee")
    evening.undo("theirs")
    assert evening.undo("made").kept == ()


def test_undoing_goes_further_back_each_time() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("second", text="twee")
    evening.do("third", text="drie")
    assert evening.undo("third").kept == ()
    assert evening.shown()["text"] == "twee"
    assert evening.undo("second").kept == ()
    assert evening.shown()["text"] == "een"
    evening.undo("made")
    assert evening.shown()["withdrawn"] is True


def test_what_was_undone_before_does_not_come_back() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("mine", text="twee")
    evening.do("theirs", text="drie")
    evening.undo("mine")
    evening.undo("theirs")
    assert evening.shown()["text"] == "een"


def test_what_somebody_else_undid_stands_in_nobodys_way() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("mine", text="twee")
    evening.do("theirs", text="drie")
    evening.undo("theirs")
    assert evening.undo("mine").kept == ()
    assert evening.shown()["text"] == "een"


def test_undoing_that_a_record_was_brought_back_withdraws_it_again() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.undo("made")
    evening.do("restored", withdrawn=False)
    evening.undo("restored")
    assert evening.shown()["withdrawn"] is True


def test_what_was_brought_back_keeps_its_words_when_a_correction_of_it_is_undone() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.undo("made")
    evening.do("restored", withdrawn=False)
    evening.do("worded", text="twee")
    assert evening.undo("worded") == TakenBack((Edit(*ROWS, {"text": "een"}),), ())
    assert evening.shown() == {"text": "een", "withdrawn": False}


def test_what_somebody_brought_back_on_purpose_stays() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("theirs", withdrawn=True)
    evening.do("again", withdrawn=False)
    assert evening.undo("made").kept == ((ROWS, "withdrawn"),)
    assert evening.shown()["withdrawn"] is False


def test_what_somebody_withdrew_already_needs_nothing() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("theirs", withdrawn=True)
    assert evening.undo("made") == TakenBack((), ())


def test_what_was_undone_stays_away_when_somebody_undoes_that_they_withdrew_it_before() -> None:
    evening = Evening()
    evening.do("made", text="een")
    evening.do("theirs", withdrawn=True)
    evening.undo("made")
    assert evening.undo("theirs").kept == ()
    assert evening.shown()["withdrawn"] is True


FIELDS = st.dictionaries(st.sampled_from(["text", "starred", "theme.a"]), st.integers(0, 3), min_size=1)
ACTS = st.lists(st.tuples(st.sampled_from(["one", "two"]), FIELDS), min_size=1, max_size=3)


@given(st.lists(ACTS, min_size=1, max_size=6), st.integers(1, 6))
def test_undoing_the_last_actions_leaves_what_was_there_before_them(
    acts: list[list[tuple[str, dict[str, Value]]]], times: int
) -> None:
    evening = Evening()
    pictures = [shown(evening)]
    for number, act in enumerate(acts):
        for record, fields in act:
            evening.add(f"act{number}", Edit("contribution", record, fields))
        pictures.append(shown(evening))
    for number in list(range(len(acts)))[::-1][:times]:
        assert evening.undo(f"act{number}").kept == ()
        assert shown(evening) == pictures[number]


def shown(evening: Evening) -> dict[Key, dict[str, Value]]:
    """Give what is shown of all records that are not withdrawn."""
    return {
        key: evening.shown(key[1])
        for key, one in fold(evening.changes).items()
        if not one.fields.get("withdrawn")
    }


@given(st.lists(st.tuples(st.sampled_from(["mine", "theirs", "later"]), FIELDS), min_size=1, max_size=8))
def test_undoing_changes_only_what_is_still_as_the_action_left_it(
    acts: list[tuple[str, dict[str, Value]]],
) -> None:
    evening = Evening()
    evening.do("made", text=9)
    for action, fields in acts:
        evening.do(action, **fields)
    before = fold(evening.changes)[ROWS]
    others = [change for change in evening.changes if change.action != "mine"]
    mine = {change.stamp for change in evening.changes if change.action == "mine"}
    if not mine:
        return
    back = evening.undo("mine")
    after = fold(evening.changes)[ROWS]
    without = fold(others)[ROWS]
    for name, stamp in before.stamps.items():
        expected = without.fields.get(name) if stamp in mine else before.fields[name]
        assert after.fields[name] == expected
    touched = {name for change in evening.changes if change.stamp in mine for name in change.fields}
    assert {name for _, name in back.kept} == {name for name in touched if before.stamps[name] not in mine}
