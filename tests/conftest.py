"""What tests share: where shared material lies, and which tools this machine has."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
