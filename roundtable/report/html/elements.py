"""Elements of HTML as text: attributes and words are escaped here and nowhere else."""

from html import escape

_WITHOUT_END = frozenset({"br", "hr", "img", "link", "meta"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str | None) -> Html:
    """Write an element; attributes that are None are left out, a trailing `_` and inner ones (`aria_label`) spelled."""
    spelled = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    opened = f"<{name}{spelled}>"
    return Html(opened) if name in _WITHOUT_END else Html(f"{opened}{joined(*inside)}</{name}>")


def joined(*inside: str) -> Html:
    """Put pieces one behind another; what is no HTML yet is words, and escaped."""
    return Html("".join(one if isinstance(one, Html) else escape(one, quote=False) for one in inside))


def lines(*inside: str) -> Html:
    """Put pieces below one another, so that the file can be read as it is."""
    return Html("\n".join(joined(one) for one in inside if one))
