"""The parts that say what the file is: title, author, language, settings. Nothing of this machine or its user."""

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from roundtable.report.document import Document
from roundtable.report.docx.elements import Element, name, printable, root, w

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/terms/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_WORD = "http://schemas.microsoft.com/office/word"
_LONGEST = 255  # characters that readers take in a property
_WORD_2013 = "15"
# The order in which the schema wants the settings that there may be.
_ORDER = """
zoom embedTrueTypeFonts saveSubsetFonts mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
doNotHyphenateCaps evenAndOddHeaders characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol
listSeparator
""".split()


def core_part(document: Document, language: str) -> Element:
    """Make the properties that a reader shows: title, author (the organiser or nobody), language, date."""
    names = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    made: Element = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    for space, tag, text in (
        (_DC, "title", document.cover.title),
        (_DC, "subject", document.cover.subtitle),
        (_DC, "creator", document.author),
        (_CORE, "lastModifiedBy", document.author),
        (_DC, "language", language),
    ):
        etree.SubElement(made, f"{{{space}}}{tag}").text = printable(text)[:_LONGEST]
    if instant := instant_of(document):
        for tag in ("created", "modified"):
            dated = etree.SubElement(made, f"{{{_TERMS}}}{tag}")
            dated.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            dated.text = instant
    return made


def app_part(pages: int) -> Element:
    """Make the properties about the program and the layout."""
    made: Element = etree.fromstring(f'<Properties xmlns="{_APP}"/>')
    for tag, text in (("Pages", str(pages)), ("Application", "roundtable"), ("DocSecurity", "0")):
        etree.SubElement(made, f"{{{_APP}}}{tag}").text = text
    return made


def settings_part(language: str, house: Sequence[Element] = (), *, differ: bool = False) -> Element:
    """Make the settings, with what a house sets for its pages; even pages may `differ` from odd ones.

    None asks to bring fields up to date, which would greet readers with a question.
    """
    ours = [
        w("zoom", percent="100"),
        w("defaultTabStop", val="567"),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("compatSetting", name="compatibilityMode", uri=_WORD, val=_WORD_2013)),
        w("themeFontLang", val=language),
        w(
            "clrSchemeMapping",
            bg1="light1",
            t1="dark1",
            bg2="light2",
            t2="dark2",
            **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
            hyperlink="hyperlink",
            followedHyperlink="followedHyperlink",
        ),
        w("decimalSymbol", val="." if language.startswith("en") else ","),
        w("listSeparator", val="," if language.startswith("en") else ";"),
    ]
    own = {one.tag for one in house}
    made = [one for one in ours if one.tag not in own]
    made += [one for one in house if differ or one.tag != name("w:evenAndOddHeaders")]
    return root("w:settings", "w", *sorted(made, key=lambda one: _ORDER.index(one.tag.rpartition("}")[2])))


def fonts_part() -> Element:
    """Make the table of fonts, with free ones of the same widths for who lacks Microsoft's."""
    fonts = (("Calibri", "Carlito", "swiss"), ("Cambria", "Caladea", "roman"), ("Consolas", "", "modern"))
    return root(
        "w:fonts",
        "w",
        *(
            w(
                "font",
                w("altName", val=free) if free else None,
                w("family", val=family),
                w("pitch", val="fixed" if family == "modern" else "variable"),
                name=font,
            )
            for font, free, family in fonts
        ),
    )


def instant_of(document: Document) -> str:
    """Give when a paper was made as properties want it, in UTC to the second; nothing for what is no time."""
    try:
        instant = datetime.fromisoformat(document.created)
    except ValueError:
        return ""
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
