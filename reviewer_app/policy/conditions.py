"""One condition of a rule: compiled once, asked of many items."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import cel

from reviewer_app.policy.expression import Expression
from reviewer_app.policy.patterns import PatternInvalid, patterns_in, renamed
from reviewer_app.policy.reasons import unanswered
from reviewer_app.policy.values import MISSING, longest, shown, value_at

WHENCE = frozenset({"workflow", "step", "agent", "model"})
"""Variables that say where an item comes from."""

MOST_CHARACTERS = 2_000
"""A longer condition is two rules."""

MOST_BRACKETS = 24
"""Nested brackets: a hundred of them overflow the stack of a thread, which ends the program."""

MOST_STEPS = 150
"""Dots and questions: the engine follows them by recursion, too."""

MOST_LOOPS = 2
"""Nested loops: their cost multiplies, and nothing can interrupt them."""

MOST_ENTRIES = 200
"""Entries of a list that a condition may loop over."""

_CEL_WORDS = {"=": "==", "and": "&&", "&": "&&", "or": "||", "|": "||", "not": "!", "is": "=="}
"""What people write who think of another language, and what CEL has for it."""

_CEL_ERROR = re.compile(r"ERROR: <input>:(\d+):(\d+): (?:Syntax error: )?(.*)")


class ConditionInvalid(ValueError):
    """A source that is no condition.

    Attributes:
        start: the offset of what is wrong in it.
        is_syntax: False where its words can still be looked at one by one.
    """

    def __init__(self, message: str, start: int = 0, *, is_syntax: bool = True) -> None:
        super().__init__(message)
        self.start = start
        self.is_syntax = is_syntax


class Unanswered(ValueError):
    """A condition that cannot be answered on one item; says why in plain words."""


@dataclass(frozen=True, slots=True)
class View:
    """What conditions see of one item: its variables, and the same converted for CEL once.

    `unreadable` has the variables that could not be had, and why.
    """

    variables: Mapping[str, Any]
    context: cel.Context
    unreadable: Mapping[str, str] = field(default_factory=dict)


class Condition:
    """A compiled condition.

    Attributes:
        expression: its words.
        variables: the names it reads.
        patterns: the regular expressions that the View's context must know.
    """

    def __init__(self, source: str) -> None:
        """Compiles `source`.

        Raises:
            ConditionInvalid: where it is too long, too deep, or no CEL expression.
        """
        self.expression = Expression(source)
        _check_bounds(self.expression)
        self._program = _compiled(source, renamed(self.expression))
        try:
            self.patterns = patterns_in(self.expression)
        except PatternInvalid as invalid:
            raise ConditionInvalid(str(invalid), invalid.start, is_syntax=False) from invalid
        self.variables = self.expression.variables
        self._paths = self.expression.paths
        self._looped = self.expression.looped_paths

    def holds(self, view: View) -> bool:
        """Whether the condition is true of what `view` shows.

        Raises:
            Unanswered: where it cannot be told, which is never the same as no.
        """
        if view.unreadable or self._looped:
            self._check_readable(view)
        answer = self.evaluate(view)
        if not isinstance(answer, bool):
            raise Unanswered("it gives no yes or no")
        return answer

    def evaluate(self, view: View) -> object:
        """What the condition gives, whatever its type.

        Raises:
            Unanswered: where CEL refuses.
        """
        try:
            return self._program.execute(view.context)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic of CEL is no Exception
            raise Unanswered(unanswered(error, self._paths, view.variables)) from error

    def values(self, view: View) -> dict[str, Any]:
        """The values it read, by path and bounded; what is missing is left out.

        What tells one item from another comes first: where an item is from is known anyway.
        """
        paths = sorted(self._paths, key=lambda path: path[0] in WHENCE)
        values = {".".join(path): value_at(view.variables, path) for path in paths}
        return {name: shown(value) for name, value in values.items() if value is not MISSING}

    def _check_readable(self, view: View) -> None:
        for name in self.variables & view.unreadable.keys():
            raise Unanswered(view.unreadable[name])
        for path in self._looped:
            entries = longest(value_at(view.variables, path))
            if entries > MOST_ENTRIES:
                where = ".".join(path)
                raise Unanswered(
                    f"{where} has a list of {entries} entries, "
                    f"and a rule looks through {MOST_ENTRIES}"
                )


def _check_bounds(expression: Expression) -> None:
    if len(expression.source) > MOST_CHARACTERS:
        raise ConditionInvalid(
            f"the condition is longer than {MOST_CHARACTERS} characters; make it two rules"
        )
    if expression.depth > MOST_BRACKETS:
        raise ConditionInvalid(f"brackets are nested deeper than {MOST_BRACKETS}")
    if sum(word.text in {".", "?"} for word in expression.words) > MOST_STEPS:
        raise ConditionInvalid(f"more than {MOST_STEPS} dots and questions; make it two rules")
    if expression.loop_depth > MOST_LOOPS:
        raise ConditionInvalid(f"loops over lists are nested deeper than {MOST_LOOPS}")


def _compiled(source: str, for_cel: str) -> cel.Program:
    if not source.strip():
        raise ConditionInvalid("the condition is empty")
    try:
        return cel.compile(for_cel)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of CEL is no Exception
        raise _syntax_error(source, str(error)) from error


def _syntax_error(source: str, report: str) -> ConditionInvalid:
    """What CEL reports, in plain words and with the offset of the last place it names."""
    found = _CEL_ERROR.findall(report)
    if not found:
        return ConditionInvalid("the condition cannot be read")
    line, column, message = found[0]
    start = sum(len(text) + 1 for text in source.split("\n")[: int(line) - 1]) + int(column) - 1
    start = min(start, len(source))
    if message.startswith("OtherError"):
        return ConditionInvalid("the condition is nested too deeply; make it two rules")
    hint = next((f": write {_CEL_WORDS[w]}" for w in _around(source, start) if w in _CEL_WORDS), "")
    return ConditionInvalid(_plain(message, source[start:], hint), start)


def _around(source: str, start: int) -> list[str]:
    """The word at `start`, and the one before it."""
    return [*source[start:].split(maxsplit=1)[:1], *source[:start].split()[-1:]]


def _plain(message: str, rest: str, hint: str) -> str:
    if "<EOF>' expecting" in message or not rest:
        return "syntax error: the condition ends too early"
    if message.startswith("token recognition error"):
        word = rest.split(maxsplit=1)[0]
        return f"syntax error at {word}{hint or ': a text is not closed, or has a wrong escape'}"
    quoted = re.search(r"input '(.+?)'(?: expecting|$)", message)
    if quoted:
        return f'syntax error: unexpected "{quoted[1]}"{hint}'
    return f"syntax error: {message}"
