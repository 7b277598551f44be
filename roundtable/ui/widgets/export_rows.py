"""The rows of the export, for a width: what was written, how it is wanted, what is in the way of a final paper."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from roundtable.domain.disclosure import Form, own_form
from roundtable.domain.mentions import Kept
from roundtable.domain.session import Session
from roundtable.i18n import N_, _, ngettext
from roundtable.report.formats import Format
from roundtable.services.checking import Checked, KeptName
from roundtable.services.export_apart import Outcome, PaperFile
from roundtable.services.export_choices import ExportChoices
from roundtable.services.forms_told import alone_told, folded_told, form_told
from roundtable.services.looks import ChapterLooks
from roundtable.services.settling import Kind, ToSettle
from roundtable.ui.widgets.lines import hanging

FORMATS = {
    "md": N_("Markdown: plain text that reads well, for a site or a colleague"),
    "docx": N_("Word: to be sent, or edited further"),
    "html": N_("a web page in one file: for a browser, a phone, a site"),
    "pdf": N_("PDF: to be sent as it is; LibreOffice makes it"),
    "csv": N_("CSV: what was said as a table, one statement a line"),
    "xlsx": N_("Excel: the same table, with filters"),
}
WHY_KEPT = {
    Kept.DECIDED: N_("as was decided"),
    Kept.AGREED: N_("who agreed to be named"),
    Kept.UNSURE: N_("an ordinary word too"),
}
FORMS = {
    Form.TABLE: N_("of the table"),
    Form.SECTOR: N_("by sector"),
    Form.NAMED: N_("by name"),
    Form.NONE: N_("of nobody (Chatham House)"),
}
INDENT = 4
FEW = 6  # of a kind, that are shown unless it is folded


@dataclass(frozen=True, slots=True)
class Choosing:
    """A row on which something is chosen: the name of the choice."""

    name: str


@dataclass(frozen=True, slots=True)
class Folding:
    """A row that heads things which are shown below it or not: of a kind, of a chapter (its key), or `KEPT`."""

    what: str


@dataclass(frozen=True, slots=True)
class LookAt:
    """A row with words that may identify somebody: in a statement (its id), or in what stands in a part (its key)."""

    words: str
    contribution: str
    part: str


KEPT = "kept"
Meant = Choosing | Folding | ToSettle | KeptName | LookAt | PaperFile | Outcome


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is shown; what it means, or nothing where it is only read; what it is known by, to stay marked."""

    shown: Content
    meant: Meant | None = None

    @property
    def key(self) -> object:
        """What the row is known by."""
        one = self.meant
        return (one.kind, one.about, one.name) if isinstance(one, ToSettle) else one


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the rows show; `checked` is None as long as nobody knows what is in the way."""

    session: Session
    choices: ExportChoices
    target: str
    outcome: Outcome | None
    to_settle: tuple[ToSettle, ...]
    checked: Checked | None
    turned: Collection[str]  # headings of what is shown or folded the other way than usual

    @property
    def form(self) -> Form:
        """How the paper tells who said something."""
        return self.choices.attribution or own_form(self.session)


def rows_of(shown: Shown, width: int) -> list[Row]:
    """Give all rows."""
    return [
        *_written(shown.outcome, width),
        *_chosen(shown, width),
        *_in_the_way(shown, width),
        *_given_away(shown, width),
    ]


def _folded(what: str, shown: Shown, *, usually: bool) -> bool:
    return usually is not (what in shown.turned)


def _heading(text: str, beside: str = "", style: str = "$dim") -> Row:
    return Row(Content.assemble((text, "bold $dim"), "  ", (beside, style)))


def _block(lines: Iterable[Content]) -> Content:
    return Content("\n").join(lines)


# What was written


def _written(outcome: Outcome | None, width: int) -> Iterator[Row]:
    if outcome is None:
        return
    if outcome.code:
        told = _("Not written: it would give somebody away.") if outcome.exposes else _("Not written.")
        yield _heading(_("THE LAST EXPORT"))
        lines = [told, *(outcome.found or outcome.said.splitlines())[:1]]
        first = Content.assemble(("! ", "bold $error"))
        yield Row(_block(line for one in lines for line in hanging(Content(one), first, width)), outcome)
    else:
        draft = any(one.draft for one in outcome.files)
        state = (_("a draft"), "$warning") if draft else (_("final"), "$accent")
        yield _heading(_("WRITTEN"), *state)
        for one in outcome.files:
            yield Row(_file_line(one, width), one)
        if outcome.found:
            count = len(outcome.found)
            told = ngettext(
                "{count} place to look at, which may give somebody away",
                "{count} places to look at, which may give somebody away",
                count,
            )
            yield Row(Content.assemble(("! ", "bold $warning"), told.format(count=count)), outcome)
        yield from (Row(line) for line in _beside(outcome, width))
    yield Row(Content())


def _file_line(one: PaperFile, width: int) -> Content:
    size = Content.assemble(("  " + size_told(one.size), "$dim"))
    name = Content.assemble("  ", (one.path.name, "bold"))
    room = width - name.cell_length - size.cell_length - 2
    folder = Content.assemble(("  " + str(one.path.parent), "$dim"))
    if folder.cell_length <= room:
        return Content.assemble(name, size, folder)
    return Content.assemble(name.truncate(width - size.cell_length, ellipsis=True), size)


def _beside(outcome: Outcome, width: int) -> Iterator[Content]:
    if outcome.replaced:
        told = _("Told neutrally: {names}").format(names=", ".join(outcome.replaced))
        yield _block(hanging(Content.assemble((told, "$dim")), Content("  "), width))
    for one in outcome.files:
        if one.instead_of:
            told = _("{path} has been edited since; it is left as it is.").format(path=one.instead_of)
            yield _block(hanging(Content.assemble((told, "$warning")), Content("  "), width))


def size_told(size: int) -> str:
    """Give a size in kilobytes, or megabytes."""
    kilobytes = max(1, round(size / 1000))
    return _("{size} MB").format(size=round(kilobytes / 1000, 1)) if kilobytes >= 1000 else f"{kilobytes} kB"  # noqa: PLR2004 — of the metric system


# How it is wanted


def _chosen(shown: Shown, width: int) -> Iterator[Row]:
    yield _heading(_("HOW IT IS WANTED"))
    rows = list(_choices(shown))
    column = 2 + max(cell_len(label) for _name, label, _told in rows) + 2
    for name, label, told in rows:
        first = Content.assemble("  ", (label, "$dim"), " " * (column - 2 - cell_len(label)))
        lines = hanging(Content(told[0]), first, width)
        for more in filter(None, told[1:]):
            lines += hanging(Content.assemble((more, "$dim")), Content(" " * column), width)
        yield Row(_block(lines), Choosing(name))
    yield Row(Content())


def _choices(shown: Shown) -> Iterator[tuple[str, str, list[str]]]:
    """Give each choice: its name, its label, and what was chosen, with what is to be known of that below it."""
    choices, session, form = shown.choices, shown.session, shown.form
    yield "formats", _("formats"), [", ".join(choices.formats)]
    told = f"{_(FORMS[form])} · {form_told(session, form)}"
    yield "attribution", _("attribution"), [told, folded_told(session, form), alone_told(session, form)]
    appendix = _("with all statements: your own working copy") if choices.appendix else _("no")
    yield "appendix", _("appendix"), [appendix]
    if choices.in_word:
        yield "template", _("template"), [choices.template or _("ours")]
        pages = _("laid out by LibreOffice, which takes a while") if choices.paginate else _("estimated")
        yield "paginate", _("page numbers"), [pages]
    yield "output", _("where"), [shown.target]


# What is in the way


def _in_the_way(shown: Shown, width: int) -> Iterator[Row]:
    those, title = shown.to_settle, _("IN THE WAY OF A FINAL PAPER")
    if shown.checked is None:
        yield _heading(title, _("being looked for …"))
        return
    if not those:
        yield _heading(title, _("nothing"), "$accent")
        return
    yield _heading(title, str(len(those)), "bold $warning")
    for kind in Kind:
        of_kind = [one for one in those if one.kind is kind]
        if of_kind:
            folded = _folded(kind, shown, usually=len(of_kind) > FEW)
            yield _head(kind, _(kind.value), len(of_kind), "$warning", folded=folded)
            for one in () if folded else of_kind:
                yield Row(_block(hanging(Content(one.told), Content(" " * INDENT), width)), one)


def _head(what: str, title: str, count: int, colour: str, *, folded: bool) -> Row:
    sign = "▸ " if folded else "▾ "
    return Row(Content.assemble((sign, "$accent"), title, (f"  {count}", colour)), Folding(what))


# What would be given away


def _given_away(shown: Shown, width: int) -> Iterator[Row]:
    found = shown.checked
    if found is None or not (found.kept or found.looks):
        return
    yield Row(Content())
    yield _heading(_("WHAT IT MAY GIVE AWAY"))
    if found.kept:
        folded = _folded(KEPT, shown, usually=len(found.kept) > FEW)
        yield _head(KEPT, _("names that stay in it"), len(found.kept), "$dim", folded=folded)
        for name in () if folded else found.kept:
            told = Content.assemble(
                f"“{name.name}” ", (f"{_(WHY_KEPT[name.why])} · {_listed(name.places)}", "$dim")
            )
            yield Row(_block(hanging(told, Content(" " * INDENT), width)), name)
    if found.looks:
        guess = _("A guess, by capitals, figures and endings: have a look, nothing of it is in the way.")
        yield Row(_block(hanging(Content.assemble((guess, "$dim")), Content("  "), width)))
    for chapter in found.looks:
        yield from _chapter(chapter, shown, width)


def _chapter(chapter: ChapterLooks, shown: Shown, width: int) -> Iterator[Row]:
    folded = _folded(chapter.key, shown, usually=True)
    yield _head(chapter.key, chapter.title, len(chapter.looks), "$dim", folded=folded)
    numbers = shown.session.numbers
    for one in () if folded else chapter.looks:
        number = str(numbers.get(one.contribution, ""))
        told = Content.assemble(one.words, (f"  {number}", "$dim"))
        about = LookAt(one.words, one.contribution, chapter.key)
        yield Row(_block(hanging(told, Content(" " * INDENT), width)), about)


def _listed(places: Sequence[str]) -> str:
    shown = ", ".join(places[:FEW])
    return f"{shown} … (+{len(places) - FEW})" if len(places) > FEW else shown


def format_offer(one: Format) -> Content:
    """Give a format with a word of what it is for."""
    told = FORMATS.get(one.value, "")
    return Content.assemble((f"{one.value:<6}", "bold"), _(told) if told else "")
