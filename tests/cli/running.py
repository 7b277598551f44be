"""The program as tests run it: in this process where that is enough, as a process of its own where it is not."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from roundtable.cli import roundtable

AGENDA = """---
title: Telework
language: en
sectors:
  RET: {name: Retail, told: somebody from retail}
  LOG: Logistics
  NPO: Non-profit
people:
  - {name: Els De Wit, sector: RET}
  - {name: Karim Haddad, sector: LOG}
  - {name: An Claes, sector: NPO}
  - {name: Anke Maes, sector: NPO}
---
Why this table.

- What does it cost?

## Welcome (10 min)

## 1. The future of work (15 min)

- What changes?

## 2. Trust (20 min)

## 3. The office (15 min)

## Conclusion (10 min)
"""
Document = Any  # what JSON can hold
COMMAND = (sys.executable, "-m", "roundtable")


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Document:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Document]:
        """A JSON document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Program:
    """The plain command line on one database file."""

    db: Path

    def run(self, *words: str, stdin: str | bytes = b"") -> Done:
        """Run a command in this process; what it raises but does not tell is raised here."""
        result = CliRunner().invoke(roundtable, ["--db", str(self.db), *words], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout, result.stderr)

    def __call__(self, *words: str, stdin: str | bytes = b"") -> str:
        """Run a command that must succeed and give what it printed."""
        done = self.run(*words, stdin=stdin)
        assert done.code == 0, done.err
        return done.out

    def json(self, *words: str) -> Document:
        """Run a command that must succeed with --json and give its document."""
        return json.loads(self(*words, "--json"))

    def said(self, *words: str) -> list[dict[str, Any]]:
        """Give what was said, as `contributions list --json` does."""
        found: list[dict[str, Any]] = self.json("contributions", "list", *words)
        return found

    def record(self, *lines: str) -> list[dict[str, Any]]:
        """Record lines and give how each was understood."""
        return self.run("record", "--json", *lines).lines

    def process(self, *words: str, stdin: bytes = b"", **env: str) -> Done:
        """Run a command as a process of its own."""
        return process("--db", str(self.db), *words, stdin=stdin, env=env)


def process(
    *words: str,
    stdin: bytes = b"",
    before: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Done:
    """Run the program with these words, behind another program where one is given."""
    done = subprocess.run(
        [*before, *COMMAND, *words],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **(env or {})},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
