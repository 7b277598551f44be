"""What tests share: where shared material lies, which tools this machine has, catalogues as they are now."""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from runpy import run_path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
CI = os.environ.get("CI") == "true"

# Nothing fails because a machine is slow, and what lands is no lottery; elsewhere each run looks at new cases.
settings.register_profile(
    "roundtable", deadline=None, derandomize=CI, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("roundtable")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues that were edited since; once, before any worker of xdist starts."""
    if not hasattr(config, "workerinput"):
        run_path(str(ROOT / ".ci" / "catalogues.py"))["compile_catalogues"](ROOT)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skips where everything it needs is to be there."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a file that skips as a whole, likewise."""
    return _unskipped((yield))


def _unskipped(report: Report) -> Report:
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI leaves nothing out, and this was: {reason}"
    return report


@pytest.fixture(scope="session", autouse=True)
def nobody_in_particular(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the language, the settings, the data and the terminal of whoever runs the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    own = [name for name in os.environ if name.startswith("ROUNDTABLE_") and name != "ROUNDTABLE_SHARED"]
    with pytest.MonkeyPatch.context() as patch:
        for name in (*own, "COLUMNS", "LINES", "NO_COLOR"):
            patch.delenv(name, raising=False)
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name))
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.setenv("TERM", "xterm-256color")  # looks follow from what the terminal can show
        patch.setenv("COLORTERM", "truecolor")
        yield


@pytest.fixture
def shared() -> Path:
    """Give the folder of shared material; skip where this checkout has none beside it."""
    folder = Path(os.environ.get("ROUNDTABLE_SHARED", ROOT.parent / "shared"))
    if not (folder / "sessions").is_dir():
        pytest.skip("the shared sessions are not beside this checkout")
    return folder


@pytest.fixture
def tool() -> Callable[[str], str]:
    """Give the path of a program that Python does not bring; skip where it is missing."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path

    return find
