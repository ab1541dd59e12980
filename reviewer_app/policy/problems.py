"""What is wrong with a policy document, and where."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right in a policy; `str()` is one line for a person.

    Attributes:
        where: the file name, or what the caller calls the document.
        section: the part it is in, as `rule "unsure"` or `[defaults]`; empty for the whole.
        line: counted from 1.
        column: in characters, counted from 1.
        is_error: False for a warning, which does not keep the policy from loading.
    """

    where: str
    section: str
    line: int
    column: int
    message: str
    is_error: bool = True

    @override
    def __str__(self) -> str:
        warning = "" if self.is_error else "warning: "
        section = f"{self.section}: " if self.section else ""
        line = f"{self.where}:{self.line}:{self.column}: {warning}{section}{self.message}"
        return "".join(mark if mark.isprintable() else " " for mark in line)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`, did you mean "confidence"?`, or nothing where no known name is near."""
    near = difflib.get_close_matches(name, list(known), 1)
    return f', did you mean "{near[0]}"?' if near else ""
