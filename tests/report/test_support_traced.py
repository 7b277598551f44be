"""From every figure of support in an exported paper back to the records that it comes from."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from roundtable.domain.contributions import Contribution, Stance, Support, Takeaway, Voice, Vote
from roundtable.domain.people import Attendance, Participant
from roundtable.domain.session import Session
from roundtable.report.formats import Format
from roundtable.services import ledger, votes
from roundtable.services.archive import import_session
from roundtable.services.drawing import draft_takeaways
from roundtable.services.publishing import Wanted, export
from roundtable.services.samples import demo_session
from roundtable.services.sessions import find_session
from roundtable.storage.journal import Journal

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
ASKED, SAID, VOTED = (
    2,
    1,
    0,
)  # what counts most: a vote on the takeaway, one's own words, a vote on a statement
Opinion = tuple[Vote, str | None, str | None, int, tuple[int, str]]  # of a person, or of so many of a sector


# What the paper says.


def told(paper: str) -> Iterator[tuple[str, list[int], list[int], str]]:
    """Give of each takeaway its heading, the numbers of its evidence and of its dissent, and what is counted."""
    (grounds,) = re.findall(
        r"^## B\. What the takeaways rest on\n(.*?)(?=^## |\Z)", paper, re.DOTALL | re.MULTILINE
    )
    for part in re.split(r"^### ", grounds, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        behind, _, dissent = rest.partition("**Dissent**")
        counted = [line for line in rest.splitlines() if line.endswith(("behind it.", "against it."))]
        yield heading, bullets(behind), bullets(dissent), " ".join(counted)


def bullets(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"^- \*\*(\d+)\*\*", text, re.MULTILINE)]


def figures(sentences: str) -> tuple[int, int, int]:
    """Read how many people, from how many sectors, stand behind it, and how many are against it."""
    known = {name: str(place) for place, name in enumerate(NUMBERS, 1)}
    plain = " ".join(known.get(word.lower(), word) for word in sentences.replace(",", "").split())
    behind = re.search(r"(\d+) (?:person|people) from (\d+) sectors? stands? behind it", plain)
    against = re.search(r"(\d+) (?:person is|people are) against it", plain)
    people, sectors = map(int, behind.groups()) if behind else (0, 0)
    return people, sectors, int(against[1]) if against else 0


# What the records say, counted anew.


def recounted(session: Session, takeaway: Takeaway) -> tuple[int, int, int]:
    """Count people for, their sectors, and people against from the bare records.

    A person counts once, as their weightiest and then newest record says. Of a number told of a sector the largest of
    any one place counts, next to those of the sector who are known, as far as others of it sat there.
    """
    people: dict[str, tuple[tuple[int, str], Vote]] = {}
    largest: dict[tuple[str, Vote], int] = defaultdict(int)
    for place in places(session, takeaway):
        here: dict[tuple[str, Vote], int] = defaultdict(int)
        for vote, person, sector, count, rank in place:
            if person:
                people[person] = max(people.get(person, (rank, vote)), (rank, vote))
            elif sector:
                here[sector, vote] += count
        for key, count in here.items():
            largest[key] = max(largest[key], count)
    known = session.of(Participant)
    found: dict[Vote, dict[str | None, int]] = {vote: defaultdict(int) for vote in Vote}
    for one, (_, vote) in people.items():
        found[vote][known[one].sector] += 1
    named = {sector: sum(found[vote][sector] for vote in Vote) for sector in session_sectors(session)}
    for (sector, vote), count in largest.items():
        there = seated(session, sector)
        alone = found[vote][sector]
        free = max(0, there - named[sector])
        found[vote][sector] = max(alone, count) if count > there else alone + min(count, free)
    agreed = found[Vote.AGREE]
    return (
        sum(agreed.values()),
        len([one for one, count in agreed.items() if one and count]),
        sum(found[Vote.OPPOSE].values()),
    )


def session_sectors(session: Session) -> list[str]:
    return [one.id for one in session.sectors]


def seated(session: Session, sector: str) -> int:
    those = [one for one in session.of(Participant).values() if one.sector == sector and not one.withdrawn]
    there = [
        one for one in those if one.attendance in {Attendance.PRESENT, Attendance.ONLINE, Attendance.LEFT}
    ]
    return len(there or [one for one in those if one.attendance is not Attendance.ABSENT])


def places(session: Session, takeaway: Takeaway) -> Iterator[list[Opinion]]:
    """Give the places of records about a takeaway: each statement that it rests on, each against it, itself."""
    for key in takeaway.evidence:
        if said := standing(session, key):
            yield [*voice(session, said, Vote.AGREE, SAID), *recorded(session, key, VOTED)]
    for key in takeaway.dissent:
        if said := standing(session, key):
            yield list(voice(session, said, Vote.OPPOSE, SAID))
    yield list(recorded(session, takeaway.id, ASKED))


def standing(session: Session, key: str) -> Contribution | None:
    said = session.of(Contribution).get(key)
    return said if said and not said.withdrawn else None


def voice(session: Session, said: Contribution, vote: Vote, weight: int) -> Iterator[Opinion]:
    if not said.placed:
        return
    speaker = session.of(Participant).get(said.participant or "")
    if said.voice is Voice.PERSON and speaker:
        yield vote, speaker.id, None, 1, (weight, said.stamp)
    elif said.voice is Voice.SECTOR:
        yield vote, None, said.sector, 1, (weight, said.stamp)


def recorded(session: Session, on: str, weight: int) -> Iterator[Opinion]:
    for one in session.of(Support).values():
        if one.on == on and not one.withdrawn:
            yield one.vote, one.participant, one.sector, one.count, (weight, one.stamp)
    for said in session.of(Contribution).values():
        if said.answers == on and said.stance and not said.withdrawn:
            stance = Vote.AGREE if said.stance is Stance.SUPPORTS else Vote.OPPOSE
            yield from voice(session, said, stance, VOTED if weight == VOTED else SAID)


# The walk.


def walked(journal: Journal, uid: str, folder: Path) -> list[tuple[int, int, int]]:
    """Export a session, walk from each of its figures of support to the records, and give the figures."""
    target = folder / "paper.md"
    export(journal, uid, Wanted((Format.MARKDOWN,), target, appendix=True))
    session = journal.session(uid)
    found = list(told(target.read_text("utf-8")))
    assert len(found) == len(session.takeaways)
    read = []
    for (heading, rests_on, against, counted), one in zip(found, session.takeaways, strict=True):
        assert (one.title or one.text)[:20] in heading
        assert {session.contribution(str(number)).id for number in rests_on} == one.evidence
        assert {session.contribution(str(number)).id for number in against} == one.dissent
        read.append(figures(counted))
        assert read[-1] == recounted(session, one), heading
    return read


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal.open(tmp_path / "roundtable.db")
    yield opened
    opened.close()


def test_every_figure_of_the_sample_evening_comes_from_records(journal: Journal, tmp_path: Path) -> None:
    read = walked(journal, demo_session(journal, "en", finished=True), tmp_path)
    assert len(read) >= 5
    assert all(people >= sectors > 1 for people, sectors, _ in read)
    assert any(against for *_, against in read)


def test_every_figure_of_a_shared_session_with_votes_comes_from_records(
    journal: Journal, tmp_path: Path, shared: Path
) -> None:
    slug = import_session(journal, shared / "sessions" / "en-polis-biodiversity.json").slug
    uid = find_session(journal, slug)
    assert len(draft_takeaways(journal, uid, k=10)) == 10
    ledger.merge_takeaways(journal, uid, ["1", "2"])
    person = journal.session(uid).participants[0].name
    votes.back(journal, uid, "1", [person], vote=Vote.OPPOSE)
    read = walked(journal, uid, tmp_path)
    assert max(people for people, *_ in read) > 70
    assert any(against > 1 for *_, against in read)
