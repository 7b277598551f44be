"""Elements of XML, and how to find some of them."""

from collections.abc import Callable
from typing import Any, TypeAlias, cast

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 — lxml gives its elements no public name
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_PARAGRAPH = f"{{{WORD}}}p"


def every(path: str) -> Callable[..., list[Any]]:
    """Give what finds the elements or values of an XPath, in which `w` is Word's own XML."""
    return cast("Callable[..., list[Any]]", etree.XPath(path, namespaces={"w": WORD}))
