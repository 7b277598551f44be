"""Reading an agenda from Markdown: everything wrong or doubtful is told at once, and what can be run is run."""

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from roundtable.agendas.blocks import Block, Kind, read_blocks
from roundtable.agendas.decoding import decode, lines_of, read_bytes, report_encoding
from roundtable.agendas.folder import split_name
from roundtable.agendas.headings import Length, means_conclusion, read_heading
from roundtable.agendas.language import guessed_language
from roundtable.agendas.problems import Findings, Problem, Severity
from roundtable.domain.agenda import Agenda, AgendaTopic
from roundtable.domain.text import clean_prose, folded
from roundtable.i18n import N_, catalogue

__all__ = ["Problem", "Reading", "Severity", "read_agenda", "read_agenda_file"]

_MEGABYTES = 5
_USUAL_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Reading:
    """An agenda as far as it could be read, and all that is wrong or doubtful in it."""

    agenda: Agenda
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What was not understood; the rest are warnings."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def read_agenda_file(path: Path) -> Reading:
    """Read an agenda from a file, whatever its encoding.

    Raises FileMissing, FileIsFolder, FileUnreadable, FileTooLarge, FileNotText.
    """
    decoded = decode(read_bytes(path, _MEGABYTES), path)
    findings = Findings(str(path))
    report_encoding(decoded, findings)
    return _read(decoded.text, findings)


def read_agenda(text: str, source: str) -> Reading:
    """Read an agenda from a text; `source` is the name of its file."""
    return _read(text, Findings(source))


def _read(text: str, findings: Findings) -> Reading:
    from roundtable.agendas.front_matter import read_front_matter, split  # loads YAML

    lines = clean_prose("\n".join(lines_of(text))).split("\n")
    parts = split(lines, findings)
    agenda = read_front_matter(parts, findings)
    body = _Body(findings, agenda.title)
    for block in read_blocks(parts.body):
        body.read(block)
    name, ending = split_name(PurePath(findings.source).name)
    agenda = _with_title(agenda, body.heading, name, findings)
    agenda = _with_language(agenda, ending, "\n".join(parts.body), findings)
    agenda = replace(
        agenda,
        name=name,
        opening="\n\n".join(body.opening),
        questions=tuple(body.questions),
        topics=_finished(body.topics, agenda.language, findings),
    )
    _doubt(agenda, len(lines), findings)
    return Reading(agenda, findings.problems)


@dataclass
class _Body:
    """What stands below the front matter, as it is gathered block by block."""

    findings: Findings
    title: str
    heading: str = ""  # the first level-one heading
    opening: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    topics: list[AgendaTopic] = field(default_factory=list)
    _last_number: int = 0

    def read(self, block: Block) -> None:
        """Put a block where it belongs."""
        match block.kind:
            case Kind.TOPIC:
                self._topic(block)
            case Kind.PROMPTS if self.topics:
                self._extend(prompts=self.topics[-1].prompts + block.texts)
            case Kind.PROMPTS:
                self.questions += block.texts
            case Kind.TITLE:
                self._level_one(block)
            case Kind.PROSE:
                self._prose(block.texts[0])
                self._doubt_hidden(block)

    def _extend(self, *, prompts: tuple[str, ...] | None = None, context: str | None = None) -> None:
        topic = self.topics[-1]
        self.topics[-1] = replace(
            topic,
            prompts=topic.prompts if prompts is None else prompts,
            context=topic.context if context is None else context,
        )

    def _prose(self, written: str) -> None:
        if self.topics:
            context = self.topics[-1].context
            self._extend(context=f"{context}\n\n{written}" if context else written)
        else:
            self.opening.append(written)

    def _level_one(self, block: Block) -> None:
        (text,) = block.texts
        if not self.heading and not self.topics:
            self.heading = text
            if not self.title or folded(self.title) == folded(text):
                return
        self._prose(f"# {text}")
        self.findings.warning(
            block.line,
            N_("“{text}” is a heading of the first level: no topic, and not the title either."),
            N_("A topic begins with two of these signs, as in `## {text} (15 min)`."),
            text=text,
        )

    def _topic(self, block: Block) -> None:
        heading = read_heading(block.texts[0], self._last_number + 1)
        self._doubt_heading(block)
        if heading.number:
            self._last_number = int(heading.number)
        if heading.length is Length.NONSENSE:
            self.findings.error(
                block.line,
                N_("“{written}” is no length that a topic can have."),
                N_("Write minutes, or hours and minutes, as in (15 min) or (1 h 30)."),
                written=heading.written,
            )
        elif heading.length is Length.BARE:
            self.findings.warning(
                block.line,
                N_("“({written})” was taken for {written} minutes."),
                N_("Write ({written} min)."),
                written=heading.written,
            )
        self.topics.append(
            AgendaTopic(
                heading.title,
                heading.number,
                heading.seconds,
                conclusion=means_conclusion(heading.title),
                line=block.line,
            )
        )

    def _doubt_heading(self, block: Block) -> None:
        if block.unspaced:
            self.findings.warning(
                block.line,
                N_("There is no space behind ## in this heading; it was read as a topic."),
                N_("Write `## {text}`."),
                text=block.texts[0],
            )
        if block.underlined > 1:
            self.findings.warning(
                block.line,
                N_("These {count} lines were read as one heading, because of the dashes below them."),
                N_("Leave a line empty above the dashes if they are a paragraph."),
                count=block.underlined,
            )

    def _doubt_hidden(self, block: Block) -> None:
        if block.hidden:
            self.findings.warning(
                block.hidden,
                N_(
                    "This heading is no topic: it belongs to the HTML or the code that begins in line {begin}."
                ),
                N_("Close that, and leave a line empty behind it."),
                begin=block.line,
            )


def _with_title(agenda: Agenda, heading: str, name: str, findings: Findings) -> Agenda:
    if agenda.title:
        return agenda
    title = heading or name
    findings.warning(
        1,
        N_("The title is missing; it was taken to be “{title}”."),
        N_("Write `title: {title}`."),
        title=title,
    )
    return replace(agenda, title=title)


def _with_language(agenda: Agenda, ending: str, body: str, findings: Findings) -> Agenda:
    if agenda.language:
        return agenda
    language = ending or guessed_language(body) or "en"
    findings.warning(
        1,
        N_("The language is not clear; it was taken to be {language}."),
        N_("Write `language: {language}`."),
        language=language,
    )
    return replace(agenda, language=language)


def _finished(topics: list[AgendaTopic], language: str, findings: Findings) -> tuple[AgendaTopic, ...]:
    """Say which topics are chapters, and give those without a length the mean of the others."""
    numbered = any(topic.number for topic in topics)
    given = [topic.planned_seconds for topic in topics if topic.planned_seconds is not None]
    mean = max(1, round(sum(given) / len(given) / 60)) if given else _USUAL_MINUTES
    finished = []
    for position, topic in enumerate(topics, 1):
        title = topic.title or catalogue(language).gettext("Topic {position}").format(position=position)
        if not topic.title:
            findings.error(
                topic.line,
                N_("This topic has no title; it is called “{title}”."),
                N_("Write it behind ##, as in `## Welcome (10 min)`."),
                title=title,
            )
        if topic.planned_seconds is None:
            findings.warning(
                topic.line,
                N_("“{title}” has no minutes; it was given {minutes} min."),
                N_("Write `({minutes} min)` at the end of the heading."),
                title=title,
                minutes=mean,
            )
        seconds = mean * 60 if topic.planned_seconds is None else topic.planned_seconds
        chapter = not topic.conclusion and (bool(topic.number) or not numbered)
        finished.append(replace(topic, title=title, planned_seconds=seconds, chapter=chapter))
    return tuple(finished)


def _doubt(agenda: Agenda, last_line: int, findings: Findings) -> None:
    """Report what is only seen in the agenda as a whole."""
    if not agenda.topics:
        findings.error(
            last_line,
            N_("There is no topic in this agenda."),
            N_("A topic is a line with ##, a title and minutes, as in `## Welcome (10 min)`."),
        )
    titles: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for topic in agenda.topics:
        earlier = titles.setdefault(folded(topic.title), topic.line)
        if earlier != topic.line:
            findings.warning(
                topic.line,
                N_("“{title}” is the title of the topic in line {earlier} as well."),
                N_("Give one of the two another title, so that it is clear which is meant."),
                title=topic.title,
                earlier=earlier,
            )
        earlier = numbers.setdefault(topic.number, topic.line) if topic.number else topic.line
        if earlier != topic.line:
            findings.warning(
                topic.line,
                N_("The number {number} is that of the topic in line {earlier} as well."),
                N_("Number the topics anew."),
                number=topic.number,
                earlier=earlier,
            )
