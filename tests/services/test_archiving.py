"""A whole session out and in again: the very same one with names, a new one without any."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from roundtable import i18n
from roundtable.domain.contributions import Choice, Contribution, Decision, Prose, Takeaway
from roundtable.domain.people import Participant
from roundtable.domain.records import created
from roundtable.domain.session import Session
from roundtable.domain.takeaways import marks
from roundtable.errors import BrokenSessionFile, FileExists
from roundtable.report.formats import Format
from roundtable.services.archive import import_session
from roundtable.services.archiving import archive
from roundtable.services.publishing import Wanted, composed
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal

NOW = datetime(2026, 11, 23, 18, 42, tzinfo=UTC)
Opening = Callable[[str], Journal]


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    """Give a way to open files, each as another machine would."""
    return lambda name: Journal.open(tmp_path / f"{name}.db", lambda: NOW, name)


@pytest.fixture
def evening(opening: Opening) -> tuple[Journal, str]:
    """Give the sample evening in Dutch, with a decision on a name, prose that mentions one, and one withdrawn line."""
    i18n.use("nl")
    journal = opening("here")
    uid = demo_session(journal, "nl", finished=True)
    first, second, *_ = journal.session(uid).contributions
    journal.append(
        uid,
        lambda _: [
            created(Prose(id="introduction", text=f"Els zei het al ([hier](contribution:{first.id})).")),
            created(Decision(id="besluit12345", contribution=first.id, name="Els", choice=Choice.KEEP)),
            created(replace(first, id="nieuw1234567", text="dat zei Els", typed="tom: dat zei Els")),
            created(replace(second, id="weg123456789", text="Els trok dit terug", withdrawn=True)),
        ],
    )
    i18n.use("en")
    return journal, uid


def told(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def answered(session: Session) -> list[int | None]:
    """Give for each contribution the place of the one that it answers; numbers shift where one was withdrawn."""
    places = {one.id: place for place, one in enumerate(session.contributions)}
    return [places.get(one.answers or "") for one in session.contributions]


def paper(session: Session) -> bytes:
    return Format.MARKDOWN.render(composed(session, Wanted(appendix=True)).document)


def test_an_archive_brings_the_very_same_session_back(
    evening: tuple[Journal, str], opening: Opening, tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "whole.json")
    there = opening("there")
    found = import_session(there, tmp_path / "whole.json")
    assert (found.uid, found.new) == (uid, True)
    assert there.session(uid) == journal.session(uid)
    assert there.history(uid) == journal.history(uid)
    assert not import_session(there, tmp_path / "whole.json").new
    assert len(there.sessions()) == 1
    archive(there, uid, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "whole.json").read_bytes()


def test_what_was_done_on_both_sides_since_is_kept(
    evening: tuple[Journal, str], opening: Opening, tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "whole.json")
    there = opening("there")
    import_session(there, tmp_path / "whole.json")
    there.append(uid, lambda _: [created(Takeaway(id="daar12345678", title="daar"))])
    journal.append(uid, lambda _: [created(Takeaway(id="hier12345678", title="hier"))])
    archive(journal, uid, tmp_path / "later.json")
    assert import_session(there, tmp_path / "later.json").new
    assert {"daar", "hier"} <= {one.title for one in there.session(uid).takeaways}


def test_an_archive_is_a_session_file_as_well(
    evening: tuple[Journal, str], opening: Opening, tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "whole.json")
    read = {key: value for key, value in told(tmp_path / "whole.json").items() if key != "journal"}
    (tmp_path / "read.json").write_text(json.dumps(read), "utf-8")
    there = opening("there")
    session, before = there.session(import_session(there, tmp_path / "read.json").uid), journal.session(uid)
    assert [one.text for one in session.contributions] == [one.text for one in before.contributions]
    assert [one.name for one in session.participants] == [one.name for one in before.participants]
    assert [one.title for one in session.topics] == [one.title for one in before.topics]
    assert [one["title"] for one in read["takeaways"]] == [one.title for one in before.takeaways]
    told_answers = [one["answers"] and one["answers"] - 1 for one in read["contributions"]]
    assert told_answers == answered(before)


def test_a_slug_that_is_taken_gets_a_number(
    evening: tuple[Journal, str], opening: Opening, tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "whole.json")
    there = opening("there")
    demo_session(there, "nl", finished=True)
    slug = there.sessions()[0].details.slug
    assert import_session(there, tmp_path / "whole.json").slug == f"{slug}-2"
    assert import_session(there, tmp_path / "whole.json").slug == f"{slug}-2"
    assert there.session(uid).details.slug == f"{slug}-2"


def test_without_names_a_new_session_comes_back_that_says_the_same(
    evening: tuple[Journal, str], opening: Opening, tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "bare.json", names=False)
    there = opening("there")
    found = import_session(there, tmp_path / "bare.json")
    assert found.uid != uid
    assert not import_session(there, tmp_path / "bare.json").new
    session, before = there.session(found.uid), journal.session(uid)
    assert len(session.contributions) == len(before.contributions)
    same = [(one, other) for one, other in zip(session.contributions, before.contributions, strict=True)]
    assert (
        sum(one.text == other.text for one, other in same) >= len(same) - 6
    )  # names inside, and words that somebody put right
    assert [(one.kind, one.stance, one.at, one.wording) for one, _ in same] == [
        (other.kind, other.stance, other.at, other.wording) for _, other in same
    ]
    assert answered(session) == answered(before)
    assert [one.title for one in session.takeaways] == [one.title for one in before.takeaways]
    assert len(session.groups.all) == len(before.groups.all)
    assert len(session.supports) == len(before.supports)
    for one in session.takeaways:
        assert one.seen == marks(session, one.seen)
    assert "(contribution:" in getattr(session.prose("introduction"), "text", "")
    assert session.contribution(
        getattr(session.prose("introduction"), "text", "").split(":")[1].split(")")[0]
    )
    without_prose = [
        one for one in session.of(Prose).values() if one.id not in {"introduction", "conclusion"}
    ]
    assert {one.id for one in without_prose} <= {one.id for one in session.topics}
    assert "dat zei iemand aan tafel" in paper(session).decode()


def test_without_names_nothing_in_the_file_tells_who_anybody_is(
    evening: tuple[Journal, str], tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "bare.json", names=False)
    archive(journal, uid, tmp_path / "whole.json")
    text = (tmp_path / "bare.json").read_text("utf-8")
    for one in journal.session(uid).of(Participant).values():
        known = (one.name, one.first_name, one.nickname, one.organisation, one.email, one.id)
        words = set(text.replace('"', " ").replace(".", " ").replace(",", " ").split())
        assert one.name not in text
        assert not {name for name in known if name} & words, one.name
    assert "trok dit terug" not in text
    assert "trok dit terug" in (tmp_path / "whole.json").read_text("utf-8")
    ids = {one.record for one in journal.history(uid)} - {"introduction", "conclusion"}
    assert not [one for one in ids if one in text]
    names = [one["name"] for one in told(tmp_path / "bare.json")["participants"]]
    assert names == [f"Participant {place}" for place in range(1, len(names) + 1)] or names[0].endswith(" 1")


def test_numbers_of_people_follow_who_spoke_and_not_the_list_of_guests(
    evening: tuple[Journal, str], tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "bare.json", names=False)
    said = told(tmp_path / "bare.json")["contributions"]
    spoke = list(dict.fromkeys(one["participant"] for one in said if one["participant"]))
    assert [one.rpartition(" ")[2] for one in spoke] == [str(place) for place in range(1, len(spoke) + 1)]


def test_an_archive_is_read_by_nobody_else_and_never_written_over(
    evening: tuple[Journal, str], tmp_path: Path
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "deep" / "whole.json")
    assert (tmp_path / "deep" / "whole.json").stat().st_mode & 0o077 == 0
    with pytest.raises(FileExists):
        archive(journal, uid, tmp_path / "deep" / "whole.json", names=False)


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: [],
        lambda _: "x",
        lambda journal: [{**journal[0], "record": "other"}, *journal[1:]],
        lambda journal: [{**journal[0], "stamp": "x"}],
        lambda journal: [{**journal[0], "fields": []}],
        lambda _: [{"stamp": "x"}],
        lambda _: [None],
    ],
)
def test_a_damaged_archive_brings_nothing(
    evening: tuple[Journal, str], opening: Opening, tmp_path: Path, broken: Callable[[Any], object]
) -> None:
    journal, uid = evening
    archive(journal, uid, tmp_path / "whole.json")
    file = told(tmp_path / "whole.json")
    file["journal"] = broken(file["journal"])
    (tmp_path / "broken.json").write_text(json.dumps(file), "utf-8")
    there = opening("there")
    with pytest.raises(BrokenSessionFile, match="journal"):
        import_session(there, tmp_path / "broken.json")
    assert there.sessions() == []


def test_a_shared_session_comes_back_with_and_without_names(
    opening: Opening, shared: Path, tmp_path: Path
) -> None:
    here, there = opening("here"), opening("there")
    uid = import_session(here, shared / "sessions" / "nl-tk-2018-zorg.json").uid
    archive(here, uid, tmp_path / "whole.json")
    archive(here, uid, tmp_path / "bare.json", names=False)
    assert there.session(import_session(there, tmp_path / "whole.json").uid) == here.session(uid)
    bare = there.session(import_session(there, tmp_path / "bare.json").uid)
    assert len(bare.of(Contribution)) == len(here.session(uid).of(Contribution))
    names = {one.name for one in here.session(uid).participants}
    assert not names & {one.name for one in bare.participants}
