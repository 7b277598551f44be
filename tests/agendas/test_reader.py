"""Reading an agenda from Markdown."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.agendas.problems import Severity
from roundtable.agendas.reader import Reading, read_agenda, read_agenda_file
from roundtable.domain.agenda import AgendaTopic
from roundtable.domain.text import clean
from roundtable.errors import FileIsFolder, FileMissing, FileNotText, FileTooLarge

FRONT = "---\ntitle: T\nlanguage: nl\nsectors:\n  LOG: Logistiek\n---\n"  # six lines


def read(body: str) -> Reading:
    return read_agenda(FRONT + body, "t.md")


def said(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, str(problem.what)) for problem in reading.problems]


def test_headings_are_topics_lists_are_prompts_and_the_rest_is_context() -> None:
    reading = read(
        "Waarom *deze* tafel.\nNog een zin.\n\n- Vraag **één**?\n\n"
        "## Welkom (10 min)\n\n## 1. Werk van *morgen* (15')\nWat je moet\nweten.\n\n"
        "- Eerste\n  vervolg?\n\n- Tweede?\n  1. Dieper?\n\n> Een citaat\n\n### Kopje\n\n1) Derde?\n\n"
        "## Conclusie (15 min)\n"
    )
    assert not reading.problems
    agenda = reading.agenda
    assert agenda.opening == "Waarom *deze* tafel.\nNog een zin."
    assert agenda.questions == ("Vraag **één**?",)
    assert agenda.topics == (
        AgendaTopic("Welkom", "", 600, chapter=False, line=12),
        AgendaTopic(
            "Werk van *morgen*",
            "1",
            900,
            ("Eerste vervolg?", "Tweede?", "Dieper?", "Derde?"),
            "Wat je moet\nweten.\n\n> Een citaat\n\n### Kopje",
            line=14,
        ),
        AgendaTopic("Conclusie", "", 900, chapter=False, conclusion=True, line=30),
    )


def test_without_numbers_all_topics_but_the_conclusion_are_chapters() -> None:
    topics = read("## Welkom (5 min)\n## Werk (5 min)\n## Besluit (5 min)\n").agenda.topics
    assert [topic.chapter for topic in topics] == [True, True, False]


def test_code_html_and_remarks_hold_no_topics() -> None:
    reading = read(
        "## A (5 min)\n```\n## geen\n```\n\n<!--\n## ook niet\n-->\n\n    ## evenmin\n\n---\n\n## B (5 min)\n"
    )
    assert [topic.title for topic in reading.agenda.topics] == ["A", "B"]
    assert reading.agenda.topics[0].context == "```\n## geen\n```\n\n    ## evenmin"
    assert not reading.problems


def test_a_topic_swallowed_by_html_or_by_code_that_is_not_closed_is_told() -> None:
    assert said(read("## A (5 min)\n<div>\n## weg\n</div>\n")) == [
        (9, "This heading is no topic: it belongs to the HTML or the code that begins in line 8.")
    ]
    assert said(read("## A (5 min)\n\n```\ncode\n\n## weg\n")) == [
        (12, "This heading is no topic: it belongs to the HTML or the code that begins in line 9.")
    ]


def test_underlined_headings_are_topics_and_a_whole_paragraph_is_told() -> None:
    reading = read("Werk (5 min)\n---\n\nEen alinea\nvan twee regels\n---\n")
    assert [topic.title for topic in reading.agenda.topics] == ["Werk", "Een alinea van twee regels"]
    assert said(reading)[0] == (
        10,
        "These 2 lines were read as one heading, because of the dashes below them.",
    )


def test_a_heading_without_its_space_is_a_topic_all_the_same() -> None:
    reading = read("##Werk (5 min)\n")
    assert reading.agenda.topics == (AgendaTopic("Werk", "", 300, line=7),)
    assert said(reading) == [(7, "There is no space behind ## in this heading; it was read as a topic.")]


def test_a_first_level_heading_that_repeats_the_title_is_left_out() -> None:
    assert read("# t\n\nTekst.\n\n## A (5 min)\n").agenda.opening == "Tekst."
    reading = read("# Anders\n\n## A (5 min)\n# Nog een\n")
    assert reading.agenda.opening == "# Anders"
    assert reading.agenda.topics[0].context == "# Nog een"
    assert [problem.line for problem in reading.problems] == [7, 10]


def test_a_topic_without_minutes_gets_the_mean_of_the_others_and_that_is_told() -> None:
    reading = read("## A (10 min)\n## B\n## C (20 min)\n")
    assert [topic.planned_seconds for topic in reading.agenda.topics] == [600, 900, 1200]
    assert said(reading) == [(8, "“B” has no minutes; it was given 15 min.")]
    assert read("## A\n").agenda.planned_seconds == 15 * 60


def test_minutes_that_cannot_be_are_told_with_what_can_be_done() -> None:
    reading = read("## A (0 min)\n## B (1 h 75)\n## C (20)\n## D (10 min)\n")
    assert [topic.planned_seconds for topic in reading.agenda.topics] == [900, 900, 1200, 600]
    assert [(problem.line, problem.severity) for problem in reading.problems] == [
        (7, Severity.ERROR),
        (7, Severity.WARNING),
        (8, Severity.ERROR),
        (8, Severity.WARNING),
        (9, Severity.WARNING),
    ]
    assert all(str(problem.mend) for problem in reading.problems)


def test_topics_that_are_called_or_numbered_alike_are_told() -> None:
    reading = read("## 1. Werk (5 min)\n## 2. Één (5 min)\n## 2. EEN (5 min)\n")
    assert said(reading) == [
        (9, "“EEN” is the title of the topic in line 8 as well."),
        (9, "The number 2 is that of the topic in line 8 as well."),
    ]


def test_a_topic_without_a_title_gets_one() -> None:
    reading = read("## (5 min)\n##\n")
    assert all(topic.title for topic in reading.agenda.topics)
    assert {problem.line for problem in reading.errors} == {7, 8}


def test_an_agenda_without_topics_is_told() -> None:
    assert said(read("Alleen tekst.\n")) == [(8, "There is no topic in this agenda.")]


def test_what_looks_like_a_link_definition_is_kept() -> None:
    reading = read("## A (5 min)\n\n[bron]: https://voorbeeld.example\n\n- [x]: y?\n")
    assert reading.agenda.topics[0].context == "[bron]: https://voorbeeld.example"
    assert reading.agenda.topics[0].prompts == ("[x]: y?",)


def test_an_agenda_without_front_matter_is_read_and_told() -> None:
    reading = read_agenda("## Wat doe je als het niet lukt met de trein? (5 min)\n", "map/trein.md")
    assert (reading.agenda.title, reading.agenda.language, reading.agenda.name) == ("trein", "nl", "trein")
    assert {problem.line for problem in reading.problems} == {1}
    assert not reading.errors


def test_problems_tell_file_line_what_and_how_to_put_it_right() -> None:
    (problem,) = read("## A\n").problems
    assert str(problem) == (
        "t.md:7: “A” has no minutes; it was given 15 min. Write `(15 min)` at the end of the heading."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_file_is_read_however_it_was_written(tmp_path: Path, encoding: str, ending: str) -> None:
    path = tmp_path / "één.nl.md"
    path.write_bytes((FRONT + "Wáárom.\n\n## Één (5 min)\n").replace("\n", ending).encode(encoding))
    reading = read_agenda_file(path)
    assert not reading.problems
    assert reading.agenda.opening == "Wáárom."
    assert reading.agenda.topics == (AgendaTopic("Één", "", 300, line=9),)


def test_windows_1252_is_read_and_the_first_odd_line_is_told(tmp_path: Path) -> None:
    path = tmp_path / "oud.md"
    path.write_bytes((FRONT + "Gewoon.\n\n## Één “vraag” (5 min)\n").encode("cp1252"))
    reading = read_agenda_file(path)
    assert reading.agenda.topics[0].title == "Één “vraag”"
    assert said(reading) == [(9, "This line is not UTF-8; the file was read as Windows-1252.")]


def test_what_is_no_agenda_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04" + bytes(50))
    (tmp_path / "b.md").write_bytes(bytes(range(256)) * 3 + bytes(50))
    (tmp_path / "c.md").write_bytes(b"x" * (5 * 1024 * 1024 + 1))
    for name, error in {
        "a.docx": FileNotText,
        "b.md": FileNotText,
        "c.md": FileTooLarge,
        "d.md": FileMissing,
        ".": FileIsFolder,
    }.items():
        with pytest.raises(error, match=str(tmp_path)):
            read_agenda_file(tmp_path / name)


pieces = st.sampled_from(
    (
        "---\n|...\n|title: |sectors:\n|  LOG: |people:\n|- |  - |{|}|[|]|## |##|# |(15 min)|(1 h 30)|1. |\t|\r\n|\n"
        "|\n\n|> |```\n|<div>\n|<!--|-->|&a |*a|!x |%YAML 1.1\n|\"|'|: |date: 2026-13-01\n|? |<<: |@|`|===\n|\\|~"
        "|\ufeff|\x00|\u2028|\ufffe|\x85|abbreviations:\n|start: |language: "
    ).split("|")
)
texts = st.text(max_size=60) | st.lists(pieces | st.text(max_size=4), max_size=20).map("".join)


@given(texts, st.booleans())
def test_no_text_crashes_it(text: str, front: bool) -> None:  # noqa: FBT001 — hypothesis hands it over
    reading = read_agenda(f"---\n{text}\n---\n## A (5 min)\n" if front else text, "t.md")
    assert all(topic.planned_seconds and topic.title for topic in reading.agenda.topics)
    assert all(problem.line >= 1 and str(problem) for problem in reading.problems)


def one_line(first: str) -> st.SearchStrategy[str]:
    """Give texts as people write them on one line, which begin so and hold any marks behind that."""
    marks = st.characters(exclude_categories=["C", "Z", "M"], exclude_characters="\\#()[]")
    words = st.lists(st.text(marks, min_size=1, max_size=8), max_size=5)
    return words.map(lambda found: clean(" ".join([first, *found])))


topics = st.lists(
    st.builds(
        AgendaTopic,
        title=one_line("Titel"),
        planned_seconds=st.integers(1, 600).map(lambda minutes: minutes * 60),
        prompts=st.lists(one_line("Vraag"), max_size=4).map(tuple),
        context=st.lists(one_line("Alinea"), max_size=3).map("\n\n".join),
    ),
    min_size=1,
    max_size=5,
)


@given(
    title=one_line("Thema"),
    questions=st.lists(one_line("Vraag"), max_size=3),
    topics=topics,
    numbered=st.booleans(),
)
def test_an_agenda_that_was_written_out_reads_back_equal(
    title: str,
    questions: list[str],
    topics: list[AgendaTopic],
    numbered: bool,  # noqa: FBT001 — as above
) -> None:
    lines = [
        "---",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        "language: nl",
        "sectors: {LOG: Logistiek}",
        "---",
    ]
    lines += [f"- {question}" for question in questions]
    for number, topic in enumerate(topics, 1):
        minutes = topic.planned_seconds or 0
        lines += [
            "",
            f"## {f'{number}. ' if numbered else ''}{topic.title} ({minutes // 60} min)",
            "",
            topic.context,
            "",
        ]
        lines += [f"- {prompt}" for prompt in topic.prompts]
    agenda = read_agenda("\n".join(lines), "t.md").agenda
    assert (agenda.title, agenda.questions) == (title, tuple(questions))
    assert [(one.title, one.planned_seconds, one.prompts, one.context) for one in agenda.topics] == [
        (one.title, one.planned_seconds, one.prompts, one.context) for one in topics
    ]
    assert [one.number for one in agenda.topics] == [
        str(number) if numbered else "" for number in range(1, len(topics) + 1)
    ]
