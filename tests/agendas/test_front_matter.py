"""The front matter of an agenda."""

import pytest

from roundtable.agendas.reader import Reading, read_agenda
from roundtable.domain.agenda import AgendaSector
from roundtable.domain.people import Consent, Person

BODY = "---\n## Welkom (10 min)\n"
HEAD = "title: T\nlanguage: nl\n"
SECTORS = "sectors:\n  LOG: Logistiek\n"


def read(front: str) -> Reading:
    """Read an agenda whose front matter says this, and behind it a title, a language and sectors."""
    return read_agenda(f"---\n{front}\n{HEAD}{SECTORS}{BODY}", "t.md")


def read_with(front: str) -> Reading:
    """Read an agenda whose front matter says a title, a language, and behind them this."""
    return read_agenda(f"---\n{HEAD}{front}\n{BODY}", "t.md")


def said(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, str(problem.what)) for problem in reading.problems]


def test_a_sector_has_a_short_name_a_name_and_maybe_how_it_is_told() -> None:
    reading = read_with("sectors:\n  NO: {name: Noord, told: iemand uit het noorden}\n  D66: D66\n  ON: on")
    assert not reading.problems
    assert reading.agenda.sectors == (
        AgendaSector("NO", "Noord", "iemand uit het noorden"),
        AgendaSector("D66", "D66"),
        AgendaSector("ON", "on"),
    )


def test_texts_stay_as_they_were_written() -> None:
    agenda = read(
        "date: 2026-11-23\nstart: 18:30\nplace: 007\norganiser: yes\npublisher: 1_000\ncontact: ~\nlogo: &Co"
    ).agenda
    assert (agenda.date, agenda.start, agenda.place) == ("2026-11-23", "18:30", "007")
    assert (agenda.organiser, agenda.publisher, agenda.contact, agenda.logo) == ("yes", "1_000", "", "&Co")


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("18:30", "18:30"),
        ("9:05", "09:05"),
        ("18u30", "18:30"),
        ("18h", "18:00"),
        ('"18.30"', "18:30"),
        ("18:30:00", "18:30"),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, start: str) -> None:
    reading = read(f"start: {written}")
    assert (reading.agenda.start, reading.problems) == (start, ())


@pytest.mark.parametrize("written", ["25:00", "18:75", "1110", "half acht", "[18, 30]"])
def test_a_time_that_is_none_is_told(written: str) -> None:
    reading = read(f"start: {written}")
    assert reading.agenda.start == ""
    assert [problem.line for problem in reading.problems] == [2]


@pytest.mark.parametrize("written", ["2026-13-01", "2026-02-30", "31/02/2026", "morgen", "{a: b}"])
def test_a_date_that_is_none_is_told(written: str) -> None:
    reading = read(f"date: {written}")
    assert reading.agenda.date == ""
    assert [problem.line for problem in reading.errors] == [2]


def test_a_date_with_the_day_first_is_understood_and_told() -> None:
    reading = read("date: 3/11/2026")
    assert reading.agenda.date == "2026-11-03"
    assert [str(problem.mend) for problem in reading.problems] == ["Write `date: 2026-11-03`."]


@pytest.mark.parametrize(
    ("front", "line", "what"),
    [
        (
            "title: Telewerk: kans?",
            2,
            "This line has a colon too many, or does not begin in the column of its neighbours.",
        ),
        ("title: @Home", 2, "This text begins with a mark that has a meaning of its own here."),
        ("title: *Thuis*", 2, "This text begins with a mark that has a meaning of its own here."),
        ('title: "Thuis', 2, "The quotation marks in this line do not fit together."),
        ('title: "Thuis" of niet', 2, "This line is not a key, a colon and a value."),
        ("title:Thuis", 2, "There is no space behind the colon of “title”."),
    ],
)
def test_a_title_that_yaml_refuses_is_read_all_the_same(front: str, line: int, what: str) -> None:
    reading = read_agenda(f"---\n{front}\nlanguage: nl\n{SECTORS}{BODY}", "t.md")
    assert said(reading) == [(line, what)]
    assert reading.agenda.title == front.removeprefix("title:").strip().removeprefix(
        '"' if '" ' not in front else ""
    )
    assert reading.agenda.sectors == (AgendaSector("LOG", "Logistiek"),)


def test_one_broken_line_does_not_take_its_neighbours_with_it() -> None:
    reading = read_with(
        "sectors:\n  LOG: Logistiek\n  AUT: {name: Auto\n\tRET: Retail\n  NPO: Non: profit\nplace: Gent"
    )
    assert [sector.name for sector in reading.agenda.sectors] == ["Logistiek", "Retail", "Non: profit"]
    assert reading.agenda.place == "Gent"
    assert sorted({problem.line for problem in reading.errors}) == [6, 7, 8]


def test_keys_that_stand_twice_are_told_and_the_first_is_kept() -> None:
    reading = read("place: Gent\nPlace: Brugge")
    assert reading.agenda.place == "Gent"
    assert said(reading) == [(3, "“Place” stands here for the second time; what line 2 says was kept.")]


def test_two_sectors_of_one_short_name_are_told() -> None:
    reading = read_with("sectors:\n  LOG: Logistiek\n  log: Loge")
    assert said(reading) == [(6, "“log” stands here for the second time; what line 5 says was kept.")]


@pytest.mark.parametrize(
    ("key", "meant"), [("titel", "title"), ("Secteurs", "sectors"), ("abbreviation", "abbreviations")]
)
def test_a_key_that_means_nothing_is_told_with_the_one_that_was_meant(key: str, meant: str) -> None:
    reading = read(f"{key}: x")
    assert [(problem.line, str(problem.mend)) for problem in reading.problems] == [
        (2, f"Did you mean `{meant}`?")
    ]


def test_sectors_that_can_hardly_be_typed_or_told_apart_are_told() -> None:
    many = "".join(f"  S{number}: Sector {number}\n" for number in range(13))
    reading = read_with(f"sectors:\n{many}  ALL: Alles\n  L: Lang\n  RETAIL: Retail")
    assert [problem.line for problem in reading.problems] == [5, 18, 19, 20]
    assert len(reading.agenda.sectors) == 16


def test_a_mere_list_of_sectors_is_read_and_how_to_write_it_is_told() -> None:
    reading = read_with("sectors:\n- Logistiek\n- RET: Retail\n- Non-profit")
    assert reading.agenda.sectors == (
        AgendaSector("RET", "Retail"),
        AgendaSector("LOG", "Logistiek"),
        AgendaSector("NP", "Non-profit"),
    )
    assert [(problem.line, problem.severity.value) for problem in reading.problems] == [(5, "warning")]


@pytest.mark.parametrize(
    "front",
    [
        "sectors: LOG, RET",
        "people: Els",
        "abbreviations: wn",
        "title: [a, b]",
        "language: {nl: 1}",
        "attribution: ja",
    ],
)
def test_a_value_of_another_kind_than_it_must_be_is_told(front: str) -> None:
    reading = read_agenda(f"---\n{front}\n{BODY}", "t.md")
    assert [problem.line for problem in reading.errors] == [2]


def test_people_may_be_listed_by_name_or_with_particulars() -> None:
    reading = read(
        "people:\n  - Els Peeters\n  - {name: An, sector: log, consent: met naam}\n  - sector: LOG\n"
        "  - {name: Bo, sector: ZOR, shoe: 42}\n  - els peeters\n  - [x]"
    )
    assert reading.agenda.people == (
        Person("Els Peeters"),
        Person("An", "log", consent=Consent.NAMED),
        Person("Bo", "ZOR"),
    )
    assert [problem.line for problem in reading.problems] == [5, 6, 6, 7, 8]


def test_abbreviations_are_pairs() -> None:
    assert read("abbreviations: {wn: werknemers, Ø: gemiddeld, leeg: }").agenda.abbreviations == {
        "wn": "werknemers",
        "Ø": "gemiddeld",
    }


@pytest.mark.parametrize(
    ("language", "understood"), [("nl-BE", "nl"), ("FR", "fr"), ("Nederlands", "nl"), ("anglais", "en")]
)
def test_a_language_may_be_named_in_other_ways(language: str, understood: str) -> None:
    reading = read_agenda(f"---\ntitle: T\nlanguage: {language}\n{SECTORS}{BODY}", "t.md")
    assert (reading.agenda.language, reading.problems) == (understood, ())


def test_a_title_and_a_language_that_are_missing_are_found_elsewhere_and_told() -> None:
    reading = read_agenda(
        f"---\n{SECTORS}---\n# Thuis\n\n## Wat is de vraag die je hier op de tafel legt? (5 min)\n", "x.md"
    )
    assert (reading.agenda.title, reading.agenda.language) == ("Thuis", "nl")
    assert said(reading) == [
        (1, "The title is missing; it was taken to be “Thuis”."),
        (1, "The language is not clear; it was taken to be nl."),
    ]
    assert read_agenda("## A (5 min)\n", "map/thuis.fr.md").agenda.title == "thuis"
    assert read_agenda("## A (5 min)\n", "map/thuis.fr.md").agenda.language == "fr"
    assert read_agenda("## A (5 min)\n", "map/thuis.md").agenda.language == "en"


@pytest.mark.parametrize(
    "rest", ["\n## Welkom (10 min)\n", "## Welkom (10 min)\n", "\n## Welkom (10 min)\n\n---\n\nmeer\n"]
)
def test_front_matter_that_is_not_closed_is_told_and_read(rest: str) -> None:
    reading = read_agenda(f"\n---\ntitle: T\nlanguage: nl\n{SECTORS}{rest}", "t.md")
    assert said(reading) == [(2, "The front matter begins here and is not closed.")]
    assert reading.agenda.title == "T"
    assert [topic.title for topic in reading.agenda.topics] == ["Welkom"]


def test_a_text_cut_short_by_a_remark_is_told() -> None:
    reading = read("place: Tafel #3\ncontact: x # ons adres")
    assert reading.agenda.place == "Tafel"
    assert said(reading) == [(2, "What follows # in this line counts as a remark and was left out.")]


@pytest.mark.parametrize(
    "front",
    [
        "just words",
        "- a\n- b",
        "[" * 400,
        "%YAML 9.9",
        "a: &x [*x]\n",
        "people: &p [*p]",
        "? [a]\n: b",
        "<<: {a: b}",
    ],
)
def test_odd_front_matter_is_told_in_a_sentence(front: str) -> None:
    reading = read_agenda(f"---\n{front}\n{BODY}", "t.md")
    assert all(str(problem) for problem in reading.problems)
    assert any(problem.line > 1 for problem in reading.problems)


@pytest.mark.parametrize("written", ['"#2F7566"', "2f7566", "'#2f7566'"])
def test_an_accent_is_a_colour_of_six_digits(written: str) -> None:
    reading = read(f"accent: {written}")
    assert (reading.agenda.accent, reading.problems) == ("#2f7566", ())


@pytest.mark.parametrize("written", ["groen", '"#2f7"', "#2f7566", "[1]", "rgb(1, 2, 3)"])
def test_an_accent_that_is_no_colour_is_told_with_its_line(written: str) -> None:
    reading = read(f"accent: {written}")
    assert reading.agenda.accent == ""
    assert {problem.line for problem in reading.problems} == {2}
