"""The paper comes back from Word: what differs in it, exactly, and the session once that is taken."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from roundtable.domain.contributions import Prose
from roundtable.domain.references import references
from roundtable.domain.session import Session
from roundtable.errors import ChangedMeanwhile, FileTooLarge, NotWord, OtherPaper, WordBroken, WordLocked
from roundtable.report.comparing import How
from roundtable.report.document import Paragraph
from roundtable.report.docx.opening import MOST
from roundtable.report.docx.reading import ReadPaper, read_docx
from roundtable.report.formats import Format
from roundtable.report.markdown import write_prose
from roundtable.services.coming_back import ComingBack, differences, everything, take, uncontested
from roundtable.services.ledger import add_takeaway
from roundtable.services.prose import part_id, set_prose
from roundtable.services.publishing import Wanted, export
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal
from tests.services.office_hand import edited
from tests.services.tables import Table

EDITS = 20
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Give a journal in a file of its own."""
    opened = Journal.open(tmp_path / "demo.db")
    yield opened
    opened.close()


def exported(journal: Journal, uid: str, folder: Path) -> Path:
    return export(journal, uid, Wanted((Format.DOCX,), folder / "paper.docx")).files[0].path


def read(path: Path) -> ReadPaper:
    return read_docx(path.read_bytes(), path)


def running(paper: ReadPaper, key: str) -> list[str]:
    """Give the paragraphs of running text of a part."""
    part = next(one for one in paper.parts if one.key == key)
    return [
        one.words
        for one in part.pieces
        if isinstance(one.block, Paragraph) and one.block.mark is None and not one.inside
    ]


def telling_words(paper: ReadPaper) -> Iterator[str]:
    """Give a word of each of many paragraphs that stands nowhere else in the paper."""
    texts = [text for part in paper.parts for text in (part.title, *(one.words for one in part.pieces))]
    counts = Counter(word for text in texts for word in re.findall(r"\w+", text))
    for part in paper.parts:
        for piece in part.pieces if part.key else ():
            words = [word for word in piece.words.split() if word.isalpha() and len(word) > 6]
            if len(piece.words.split()) > 8:
                yield from [word for word in words if counts[word] == 1][:1]


def cited(text: str) -> Counter[str]:
    return Counter(one.contribution for one in references(text))


def texts(session: Session) -> dict[str, str]:
    return {key: written.text for key in session.of(Prose) if (written := session.prose(key))}


def test_a_paper_edited_in_libreoffice_comes_back_as_exactly_these_differences(
    journal: Journal, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    uid = demo_session(journal, "en", finished=True)
    path = exported(journal, uid, tmp_path)
    paper = read(path)
    chapters = [one.key for one in paper.parts if one.key and len(running(paper, one.key)) > 3]
    moved, *_between, behind = running(paper, chapters[0])
    gone = running(paper, chapters[1])[1]
    left = f"{moved} {behind} {gone}"
    words = [one for one in telling_words(paper) if one not in left][:EDITS]
    assert len(words) == EDITS
    acts = [
        ("Moved", moved[:60], behind[:60]),
        ("Deleted", gone[:60]),
        *(("Replaced", word, f"reworded{place}") for place, word in enumerate(words)),
    ]
    edited(tool("soffice"), path, tmp_path / "edited.docx", acts)
    back = differences(journal, uid, tmp_path / "edited.docx")
    found = [one for part in back.parts for one in part.differences]
    assert Counter(one.how for one in found) == {How.CHANGED: EDITS, How.MOVED: 1, How.DELETED: 1}
    assert not back.told
    for one in found:
        if one.how is How.CHANGED:
            old, new = ("".join(each.text for each in those if each.differs) for those in one.marked)
            assert (old, new) == (words[int(new.removeprefix("reworded"))], new)

    before = journal.session(uid)
    after = take(journal, uid, back, uncontested(back))
    for part in back.parts:
        written = after.prose(part.key)
        assert written
        lost = Counter(
            one.contribution
            for each in part.differences
            if each.how is How.DELETED and each.ours is not None
            for one in references(write_prose((part.comparison.now[each.ours].source.block,)))
        )
        assert cited(written.text) == cited(part.text) - lost, "references survive"
    assert not differences(journal, uid, tmp_path / "edited.docx").parts
    assert len(journal.undo(uid).actions) == 1
    assert texts(journal.session(uid)) == texts(before), "one undo takes all back"


# A paper edited by hand


class Copy:
    """A paper of a table as a file whose XML is edited."""

    def __init__(self, table: Table, folder: Path) -> None:
        self.table = table
        self.path = folder / "copy.docx"
        self.path.write_bytes(exported(table.journal, table.uid, folder).read_bytes())
        with ZipFile(self.path) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]

    def line(self, words: str) -> etree._Element:
        """Give the last paragraph that begins so."""
        return next(one for one in reversed(self.body) if "".join(one.itertext()).startswith(words))

    def say(self, words: str, *runs: str) -> None:
        """Put other runs (XML) in a paragraph, in the place of its own."""
        line = self.line(words)
        for one in line[1:]:
            line.remove(one)
        line.extend(etree.fromstring(f'<w:p xmlns:w="{W}">{"".join(runs)}</w:p>'))

    def chapter(self, title: str) -> list[etree._Element]:
        """Give a chapter: its heading, and what stands up to the next."""
        start = self.body.index(self.line(title))
        found = [self.body[start]]
        for one in self.body[start + 1 :]:
            if one.find(f"{{{W}}}pPr/{{{W}}}pStyle[@{{{W}}}val='Heading1']") is not None:
                break
            found.append(one)
        return found

    def back(self) -> ComingBack:
        self.parts["word/document.xml"] = etree.tostring(self.body.getparent())
        with ZipFile(self.path, "w") as packed:
            for name, content in self.parts.items():
                packed.writestr(name, content)
        return differences(self.table.journal, self.table.uid, self.path)


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


@pytest.fixture
def copy(table: Table, tmp_path: Path) -> Copy:
    """Give a paper with two written chapters and two takeaways, as it was exported."""
    said = [table.record(line).contribution for line in ("els: goals count", "karim: hours do not count")]
    keys = [one.id for one in said if one]
    one = f"Work changes. [Goals count more than hours.](contribution:{keys[0]}) [They](speaker:{keys[1]}) doubt it."
    set_prose(
        table.journal, table.uid, "1", f"{one}\n\n*   a first point\n*   a _second_ point\n\nSo it ended."
    )
    set_prose(
        table.journal, table.uid, "2", "Trust comes first.\n\nIt goes fast.[](contribution:" + keys[0] + ")"
    )
    set_prose(table.journal, table.uid, "conclusion", "So be it.")
    add_takeaway(table.journal, table.uid, "Goals count, not hours.", title="Goals", evidence=["1"])
    add_takeaway(table.journal, table.uid, "Trust is slow.", title="Trust first")
    return Copy(table, tmp_path)


def listed(back: ComingBack) -> list[tuple[How, str, str]]:
    return [(one.how, one.old, one.new) for part in back.parts for one in part.differences]


def taken(copy: Copy, part: str) -> str:
    back = copy.back()
    after = take(copy.table.journal, copy.table.uid, back, everything(back))
    written = after.prose(part_id(after, part))
    return written.text if written else ""


def test_a_paper_that_nobody_edited_comes_back_without_differences(copy: Copy) -> None:
    assert copy.back() == ComingBack(())


def test_tracked_changes_read_as_accepted_and_what_splits_words_is_passed_through(copy: Copy) -> None:
    sdt = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('first, ')}</w:sdtContent></w:sdt>"
    copy.say(
        "Trust comes",
        run("Trust "),
        '<w:del w:id="1" w:author="x"><w:r><w:delText>comes</w:delText></w:r></w:del>',
        f'<w:ins w:id="2" w:author="x">{run("always ")}</w:ins><w:proofErr w:type="spellStart"/>',
        f"<w:smartTag>{run('comes ')}</w:smartTag>{sdt}",
        '<w:bookmarkStart w:id="77" w:name="x"/><w:bookmarkEnd w:id="77"/>',
        run("then", "<w:b/>"),
        run("hidden", "<w:vanish/>") + '<w:r><w:commentReference w:id="0"/></w:r>',
    )
    back = copy.back()
    assert listed(back) == [(How.CHANGED, "Trust comes first.", "Trust always comes first, then")]
    assert list(back.told) == ["2 tracked changes: read as accepted.", "1 comment was not taken over."]
    assert taken(copy, "2").startswith("Trust always comes first, **then**\n\nIt goes fast.[](contribution:")


def test_an_end_of_a_paragraph_that_was_struck_joins_it_with_the_next(copy: Copy) -> None:
    mark = f'<w:rPr xmlns:w="{W}"><w:del w:id="1" w:author="x"/></w:rPr>'
    copy.line("Trust comes")[0].append(etree.fromstring(mark))
    assert [how for how, *_words in listed(copy.back())] == [How.DELETED, How.CHANGED]


def test_references_survive_where_their_words_stand_and_lists_keep_their_other_points(copy: Copy) -> None:
    before = copy.table.session
    copy.say("Work changes", run("Work changes fast. Goals count for more than hours. Nobody doubts it."))
    copy.say("a first", run("a first and best point"))
    found = [one for part in copy.back().parts for one in part.differences]
    keys = [one.id for one in before.contributions]
    assert [one.lost for one in found] == [(keys[1],), ()], "the speaker is told no longer"
    first = f"Work changes fast. [Goals count for more than hours.](contribution:{keys[0]}) Nobody doubts it."
    assert taken(copy, "1") == f"{first}\n\n- a first and best point\n- a *second* point\n\nSo it ended."


def test_what_was_not_touched_stays_to_the_letter(copy: Copy) -> None:
    before = copy.table.session.prose(copy.table.session.topic("1").id)
    copy.say("So it ended", run("So it ended well."))
    assert before
    assert taken(copy, "1") == before.text.replace("So it ended", "So it ended well")


def test_chapters_renamed_moved_and_deleted_are_told_and_their_text_is_found(copy: Copy) -> None:
    work, trust = copy.chapter("1 Work"), copy.chapter("2 Trust")
    for one in trust:
        copy.body.remove(one)
    for place, one in enumerate(trust, copy.body.index(work[0])):
        copy.body.insert(place, one)
    copy.say("1 Work", run("A new name"))
    copy.say("Trust comes", run("Trust comes last."))
    back = copy.back()
    assert listed(back) == [(How.CHANGED, "Trust comes first.", "Trust comes last.")]
    assert any("“A new name”" in told for told in back.told)
    assert any("stands elsewhere" in told for told in back.told)
    for one in work:
        copy.body.remove(one)
    assert any("“Work” is not in the file" in told for told in copy.back().told)


def test_a_new_chapter_is_told_and_left(copy: Copy) -> None:
    heading = f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("Extra")}</w:p>'
    copy.body.insert(copy.body.index(copy.line("2 Trust")), etree.fromstring(heading))
    back = copy.back()
    assert not back.parts
    assert any("“Extra” is no chapter of this paper" in told for told in back.told)


def test_takeaways_come_back_with_title_and_text(copy: Copy) -> None:
    copy.say("Goals count, not", run("Goals count, hours hardly."))
    copy.say("Trust first", run("Trust at first"))
    back = copy.back()
    assert [part.takeaway for part in back.parts] == [True, True]
    after = take(copy.table.journal, copy.table.uid, back, everything(back))
    words = [(one.title, one.text, one.worded) for one in after.takeaways]
    assert words == [
        ("Goals", "Goals count, hours hardly.", True),
        ("Trust at first", "Trust is slow.", True),
    ]


def test_what_was_changed_here_meanwhile_is_contested_and_only_taken_where_somebody_says_so(
    copy: Copy,
) -> None:
    table = copy.table
    set_prose(table.journal, table.uid, "2", "Trust comes second.\n\nIt goes fast.\n\nAnd it comes back.")
    copy.say("Trust comes", run("Trust comes last."))
    copy.say("It goes", run("It goes slowly."))
    back = copy.back()
    assert [(one.old, one.contested) for one in back.parts[0].differences] == [
        ("Trust comes second.", True),
        ("It goes fast.", True),
    ]
    assert take(table.journal, table.uid, back, uncontested(back)) == table.session
    after = take(table.journal, table.uid, back, {back.parts[0].key: {0}})
    written = after.prose(back.parts[0].key)
    assert written
    assert written.text == "Trust comes last.\n\nIt goes fast.\n\nAnd it comes back."
    with pytest.raises(ChangedMeanwhile):
        take(table.journal, table.uid, back, everything(back))


def test_a_chapter_whose_prose_was_taken_away_is_a_draft_again_and_comes_back(
    table: Table, tmp_path: Path
) -> None:
    table.record("els: goals count more than hours", topic=table.session.topic("1").id)
    set_prose(table.journal, table.uid, "1", "Something.")
    set_prose(table.journal, table.uid, "1", "")
    add_takeaway(table.journal, table.uid, "Trust.")  # so that the paper suggests none
    copy = Copy(table, tmp_path)
    drafted = running(read(copy.path), table.session.topic("1").id)[0]
    copy.say(drafted, run(drafted.replace("count more", "count far more")))
    written = taken(copy, "1")
    assert "count far more than hours" in written
    assert cited(written) == Counter({table.session.contributions[0].id: 1})


def test_a_paper_of_another_session_is_told(copy: Copy) -> None:
    for one in copy.body.iter(f"{{{W}}}bookmarkStart"):
        one.set(f"{{{W}}}name", "other")
    for title in ("Introduction", "1 Work", "2 Trust", "Conclusion", "Key takeaways"):
        copy.say(title, run("Elsewhere"))
    for one in copy.body.iter(f"{{{W}}}t"):
        one.text = "Elsewhere"
    with pytest.raises(OtherPaper):
        copy.back()


BAD: dict[str, tuple[bytes | dict[str, bytes], type[Exception]]] = {
    "no zip": (b"no zip", NotWord),
    "old": (b"\xd0\xcf\x11\xe0 old", WordLocked),
    "torn": (b"PK\x03\x04 torn", WordBroken),
    "another office": ({"mimetype": b"application/vnd.oasis.opendocument.text"}, NotWord),
    "torn document": ({"word/document.xml": b"<w:document"}, WordBroken),
    "other document": ({"word/document.xml": b"<other/>"}, WordBroken),
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_cannot_be_read_is_told(table: Table, tmp_path: Path, what: str) -> None:
    content, error = BAD[what]
    path = tmp_path / "bad.docx"
    path.write_bytes(content if isinstance(content, bytes) else packed(content))
    with pytest.raises(error):
        differences(table.journal, table.uid, path)


def test_a_file_that_unpacks_to_too_much_is_told(table: Table, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(packed({"word/document.xml": b" " * (MOST + 1) * 1024 * 1024}))
    with pytest.raises(FileTooLarge):
        differences(table.journal, table.uid, path)


ALL_KINDS = """# A heading

Words **that stand out** and *are stressed*, [a link](https://example.org/a), a break\\
in the middle.

### Below it

* one
  * nested
  * deeper
* two

  goes on

3. third
4. fourth

> Quoted words.

> “Set apart.”
>
> — Somebody

| Left | Right |
| :--- | ----: |
| here |  1234 |

```
typed as  it is
```

***

Ended."""
ALL_TAKEN = """# The heading

Some words **that stand out** and *were stressed*, [a link](https://example.org/a), a break\\
in the middle.

### Below that

- one

  - nested within
  - deeper

- two

  goes on and on

3. third
4. fourth and last

> Quoted from elsewhere.

> “Set far apart.”
>
> — Somebody

| Left  | Right |
| ----- | ----: |
| there |  1234 |

```
typed as  it is
```

***

Ended well."""
EDITED = {
    "A heading": "The heading",
    "Below it": "Below that",
    "Words ": "Some words ",
    "are stressed": "were stressed",
    "nested": "nested within",
    "goes on": "goes on and on",
    "fourth": "fourth and last",
    "Quoted words.": "Quoted from elsewhere.",
    "“Set apart.”": "“Set far apart.”",
    "here": "there",
    "Ended.": "Ended well.",
}


def test_whatever_is_written_comes_back_where_a_word_of_each_kind_of_paragraph_was_changed(
    table: Table, tmp_path: Path
) -> None:
    set_prose(table.journal, table.uid, "1", ALL_KINDS)
    copy = Copy(table, tmp_path)
    assert not copy.back().parts
    for one in copy.body.iter(f"{{{W}}}t"):
        one.text = EDITED.get(one.text or "", one.text)
    back = copy.back()
    assert Counter(how for how, *_words in listed(back)) == {How.CHANGED: len(EDITED) - 1}
    assert taken(copy, "1") == ALL_TAKEN
