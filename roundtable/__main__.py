"""Where the program begins."""

import os
import sys

import click

from roundtable import i18n
from roundtable.cli import roundtable


def main() -> None:
    """Run the plain command line; 130 where somebody interrupts."""
    i18n.use(os.environ.get("ROUNDTABLE_LANG") or i18n.system_language())
    _speak_utf8()
    try:
        code = roundtable.main(prog_name="roundtable", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more while it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
