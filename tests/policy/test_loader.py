"""Reading a policy, and telling all that is wrong with it."""

import tomllib
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.vocabulary import Mode, Risk, Verdict
from reviewer_app.policy.document import Rule, Standard
from reviewer_app.policy.loader import load

WHOLE = """
name = "customer operations"

[defaults]
mode = "hitl"
audit_rate = 0.05
lease = "15m"
seed = "s3"
search_fields = ["order"]
guidelines = "Be fair."

[[rule]]
name = "large refund"
when = "step == 'refund' && 'amount' in meta && meta.amount > 500.0"
risk = "high"
route = "finance"
reviews = 2
due = "4h"
mandatory = true
because = "Much money"

[workflow.support.step.reply]
mode = "hotl"
veto_window = "45m"
standard = { max_error_rate = 0.02, confidence = 0.9, review_within = "8h" }
error_types = ["wrong fact", "tone"]
error_type_required = true
output_schema = "reply.schema.json"
on_timeout = "escalate"
blind = true
"""


def lines(text, where="p.toml"):
    return [str(problem) for problem in load(text, where).problems]


def rule(when, **fields):
    more = "".join(f"{key} = {value}\n" for key, value in fields.items())
    return f"name = 'p'\n[[rule]]\nname = 'r'\nwhen = '''{when}'''\n{more}"


def test_a_sound_policy_loads_whole():
    loaded = load(WHOLE)
    assert loaded.problems == ()
    policy = loaded.policy
    assert policy.name == "customer operations"
    assert (policy.seed, policy.lease, policy.search_fields) == (
        "s3",
        timedelta(minutes=15),
        ("order",),
    )
    assert policy.rules == (
        Rule(
            "large refund",
            "step == 'refund' && 'amount' in meta && meta.amount > 500.0",
            risk=Risk.HIGH,
            because="Much money",
            route="finance",
            reviews=2,
            due=timedelta(hours=4),
            mandatory=True,
        ),
    )
    assert policy.text == WHOLE
    assert policy.schema_names == ("reply.schema.json",)


def test_a_step_has_what_it_says_and_the_defaults_for_the_rest():
    step = load(WHOLE).policy.step("support", "reply")
    assert step.mode is Mode.HOTL
    assert step.veto_window == timedelta(minutes=45)
    assert step.standard == Standard(0.02, 0.9, timedelta(hours=8))
    assert (step.blind, step.error_type_required) == (True, True)
    assert step.on_timeout is Verdict.ESCALATE
    assert step.guidelines == "Be fair."
    assert step.undo_window == timedelta(seconds=10)


def test_a_step_that_is_not_named_has_the_defaults():
    policy = load(WHOLE).policy
    assert policy.step("support", "else") == policy.defaults
    assert policy.defaults.on_timeout is Verdict.REJECT


def test_a_misspelled_variable_is_told_with_its_own_place():
    text = 'name = "x"\n[[rule]]\nname = "unsure"\nwhen = "confidnce < 0.8"\n'
    assert lines(text, "good.toml") == [
        'good.toml:4:9: rule "unsure": unknown variable "confidnce", did you mean "confidence"?'
    ]


def test_all_problems_are_told_at_once_in_the_order_of_the_document():
    text = """name = "x"
extra = 1
[defaults]
audt_rate = 0.5
audit_rate = 2
undo_window = "5 parsecs"
lease = 5
[[rule]]
name = "a"
when = "agnt == 'x' || foo(1) || output.lower() == '' || output.matches('(')"
risk = "hihg"
[[rule]]
name = "a"
when = "true"
reviews = 0
due = "soon"
[workflow.support]
mode = "auto"
[workflow.support.step.reply]
mode = "hotle"
error_types = ["a", "a"]
output_schema = "../secret"
standard = { confidence = 1.5 }
on_timeout = "correct"
"""
    assert [line.split(":")[1] for line in lines(text)] == [
        *("2", "4", "5", "6", "7", "10", "10", "10", "10", "11", "13", "15", "16"),
        *("18", "20", "21", "22", "23", "23", "24"),
    ]
    said = "\n".join(lines(text))
    for words in (
        'unknown key "audt_rate", did you mean "audit_rate"?',
        "audit_rate must be a number from 0 to 1, not 2",
        '"5 parsecs" is not a duration',
        'lease must be a duration in quotes as in "4h" or "30m", not 5',
        'unknown variable "agnt", did you mean "agent"?',
        'unknown function "foo"',
        'unknown function "lower"',
        "'(' is not a regular expression: unclosed group",
        'not "hihg", did you mean "high"?',
        "another rule has this name, at line 9",
        "reviews must be a whole number from 1 to 20, not 0",
        "it belongs in [workflow.support.step.NAME]",
        'did you mean "hotl"?',
        'error_types has "a" twice',
        "must be the name of a file beside the policy",
        "standard needs max_error_rate",
        "on_timeout must be one of reject, escalate, approve",
    ):
        assert words in said
    assert load(text).policy is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = \n", "p.toml:1:8: not valid TOML: Invalid value"),
        ('name = "a"\n[rule\n', "p.toml:2:6: not valid TOML: "),
        ('name = "a', "p.toml:1:10: not valid TOML: Unterminated string"),
        ("a = 1\na = 2\n", "p.toml:2:6: not valid TOML: Cannot overwrite a value"),
        ("a = " + "[" * 5000, "p.toml:1:1: lists or tables are nested too deeply"),
        ("a = 1" + "0" * 5000, "p.toml:1:5006: not valid TOML: "),
        ("#" * 1_000_001, "p.toml:1:1: the document is longer than"),
    ],
)
def test_what_is_no_toml_is_told_with_line_and_column(text, said):
    (line,) = lines(text)
    assert line.startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the policy needs a name"),
        ('name = ""', "name must not be empty"),
        ("name = 'p'\n[rule]\nname = 'a'", "rules are written in tables of their own: [[rule]]"),
        ("name = 'p'\nrule = [1]", "must be a table"),
        ("name = 'p'\ndefaults = 1", "[defaults]: must be a table"),
        ("name = 'p'\nworkflow = 1", "[workflow]: must be a table"),
        ("name = 'p'\nworkflow.support = 1", "[workflow.support]: must be a table"),
        ("name = 'p'\nworkflow.a.step = 1", "[workflow.a]: must be a table"),
        ("name = 'p'\nworkflow.a.step.b = 1", "[workflow.a.step.b]: must be a table"),
        ("name = 'p'\n[[rule]]\nname = 'a'", 'the rule needs "when"'),
        ("name = 'p'\n[[rule]]\nwhen = 'true'", 'rule 1: the rule needs "name"'),
        ("name = 'p'\n[[rule]]\nname = 'a'\nwhen = 1", "when must be text in quotes, not 1"),
        ("name = 'p'\n[defaults]\nstandard = 1", "standard must be a table, not 1"),
        ("name = 'p'\n[defaults]\nerror_type_required = true", "needs error_types"),
        ("name = 'p'\n[defaults]\naudit_rate = nan", "audit_rate must be a number from 0 to 1"),
        ("name = 'p'\n[defaults]\naudit_rate = true", "not true"),
        ("name = 'p'\n[defaults]\nblind = 'yes'", 'blind must be true or false, not "yes"'),
        ("name = 'p'\n[defaults]\nsearch_fields = ['a', 2]", "not of 2"),
        ("name = 'p'\n[defaults]\nmode = ['hitl']", "mode must be one of"),
    ],
)
def test_each_field_says_what_it_must_be(text, said):
    assert any(said in line for line in lines(text)), lines(text)
    assert load(text).policy is None


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_document_of_another_system_has_the_same_places(ending):
    text = ending.join(
        ["\ufeffname = 'p'", "[[rule]]", "name = 'r'", "when = '''", " agnt == 1'''"]
    )
    assert lines(text) == ['p.toml:5:2: rule "r": unknown variable "agnt", did you mean "agent"?']


def test_a_problem_is_one_line_whatever_the_names_in_it_are():
    (line,) = lines('name = "p"\n[[rule]]\nname = "a\\nb\\u001b[31m"\nwhen = "nope"\n')
    assert line == 'p.toml:4:9: rule "a b [31m": unknown variable "nope"'


def test_warnings_do_not_keep_a_policy_from_loading():
    loaded = load(rule("confidence < 0.5"))
    assert loaded.policy is not None
    assert loaded.errors == ()
    (warning,) = loaded.warnings
    assert str(warning).startswith('policy:4:11: warning: rule "r": "confidence" may be null')


PARTS = st.sampled_from(
    ["step == 'x'", "size(output) > 3", "input.contains('é')", "!('a' in tools)"]
)


@given(before=st.lists(PARTS, max_size=3), joint=st.sampled_from([" && ", "\n|| ", " ||\t"]))
def test_the_place_that_is_told_is_where_the_wrong_name_stands(before, joint):
    when = joint.join([*before, "confidnce < 0.5"])
    text = f"name = 'ü'\n[[rule]]\nname = 'r' # '''\nwhen = '''{when}'''\n"
    assert tomllib.loads(text)["rule"][0]["when"] == when
    (problem,) = load(text).problems
    assert text.split("\n")[problem.line - 1][problem.column - 1 :].startswith("confidnce")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text):
    loaded = load(text)
    assert (loaded.policy is None) == bool(loaded.errors)


@given(st.text("abcdmetofincx.()[]{}<>=!&|?:'\"\\ 0123,-+/", max_size=40))
def test_any_condition_is_accepted_or_refused_in_words(when):
    document = f"name = 'p'\n[[rule]]\nname = 'r'\nwhen = {_toml(when)}\n"
    for problem in load(document).problems:
        assert problem.line == 4
        assert 8 <= problem.column <= len(document.split("\n")[3]) + 1


def _toml(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
