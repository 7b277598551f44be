"""The prose: kept part by part, with what an edit started from."""

import pytest

from roundtable.domain.contributions import Prose
from roundtable.errors import NoSuchPart
from roundtable.services import prose
from roundtable.services.bases import base_of
from tests.services.tables import Table


def test_prose_says_from_which_version_it_started(table: Table, other: Table) -> None:
    prose.set_prose(table.journal, table.uid, "introduction", "one")
    seen = base_of(table.journal, table.uid, Prose.KIND, "introduction")
    prose.set_prose(other.journal, table.uid, "introduction", "two")
    prose.set_prose(table.journal, table.uid, "introduction", "three", seen)
    first, second, third = table.journal.history(table.uid, Prose.KIND, "introduction")
    assert first.base is None
    assert second.base == third.base == first.stamp == seen


def test_prose_that_stays_the_same_writes_nothing(table: Table) -> None:
    prose.set_prose(table.journal, table.uid, "1", "one\n")
    prose.set_prose(table.journal, table.uid, "work", "one")
    assert len(table.journal.history(table.uid, Prose.KIND)) == 1
    prose.set_prose(table.journal, table.uid, "2", "  ")
    assert len(table.journal.history(table.uid, Prose.KIND)) == 1


@pytest.mark.parametrize("part", ["3", "", "Introduction "])
def test_a_part_that_is_none_is_refused(table: Table, part: str) -> None:
    with pytest.raises(NoSuchPart):
        prose.set_prose(table.journal, table.uid, part, "text")
