"""Where the program begins."""

import gc
import os
import sys


def main() -> None:
    """Run the plain command line; 130 where somebody interrupts."""
    gc.disable()  # a command is over before anything is worth collecting; what lasts turns it on again
    if not os.environ.get("ROUNDTABLE_DEBUG"):
        sys.excepthook = _tell_unexpected
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(130)


def _run() -> int:
    import click  # loaded here, so that an interruption while it loads is caught as well

    from roundtable import i18n
    from roundtable.cli import roundtable
    from roundtable.cli.language import speak

    speak(os.environ.get("ROUNDTABLE_LANG") or _chosen_language() or i18n.system_language())
    _speak_utf8()
    try:
        code = roundtable.main(prog_name="roundtable", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    except OSError as error:
        if error.filename is not None:
            raise
        return _unwritten(error)
    return code if isinstance(code, int) else 0


def _chosen_language() -> str:
    """Give the language that the settings name; empty where they leave it to the system."""
    from roundtable.config import AUTO, read_settings

    language = read_settings().language
    return "" if language == AUTO else language


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _unwritten(error: OSError) -> int:
    """Say that nobody takes what is printed; whoever closed a pipe knows it."""
    from roundtable.errors import OutputFailed
    from roundtable.i18n import told

    # Python would complain once more when it flushes at the end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        sys.stderr.write(told(OutputFailed(reason=error.strerror or error)) + "\n")
    return 1


def _tell_unexpected(_kind: object, error: BaseException, _trace: object) -> None:
    from roundtable.i18n import _

    sentence = _(
        "Something went wrong that should not have ({what}). What was acknowledged is safe. "
        "Please report it: with ROUNDTABLE_DEBUG=1 the same command shows where it happened."
    )
    sys.stderr.write(sentence.format(what=f"{type(error).__name__}: {error}") + "\n")


if __name__ == "__main__":
    main()
