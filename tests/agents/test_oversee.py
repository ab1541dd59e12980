"""A function under oversight: its caller gets what people let through, of the right type."""

import asyncio
from dataclasses import dataclass
from datetime import date

import pytest
from pydantic import BaseModel

from reviewer_app.agents import (
    ChangedMeanwhile,
    CorrectionUnusable,
    RecordRefused,
    Rejected,
    ReviewerError,
    StillOpen,
    Unsuited,
    Withdrawn,
    oversee,
)
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import waiting_in
from tests.agents.conftest import EVERY, Person, used
from tests.factory import EVERYTHING_WAITS, decide_as


class Refund(BaseModel):
    amount: float
    to: str


@dataclass
class Plan:
    day: date
    steps: list[str]


@pytest.fixture
def under(reviewer):
    """`oversee` for this profile."""
    return lambda **how: oversee(reviewer=reviewer, every=EVERY, **how)


def test_what_was_approved_is_handed_on_as_it_was(under, answering, person):
    refund = Refund(amount=5, to="x")

    @under(workflow="support", agent="writer", confidence=lambda given: given.amount / 10)
    def decide_refund(question: str) -> Refund:  # noqa: ARG001 - what is asked
        return refund

    (shown,) = (answering(person.decide),)
    assert decide_refund("where is it?") is refund
    (desk,) = shown
    assert (desk.item.workflow, desk.item.step, desk.item.agent) == (
        "support",
        "decide_refund",
        "writer",
    )
    assert (desk.content.input, desk.item.confidence) == ("where is it?", 0.5)
    assert waiting_in(desk.content.meta).kind == "python"


@pytest.mark.parametrize(
    ("kind", "made", "correction", "wanted"),
    [
        (str, "500", "50", "50"),
        (int, 500, "50", 50),
        (
            Refund,
            Refund(amount=500, to="x"),
            '{"amount": 50, "to": "x"}',
            Refund(amount=50, to="x"),
        ),
        (
            Plan,
            Plan(date(2026, 1, 1), []),
            '{"day": "2026-02-01", "steps": ["a"]}',
            Plan(date(2026, 2, 1), ["a"]),
        ),
        (dict, {"a": 1}, '{"a": 2}', {"a": 2}),
        (list[Refund], [], '[{"amount": 1, "to": "y"}]', [Refund(amount=1, to="y")]),
    ],
)
def test_what_was_corrected_has_the_type_that_the_function_returns(
    under, answering, person, kind, made, correction, wanted
):
    def work():
        return made

    work.__annotations__["return"] = kind
    answering(lambda item: person.decide(item, Verdict.CORRECT, correction))
    assert under()(work)() == wanted


def test_a_correction_that_is_no_such_value_is_never_handed_on(under, answering, person):
    @under()
    def work() -> Refund:
        return Refund(amount=1, to="x")

    answering(lambda item: force(person, item, '{"amount": "lots", "to": "x"}'))
    with pytest.raises(CorrectionUnusable, match="amount"):
        work()


def force(person, item_id, correction):
    """A correction as another machine, with another version, may have let it through."""
    external_id = person.profile.review.open(item_id).item.external_id
    decide_as(person.profile, "ben", Verdict.CORRECT, external_id, correction)


def test_the_desk_takes_no_correction_that_the_function_could_not_return(under, answering, person):
    @under()
    def work() -> Refund:
        return Refund(amount=1, to="x")

    def correct(item):
        with pytest.raises(ReviewerError):
            person.decide(item, Verdict.CORRECT, '{"amount": "lots", "to": "x"}')
        person.decide(item, Verdict.CORRECT, '{"amount": 2, "to": "x"}')

    answering(correct)
    assert work() == Refund(amount=2, to="x")


def test_a_rejection_raises_with_the_comment(under, answering, person):
    @under()
    def work() -> str:
        return "fire everybody"

    answering(lambda item: person.decide(item, Verdict.REJECT, comment="no"))
    with pytest.raises(Rejected, match="Rejected by ana: no") as rejected:
        work()
    assert rejected.value.comment == "no"
    assert rejected.value.outcome.reviewers == ("ana",)


def test_the_arguments_are_reviewed_before_anything_is_done(under, answering, person):
    done = []

    @under(before=True, leave_out=["key"])
    def pay(to: str, amount: float, *notes: str, key: str = "secret", **more: int) -> str:
        """Pay somebody."""
        done.append((to, amount, notes, key, more))
        return f"paid {amount}"

    def correct(item):
        assert not done
        person.decide(
            item,
            Verdict.CORRECT,
            '{"to": "ACME", "amount": 50, "notes": ["b"], "more": {"x": 3}}',
        )

    shown = answering(correct)
    assert pay("ACME", 500, "a", x=2, key="hidden") == "paid 50.0"
    assert done == [("ACME", 50.0, ("b",), "hidden", {"x": 3})]
    (desk,) = shown
    assert desk.content.output == '{"to": "ACME", "amount": 500, "notes": ["a"], "more": {"x": 2}}'
    assert "hidden" not in desk.content.output + desk.content.input + desk.content.meta
    assert desk.content.input == "pay: Pay somebody."


def test_rejected_arguments_are_never_acted_upon(under, answering, person):
    done = []

    @under(before=True)
    def pay(amount: float) -> None:
        done.append(amount)

    answering(lambda item: person.decide(item, Verdict.REJECT))
    with pytest.raises(Rejected):
        pay(500)
    assert not done


@pytest.mark.parametrize(
    "correction", ['{"amount": "a lot"}', "{}", '{"amount": 1, "more": 2}', "[1]"]
)
def test_corrected_arguments_that_do_not_fit_are_never_acted_upon(
    under, answering, person, correction
):
    done = []

    @under(before=True)
    def pay(amount: float) -> None:
        done.append(amount)

    answering(lambda item: force(person, item, correction))
    with pytest.raises(CorrectionUnusable):
        pay(500)
    assert not done


def test_values_that_change_while_they_wait_are_not_what_was_approved(under, answering, person):
    order = {"amount": 5}
    done = []

    @under(before=True)
    def pay(order: dict[str, int]) -> None:
        done.append(order)

    def approve(item):
        order["amount"] = 5_000
        person.decide(item)

    answering(approve)
    with pytest.raises(ChangedMeanwhile):
        pay(order)
    assert not done


def test_coroutines_wait_beside_each_other(under, answering, person):
    @under(before=True)
    async def pay(amount: int) -> int:
        await asyncio.sleep(0)
        return amount

    @under()
    async def write(words: str) -> str:
        await asyncio.sleep(0)
        return words

    async def both() -> list[int | str]:
        return await asyncio.gather(pay(5), write("hi"))

    answering(person.decide, person.decide)
    assert asyncio.run(both()) == [5, "hi"]


def test_a_call_that_is_repeated_after_a_crash_is_not_reviewed_anew(under, answering, person):
    done = []

    @under(before=True, id=lambda number: f"order-{number}")
    def pay(number: int) -> None:
        done.append(number)

    answering(person.decide)
    pay(7)
    pay(7)
    assert done == [7, 7]


def test_nobody_in_time_is_a_rejection_that_says_so(under):
    @under(answer_within=0)
    def work() -> str:
        return "x"

    with pytest.raises(Rejected, match="Nobody decided in time"):
        work()


def test_where_the_policy_hands_on_the_agent_is_told_that_it_is_open(tmp_path):
    with used(tmp_path, EVERYTHING_WAITS + 'on_timeout = "escalate"\n') as reviewer:

        @oversee(reviewer=reviewer, every=EVERY, answer_within=0)
        def work() -> str:
            return "x"

        with pytest.raises(StillOpen):
            work()


def test_newer_content_under_the_same_id_takes_the_wait_away(under, answering, reviewer):
    @under(id=lambda: "one")
    def work() -> str:
        return "old"

    answering(lambda _: reviewer.submit("new", id="one", step="work"))
    with pytest.raises(Withdrawn):
        work()


def test_a_method_keeps_its_self_to_itself(reviewer, answering, person):
    class Till:
        def __init__(self):
            self.paid = 0

        @oversee(reviewer=reviewer, every=EVERY, before=True)
        def pay(self, amount: int) -> None:
            self.paid += amount

    till = Till()
    answering(person.decide)
    till.pay(3)
    assert till.paid == 3


def test_an_argument_that_nobody_can_be_shown_must_be_left_out(under):
    @under(before=True)
    def pay(connection: object, amount: int) -> None: ...

    with pytest.raises(RecordRefused) as refused:
        pay(object(), 5)
    assert refused.value.field == "connection"


def test_functions_that_it_cannot_be_put_around_are_refused_at_once(under):
    with pytest.raises(Unsuited, match="one by one"):

        @under()
        def numbers():
            yield 1

    with pytest.raises(Unsuited, match="no parameter nothing"):

        @under(leave_out=["nothing"])
        def work(): ...


def test_the_function_keeps_its_name_and_its_words(under):
    @under()
    def work() -> str:
        """Does the work."""
        return ""

    assert (work.__name__, work.__doc__) == ("work", "Does the work.")


def test_what_the_policy_lets_go_costs_no_wait(tmp_path):
    policy = 'name = "free"\n[defaults]\nmode = "auto"\naudit_rate = 0.0\n'
    with used(tmp_path, policy) as reviewer:
        work = oversee(reviewer=reviewer)(lambda: "x")
        assert work() == "x"
        assert not list(reviewer.labels())
        assert (
            Person(reviewer._opened.profile)
            .profile.review.counts(reviewer._opened.profile.store.now())
            .queue
            == 0
        )
