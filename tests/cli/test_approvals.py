"""Asking people about their own words and recording the answers, from the sheet to the final paper."""

import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.cli.running import Document, Program
from tests.cli.test_export import inside

LINES = (
    "els: “we stopped counting hours in my shops”",
    "karim: “whoever gets freedom returns it”",
    "karim: dispatchers cannot work from home at all",
    "ret: “a shop is open or it is closed”",
    "an: “volunteers need to see each other first”",
)
PROSE = (
    "[Els](speaker:{0}): [“We stopped counting hours in my shops.”](contribution:{0})\n\n"
    "> Whoever gets freedom returns it.\n\n"
    "And: “A shop is open or it is closed.”"
)
NAMES = {
    "els": ("Els", "De Wit"),
    "karim": ("Karim", "Haddad"),
    "an": ("An ", "Claes"),
    "anke": ("Anke", "Maes"),
}
WORDS = {"els": "counting hours", "karim": "freedom", "an": "volunteers"}


@pytest.fixture
def told(table: Program) -> Program:
    """Give a table at which something was quoted, with its paper written but for the approvals."""
    table.record(*LINES)
    ids = [one["id"] for one in table.said()]
    table("prose", "set", "1", stdin=PROSE.format(*ids))
    for name in ("els", "karim", "an claes", "anke"):
        table("people", "consent", name, "sector")
    table("takeaway", "add", "Goals before hours. That is the lot.", "--title", "Goals")
    return table


@pytest.fixture(autouse=True)
def here(tmp_path: Path) -> Iterator[None]:
    """Work in a folder of the test's own."""
    with inside(tmp_path):
        yield


def stands(program: Program, *words: str) -> dict[int, str]:
    """Give how it stands with each quote, by its number."""
    return {one["number"]: one["standing"] for one in program.json("approvals", "list", *words, "--json")}


def one_of(program: Program, number: int) -> Document:
    """Give what is listed of a quote."""
    return next(one for one in program.json("approvals", "list", "--json") if one["number"] == number)


def test_a_final_paper_waits_until_every_quote_in_it_is_approved(told: Program) -> None:
    def refused() -> str:
        done = told.run("export", "--final")
        assert done.code == 1
        assert not list(Path().rglob("telework.*"))
        return done.err

    assert "Nobody has been asked yet whether these quotes may be printed: 1, 2." in refused()
    assert "of no single person who could be asked: 4." in refused()
    assert "roundtable approvals sheet --all" in refused()
    told("approvals", "sheet", "--all")
    assert "These quotes wait for an answer: 1, 2." in refused()
    told("approvals", "record", "1", "2", "approved")
    assert told.run("approvals", "record", "4", "approved").code == 1
    told("approvals", "record", "4", "approved", "--by", "the buyers of both shops")
    assert told("export", "--final").splitlines() == ["exports/telework.md", "exports/telework.docx"]
    assert one_of(told, 4)["by"] == "the buyers of both shops"


def test_an_answer_with_a_change_is_printed_and_shown_beside_what_was_said(told: Program) -> None:
    told("approvals", "record", "2", "4", "approved", "--by", "x")
    told("approvals", "record", "1", "changed", "--wording", '"We no longer count hours"')
    told("export", "--final", "--format", "md")
    paper = Path("exports/telework.md").read_text("utf-8")
    assert "“We no longer count hours.”" in paper
    assert "stopped counting" not in paper
    assert one_of(told, 1)["wording"] == "We no longer count hours"
    assert one_of(told, 1)["text"] == "“we stopped counting hours in my shops”"
    listed = told("approvals", "list")
    assert "“We no longer count hours.”  ← said: “we stopped counting hours in my shops”" in listed
    assert "≈ approved with a change" in listed


def test_what_was_refused_is_in_the_way_as_long_as_it_stands_in_the_prose(told: Program) -> None:
    told("approvals", "record", "1", "2", "4", "approved", "--by", "x")
    told("approvals", "record", "2", "refused", "--on", "2020-01-02")
    done = told.run("export", "--final")
    assert done.code == 1
    assert "prints what somebody does not want printed, in 2." in done.err
    assert one_of(told, 2)["answered"].startswith("2020-01-02")


def full(told: Program) -> None:
    """Seat somebody more, so that every sector may be told."""
    for name, sector in (("Rik Peeters", "RET"), ("Zora Maas", "LOG")):
        told("people", "add", name, "--sector", sector)
        told("people", "here", name)
        told("people", "consent", name, "sector")


@pytest.mark.parametrize(
    "change",
    [
        ("contributions", "edit", "1", "--text", "“we counted hours in my shops”"),
        ("contributions", "edit", "1", "--participant", "karim"),
        ("people", "consent", "els", "none"),
    ],
)
def test_an_approval_lapses_when_words_or_attribution_change_and_comes_back_with_them(
    told: Program, change: tuple[str, ...]
) -> None:
    full(told)
    told("approvals", "record", "1", "2", "4", "approved", "--by", "x")
    assert stands(told)[1] == "approved"
    told(*change)
    assert stands(told)[1] == "lapsed"
    assert "changed since somebody was asked" in told.run("export", "--final").err
    told("undo")
    assert stands(told)[1] == "approved"


def test_words_that_somebody_put_right_do_not_come_back_where_only_the_attribution_changes(
    told: Program,
) -> None:
    full(told)
    told("approvals", "record", "1", "changed", "--wording", "We stopped counting the hours")
    told("approvals", "record", "2", "4", "approved", "--by", "x")
    for form in ("sector", "none"):
        told("export", "--format", "md", "--attribution", form, "--appendix", "--output", "paper.md")
        paper = Path("paper.md").read_text("utf-8")
        assert "We stopped counting the hours" in paper
        assert "We stopped counting hours in my shops" not in paper
    assert stands(told, "--attribution", "none")[1] == "lapsed"
    told("contributions", "edit", "1", "--text", "“we counted”")
    told("export", "--format", "md", "--output", "paper.md")
    assert "counting the hours" not in Path("paper.md").read_text("utf-8")


def test_an_answer_is_about_what_was_shown_and_not_about_what_changed_since(told: Program) -> None:
    told("approvals", "sheet", "els")
    told("contributions", "edit", "1", "--text", "“we counted hours in my shops”")
    told("approvals", "record", "1", "approved")
    assert stands(told)[1] == "lapsed"
    told("approvals", "sheet", "els")
    assert stands(told)[1] == "asked"
    told("approvals", "record", "1", "approved")
    assert stands(told)[1] == "approved"


def test_a_sheet_holds_the_words_of_one_person_and_the_data_of_nobody_else(told: Program) -> None:
    told("people", "edit", "karim", "--email", "karim@haddad.example", "--organisation", "Vrachtwerken")
    told("approvals", "sheet", "--all", "--attribution", "named", "--until", "2099-12-05")
    paths = sorted(path.name for path in Path("exports").iterdir())
    assert paths == [
        f"telework-approval-{name}.{ending}"
        for name in ("els-de-wit", "karim-haddad")
        for ending in ("docx", "md")
    ]
    for path in Path("exports").iterdir():
        own = "els" if "els" in path.name else "karim"
        if path.suffix == ".md":
            text = path.read_text("utf-8")
        else:
            with zipfile.ZipFile(path) as parts:
                text = "\n".join(re.sub(r"<[^>]+>", "", parts.read(one).decode()) for one in parts.namelist())
        assert WORDS[own] in text
        assert all(name in text for name in NAMES[own])
        others = [name for key, names in NAMES.items() if key != own for name in names]
        others += [words for key, words in WORDS.items() if key != own] + [
            "open or it is closed",
            "Vrachtwerken",
        ]
        assert [one for one in others if one in text] == []
    assert "5\u00a0December 2099" in Path("exports/telework-approval-els-de-wit.md").read_text("utf-8")


def test_a_sheet_is_a_letter_that_word_processors_open(
    told: Program, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    told("approvals", "sheet", "els", "--format", "docx")
    (sheet,) = Path("exports").iterdir()
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(sheet)).errors == []
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [tool("soffice"), profile, "--headless", "--convert-to", "pdf", str(sheet)]
    subprocess.run(convert, check=True, capture_output=True)
    show = [tool("pdftotext"), "-layout", f"{sheet.stem}.pdf", "-"]
    first, *rest = subprocess.run(show, check=True, capture_output=True, text=True).stdout.split("\f")
    assert not any(page.strip() for page in rest)
    assert "Your words in the white paper" in first
    assert "“We stopped counting hours in my shops.”" in first
    assert first.count("☐") == 3


def test_sheets_ask_only_about_what_waits_and_never_write_over_one_that_was_edited(told: Program) -> None:
    told("approvals", "sheet", "els", "--format", "md", "--output", "sheets")
    sheet = Path("sheets/telework-approval-els-de-wit.md")
    sheet.write_text("mine", "utf-8")
    done = told.run("approvals", "sheet", "els", "--format", "md", "--output", "sheets")
    assert "has been edited since" in done.err
    assert done.out == "sheets/telework-approval-els-de-wit-2.md\n"
    assert sheet.read_text("utf-8") == "mine"
    told("approvals", "record", "1", "approved")
    done = told.run("approvals", "sheet", "els")
    assert (done.code, done.out) == (1, "")
    assert "nothing to ask Els De Wit" in done.err


def test_one_undo_takes_a_round_of_sheets_back_and_one_an_answer(told: Program) -> None:
    told("approvals", "sheet", "--all")
    assert stands(told) == {1: "asked", 2: "asked", 4: "unasked"}
    told("approvals", "record", "1", "2", "refused")
    told("undo")
    assert stands(told) == {1: "asked", 2: "asked", 4: "unasked"}
    told("undo")
    assert stands(told) == {1: "unasked", 2: "unasked", 4: "unasked"}
    told("approvals", "record", "1", "approved")
    assert stands(told)[1] == "approved"


def test_the_list_says_what_is_overdue(told: Program) -> None:
    told("approvals", "sheet", "els", "--until", "2099-01-01")
    asked = one_of(told, 1)
    assert (asked["participant"], asked["until"], asked["overdue"]) == ("Els De Wit", "2099-01-01", False)
    assert asked["told"] == "somebody at the table"
    assert "? asked, until 2099-01-01" in told("approvals", "list")


def test_where_nothing_is_quoted_the_list_says_so(table: Program) -> None:
    table.record("els: trust starts with goals")
    assert "prints no quotes" in table("approvals", "list")
    assert table.json("approvals", "list", "--json") == []
    assert "nobody to ask" in table.run("approvals", "sheet", "--all").err


@pytest.mark.parametrize(
    ("words", "code", "told_"),
    [
        (("record", "1", "changed"), 1, "--wording TEXT"),
        (("record", "1", "2", "changed", "--wording", "x"), 1, "A wording is for one statement"),
        (("record", "1", "approved", "--wording", "x"), 2, "changed"),
        (("record", "1", "perhaps"), 2, "perhaps"),
        (("record", "99", "approved"), 1, "99"),
        (("record", "1", "approved", "--on", "2999-01-01"), 1, "still to come"),
        (("record", "3", "approved"), 1, "was withdrawn"),
        (("record", "1", "4", "approved"), 1, "--by WHO"),
        (("sheet",), 2, "--all"),
        (("sheet", "els", "--all"), 2, "--all"),
        (("sheet", "nobody"), 1, "nobody"),
        (("sheet", "anke"), 1, "nothing to ask Anke Maes"),
        (("sheet", "els", "--until", "2020-01-01"), 1, "is over already"),
        (("sheet", "els", "--format", "odt"), 2, "odt"),
        (("sheet", "els", "--format", "md,html"), 2, "html cannot be written; there is md, docx"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    told: Program, words: tuple[str, ...], code: int, told_: str
) -> None:
    told("contributions", "withdraw", "3")
    done = told.run("approvals", *words)
    assert (done.code, done.out) == (code, "")
    assert told_ in done.err
    assert set(stands(told).values()) == {"unasked"}
    assert not Path("exports").exists()


def test_what_was_approved_stays_so_where_a_sector_is_told_from_three_people_on(
    told: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("least = 3\n", "utf-8")
    monkeypatch.setenv("ROUNDTABLE_SETTINGS", str(file))
    for name, short in (("Bo Adams", "RET"), ("Cem Akin", "LOG")):
        told("people", "add", name, "--sector", short, "--consent", "sector")
        told("people", "here", name)
    told("approvals", "sheet", "--all")
    (sheet,) = Path("exports").glob("*els*.md")
    assert "retail" not in sheet.read_text("utf-8").casefold()
    told("approvals", "record", "1", "2", "approved")
    told("approvals", "record", "4", "approved", "--by", "the buyers of both shops")
    assert set(stands(told).values()) == {"approved"}
    told("export", "--final")


def test_what_somebody_refused_is_in_no_table_and_in_no_archive_without_names(told: Program) -> None:
    told("approvals", "record", "1", "refused")
    told("export", "--format", "csv,xlsx", "--output", "words")
    told("archive", told.json("status")["session"], "bare.json", "--no-names")
    with zipfile.ZipFile("words.xlsx") as archive:
        sheet = b"".join(archive.read(name) for name in archive.namelist())
    for content in (Path("words.csv").read_bytes(), sheet, Path("bare.json").read_bytes()):
        assert b"we stopped counting hours" not in content  # as it was said, that is: not the prose
        assert b"whoever gets freedom" in content
