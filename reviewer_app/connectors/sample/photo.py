"""Photos of damaged goods, drawn from a few shapes and written as PNG."""

import struct
import zlib
from functools import lru_cache
from itertools import pairwise

Colour = tuple[int, int, int]

WIDTH, HEIGHT = 320, 240

_WALL: Colour = (231, 228, 222)
_FLOOR: Colour = (196, 183, 164)
_SHADOW: Colour = (168, 156, 139)
_CRACK: Colour = (58, 46, 44)
_DARK: Colour = (84, 78, 74)
_GLOW: Colour = (255, 240, 196)
_TAPE: Colour = (214, 190, 140)
_COLOURS: tuple[Colour, ...] = (
    (178, 74, 62),
    (62, 104, 142),
    (94, 128, 96),
    (206, 160, 72),
    (120, 92, 136),
)
_CRACKS: tuple[tuple[tuple[int, int], ...], ...] = (
    ((118, 92), (140, 120), (132, 140), (158, 168)),
    ((206, 84), (184, 112), (196, 132), (170, 172)),
    ((112, 130), (146, 124), (164, 142), (212, 128)),
)


class Canvas:
    """Rows of RGB pixels that shapes are drawn on, later ones over earlier ones."""

    def __init__(self, ground: Colour) -> None:
        self._rows = [bytearray(bytes(ground) * WIDTH) for _ in range(HEIGHT)]

    def span(self, y: int, left: float, right: float, colour: Colour) -> None:
        """Colours the pixels of one row from `left` up to `right`, cut to the picture."""
        start, end = max(0, round(left)), min(WIDTH, round(right))
        if 0 <= y < HEIGHT and start < end:
            self._rows[y][3 * start : 3 * end] = bytes(colour) * (end - start)

    def rectangle(self, left: int, top: int, right: int, bottom: int, colour: Colour) -> None:
        """Fills an upright rectangle."""
        for y in range(top, bottom):
            self.span(y, left, right, colour)

    def ellipse(self, centre: tuple[int, int], radii: tuple[int, int], colour: Colour) -> None:
        """Fills an ellipse."""
        (x, y), (rx, ry) = centre, radii
        for row in range(-ry, ry + 1):
            half = rx * (1 - (row / ry) ** 2) ** 0.5
            self.span(y + row, x - half, x + half, colour)

    def taper(self, top: tuple[int, int], bottom: tuple[int, int], colour: Colour) -> None:
        """Fills a trapezoid round the middle; `top` and `bottom` are (y, half width)."""
        for y in range(top[0], bottom[0]):
            share = (y - top[0]) / (bottom[0] - top[0])
            half = top[1] + (bottom[1] - top[1]) * share
            self.span(y, WIDTH / 2 - half, WIDTH / 2 + half, colour)

    def crack(self, points: tuple[tuple[int, int], ...]) -> None:
        """Draws a jagged line through the points, from top to bottom or side to side."""
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(abs(x1 - x0), abs(y1 - y0))
            for n in range(steps + 1):
                x, y = x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n // steps
                self.span(y, x - 1, x + 2, _CRACK)

    def png(self) -> bytes:
        """The picture as a PNG file of 8 bits a channel."""
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        raw = b"".join(b"\0" + bytes(row) for row in self._rows)
        return b"".join(
            (
                b"\x89PNG\r\n\x1a\n",
                _chunk(b"IHDR", header),
                _chunk(b"IDAT", zlib.compress(raw, 9)),
                _chunk(b"IEND", b""),
            )
        )


@lru_cache(maxsize=64)
def photo(shape: str, colour: int, damage: int) -> bytes:
    """A PNG of a broken lamp, cup or box, in one of five colours, with one of three cracks."""
    canvas = Canvas(_WALL)
    canvas.rectangle(0, 178, WIDTH, HEIGHT, _FLOOR)
    canvas.ellipse((168, 206), (92, 12), _SHADOW)
    _DRAWINGS[shape](canvas, _COLOURS[colour])
    canvas.crack(_CRACKS[damage])
    return canvas.png()


def _lamp(canvas: Canvas, colour: Colour) -> None:
    canvas.ellipse((160, 204), (44, 9), _DARK)
    canvas.rectangle(156, 120, 164, 204, _DARK)
    canvas.ellipse((160, 150), (58, 9), _GLOW)
    canvas.taper((52, 34), (150, 72), colour)


def _cup(canvas: Canvas, colour: Colour) -> None:
    canvas.ellipse((222, 132), (34, 38), colour)
    canvas.ellipse((222, 132), (20, 24), _WALL)
    canvas.taper((82, 62), (204, 46), colour)
    canvas.ellipse((160, 82), (62, 12), _DARK)


def _box(canvas: Canvas, colour: Colour) -> None:
    canvas.taper((70, 62), (96, 84), _TAPE)
    canvas.rectangle(76, 96, 244, 206, colour)
    canvas.rectangle(150, 70, 170, 206, _TAPE)


_DRAWINGS = {"lamp": _lamp, "cup": _cup, "box": _box}


def _chunk(kind: bytes, body: bytes) -> bytes:
    checked = kind + body
    return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))
