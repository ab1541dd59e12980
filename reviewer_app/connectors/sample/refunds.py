"""Refund decisions: a customer's request, the agent's run of tool calls, and its decision."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reviewer_app.connectors.sample.business import (
    PRODUCTS,
    Customer,
    Product,
    customer,
    somebody_else,
)
from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.connectors.sample.hours import long_date
from reviewer_app.connectors.sample.photo import photo
from reviewer_app.connectors.sample.reasons import PAYOUTS, REASONS, Outcome, Reason
from reviewer_app.connectors.sample.runs import planner_run
from reviewer_app.connectors.sample.work import (
    Case,
    Fault,
    Work,
    drawn,
    misread,
    money,
    spoiled,
    spread,
)
from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.vocabulary import Severity

POSTAGE = 690
"""Cents for a parcel, which only some refunds include."""

_COUNTS = ((1, 0.6), (2, 0.2), (4, 0.2))
_NUMBERS = {2: "two", 4: "four"}


@dataclass(frozen=True, slots=True)
class Order:
    """What was bought. Amounts are in cents and include the postage."""

    number: int
    buyer: Customer
    product: Product
    count: int
    delivered: datetime

    @property
    def paid(self) -> int:
        """What the customer paid."""
        return self.product.price * self.count + POSTAGE

    @property
    def goods(self) -> str:
        """The goods in words."""
        if self.count == 1:
            return f"the {self.product.name}"
        return f"the {_NUMBERS[self.count]} {self.product.plural}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The agent's decision, in facts. `shown` is the amount in question, paid out or not."""

    order: Order
    reason: Reason
    customer: Customer
    shown: int
    because: str
    payout: str
    addition: str = ""

    @property
    def paid_out(self) -> int:
        """The cents that this decision pays."""
        return 0 if self.reason.outcome is Outcome.NOTHING else self.shown

    def text(self) -> str:
        """The decision as the agent words it."""
        whom = f"{self.customer.full_name} ({self.customer.ident})"
        amount = f"{money(self.shown)} {self.order.buyer.currency}"
        verb, payout = ("Refund", self.payout) if self.paid_out else ("No refund of", "")
        head = f"{verb} {amount} for order {self.order.number} to {whom}."
        parts = (head, self.because, payout, self.reason.back, self.addition)
        return " ".join(part for part in parts if part)


def work(case: Case, *, is_wrong: bool) -> Work:
    """A refund case and what the agent decided."""
    dice = case.dice
    reason = dice.pick(REASONS)
    order = _order(case, reason)
    slots = {
        "goods": order.goods,
        "paid": f"{money(order.paid)} {order.buyer.currency}",
        "date": long_date(order.delivered),
        "late": str((case.at - order.delivered).days - 30),
    }
    right = Ruling(
        order=order,
        reason=reason,
        customer=order.buyer,
        shown=_due(order, reason),
        because=dice.pick(reason.because).format_map(slots),
        payout=dice.pick(PAYOUTS),
    )
    fault = drawn(_FAULTS, case, is_wrong=is_wrong)
    made = spoiled(right, fault, dice)
    return Work(
        external_id=f"refund-{order.number}",
        input=_request(order, reason, slots, dice),
        output=made.text(),
        expected=right.text(),
        fault=fault,
        meta={
            "order": str(order.number),
            "amount": made.paid_out / 100,
            "currency": order.buyer.currency,
            "customer": made.customer.ident,
            "tier": order.buyer.tier,
            "language": "en",
            "reason": reason.key,
        },
        trace=planner_run(_seen(order, reason, made), dice),
        attachments=_attachments(order, reason, dice),
    )


def _order(case: Case, reason: Reason) -> Order:
    dice = case.dice
    is_late = reason.key == "outside the return window"
    age = dice.between(36, 75) if is_late else dice.between(9, 20)
    return Order(
        number=spread(case.index),
        buyer=customer(dice, "en"),
        product=dice.pick(PRODUCTS),
        count=dice.weighted(_COUNTS),
        delivered=case.at - timedelta(days=age),
    )


def _due(order: Order, reason: Reason) -> int:
    """The cents in question: what the terms give, or what was asked for in vain."""
    goods = order.paid - POSTAGE
    match reason.outcome:
        case Outcome.FULL | Outcome.NOTHING:
            return order.paid
        case Outcome.GOODS:
            return goods
        case Outcome.HALF:
            return goods // 2


def _request(order: Order, reason: Reason, slots: Mapping[str, str], dice: Dice) -> str:
    ask = dice.pick(reason.asks).format_map(slots)
    ask = ask[0].upper() + ask[1:]
    photo_note = " Photo attached." if reason.has_photo else ""
    return (
        f"{order.buyer.full_name} ({order.buyer.ident}, {order.buyer.tier}) writes: “{ask}”\n\n"
        f"Order {order.number}: {order.count} x {order.product.name} at "
        f"{money(order.product.price)}, postage {money(POSTAGE)}, paid {slots['paid']}, "
        f"delivered {slots['date']}.{photo_note}\n\n"
        f"Terms: {reason.policy}"
    )


def _seen(order: Order, reason: Reason, made: Ruling) -> dict[str, str | float]:
    """What the tools of the run are asked and what they answer."""
    return {
        "order": str(order.number),
        "customer": order.buyer.ident,
        "product": order.product.name,
        "paid": order.paid / 100,
        "currency": order.buyer.currency,
        "reason": reason.key,
        "policy": reason.policy,
        "to": made.customer.ident,
        "amount": made.paid_out / 100,
    }


def _attachments(order: Order, reason: Reason, dice: Dice) -> tuple[AttachedFile, ...]:
    if not reason.has_photo and not dice.chance(0.2):
        return ()
    record = {
        "order": str(order.number),
        "customer": order.buyer.ident,
        "lines": [
            {
                "product": order.product.name,
                "qty": order.count,
                "price": order.product.price / 100,
            }
        ],
        "postage": POSTAGE / 100,
        "paid": order.paid / 100,
        "currency": order.buyer.currency,
        "delivered": order.delivered.date().isoformat(),
    }
    papers = AttachedFile("order.json", "application/json", json.dumps(record, indent=2).encode())
    if not reason.has_photo:
        return (papers,)
    picture = photo(order.product.shape, dice.below(5), dice.below(3))
    return AttachedFile("photo.png", "image/png", picture), papers


def _other_person(ruling: Ruling, dice: Dice) -> Ruling:
    return replace(ruling, customer=somebody_else(ruling.customer, dice))


_FAULTS: tuple[Fault[Ruling], ...] = (
    Fault("wrong amount", Severity.MAJOR, lambda r, dice: replace(r, shown=misread(r.shown, dice))),
    Fault("wrong amount", Severity.MAJOR, lambda r, _: replace(r, shown=r.shown + POSTAGE)),
    Fault("wrong customer", Severity.CRITICAL, _other_person),
    Fault("policy breach", Severity.CRITICAL, lambda r, _: replace(r, addition=r.reason.breach)),
)
