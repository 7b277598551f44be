"""The language in which commands speak: our own texts, and those of the library that reads the command line."""

import gettext
import os
from pathlib import Path

from roundtable import i18n
from roundtable.i18n import N_, ngettext

# What click says itself. It asks gettext, and so finds these in our catalogues; they stand here to be collected.
SAID_BY_CLICK = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("default: {default}"),
    N_("required"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Choose from:\n\t{choices}"),
    N_("Option {name!r} does not take a value."),
    N_("Aborted!"),
)


def said_by_click_of(count: int) -> tuple[str, ...]:
    """Give what click says of one thing or of several; these, too, stand here to be collected."""
    return (
        ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", count),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", count),
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", count),
        ngettext(
            "{value!r} does not match the format {format}.",
            "{value!r} does not match the formats {formats}.",
            count,
        ),
        ngettext(
            "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", count
        ),
    )


def speak(language: str) -> None:
    """Speak a language (nl, fr, en; any other: English) from here on."""
    i18n.use(language)
    os.environ["LANGUAGE"] = i18n.current()  # where gettext looks for the language when click asks it
    gettext.bindtextdomain("roundtable", Path(i18n.__file__).with_name("locale"))
    gettext.textdomain("roundtable")
