"""What a topic's heading says."""

import pytest

from roundtable.agendas.headings import Length, means_conclusion, read_heading


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("15 min", 15),
        ("15 min.", 15),
        ("15'", 15),
        ("15’", 15),
        ("15\N{PRIME}", 15),
        ("15 mn", 15),
        ("15 minuten", 15),
        ("90 minutes", 90),
        ("ca. 20 min", 20),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1u30", 90),
        ("1 uur 30 min", 90),
        ("1 heure 15", 75),
        ("2 hours", 120),
        ("1,5 u", 90),
        ("½ u", 30),
        ("1½ uur", 90),
        ("1 ½ h", 90),
        ("een half uur", 30),
        ("Kwartier", 15),
    ],
)
def test_a_length_in_brackets_is_understood(written: str, minutes: int) -> None:
    for brackets in ("()", "[]"):
        heading = read_heading(f"Vertrouwen {brackets[0]}{written}{brackets[1]}", 1)
        assert (heading.title, heading.seconds, heading.length) == ("Vertrouwen", minutes * 60, Length.GIVEN)


@pytest.mark.parametrize(
    "written", ["0 min", "-5 min", "1 h 75", "9999 min", "11 uur", "9" * 400 + " min", "15-20 min"]
)
def test_a_length_that_cannot_be_is_nonsense(written: str) -> None:
    heading = read_heading(f"Vertrouwen ({written})", 1)
    assert (heading.seconds, heading.length) == (None, Length.NONSENSE)


@pytest.mark.parametrize(
    "title", ["Cultuur (deel 2)", "Terug naar 2019 (2020)", "Wonen (3 sectoren)", "Wie? (minder)"]
)
def test_other_brackets_are_part_of_the_title(title: str) -> None:
    heading = read_heading(title, 1)
    assert (heading.title, heading.length) == (title, Length.NONE)


def test_a_bare_number_that_may_well_be_minutes_is_taken_for_them() -> None:
    assert read_heading("Vertrouwen (15)", 1).length is Length.BARE
    assert read_heading("Vertrouwen (15)", 1).seconds == 900
    assert read_heading("Vertrouwen (2)", 1).title == "Vertrouwen (2)"


@pytest.mark.parametrize(
    "heading", ["3. Vertrouwen", "3) Vertrouwen", "3 Vertrouwen", "3.Vertrouwen", "3\\. Vertrouwen"]
)
def test_a_number_before_the_title_is_taken_off(heading: str) -> None:
    found = read_heading(heading, 3)
    assert (found.number, found.title) == ("3", "Vertrouwen")


def test_a_number_that_begins_the_title_stays_there() -> None:
    assert read_heading("15 jaar later", 3).title == "15 jaar later"
    assert read_heading("1.5 graad", 1).title == "1.5 graad"
    assert read_heading("2030 in zicht", 1).title == "2030 in zicht"


@pytest.mark.parametrize(
    "title",
    [
        "Conclusie",
        "CONCLUSION",
        "Conclusions et suites",
        "Besluit",
        "Slot",
        "**Slotbeschouwing**",
        "En conclusion",
    ],
)
def test_headings_that_mean_conclusion_are_known(title: str) -> None:
    assert means_conclusion(title)


@pytest.mark.parametrize("title", ["Besluitvorming", "Slot op de deur", "Een conclusie vooraf?"])
def test_headings_that_only_sound_like_it_are_not(title: str) -> None:
    assert not means_conclusion(title)
