"""YAML taken apart line by line: a line that is wrong is reported, and the others are read all the same."""

import json
import re
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node

from roundtable.agendas.problems import Findings
from roundtable.i18n import N_

_MOST_STEPS = 60
_MOST_LINES = 3000
_UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # to YAML
_PAIR = re.compile(r"(\s*(?:- +)*[^\s:#\"'\[{][^:]*:) *([^\s|>\[{].*)")
_NO_SPACE = re.compile(r"([a-z]+):([^\s/].*)")
_REMARK = re.compile(r"[^\"'#:]+:\s+[^\"'#\s][^\"'#]*\s#[^\s#].*")  # Tafel #3

# What ruamel.yaml says of a line, and what we say.
_REASONS = (
    (
        "values are not allowed",
        N_("This line has a colon too many, or does not begin in the column of its neighbours."),
        N_(
            "Put a text that holds a colon in quotation marks, and let what belongs together begin in one column."
        ),
    ),
    (
        "sequence entries are not allowed",
        N_("A list cannot begin here."),
        N_("Begin each line of the list with a dash and a space, below its key."),
    ),
    (
        "quoted scalar",
        N_("The quotation marks in this line do not fit together."),
        N_("Put one mark before the text and one behind it, and other ones inside."),
    ),
    (
        "flow",
        N_(
            "A bracket or a brace is opened here and not closed, or a text inside it holds a colon or a comma."
        ),
        N_("Close it, and put such a text in quotation marks."),
    ),
    (
        "start any token|alias|anchor|tag|block scalar|directive",
        N_("This text begins with a mark that has a meaning of its own here."),
        N_("Put the text in quotation marks."),
    ),
    (
        "expected ':'|expected <block end>",
        N_("This line is not a key, a colon and a value."),
        N_(
            "Write it as `key: value`, and put the value in quotation marks if it is a text with marks in it."
        ),
    ),
)


@dataclass
class _Lines:
    """The lines while they are put right, and what was tried on which."""

    lines: list[str]
    findings: Findings
    quoted: set[int] = field(default_factory=set)

    def report(self, index: int, error: YAMLError) -> None:
        said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
        for pattern, what, mend in _REASONS:
            if re.search(pattern, said):
                self.findings.error(index + 1, what, mend)
                return
        self.findings.error(
            index + 1,
            N_("This line cannot be read ({reason})."),
            N_("Write one `key: value` a line, with texts in quotation marks, and indent with spaces."),
            reason=said.strip(),
        )

    def put_right(self, error: YAMLError) -> bool:
        """Quote the value of the line that is wrong, or else leave the line out; say whether anything is left."""
        index = self._wrong_line(error)
        if index is None:
            return False
        if index in self.quoted:
            self._leave_out(index)
            return True
        index = self._colonless_before(index, error)
        self.report(index, error)
        if pair := _PAIR.fullmatch(self.lines[index]):
            self.quoted.add(index)
            value = pair[2].strip()
            if value[0] in "\"'" and value[0] not in value[1:]:  # opened and never closed
                value = value[1:]
            self.lines[index] = f"{pair[1]} {json.dumps(value, ensure_ascii=False)}"
        else:
            self._leave_out(index)
        return True

    def _wrong_line(self, error: YAMLError) -> int | None:
        """Find the line that an error speaks of, or the nearest one that holds anything."""
        line = 0
        if isinstance(error, MarkedYAMLError):
            begun = re.match("while scanning|while parsing a flow", str(error.context or ""))
            mark = error.context_mark if begun and error.context_mark else error.problem_mark
            line = mark.line if mark else 0
        filled = [index for index, text in enumerate(self.lines) if text.strip()]
        before = [index for index in filled if index <= line]
        return before[-1] if before else next(iter(filled), None)

    def _colonless_before(self, index: int, error: YAMLError) -> int:
        """Find a line without a colon just above: YAML takes it for the wrong line's beginning."""
        above = next((line for line in range(index - 1, -1, -1) if self.lines[line].strip()), index)
        if "values are not allowed" not in str(getattr(error, "problem", "")) or ":" in self.lines[above]:
            return index
        return above if _depth(self.lines[above]) == _depth(self.lines[index]) else index

    def _leave_out(self, index: int) -> None:
        """Blank a line and what is indented below it."""
        depth = _depth(self.lines[index])
        self.lines[index] = ""
        for below in range(index + 1, len(self.lines)):
            if self.lines[below].strip() and _depth(self.lines[below]) <= depth:
                return
            self.lines[below] = ""


def read_mapping(lines: list[str], findings: Findings) -> MappingNode | None:
    """Read lines of YAML 1.2 as nodes: texts as written, with the lines on which they stand."""
    if len(lines) > _MOST_LINES:
        findings.error(
            _MOST_LINES + 1,
            N_("The front matter is longer than {lines} lines; what follows was not read."),
            N_("Close it with a line of three dashes, and keep long lists in files of their own."),
            lines=_MOST_LINES,
        )
    work = _Lines([_UNREADABLE.sub("", line) for line in lines[:_MOST_LINES]], findings)
    _mend_common(work)
    for _step in range(_MOST_STEPS):
        try:
            node = _composed("\n".join(work.lines))
        except YAMLError as error:
            if not work.put_right(error):
                return None
        except RecursionError:
            break
        else:
            return _mapping(node, findings)
    findings.error(
        next((number for number, line in enumerate(lines, 1) if line.strip()), 1),
        N_("The front matter cannot be read; too many of its lines are wrong."),
        N_("Write one `key: value` a line, as `roundtable agenda new` does."),
    )
    return None


def _composed(text: str) -> Node | None:
    yaml = YAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False
    node: Node | None = yaml.compose(text + "\n")
    return node


def _mend_common(work: _Lines) -> None:
    """Put right what YAML would refuse, or misread without a word."""
    for index, line in enumerate(work.lines):
        indent = line[: _depth(line)]
        if "\t" in indent and line.strip():
            work.findings.error(
                index + 1,
                N_("This line is indented with a tab."),
                N_("Indent with spaces; two are enough."),
            )
            work.lines[index] = indent.expandtabs(2) + line.lstrip()
        elif found := _NO_SPACE.fullmatch(line):
            work.findings.warning(
                index + 1,
                N_("There is no space behind the colon of “{key}”."),
                N_("Write `{key}: {value}`."),
                key=found[1],
                value=found[2],
            )
            work.lines[index] = f"{found[1]}: {found[2]}"
        elif _REMARK.fullmatch(line):
            work.findings.warning(
                index + 1,
                N_("What follows # in this line counts as a remark and was left out."),
                N_("Put the text in quotation marks if this belongs to it."),
            )


def _mapping(node: Node | None, findings: Findings) -> MappingNode | None:
    if node is None or isinstance(node, MappingNode):
        return node
    findings.error(
        node.start_mark.line + 1,
        N_("The front matter is not made of keys and values."),
        N_("Write one `key: value` a line, for instance `title: …`."),
    )
    return None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
