"""Putting right who somebody is."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from roundtable.domain.people import Person
from roundtable.i18n import N_, _
from roundtable.ui.dialogs.dialog import Dialog

FIELDS = (
    ("name", N_("Name")),
    ("nickname", N_("Nickname")),
    ("sector", N_("Sector")),
    ("organisation", N_("Organisation")),
    ("role", N_("Role")),
    ("email", N_("E-mail address")),
)


class PersonForm(Dialog[Person]):
    """A dialog that takes somebody and is left with them as they are to be; without a name it stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, person: Person) -> None:
        super().__init__(person.name, _("Enter save   Tab next line   Esc leave"))
        self._person = person

    def inside(self) -> Iterable[Widget]:
        """Give a line for each thing that is known of somebody."""
        for field, label in FIELDS:
            asked = Input(getattr(self._person, field), compact=True, id=field, select_on_focus=False)
            asked.cursor_blink = False
            yield Horizontal(Static(_(label), markup=False), asked, classes="form--line")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the person."""
        event.stop()
        typed = {field: self.query_one(f"#{field}", Input).value for field, _label in FIELDS}
        if typed["name"].strip():
            self.dismiss(Person(**typed, consent=self._person.consent))
        else:
            self.query_one("#name", Input).focus()
