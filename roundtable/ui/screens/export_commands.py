"""The commands of the export, each declared once; key map, bottom line, help and palette follow from this list."""

from roundtable.i18n import N_
from roundtable.ui.commands import Command

COMMANDS = (
    Command("export_act", "enter", N_("change, settle"), N_("Change or settle what is marked"), action="act"),
    Command(
        "export_write",
        "x",
        N_("write it"),
        N_("Write the paper: a draft as long as something is in the way"),
        action="write",
    ),
    Command(
        "export_final",
        "X",
        N_("as final"),
        N_("Write the paper only if it is final"),
        action="write_final",
    ),
    Command("export_fold", "space", N_("fold"), N_("Fold away, or show again"), action="fold"),
    Command(
        "preview",
        "p",
        N_("preview"),
        N_("Show the whole paper as it would be exported"),
        action="preview",
    ),
    Command("arrival", "a", "", N_("Say who is here, and how they may be told"), "attendance:arrival"),
    Command("export_folder", "o", "", N_("Show the folder of the file"), action="folder"),
    Command("export_copy", "y", "", N_("Copy the path of the file"), action="copy_path"),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
    Command("export_stop", "", "", N_("Stop the export that is under way"), action="stop"),
)
