"""Where keys and values of a TOML document stand."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.policy.places import Place, Places

DOCUMENT = '''\
# a comment with "quotes' and [brackets] = 1
name = "x" # "another
"odd key".inner = 'y'

[defaults]
list = [1, "two", { three = 'value' }, [ "deep" ]] # ]
at = 1979-05-27 07:32:00Z
inline = { a = 1, b.c = "deep" }

[[rule]]
when = """
  first
  second \\
     joined \\u0041 end"""

[[rule]]
when = \'\'\'it's ""here""\'\'\'
[rule.sub]
x = true

[workflow."a.b".step.reply]
mode = "hitl"
'''


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("name",), (2, 8)),
        (("odd key", "inner"), (3, 19)),
        (("defaults", "list", 1), (6, 12)),
        (("defaults", "list", 2, "three"), (6, 29)),
        (("defaults", "list", 3, 0), (6, 42)),
        (("defaults", "at"), (7, 6)),
        (("defaults", "inline", "b", "c"), (8, 25)),
        (("rule", 0, "when"), (11, 8)),
        (("rule", 1, "when"), (17, 8)),
        (("rule", 1, "sub", "x"), (19, 5)),
        (("workflow", "a.b", "step", "reply", "mode"), (22, 8)),
    ],
)
def test_a_value_is_found_where_it_stands(path, place):
    assert Places(DOCUMENT).of_value(path) == Place(*place)


def test_a_character_of_a_text_is_found_behind_escapes_and_joined_lines():
    text = tomllib.loads(DOCUMENT)["rule"][0]["when"]
    assert text == "  first\n  second joined A end"
    places = Places(DOCUMENT)
    assert places.of_value(("rule", 0, "when"), text.index("second")) == Place(13, 3)
    assert places.of_value(("rule", 0, "when"), text.index("A")) == Place(14, 13)
    assert places.of_value(("rule", 0, "when"), text.index("end")) == Place(14, 20)


def test_a_header_is_where_its_table_stands():
    places = Places(DOCUMENT)
    assert places.of_key(("rule", 1)) == Place(16, 1)
    assert places.of_key(("rule", 1, "sub")) == Place(18, 1)


def test_what_is_nowhere_is_said_to_be_at_the_table_around_it():
    assert Places(DOCUMENT).of_value(("rule", 1, "missing")) == Place(16, 1)


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)


def _basic(text):
    """A TOML text in which everything that can be is written as it is."""
    special = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x7f": "\\u007f"}
    return "".join(special.get(c, c if c >= " " else f"\\u{ord(c):04x}") for c in text)


@given(before=TEXTS, inside=TEXTS, after=TEXTS, comment=st.text("\"'[]{}#= ab", max_size=9))
def test_any_text_around_a_mark_leaves_it_where_it_is(before, inside, after, comment):
    mark = "\U0001f4cd"
    before, inside, after = (t.replace(mark, "") for t in (before, inside, after))
    document = (
        f'a = "{_basic(before)}" #{comment}\n'
        f'b = [ """{_basic(after)}""", #{comment}\n "{_basic(inside)}{mark}" ]\n'
        f'[[c]]\n"{_basic(before)}".d = "{_basic(after)}{mark}{_basic(inside)}"\n'
    )
    assert tomllib.loads(document)["b"] == [after, inside + mark]
    places = Places(document)
    lines = document.split("\n")
    found = places.of_value(("b", 1), len(inside))
    assert lines[found.line - 1][found.column - 1] == mark
    if _basic(before) == before:
        found = places.of_value(("c", 0, before, "d"), len(after))
        assert lines[found.line - 1][found.column - 1] == mark
