"""Run benchmarks by name, all unless told: python -m tests.bench [NAME…] [--json]."""

import compileall
import json
import os
import platform
import sqlite3
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))


def main(arguments: list[str]) -> int:
    """Run, print, and give the exit code."""
    as_json = "--json" in arguments
    wanted = [name for name in arguments if not name.startswith("-")]
    chosen = [name for name in NAMES if not wanted or name.removeprefix("bench_") in wanted]
    if not chosen:
        print("There is:", ", ".join(name.removeprefix("bench_") for name in NAMES), file=sys.stderr)
        return 2
    _as_installed()
    shapes = []
    if not as_json:
        print(f"{_versions()}; {_load()}")
    for name in chosen:
        for figure in import_module(f"tests.bench.{name}").measure():
            shapes.append(figure.shape())
            if not as_json:
                print(figure.row(), flush=True)
    if as_json:
        print(json.dumps({"versions": _versions(), "load": _load(), "figures": shapes}, indent=2))
    return 0


def _as_installed() -> None:
    """Give the package its byte code, which an installed one has; missing, it would be measured each time."""
    compileall.compile_dir(Path(__file__).parents[2] / "roundtable", quiet=2)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def _load() -> str:
    """Tell how busy the machine is besides."""
    loads = [f"{load:.1f}" for load in os.getloadavg()] if hasattr(os, "getloadavg") else ["?"]
    return f"{os.cpu_count()} cores, load {' '.join(loads)}"


def _versions() -> str:
    parts = [f"{name} {version(name)}" for name in ("textual", "sqlite-utils", "python-docx")]
    return ", ".join([f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}", *parts])


sys.exit(main(sys.argv[1:]))
