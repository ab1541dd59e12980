"""How long contents are kept: said for all steps, for one, or not at all."""

from datetime import timedelta

import pytest

from reviewer_app.domain.records import Flag
from reviewer_app.policy.loader import load
from reviewer_app.policy.reasons import fired, without_values

POLICY = """
name = "kept"
[defaults]
retention = "365d"

[workflow.support.step.reply]
retention = "90d"

[workflow.support.step.close]
mode = "human"
"""


def test_a_step_keeps_contents_as_long_as_it_says_else_as_the_defaults_say():
    policy = load(POLICY).policy
    assert policy.step("support", "reply").retention == timedelta(days=90)
    assert policy.step("support", "close").retention == timedelta(days=365)
    assert policy.step("elsewhere", "any").retention == timedelta(days=365)


def test_without_it_contents_are_kept_for_ever():
    assert load('name = "n"').policy.step("support", "reply").retention is None


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ('"1 year"', "is not a duration"),
        ("365", "must be a duration in quotes"),
        ('"23h"', "must be 1d or longer"),
        ('"0s"', "must be 1d or longer"),
        ('"600w"', "longer than ten years"),
    ],
)
def test_what_it_cannot_be_is_told_with_its_place(value, says):
    loaded = load(f'name = "n"\n[defaults]\nmode = "human"\nretention = {value}\n')
    (problem,) = loaded.errors
    assert loaded.policy is None
    assert (problem.line, problem.column) == (4, 13)
    assert says in problem.message


def test_it_belongs_in_a_step_and_not_in_a_workflow():
    (problem,) = load('name = "n"\n[workflow.support]\nretention = "9d"\n').errors
    assert "it belongs in [workflow.support.step.NAME]" in problem.message


def test_a_flag_without_values_keeps_its_rule_and_the_policys_own_words():
    values = {"output": "Dear Ms Okafor"}
    own = Flag(rule="unsure", reason="The agent is unsure", values=values)
    assert without_values(own) == Flag(rule="unsure", reason="The agent is unsure")
    for reason in (fired("greets", values), "could not be checked: output is “Dear Ms Okafor”"):
        bare = without_values(Flag(rule="greets", reason=reason, values=values))
        assert (bare.rule, bare.values) == ("greets", {})
        assert bare.reason in {"Rule “greets” applies", "could not be checked"}


def test_a_flag_that_tells_how_much_was_read_keeps_that():
    told = Flag(rule="long", reason="could not be checked whole: rules read the first 9 characters")
    assert without_values(told) == told
