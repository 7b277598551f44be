"""The language of the interface, and the phrases of a report in the language of its session."""

import gettext as _gettext
import os
from functools import cache
from pathlib import Path

from roundtable.errors import N_, RoundtableError

__all__ = [
    "LANGUAGES",
    "N_",
    "_",
    "catalogue",
    "current",
    "ngettext",
    "pgettext",
    "system_language",
    "told",
    "use",
]

LANGUAGES = ("nl", "fr", "en")
_LOCALE = Path(__file__).with_name("locale")
_chosen = ["en"]


@cache
def catalogue(language: str) -> _gettext.NullTranslations:
    """Give the catalogue of a language; English (or an unknown language) falls back on the texts in the code."""
    return _gettext.translation("roundtable", _LOCALE, [language], fallback=True)


def use(language: str) -> None:
    """Choose the language of the interface for this process."""
    _chosen[0] = language if language in LANGUAGES else "en"


def current() -> str:
    """Give the language of the interface."""
    return _chosen[0]


def system_language() -> str:
    """Give the system's language where it is one of ours, otherwise English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"


def _(text: str) -> str:
    """Translate a text into the language of the interface."""
    return catalogue(_chosen[0]).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a text that depends on a count."""
    return catalogue(_chosen[0]).ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Translate a text whose meaning depends on its context."""
    return catalogue(_chosen[0]).pgettext(context, text)


def told(error: RoundtableError) -> str:
    """Give an error's sentence in the language of the interface."""
    return _(error.template).format(**error.places) if error.template else str(error)
