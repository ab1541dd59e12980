"""Where each key and value of a TOML document stands, which tomllib does not tell."""

import re
from bisect import bisect_right
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Keys and list positions that lead to a value, as `("rule", 0, "when")`."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_LINE_JOIN = re.compile(r"\\[ \t]*\n[ \t\n]*")
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column in characters, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Value:
    """Offsets in the document: of the value, and of every character that a string stands for."""

    start: int
    characters: tuple[int, ...] = ()


class Places:
    """The places in one valid document, whose line ends are single newlines."""

    def __init__(self, text: str) -> None:
        scan = _Scan(text)
        scan.document()
        self._keys, self._values = scan.keys, scan.values
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def of_key(self, path: Path) -> Place:
        """Where the key of this path stands, or the nearest table around it."""
        while path and path not in self._keys:
            path = path[:-1]
        return self._place(self._keys.get(path, 0))

    def of_value(self, path: Path, offset: int | None = None) -> Place:
        """Where this value stands, or within a string, the character at `offset` of its text."""
        value = self._values.get(path)
        if value is None:
            return self.of_key(path)
        if offset is None or not value.characters:
            return self._place(value.start)
        return self._place(value.characters[min(offset, len(value.characters) - 1)])

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(line, offset - self._lines[line - 1] + 1)


class _Scan:
    """One walk over a document that tomllib has accepted, so it need not check."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._last: dict[Path, int] = {}
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, _Value] = {}

    def document(self) -> None:
        table: Path = ()
        while self._ahead(_BLANK):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _ahead(self, skipped: re.Pattern[str]) -> bool:
        """Skips over a pattern; whether anything is left."""
        found = skipped.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at < len(self._text)

    def _header(self) -> Path:
        start = self._at
        is_array = self._text.startswith("[[", start)
        self._at += 2 if is_array else 1
        *parents, name = self._key()
        self._at += 2 if is_array else 1
        path = (*self._within(parents), name)
        if is_array:
            self._last[path] = self._last.get(path, -1) + 1
        path = self._within([name], path[:-1])
        self.keys[path] = start
        return path

    def _within(self, names: list[str], path: Path = ()) -> Path:
        """The path of a header's names: the last table so far of each array of tables."""
        for name in names:
            path = (*path, name)
            if path in self._last:
                path = (*path, self._last[path])
        return path

    def _key(self) -> list[str]:
        names = []
        while True:
            self._ahead(_SPACE)
            names.append(self._name())
            self._ahead(_SPACE)
            if self._text[self._at] != ".":
                return names
            self._at += 1

    def _name(self) -> str:
        start = self._at
        if self._text[start] in "\"'":
            return "".join(self._text[at] for at in self._string()[:-1])
        self._ahead(_BARE_KEY)
        return self._text[start : self._at]

    def _pair(self, table: Path) -> None:
        self._ahead(_BLANK)
        start = self._at
        path = (*table, *self._key())
        self.keys[path] = start
        self._at += 1
        self._ahead(_SPACE)
        self._value(path)

    def _value(self, path: Path) -> None:
        start = self._at
        characters: tuple[int, ...] = ()
        match self._text[start]:
            case "[":
                self._array(path)
            case "{":
                self._inline_table(path)
            case '"' | "'":
                characters = self._string()
            case _:
                self._ahead(_BARE_VALUE)
        self.values[path] = _Value(start, characters)

    def _array(self, path: Path) -> None:
        self._at += 1
        count = 0
        while self._ahead(_BLANK) and self._text[self._at] != "]":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._value((*path, count))
            count += 1
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._ahead(_BLANK) and self._text[self._at] != "}":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._pair(path)
        self._at += 1

    def _string(self) -> tuple[int, ...]:
        """Passes over a string; the offset of each character of its text, then of its end."""
        quote = self._text[self._at]
        mark = quote * 3 if self._text.startswith(quote * 3, self._at) else quote
        self._at += len(mark)
        if len(mark) == 3 and self._text.startswith("\n", self._at):
            self._at += 1
        characters = []
        while not self._ends(mark):
            join = _LINE_JOIN.match(self._text, self._at) if mark == '"""' else None
            if join:
                self._at = join.end()
                continue
            characters.append(self._at)
            self._at += self._width(quote)
        characters.append(self._at)
        self._at += len(mark)
        return tuple(characters)

    def _ends(self, mark: str) -> bool:
        """Whether the string ends here: of five quotes in a row the first two are its text."""
        after = self._at + len(mark)
        return self._text.startswith(mark, self._at) and not (
            len(mark) == 3 and self._text.startswith(mark[0], after)
        )

    def _width(self, quote: str) -> int:
        if quote == "'" or self._text[self._at] != "\\":
            return 1
        return _ESCAPE_LENGTHS.get(self._text[self._at + 1], 2)
