"""A step's rubric as the policy writes it, and every way to write it wrong."""

import pytest

from reviewer_app.domain.rubric import Given, Question, QuestionKind
from reviewer_app.policy.loader import load

HEAD = """name = "p"
[workflow.support.step.reply]
error_types = ["wrong fact", "tone"]
"""


def document(*questions):
    return HEAD + "\n".join(questions)


def question(key, **fields):
    lines = "".join(f"{name} = {value}\n" for name, value in fields.items())
    return f"[workflow.support.step.reply.rubric.{key}]\n{lines}"


def problems(*questions):
    return [str(problem) for problem in load(document(*questions), "p.toml").problems]


SEND = question("send", ask='"Would you send it?"')


def test_a_rubric_is_read_in_the_order_of_the_document():
    loaded = load(
        document(
            SEND,
            question(
                "cost",
                ask='"What would it cost?"',
                kind='"choice"',
                choices='["nothing", "a customer"]',
                shown_if="{ send = false }",
                required_if='{ verdict = "reject", error_types = ["tone"] }',
            ),
            question("clarity", ask='"Clear?"', kind='"scale"', low=0, high=4, required="true"),
        )
    )
    assert loaded.problems == ()
    send, cost, clarity = loaded.policy.steps["support", "reply"].rubric
    assert send == Question("send", "Would you send it?")
    assert cost.choices == ("nothing", "a customer")
    assert cost.shown_if == (Given("send", (False,)),)
    assert cost.required_if == (
        Given("verdict", ("reject",)),
        Given("error_types", ("tone",)),
    )
    assert (clarity.kind, clarity.answers) == (QuestionKind.SCALE, (0, 1, 2, 3, 4))
    assert clarity.required


@pytest.mark.parametrize(
    ("written", "place", "said"),
    [
        (question("q"), "4:1", 'needs "ask"'),
        (question("q", ask='"?"', kind='"choice"'), "4:1", 'needs "choices"'),
        (question("q", ask='"?"', kind='"choice"', choices='["one"]'), "7:11", "2 to 20 choices"),
        (question("q", ask='"?"', choices='["a", "b"]'), "6:1", 'belongs to questions of kind "ch'),
        (question("q", ask='"?"', kind='"scale"', low=5, high=1), "4:1", "from 5 to 1"),
        (question("q", ask='"?"', kind='"scale"', ends='["low"]'), "7:8", "two texts"),
        (question("q", ask='"?"', kind='"stars"'), "6:8", "kind"),
        (question("verdict", ask='"?"'), "4:1", "part of every decision"),
        (question("q", ask='"?"', shown_if="{ sent = true }"), "6:14", '"sent" is no question'),
        (question("q", ask='"?"', shown_if="{ q = true }"), "6:14", '"q" is no question'),
        (
            question("q", ask='"?"', shown_if='{ severity = "bad" }'),
            "6:25",
            "minor, major, critical",
        ),
        (
            question("q", ask='"?"', shown_if='{ error_types = "unsafe" }'),
            "6:28",
            "wrong fact, tone",
        ),
    ],
)
def test_a_fault_is_named_with_its_line_and_column(written, place, said):
    found = problems(written)
    assert len(found) == 1
    assert found[0].startswith(f"p.toml:{place}: ")
    assert said in found[0]


def test_a_condition_names_the_question_that_was_probably_meant():
    written = question("cost", ask='"?"', shown_if="{ sned = false }")
    found = problems(SEND, written)
    assert len(found) == 1
    assert '"sned" is no question before this one' in found[0]
    assert "send" in found[0].split("one", 1)[1]


def test_a_condition_on_yes_or_no_takes_no_other_value():
    found = problems(SEND, question("cost", ask='"?"', shown_if='{ send = "no" }'))
    assert len(found) == 1
    assert "send must be one of true, false" in found[0]


def test_every_fault_of_a_rubric_is_told_at_once():
    found = problems(question("a", kind='"choice"'), question("b", ask='"?"', low=3))
    assert len(found) == 3


def test_a_rubric_has_an_end():
    found = problems(*(question(f"q{n}", ask='"?"') for n in range(31)))
    assert len(found) == 1
    assert "at most 30 questions" in found[0]
