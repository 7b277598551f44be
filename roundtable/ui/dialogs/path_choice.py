"""Asking for a path: a folder, or a file with certain endings."""

from collections.abc import Collection, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from roundtable.agendas.paths import completions, path_in
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.dialogs.people_file import PathLine

SHOWN = 6  # paths that what is typed could become


class PathChoice(Dialog[str]):
    """A dialog that is left with a path as it was typed; an empty line means the usual one."""

    def __init__(self, question: str, told: str, path: str, endings: Collection[str] = ()) -> None:
        super().__init__(question, _("Enter take it   Tab complete   Esc leave"))
        self._told, self._path, self._endings = told, path, endings

    def inside(self) -> Iterable[Widget]:
        """Show what is meant, the line, and what it could become."""
        yield Static(self._told, markup=False, classes="dialog--told")
        asked = PathLine(self._path, compact=True, select_on_focus=False)
        asked.endings = self._endings
        asked.cursor_blink = False
        yield asked
        yield Static(markup=False, id="path-becomes")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what could be meant."""
        event.stop()
        found = completions(event.value, self._endings) if event.value.strip() else ()
        more = ["…"] if len(found) > SHOWN else []
        self.query_one("#path-becomes", Static).update(Content("\n".join([*found[:SHOWN], *more])))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the path; a slash behind a folder stays."""
        event.stop()
        path = path_in(event.value)
        slash = "/" if event.value.rstrip().endswith(("/", "\\")) else ""
        self.dismiss(f"{path}{slash}" if path else "")
