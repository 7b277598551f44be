"""Texts and pairs out of YAML nodes: as written, whatever YAML would make of them, each with its line."""

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from roundtable.agendas.problems import Findings
from roundtable.domain.text import clean, folded
from roundtable.i18n import N_

_YAML_TAG = "tag:yaml.org,2002:"


def line_of(node: Node) -> int:
    """Give the line of the file on which a value begins, counted from 1."""
    return int(node.start_mark.line) + 1


def text_of(node: Node, key: str, findings: Findings) -> str:
    """Give a value as text (2026-11-23, NO and 18:30 as they stand); a list or mapping is reported."""
    if not isinstance(node, ScalarNode):
        findings.error(
            line_of(node),
            N_("“{key}” must be a text, and is a list or holds keys of its own."),
            N_("Write `{key}: …` on one line."),
            key=key,
        )
        return ""
    if is_nothing(node):
        return ""
    written = str(node.value)
    if node.anchor:  # `&Co` at the start of a text is YAML's anchor, and was meant as text
        written = f"&{node.anchor} {written}"
    if node.tag and not str(node.tag).startswith(_YAML_TAG):
        written = f"{node.tag} {written}"
    return clean(written)


def is_nothing(node: Node) -> bool:
    """Say whether a value was left empty, or written as null."""
    return isinstance(node, ScalarNode) and node.tag == _YAML_TAG + "null" and not node.anchor


def pairs_of(node: MappingNode, findings: Findings, *, lower: bool = False) -> dict[str, tuple[Node, Node]]:
    """Give the keys and values of a mapping, each with its nodes; a key that stands twice is reported."""
    found: dict[str, tuple[Node, Node]] = {}
    seen: dict[str, int] = {}
    for key_node, value in node.value:
        line = line_of(key_node)
        key = text_of(key_node, "key", findings)
        if not key:
            continue
        if folded(key) in seen:
            findings.error(
                line,
                N_("“{key}” stands here for the second time; what line {earlier} says was kept."),
                N_("Leave one of the two out, or give it another name."),
                key=key,
                earlier=seen[folded(key)],
            )
            continue
        seen[folded(key)] = line
        found[key.lower() if lower else key] = (key_node, value)
    return found
