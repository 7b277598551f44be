"""What there is to settle and to look at: the same from a process of its own, and each thing about what it is about."""

import json
from pathlib import Path

import pytest

from roundtable.domain.contributions import Choice
from roundtable.domain.disclosure import Form
from roundtable.domain.mentions import Kept
from roundtable.domain.people import Consent
from roundtable.errors import ExportFailed
from roundtable.services import ledger, names, people, prose
from roundtable.services.checking import check, read_checked, shape
from roundtable.services.export_apart import checked_apart
from roundtable.services.forms_told import folded_told, form_told
from roundtable.services.publishing import Wanted
from roundtable.services.settling import Kind, to_settle
from tests.ui.evening import Evening, half_way


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    found = half_way(tmp_path)
    found.say(["an: Els told us of Genk", "mieke: Karim knows"])
    names.decide_name(found.journal, found.uid, "Karim", Choice.KEEP)
    ledger.add_takeaway(found.journal, found.uid, "Els counts goals.", title="Goals")
    ledger.add_takeaway(found.journal, found.uid, evidence=["3"])
    prose.set_prose(found.journal, found.uid, "introduction", "Els opened. ⟦ZZZ 99⟧")
    return found


def test_each_thing_to_settle_says_what_it_is_about(evening: Evening) -> None:
    session = evening.session
    those = to_settle(session, Form.SECTOR, check(session, Wanted()).obstacles)
    about = {(one.kind, one.told): one.about for one in those}
    first, second = session.takeaways
    assert about[Kind.NAMES, "“Els” in 10"] == session.contribution("10").id
    assert about[Kind.NAMES, "“Els” in takeaway 1"] == first.id
    assert about[Kind.NAMES, "“Els” in what was written for “Introduction”"] == "introduction"
    assert about[Kind.TAKEAWAYS, "Takeaway 2 is still worded as it was said."] == second.id
    assert about[Kind.QUOTES, "Nobody has been asked yet about 2."] == session.contribution("2").id
    assert about[Kind.CHAPTERS, "The future of work"] == session.topics[0].id
    assert about[Kind.UNASKED, "Karim Haddad"] == session.person("karim").id
    assert any(one.kind is Kind.PROSE and one.about == "introduction" for one in those)
    assert not any("roundtable" in one.told for one in those)  # no command to type


async def test_a_process_of_its_own_gives_the_same(evening: Evening) -> None:
    found = check(evening.session, Wanted())
    assert found.kept
    assert found.kept[0].why is Kept.DECIDED
    assert found.looks
    assert read_checked(json.loads(json.dumps(shape(found)))) == found
    slug = evening.session.details.slug
    assert await checked_apart(evening.path, slug, ["--attribution", "sector"]) == found
    with pytest.raises(ExportFailed):
        await checked_apart(evening.path, "no-such-session", [])


def test_a_form_is_told_by_what_it_means_for_this_very_table(evening: Evening) -> None:
    for name, form in (("els", Consent.NAMED), ("mieke", Consent.NAMED), ("jonas", Consent.NONE)):
        people.consent(evening.journal, evening.uid, name, form)
    session = evening.session
    assert form_told(session, Form.NAMED) == "2 people by name, 0 people by sector, 3 of nobody"
    assert form_told(session, Form.SECTOR) == "2 people by sector, 3 of nobody"
    assert "RET" not in folded_told(session, Form.SECTOR)
    assert "NPO" in folded_told(session, Form.SECTOR)
    assert not folded_told(session, Form.NONE)
