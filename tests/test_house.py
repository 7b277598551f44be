"""The house stands as the design draws it: layers, a pure core, agreed words, nothing lying about."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted(ROOT.glob("roundtable/**/*.py"))
DOMAIN = sorted(ROOT.glob("roundtable/domain/*.py"))
TESTS = sorted(ROOT.glob("tests/**/*.py"))

AGREED_AT_THE_TOP = {
    "CHANGELOG.md",
    "README.md",
    "exports",
    "pyproject.toml",
    "roundtable",
    "tests",
    "topics",
}
TIRED = {"comment", "data", "entry", "helper", "item", "manager", "misc", "note", "util"}
AGREED = {
    "handle_comment",  # the standard library's HTML parser asks for these two
    "handle_data",
    "items",  # of a list in a document, as every format calls them
    "note_taker",
}
OUTSIDE = {
    "asyncio",
    "io",
    "logging",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
}
REGISTRIES = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
SILENCED = re.compile(
    r"#\s*(?:type:\s*ignore|noqa)(?P<codes>\[[\w, -]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(?P<reason>.*)"
)


def here(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_layer_imports_only_what_lies_below_it_and_each_library_has_one_home() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{here(path)}:{node.lineno} imports relatively"
            yield str(node.module)


@pytest.mark.parametrize("path", DOMAIN, ids=here)
def test_the_domain_stands_on_the_standard_library_alone_and_touches_nothing_outside(path: Path) -> None:
    ours = ("roundtable.domain", "roundtable.errors")
    for name in imported(path):
        top = name.split(".")[0]
        assert name.startswith(ours) or top in sys.stdlib_module_names, f"{name} is no part of Python"
        assert top not in OUTSIDE, f"{name} reaches outside"


@pytest.mark.parametrize("path", DOMAIN, ids=here)
def test_the_domain_is_told_the_time_and_never_asks_for_it(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    asked = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert not asked & {"now", "utcnow", "today", "monotonic", "perf_counter"}


def test_above_the_report_one_place_knows_from_how_many_people_on_a_sector_is_told() -> None:
    deciding = [
        here(path)
        for path in SOURCES
        if here(path).startswith(("roundtable/services/", "roundtable/ui/", "roundtable/cli/"))
        and re.search(r"\bDisclosure\.of\(", path.read_text("utf-8"))
    ]
    assert deciding == ["roundtable/services/disclosing.py"]


def given_names(path: Path) -> Iterator[tuple[str, int]]:
    """Give every name that a file itself gives to something, with its line."""
    yield path.stem, 1
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                command = node.decorator_list and here(path).startswith("roundtable/cli/")
                if not command:  # a command is called what people type
                    yield node.name, node.lineno
            case ast.arg(annotation=ast.Attribute(attr="DataObject")):
                pass  # hypothesis looks for this argument by its name
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case ast.Attribute(ctx=ast.Store(), value=ast.Name(id="self")):
                yield node.attr, node.lineno
            case ast.alias(asname=str(name)):
                yield name, node.lineno


def noun_of(name: str) -> str:
    """Give the last word of a name, in the singular: the thing that it says something is."""
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name) or [name]
    return re.sub(r"ies$", "y", words[-1].lower()).removesuffix("s")


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=here)
def test_names_say_what_a_thing_is(path: Path) -> None:
    tired = [
        f"{here(path)}:{line} {name}"
        for name, line in given_names(path)
        if noun_of(name) in TIRED and name not in AGREED and not name.startswith("test_")
    ]
    assert not tired


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=here)
def test_what_silences_a_check_names_it_and_says_why(path: Path) -> None:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if (found := SILENCED.search(line)) and path != Path(__file__):
            assert found["codes"], f"{here(path)}:{number} silences everything"
            assert re.search(r"\w{3}", found["reason"]), f"{here(path)}:{number} does not say why"


@pytest.fixture
def tracked(tool: Callable[[str], str]) -> list[Path]:
    """Give the files that are in git; skip outside a clone."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    command = [tool("git"), "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name]


def test_the_top_level_holds_only_what_is_agreed(tracked: list[Path]) -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked}
    assert {name for name in top if not name.startswith(".")} <= AGREED_AT_THE_TOP
    assert {name for name in top if name.startswith(".")} <= {".ci", ".gitattributes", ".gitignore"}


def test_no_file_names_the_host_of_a_package_registry(tracked: list[Path]) -> None:
    naming = [
        here(path)
        for path in tracked
        if path.exists() and any(host.encode() in path.read_bytes() for host in REGISTRIES)
    ]
    assert not naming
