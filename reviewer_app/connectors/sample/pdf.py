"""A one-page PDF in Helvetica, as small as the format allows, that every reader opens."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
"""A4 in points."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its left end, or its right end where `is_right`, at (x, y) from below.

    Text outside Windows-1252 is shown as question marks: the standard fonts have no more.
    """

    x: float
    y: float
    text: str
    size: int = 10
    is_bold: bool = False
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal rule."""

    left: float
    right: float
    y: float


def page(lines: Sequence[Line], rules: Sequence[Rule] = ()) -> bytes:
    """The file of one A4 page with these lines and rules."""
    drawn = [f"{r.left:g} {r.y:g} m {r.right:g} {r.y:g} l S" for r in rules]
    written = [_shown(line) for line in lines]
    stream = "\n".join(["0.6 w", *drawn, "BT", *written, "ET"]).encode("cp1252", "replace")
    return _file(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 6 0 R "
            b"/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>" % (WIDTH, HEIGHT),
            _font(b"Helvetica"),
            _font(b"Helvetica-Bold"),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        )
    )


def _shown(line: Line) -> str:
    font = "F2" if line.is_bold else "F1"
    left = line.x - _figure_width(line.text) * line.size if line.is_right else line.x
    text = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"/{font} {line.size} Tf 1 0 0 1 {left:.2f} {line.y:g} Tm ({text}) Tj"


def _figure_width(text: str) -> float:
    """The width of an amount in ems: digits are 0.556 wide, points and spaces half of that."""
    return sum(0.556 if character.isdigit() else 0.278 for character in text)


def _font(name: bytes) -> bytes:
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects with the table of their places, which readers look for at the end."""
    parts, places, size = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"], [], 15
    for number, item in enumerate(objects, start=1):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, item)
        places.append(size)
        parts.append(part)
        size += len(part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table))
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, size))
    return b"".join(parts)
