"""A sentence is plain English to everybody, and remembers how it was made."""

import ast
import copy
import pickle
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import reviewer_app
from reviewer_app.domain.errors import ItemChanged, ItemUnknown, UsageError
from reviewer_app.domain.sentences import Sentence, sentence


@given(st.text(max_size=30), st.integers())
def test_it_reads_as_the_template_filled_in(name: str, n: int):
    made = sentence("{name} has {n:,} items.", name=name, n=n)
    assert made == f"{name} has {n:,} items."
    assert (made.template, dict(made.values)) == ("{name} has {n:,} items.", {"name": name, "n": n})


@given(st.text(max_size=30))
def test_a_value_is_never_read_as_a_template(text: str):
    inner = sentence("{text}", text=text)
    assert str(sentence("({inner})", inner=inner)) == f"({text})"


def test_a_list_of_words_stands_with_commas():
    assert sentence("Use {known}.", known=("a", sentence("b"))) == "Use a, b."


def test_without_values_braces_are_only_braces():
    assert sentence("Write {like this}.") == "Write {like this}."


def test_a_copy_is_the_same_sentence():
    made = sentence("{name} has {n:,} items.", name="Ada", n=1204)
    for copied in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 - ours
        assert (copied, copied.template, copied.values) == (made, made.template, made.values)


def test_an_error_says_its_sentence_and_keeps_it():
    error = ItemUnknown("88213")
    assert str(error) == "There is no item “88213”. `reviewer-app queue` lists the ids."
    (kept,) = error.args
    assert isinstance(kept, Sentence)
    assert kept.values == {"item": "88213"}


def test_a_sentence_within_a_sentence_keeps_its_own_template():
    (kept,) = ItemChanged(sentence("{person} decided.", person="Ada")).args
    assert str(kept).startswith("Ada decided. Your decision was not recorded")
    assert kept.values["what"].template == "{person} decided."


def test_an_error_may_still_say_a_plain_text():
    assert str(UsageError("50 % of {it} is wrong")) == "50 % of {it} is wrong"


def _bare_errors(path: Path) -> Iterator[int]:
    """The lines where an error says a text that no window could translate."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and ERROR_NAMES & {_name(base) for base in node.bases}:
            calls = [n for n in ast.walk(node) if isinstance(n, ast.Call)]
            for call in calls:
                if _name(call.func) == "__init__" and call.args:
                    yield from (a.lineno for a in call.args if isinstance(a, TEXTS))


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


TEXTS = (ast.Constant, ast.JoinedStr, ast.BinOp)
ERROR_NAMES = {"ReviewerError", "UsageError", "FileUnreadable"}
PACKAGE = Path(reviewer_app.__file__).parent
SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "cli"]


def test_every_error_that_a_window_may_show_can_be_translated():
    bare = {path.name: lines for path in SOURCES if (lines := list(_bare_errors(path)))}
    assert bare == {}


def test_an_error_that_cannot_be_translated_is_found(tmp_path: Path):
    path = tmp_path / "bad.py"
    path.write_text(
        "class Full(ReviewerError):\n"
        "    def __init__(self, path):\n"
        '        super().__init__(f"{path} is full.")\n'
    )
    assert list(_bare_errors(path)) == [3]
