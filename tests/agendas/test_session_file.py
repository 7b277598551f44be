"""Reading a session from JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.agendas.session_file import FileContribution, SessionFile, read_session_file
from roundtable.errors import BrokenSessionFile, RoundtableError
from roundtable.i18n import told


def a_session(**changed: object) -> dict[str, Any]:
    return {
        "title": "Telewerk",
        "language": "nl",
        "topics": [{"title": "Vertrouwen", "minutes": 15}, {"title": "Cultuur"}],
        "participants": [{"name": "Els", "sector": "Retail"}, {"name": "An"}],
        "contributions": [
            {"at_seconds": 1.5, "participant": "Els", "topic_index": 1, "text": " we  tellen\nniet "},
            {
                "at_seconds": 2,
                "participant": None,
                "topic_index": None,
                "text": "",
                "votes": {"Retail": [3, 1, 0]},
            },
        ],
        "reference_takeaways": [{"text": "…"}],
    } | changed


def read(tmp_path: Path, session: object) -> SessionFile:
    path = tmp_path / "session.json"
    path.write_text(session if isinstance(session, str) else json.dumps(session), encoding="utf-8")
    return read_session_file(path)


def wrongs(tmp_path: Path, session: object) -> list[str]:
    with pytest.raises(BrokenSessionFile) as caught:
        read(tmp_path, session)
    first, *others = told(caught.value).splitlines()
    assert str(tmp_path / "session.json") in first
    return others


def test_the_shared_sessions_are_read_whole(shared: Path) -> None:
    listed = {
        one["file"]: one for one in json.loads((shared / "sessions" / "MANIFEST.json").read_text("utf-8"))
    }
    found = sorted((shared / "sessions").glob("*-*.json"))
    assert len(found) == 7
    for path in found:
        session, expected = read_session_file(path), listed[path.name]
        counts = (
            len(session.topics),
            len(session.participants),
            len(session.contributions),
            len(session.sectors),
        )
        assert counts == tuple(
            expected[key] for key in ("topics", "participants", "contributions", "sectors")
        ), path.name


def test_texts_are_cleaned_and_what_is_not_known_is_kept(tmp_path: Path) -> None:
    session = read(tmp_path, a_session(place="Gent"))
    assert session.contributions[0] == FileContribution(1.5, "Els", 1, "we tellen niet")
    assert session.contributions[1].votes == {"Retail": (3, 1, 0)}
    assert session.topics[1].minutes is None
    assert session.sectors == ("Retail",)
    assert set(session.extra) == {"reference_takeaways", "place"}


def test_everything_that_is_wrong_is_told_at_once_with_its_path(tmp_path: Path) -> None:
    session = a_session(
        title=3,
        participants=[{"name": "Els"}, {"name": "Els"}, "An", {}],
        contributions=[
            {"at_seconds": -1, "participant": "Piet", "topic_index": 9, "text": None},
            {"at_seconds": True, "topic_index": "1", "text": "ja", "votes": {"Retail": [1, 2]}},
            17,
        ],
    )
    assert wrongs(tmp_path, session) == [
        "title: this must be text in quotation marks, and is 3",
        "participants[1].name: “Els” is in the list already",
        "participants[2]: this must be an object in braces, and is An",
        "participants[3].name: this is missing",
        "contributions[0].at_seconds: this must be a number, zero or more, and is -1",
        "contributions[0].participant: “Piet” is not among the participants",
        "contributions[0].topic_index: 9, but there are 2 topics",
        "contributions[0].text: this must be text in quotation marks, and is null",
        "contributions[1].at_seconds: this must be a number, zero or more, and is true",
        "contributions[1].topic_index: this must be a whole number, 0 or more, and is 1",
        "contributions[1].votes.Retail: this must be three numbers of people (agree, oppose, pass), and is [1, 2]",
        "contributions[2]: this must be an object in braces, and is 17",
    ]


def test_a_broken_topic_does_not_make_the_others_wrong(tmp_path: Path) -> None:
    session = a_session(topics=[7, {"title": "Cultuur", "minutes": "ten"}])
    assert wrongs(tmp_path, session) == [
        "topics[0]: this must be an object in braces, and is 7",
        "topics[1].minutes: this must be a number, zero or more, and is ten",
    ]


def test_times_and_numbers_beyond_any_evening_are_wrong(tmp_path: Path) -> None:
    said = {
        "at_seconds": 1e15,
        "participant": "Els",
        "topic_index": 0,
        "text": "x",
        "votes": {"R": [10**30, 0, 0]},
    }
    session = a_session(topics=[{"title": "Cultuur", "minutes": 1e12}], contributions=[said])
    assert [one.split(":")[0] for one in wrongs(tmp_path, session)] == [
        "topics[0].minutes",
        "contributions[0].at_seconds",
        "contributions[0].votes.R",
    ]


def test_of_very_many_problems_twenty_are_shown(tmp_path: Path) -> None:
    shown = wrongs(tmp_path, a_session(contributions=[7] * 50))
    assert len(shown) == 21
    assert shown[-1] == "… and 30 more."


def test_broken_json_is_told_with_its_line(tmp_path: Path) -> None:
    assert wrongs(tmp_path, '{\n "title": "x",\n "language": nl\n}')[0].startswith("line 3, column 14: ")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "3", "[" * 100_000, '{"title": NaN}', "1" * 5000],
    ids=["empty", "list", "number", "deep", "no number", "long number"],
)
def test_what_is_no_session_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    assert wrongs(tmp_path, text)


def test_other_files_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "evening.docx").write_bytes(b"PK\x03\x04rest")
    for name in ("missing.json", ".", "evening.docx"):
        with pytest.raises(RoundtableError):
            read_session_file(tmp_path / name)


def test_a_file_from_another_program_may_have_a_mark_or_sixteen_bits(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le"):
        path = tmp_path / "session.json"
        path.write_text(json.dumps(a_session(title="Één"), ensure_ascii=False), encoding=encoding)
        assert read_session_file(path).title == "Één"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(key=st.sampled_from(sorted(a_session())), value=json_values)
def test_no_value_in_any_place_gives_anything_but_a_session_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: object
) -> None:
    try:
        outcome = read(tmp_path_factory.mktemp("any"), a_session(**{key: value})).language
    except BrokenSessionFile as error:
        outcome = told(error)
    assert outcome
