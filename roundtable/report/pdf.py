"""What LibreOffice made of a paper: on which pages its headings stand; nothing in it of when and where it was made."""

import hashlib
import io
import re

from roundtable.report.docx.pages import Pages

# The names of bookmarks, as LibreOffice spells them, some with an underscore before them as in the Word document.
_HEADING = re.compile(r"_?(?:5F)?(Toc\d+)")
_INFO_DATE = re.compile(rb"(?<=Date\(D:)\d{14}(?:Z|[+-]\d\d)(?='?)")
_XMP_DATE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=Z|[+-])")
_RANDOM = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>/\s])")
_EARLIEST = "1980-01-01T00:00:00Z"  # as in the Word document


def pages(content: bytes) -> Pages:
    """Give the page of each heading by its bookmark, and the last page."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    told = Pages(len(reader.pages))
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if (found := _HEADING.search(name)) and number is not None:
            told.numbers[f"_{found[1]}"] = number + 1
    return told


def settled(content: bytes, created: str) -> bytes:
    """Date a PDF when the paper's Word document is dated (ISO 8601 in UTC), and number it by what is in it.

    The same version of LibreOffice, with the same fonts, then gives the same bytes for the same paper.
    """
    dated = created or _EARLIEST
    figures = re.sub(r"\D", "", dated)[:14].encode()
    content = _INFO_DATE.sub(figures + b"Z", content)
    content = _XMP_DATE.sub(dated[:19].encode(), content)
    start = max(content.rfind(b"trailer"), 0)
    head, tail = content[:start], content[start:]
    number = hashlib.sha256(head).hexdigest()[:32].upper().encode()
    return head + _RANDOM.sub(number, tail)
