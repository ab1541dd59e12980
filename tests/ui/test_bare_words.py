"""Nothing that a person reads is written past the translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reviewer_app.ui

SOURCES = sorted(Path(reviewer_app.ui.__file__).parent.rglob("*.py"))

SHOWN_ARGUMENTS = {
    "label": (0,),
    "setText": (0,),
    "setToolTip": (0,),
    "setStatusTip": (0,),
    "setPlaceholderText": (0,),
    "setAccessibleName": (0,),
    "setAccessibleDescription": (0,),
    "setTitle": (0,),
    "addMenu": (0,),
    "addAction": (0,),
    "plain_tip": (0,),
    "show_text": (0,),
    "show_line": (0,),
    "show_nothing": (0, 1, 2),
    "say": (0, 1, 2),
    "say_saved": (0,),
    "become": (0,),
    "rename": (0,),
    "Button": (0,),
    "Link": (0,),
    "Card": (0,),
    "Chip": (0,),
    "Tab": (0,),
    "Pill": (0,),
    "TextField": (0, 1),
    "SafeText": (0,),
    "Message": (0, 3),
    "Choice": (0, 1),
    "run_long": (0,),
}
"""The arguments of a call that a person reads, by the name of what is called."""

TRANSLATED = {"tr", "mark", "sentence"}

NOT_WORDS = {
    "Reviewer": "the name of the program",
    "Esc": "the name of a key",
    "<p style='white-space:pre-wrap'>": "the markup that keeps a tooltip from being markup",
    "</p>": "as above",
    "info": "the colour of a meaning",
    "good": "the colour of a meaning",
    "warn": "the colour of a meaning",
    "bad": "the colour of a meaning",
    "plain": "the colour of a meaning",
    "violet": "the colour of a meaning",
    "accent": "the colour of a meaning",
}

_WORD = re.compile(r"[^\W\d_]{2,}")


def bare_words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for index in SHOWN_ARGUMENTS.get(_name(node.func), ()):
                for argument in node.args[index : index + 1]:
                    yield from _bare(argument)


def _bare(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Call) and _name(node.func) in TRANSLATED | SHOWN_ARGUMENTS.keys():
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _WORD.search(node.value) and node.value.strip() not in NOT_WORDS:
            yield node.lineno, node.value
        return
    if isinstance(node, ast.Subscript | ast.Compare | ast.Lambda | ast.Attribute):
        return
    children = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    for child in children:
        yield from _bare(child)


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_no_words_are_shown_past_the_translation(path: Path):
    assert list(bare_words(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code",
    [
        'label("Size of content", "caption")',
        'button.setToolTip(plain_tip("Takes it back"))',
        'line.setText(f"{n:,} new since you started")',
        'self.say(Message("Saved." if done else "", "info"))',
        'chip.setAccessibleName("Sort" + name)',
    ],
)
def test_words_past_the_translation_are_found(code: str):
    assert list(bare_words(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'label(tr("Size of content"), "caption")',
        'line.setText(f"{tr(words)} · {figure(n)}")',
        'label("", "muted")',
        'line.setText(values["name"])',
        'label("›")',
    ],
)
def test_what_is_translated_or_no_word_is_left_alone(code: str):
    assert list(bare_words(ast.parse(code))) == []


UNSEEN = (ast.JoinedStr, ast.IfExp, ast.BinOp)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_the_tools_can_read_what_is_translated(path: Path):
    """They find literals alone, and nothing inside an f-string."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node.func) in TRANSLATED
    ]
    composed = [node.lineno for node in calls if node.args and isinstance(node.args[0], UNSEEN)]
    hidden = [
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call)
        and _name(inner.func) in TRANSLATED
        and isinstance(inner.args[0], ast.Constant)
    ]
    assert (composed, hidden) == ([], [])
