"""LibreOffice as a process of its own: found, asked to convert, ended when it takes too long."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from roundtable.errors import OfficeFailed, OfficeMissing, OfficeTooSlow

_LONGEST = 900.0  # seconds; ten thousand statements take two minutes on a slow laptop
_PROGRAMS = ("soffice", "libreoffice")
# A profile that lasts as long as the conversion: nobody's settings, nobody's name, no question on a first start.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{settings}
</oor:items>
"""
_SETTING = (
    '<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">'
    '<prop oor:name="{name}" oor:op="fuse"><value>true</value></prop></item>'
)
# A PDF that can be read aloud, with an outline, and with a name for each bookmark.
_SETTINGS = ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks", "ExportBookmarksToPDFDestination")


def program() -> str:
    """Give the path of LibreOffice: on PATH, or where it is installed. Raises OfficeMissing."""
    on_path = filter(None, map(shutil.which, _PROGRAMS))
    installed = (str(path) for path in _usual_places() if path.is_file())
    found = next(on_path, None) or next(installed, None)
    if not found:
        raise OfficeMissing
    return found


def _usual_places() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
        if programs := os.environ.get(variable):
            yield Path(programs, "LibreOffice", "program", "soffice.com")  # .exe does not wait for the end
    for folder in (Path("/Applications"), Path("~/Applications").expanduser()):
        yield folder / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    yield Path("/snap/bin/libreoffice")


def converted(path: Path, to: Path, longest: float = _LONGEST) -> Path:
    """Convert a file into another, whose ending says of what format; give the latter.

    Raises OfficeMissing, OfficeFailed, OfficeTooSlow.
    """
    found = program()
    with tempfile.TemporaryDirectory(prefix="roundtable-", ignore_cleanup_errors=True) as name:
        profile, made = Path(name, "profile"), Path(name, "made")
        _write_profile(profile)
        told = _run(
            [
                found,
                f"-env:UserInstallation={profile.resolve().as_uri()}",
                *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
                *("--convert-to", to.suffix.lstrip("."), "--outdir", str(made), str(path)),
            ],
            longest,
        )
        result = made / f"{path.stem}{to.suffix}"
        if not result.is_file():
            raise OfficeFailed(reason=told or "?")
        shutil.move(result, to)
    return to


def pdf(word: bytes) -> bytes:
    """Give a Word document as PDF: tagged, in its language, with an outline, as LibreOffice lays it out."""
    with tempfile.TemporaryDirectory(prefix="roundtable-", ignore_cleanup_errors=True) as name:
        path = Path(name, "paper.docx")
        path.write_bytes(word)
        return converted(path, path.with_suffix(".pdf")).read_bytes()


def _write_profile(folder: Path) -> None:
    own = folder / "user"
    own.mkdir(parents=True)
    settings = "\n".join(_SETTING.format(name=name) for name in _SETTINGS)
    (own / "registrymodifications.xcu").write_text(_PROFILE.format(settings=settings), encoding="utf-8")


def _run(command: list[str], longest: float) -> str:
    """Run LibreOffice, and give the last that it says is wrong."""
    quiet = {
        **os.environ,
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
    }  # no zone of this machine in what it writes
    try:
        process = subprocess.Popen(  # noqa: S603 — the program that was found, and paths of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=quiet,
            start_new_session=True,
        )
    except OSError as error:
        raise OfficeFailed(reason=error.strerror or error) from error
    try:
        said = process.communicate(timeout=longest)[1]
    except subprocess.TimeoutExpired as error:
        raise OfficeTooSlow(minutes=max(1, round(longest / 60))) from error
    finally:
        if process.poll() is None:  # too slow, or somebody gave up waiting
            _end(process)
    lines = [line for line in said.decode(errors="replace").splitlines() if not line.startswith("Warning")]
    return lines[-1].strip() if lines else ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 — a number of our own
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
