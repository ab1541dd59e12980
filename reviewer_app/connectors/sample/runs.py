"""The run behind a refund decision: each step with its arguments, its result and its time."""

from collections.abc import Mapping
from typing import Any

from reviewer_app.connectors.sample.dice import Dice

APPROVAL_FROM = 500.0
"""Amounts above this are refused by `refund.create` and can only be drafted."""


def planner_run(seen: Mapping[str, str | float], dice: Dice) -> list[dict[str, Any]]:
    """The planner's steps in order; times are milliseconds since the start of the run."""
    order = {"order": seen["order"]}
    found = {
        **order,
        "customer": seen["customer"],
        "product": seen["product"],
        "paid": seen["paid"],
        "currency": seen["currency"],
    }
    steps = [
        _step("plan", "read the request", dice),
        _call("orders.find", order, found, dice),
        _call("policy.lookup", {"reason": seen["reason"]}, {"clause": seen["policy"]}, dice),
        *_payment(seen, dice),
        _step("answer", "write the decision", dice),
    ]
    return _timed(steps, dice)


def _payment(seen: Mapping[str, str | float], dice: Dice) -> list[dict[str, Any]]:
    """The calls that prepare the payment: none where nothing is paid."""
    amount = float(seen["amount"])
    if not amount:
        return []
    arguments = {
        "order": seen["order"],
        "customer": seen["to"],
        "amount": amount,
        "currency": seen["currency"],
    }
    draft = {"draft": f"rd-{dice.between(10_000, 99_999)}", "status": "waits for review"}
    call = _call("refund.draft", arguments, draft, dice)
    if amount <= APPROVAL_FROM:
        return [call]
    refused = _call("refund.create", arguments, None, dice)
    return [{**refused, "status": "failed", "error": "needs approval"}, call]


def _step(name: str, note: str, dice: Dice) -> dict[str, Any]:
    return {
        "type": "model",
        "name": name,
        "note": note,
        "status": "ok",
        "duration_ms": dice.between(500, 1900),
    }


def _call(
    name: str, arguments: Mapping[str, Any], result: Mapping[str, Any] | None, dice: Dice
) -> dict[str, Any]:
    return {
        "type": "tool",
        "name": name,
        "arguments": arguments,
        "result": result,
        "status": "ok",
        "duration_ms": dice.between(90, 900),
    }


def _timed(steps: list[dict[str, Any]], dice: Dice) -> list[dict[str, Any]]:
    """The steps one after the other, with small pauses."""
    at = 0
    timed = []
    for step in steps:
        timed.append({**step, "start_ms": at})
        at += step["duration_ms"] + dice.between(5, 60)
    return timed
