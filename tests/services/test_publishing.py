"""What the paper is handed: what speaks for many, where a chapter has no room for all."""

from roundtable.report.choosing import MOST_STATEMENTS
from roundtable.services.prose import set_prose
from roundtable.services.publishing import suggestions, telling
from tests.services.tables import Table


def test_what_speaks_for_many_is_looked_for_only_where_there_is_no_room_for_all(table: Table) -> None:
    topic = table.session.topic("1").id
    for place in range(MOST_STATEMENTS):
        words = "abcdefgh"[place % 8] * (place + 3)
        table.record(f"trust at a distance grows with {words}", topic=topic)
    assert telling(table.session) == {}
    table.record("goals make trust grow at a distance", topic=topic)
    session = table.session
    found = telling(session)
    assert list(found) == [topic]
    assert suggestions(session, found) == suggestions(session, {}), "the first of many is the first of few"
    set_prose(table.journal, table.uid, "1", "Somebody wrote this.")
    assert telling(table.session) == {}
