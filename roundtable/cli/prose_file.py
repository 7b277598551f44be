"""A part's prose in a file for somebody's editor."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def edited(text: str, megabytes: int) -> Iterator[str]:
    """Let a text be edited, and give what it became; the file stays where it was not kept, whatever the reason.

    Raises NoEditor, EditorFailed, FileNotText, FileTooLarge.
    """
    from roundtable.agendas.decoding import decode, read_bytes
    from roundtable.ui.editor import write_in_editor

    with tempfile.NamedTemporaryFile(prefix="roundtable-", suffix=".md", delete=False) as file:
        file.write(text.encode("utf-8") + b"\n" * bool(text))
        path = Path(file.name)
    write_in_editor(path)
    yield decode(read_bytes(path, megabytes), path).text
    path.unlink(missing_ok=True)
