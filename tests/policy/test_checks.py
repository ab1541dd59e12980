"""What is found in a condition before it meets an item."""

import subprocess
import sys

import pytest

from reviewer_app.policy.checks import FUNCTIONS, METHODS, findings_in
from reviewer_app.policy.variables import VARIABLES


def said(source):
    return [f.message for f in findings_in(source) if f.is_error]


def warned(source):
    return [f.message for f in findings_in(source) if not f.is_error]


@pytest.mark.parametrize(
    "source",
    [
        "true",
        "confidence == null || confidence < 0.8",
        "confidence != null && confidence < 0.8 && size(output) > 10",
        "confidence != null ? confidence < 0.8 : step == 'x'",
        "'amount' in meta && meta.amount > 500",
        "has(meta.amount) && meta.amount in [1, 2] && meta.name.startsWith('x')",
        "meta.urgent",
        "!meta.urgent && meta.tags.exists(t, t == 'vip')",
        "type(meta.amount) in [int, double] && double(meta.amount) > 1.0",
        "data != null && data.lines.all(l, l.amount > 0.0)",
        "data != null && size(data.lines) > 3",
        "created_at != null && created_at.getDayOfWeek() == 6",
        "created_at != null && created_at > timestamp('2024-01-01T00:00:00Z')",
        "tools[0] == 'shell' || 'shell' in tools",
        "size(tools) > 0 && tools.exists(t, t.startsWith('db.'))",
        "int(output) > 3",
        "output.matches(r'(?i)\\bsorry\\b')",
        "links(output).exists(link, !input.contains(link))",
        "error_rate != null && drift != null && error_rate + drift > 0.1",
        "meta.since != null && timestamp(meta.since) > timestamp('2024-01-01T00:00:00Z')",
        "meta[step] == 'x'",
        "1.0 / double(size(output)) > 0.5",
    ],
)
def test_a_sound_condition_has_nothing_wrong(source):
    assert findings_in(source) == []


@pytest.mark.parametrize(
    ("source", "message", "place"),
    [
        (
            "confidnce < 0.5",
            'unknown variable "confidnce", did you mean "confidence"?',
            "confidnce",
        ),
        ("step == 'a' && nope", 'unknown variable "nope"', "nope"),
        ("isnull(step)", 'unknown function "isnull"', "isnull"),
        ("output.startswith('a')", 'did you mean "startsWith"?', "startswith"),
        ("contains(output, 'a')", 'write "value.contains(…)"', "contains"),
        ("output.string() == ''", 'write "string(value)"', "string"),
        ("step > 3", "wrong type in `step > 3`: step is text", "step > 3"),
        ("step == 'a' || step > 3", "wrong type in `step > 3`", "step > 3"),
        ("'x' in meta && meta.x > 1 && confidence > 'a'", "wrong type", "confidence > 'a'"),
        ("confidence.contains('a')", "confidence is a number", "confidence"),
        ("confidence.matches('a')", "confidence is a number", "confidence"),
        ("links(confidence) == []", "confidence is a number", "links"),
        ("tools.exists(t, t > 3)", "tools is a list", "tools"),
        ("size(output)", "`size(output)` gives a number, not true or false", "size"),
        ("confidence", "`confidence` gives a number, not true or false", "confidence"),
        ("step == 'a' && output", "`output` gives text, not true or false", "output"),
        ("meta.amount + 1.0", "gives a number, not true or false", "meta"),
        ("step == 'a' ? 1 : 2", "`1` gives a number", "1"),
        ("tools.exists(step, step == 'a')", 'the loop\'s "step" hides the variable', "step, "),
        ("output.matches('(')", "unclosed group", "'('"),
        ("output.matches('(?=a)')", "look-around", "'(?=a)'"),
        ("output.matches(step)", "must be written out as text", "step"),
        ("output.matches('a' + 'b')", "must be written out as text", "'a'"),
        ("output._search('a')", 'unknown function "_search"', "_search"),
        ("confidence <", "the condition ends too early", ""),
        ("step == 'a' agent", 'unexpected "agent"', "agent"),
        ("step == 'a", "a text is not closed", "'a"),
        ("true &&\n  step foo", 'unexpected "foo"', "foo"),
        ("meta.?a", "unsupported syntax", ".?a"),
        ("confidence = 0.5", "write ==", "="),
        ("step == 'a' and true", "write &&", "and"),
        ("step == 'a' | true", "write ||", "|"),
        ("not confidence", "write !", "confidence"),
        ("confidence is null", "write ==", "is"),
        ("", "the condition is empty", ""),
        (" \n", "the condition is empty", " "),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(source, message, place):
    finding = next(f for f in findings_in(source) if f.is_error)
    assert message in finding.message
    assert source[finding.start :].startswith(place)


def test_every_unknown_name_is_told():
    assert len(said("agnt == 'x' || foo(1) || output.lower() == '' || output.matches('(')")) == 4


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("confidence < 0.5", "confidence"),
        ("step == 'a' && confidence < 0.5", "confidence"),
        ("confidence < 0.5 && confidence == null", "confidence"),
        ("data.total > 3", "data"),
        ("created_at < timestamp('2024-01-01T00:00:00Z')", "created_at"),
        ("error_rate > 0.1", "error_rate"),
        ("drift != null && drift > error_rate", "error_rate"),
    ],
)
def test_a_variable_that_may_be_null_and_was_not_asked_is_warned_of(source, name):
    (warning,) = warned(source)
    assert warning.startswith(f'"{name}" may be null')
    assert said(source) == []


def test_a_clause_that_suits_no_sort_of_metadata_is_warned_of():
    (warning,) = warned("meta.amount > 1.0 && meta.amount.startsWith('x') == 3 + meta.amount")
    assert "fits no sort of value" in warning


@pytest.mark.parametrize(
    "source",
    [
        "(" * 30 + "true" + ")" * 30,
        "[" * 30 + "]" * 30 + " == []",
        "step == '" + "x" * 2_000 + "'",
        "meta" + ".a" * 200 + " == 1",
        "true?true:" * 140 + "true",
        "tools.all(a, tools.all(b, tools.all(c, a == b)))",
    ],
)
def test_a_condition_without_measure_is_refused(source):
    (message,) = said(source)
    assert any(words in message for words in ("longer than", "more than", "nested"))


SMALL_STACK = """
import threading
from reviewer_app.policy.checks import findings_in
threading.stack_size(512 * 1024)
N = 660
tests = [
    "(" * 24 + "true" + ")" * 24, "(" * N, "[" * N, "!" * N + "true", "-" * N + "1 == 1",
    "meta" + ".a" * N + " == 1", "||".join(["true"] * 280), "+".join(["1"] * N) + " == 1",
    "true?true:" * 190 + "true", "output" + ".contains('a')" * 120, "meta" + "[0]" * N,
    " in ".join(["tools"] * 200), "{1:" * 24 + "1" + "}" * 24 + " == 1",
]
thread = threading.Thread(target=lambda: [findings_in(t) for t in tests])
thread.start()
thread.join()
print("alive")
"""


def test_no_condition_ends_the_program_even_on_the_stack_of_a_small_thread():
    done = subprocess.run(
        [sys.executable, "-c", SMALL_STACK], capture_output=True, text=True, check=False
    )
    assert done.stdout == "alive\n", done.stderr


VALUES = {
    "size": "size(output) > 1", "int": "int(1.0) == 1", "uint": "uint(1) == 1u",
    "double": "double(1) > 0.0", "string": "string(1) == '1'", "bytes": "bytes('a') == b'a'",
    "timestamp": "timestamp('2024-01-01T00:00:00Z') == timestamp('2024-01-01T00:00:00Z')",
    "duration": "duration('1h') > duration('1m')", "type": "type(step) == string",
    "dyn": "dyn(step) == step", "has": "has(meta.a)", "links": "links(output) == []",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_that_is_offered_works(name):
    assert findings_in(VALUES[name]) == []


CALLS = {
    "size": "output.size() > 1", "all": "tools.all(t, t == '')",
    "exists": "tools.exists(t, t == '')", "exists_one": "tools.exists_one(t, t == '')",
    "existsOne": "tools.existsOne(t, t == '')", "map": "tools.map(t, t) == tools",
    "filter": "tools.filter(t, t == '') == []", "getFullYear": "",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(METHODS))
def test_every_method_that_is_offered_works(name):
    on_time = f"created_at != null && created_at.{name}() > 1"
    on_text = f"output.{name}('a')"
    source = CALLS.get(name) or (on_time if name.startswith("get") else on_text)
    assert findings_in(source) == []


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_every_variable_that_is_offered_is_known(name):
    assert findings_in(f"{name} == {name}") == []
