"""What the words of a condition say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.policy.expression import Expression


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("meta.amount > 500.0", [("meta", "amount")]),
        ("'amount' in meta && meta.amount > 1.0", [("meta", "amount")]),
        ("meta['a b'].c == 1 || meta[\"d\"] == 2", [("meta", "a b", "c"), ("meta", "d")]),
        ("meta.customer.name.startsWith('x')", [("meta", "customer", "name")]),
        ("tools.exists(t, t == 'x') && tools[0] == step", [("tools",), ("step",)]),
        ("has(meta.a.b) // agent\n && true", [("meta", "a", "b")]),
        ("type(data) == string", [("data",)]),
        ("output == r'\\' || input == '''it's agent'''", [("output",), ("input",)]),
        ("{'a': agent}[step] == \"model\"", [("agent",), ("step",)]),
        ("input.matches('agent') && !(step in ['a'])", [("input",), ("step",)]),
    ],
)
def test_the_values_that_are_read_are_known_by_path(source, paths):
    assert list(Expression(source).paths) == paths


@pytest.mark.parametrize(
    ("source", "clauses"),
    [
        ("a && b || !c", ["a", "b", "c"]),
        ("(a || (b && c)) && d > 1", ["a", "b", "c", "d > 1"]),
        ("!(a && b)", ["a", "b"]),
        ("a ? b : c == d", ["a", "b", "c == d"]),
        ("tools.exists(t, t == 'a' || t == 'b')", ["tools.exists(t, t == 'a' || t == 'b')"]),
        ("(a || b) == c", ["(a || b) == c"]),
        ("output == 'x && y' && z", ["output == 'x && y'", "z"]),
        ("{'k': 1}.k == 1", ["{'k': 1}.k == 1"]),
    ],
)
def test_clauses_are_the_parts_joined_by_and_or_not_and_choice(source, clauses):
    found = list(Expression(source).clauses())
    assert [clause for clause, _ in found] == clauses
    assert all(source[start:].startswith(clause) for clause, start in found)


@pytest.mark.parametrize(
    ("source", "asks"),
    [
        ("confidence == null || confidence < 0.5", True),
        ("null != confidence && confidence < 0.5", True),
        ("confidence == 1.0", True),
        ("confidence < 0.5", False),
        ("confidence < 0.5 && 'confidence == null' == output", False),
        ("data.total == null", False),
    ],
)
def test_asking_for_null_is_seen(source, asks):
    expression = Expression(source)
    (name,) = expression.variables & {"confidence", "data"}
    assert expression.asks_for_null(name) is asks


@pytest.mark.parametrize(
    ("source", "brackets", "loops"),
    [
        ("a", 0, 0),
        ("((a)) && '((((' == b", 2, 0),
        ("l.all(x, x.exists(y, y == 1))", 2, 2),
        ("l.map(x, x).all(y, y) || m.all(z, z)", 1, 1),
        ("all(x, y)", 1, 0),
    ],
)
def test_nesting_is_measured(source, brackets, loops):
    expression = Expression(source)
    assert (expression.depth, expression.loop_depth) == (brackets, loops)


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("tools.exists(t, t in meta.l) && 'a' in meta && meta.m[0] == 1", [("tools",)]),
        (
            "meta.l.filter(x, x > meta.n).exists(x, x.m.all(y, y == step))",
            [("meta", "l"), ("meta", "n")],
        ),
        ("(meta.a + meta['b']).all(x, x)", [("meta", "a"), ("meta", "b")]),
        ("tools.all(t, meta.l[size(tools)].all(u, u == t))", [("tools",), ("meta", "l")]),
        ("step in tools.map(t, t)", [("tools",)]),
        ("links(output).all(l, input.contains(l))", [("output",)]),
        ("['a'].all(x, x == step)", []),
    ],
)
def test_what_loops_run_over_is_known(source, paths):
    assert list(Expression(source).looped_paths) == paths


@given(st.text("ab.()[]{}&|!?:=<>'\"\\/ r0,\n", max_size=40))
def test_any_text_can_be_cut_into_words_that_stand_where_they_say(source):
    expression = Expression(source)
    assert all(source[w.start : w.end] == w.text for w in expression.words)
    assert [w.start for w in expression.words] == sorted(w.start for w in expression.words)
    assert all(expression.depth >= 0 for _ in expression.clauses())
