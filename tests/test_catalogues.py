"""Every text that people see is there in every language, with the same places to fill."""

import ast
from pathlib import Path
from runpy import run_path

import pytest
from babel.messages.catalog import Catalog

from roundtable.i18n import LANGUAGES
from tests.conftest import ROOT

CATALOGUES = run_path(str(ROOT / ".ci" / "catalogues.py"))
TRANSLATING = {"_", "N_", "gettext", "ngettext", "pgettext", "npgettext"}


@pytest.fixture(scope="module")
def texts() -> Catalog:
    """Give the texts that stand in the code now."""
    found: Catalog = CATALOGUES["extract"](ROOT)
    return found


def in_git(language: str) -> Catalog:
    found: Catalog = CATALOGUES["read"](CATALOGUES["catalogue_path"](ROOT, language), language)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_missing_empty_in_doubt_or_told_with_other_places(language: str, texts: Catalog) -> None:
    problems = CATALOGUES["problems"](in_git(language), texts)
    assert not problems, f"run .ci/catalogues.py; {language} has {len(problems)} to do"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_keeps_texts_that_the_code_no_longer_has(language: str, texts: Catalog) -> None:
    catalogue = in_git(language)
    known = {(message.context, message.id) for message in texts}
    unused = [message.id for message in catalogue if (message.context, message.id) not in known]
    assert not unused + [message.id for message in catalogue.obsolete.values()]


def test_english_is_told_in_the_words_of_the_code() -> None:
    told = [message for message in in_git("en") if message.id and not message.context]
    assert [message.id for message in told if message.string != message.id] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("roundtable/**/*.py")), ids=lambda path: path.name)
def test_a_text_is_written_where_it_is_marked_so_that_it_can_be_collected(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
            assert [type(one) for one in node.args] == [ast.Constant], f"{path.name}:{node.lineno}"


def test_no_text_stands_inside_an_f_string_where_it_would_not_be_found() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "roundtable").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TRANSLATING
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert not hidden
