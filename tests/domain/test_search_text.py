"""Text as the index wants it, tried on SQLite's own full-text search."""

import re
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.search.conditions import Word
from reviewer_app.domain.search_text import INDEXED_LENGTH, expression_of, indexable

INDEX = (
    "CREATE VIRTUAL TABLE s USING fts5(b, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)


@pytest.fixture(scope="module")
def raw():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(INDEX)
        yield connection


def typed(query):
    """The words of a text, as a search box reads those that are no keys."""
    places = [(m[0], m.end()) for m in re.finditer(r"\S+", query)]
    return [Word(word, is_begun=end == len(query)) for word, end in places]


def finds(raw, query, text):
    raw.execute("DELETE FROM s")
    raw.execute("INSERT INTO s VALUES (?)", (indexable(text),))
    expression = expression_of(typed(query)).wanted
    return (
        bool(expression)
        and raw.execute("SELECT 1 FROM s WHERE s MATCH ?", (expression,)).fetchone() is not None
    )


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("refund", "The Refund was sent", True),
        ("ref", "The refund was sent", True),
        ("ref ", "The refund was sent", False),
        ("sent refund", "The refund was sent", True),
        ("refund lost", "The refund was sent", False),
        ("ord-77_a", "see ORD-77_A now", True),
        ("grun", "grün", True),
        ("退款", "您的退款已寄出", True),
        ("已寄", "您的退款已寄出", True),
        ("款寄", "您的退款已寄出", False),
        ("ไทย", "ภาษาไทยง่าย", True),
        ("OR", "neither", False),
        ('"', 'a "quoted" text', False),
        ("NOT refund", "refund", False),
        ("b:refund", "refund", False),
        ("résumé", "my re\u0301sume\u0301", True),
        ("re\u0301sume\u0301", "my résumé", True),
    ],
)
def test_what_is_found(raw, query, text, expected):
    assert finds(raw, query, text) is expected


@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_read_as_syntax(query):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(INDEX)
        finds(connection, query, "some text")


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_a_word_is_found_where_it_stands(word):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(INDEX)
        assert finds(connection, word, f"before {word} after")


def test_the_head_of_a_long_text_is_searched_and_no_more(raw):
    text = "early " + "x " * INDEXED_LENGTH + "late"
    assert finds(raw, "early", text)
    assert not finds(raw, "late", text)
