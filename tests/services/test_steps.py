"""What to do next is told as commands that can be copied."""

from roundtable.services.closing import quoted


def test_a_file_with_a_space_in_its_name_is_quoted_as_the_system_wants_it() -> None:
    assert quoted("my evenings.db", "posix") == "'my evenings.db'"
    assert quoted("my evenings.db", "nt") == '"my evenings.db"'
