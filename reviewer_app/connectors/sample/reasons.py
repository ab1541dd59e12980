"""Why customers want their money back, and how a decision on it is worded."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """What the shop's terms give: all, the goods without the postage, half, or nothing."""

    FULL = "full"
    GOODS = "goods"
    HALF = "half"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for a refund. Texts have the slots goods, amount, paid, date and late.

    Attributes:
        policy: the clause that decides, as `policy.lookup` finds it.
        because: the sentences that explain the decision.
        back: what happens to the goods.
        breach: a sentence that grants what the clause does not.
        has_photo: whether customers send a photo along.
    """

    key: str
    outcome: Outcome
    asks: tuple[str, ...]
    policy: str
    because: tuple[str, ...]
    back: str
    breach: str
    has_photo: bool = False


REASONS = (
    Reason(
        key="damaged",
        outcome=Outcome.FULL,
        asks=(
            (
                "The parcel arrived with the box open and {goods} broken. I paid {paid}. I want my "
                "money back, and I don't want to send it back."
            ),
            "There is a crack right through it. I have sent you a photo. Please refund {paid}.",
            (
                "It was in pieces when I opened the box on {date}. No replacement, please, I have "
                "bought one elsewhere."
            ),
        ),
        policy="Damage on arrival, shown in a photo: full refund, no return asked.",
        because=(
            "The photo shows that {goods} arrived broken, which the terms refund in full.",
            "The damage was reported with a photo and happened before delivery on {date}.",
            "I am sorry that {goods} arrived damaged; the photo leaves no doubt about it.",
        ),
        back="There is no need to return anything.",
        breach="A voucher over the same amount goes out as well, as compensation.",
        has_photo=True,
    ),
    Reason(
        key="partly damaged",
        outcome=Outcome.HALF,
        asks=(
            (
                "There is a long scratch on the side that one sees. I will keep it if you give me "
                "something back. I paid {paid}."
            ),
            (
                "The finish is chipped at the foot, photo attached. It can be used, but it is "
                "not worth {paid} like this."
            ),
            "I can live with the dent, but not at the full price. What can you do about {goods}?",
        ),
        policy="Blemish without loss of use, customer keeps the goods: half of the price.",
        because=(
            "The photo shows a blemish, and the customer keeps {goods}; half of the price is due.",
            "The goods can be used and stay with the customer, so half of the price is due.",
            "As the mark does not affect the use of {goods}, half of the price is paid back.",
        ),
        back="The goods stay with the customer.",
        breach="The goods may also be returned later for the other half, without a limit.",
        has_photo=True,
    ),
    Reason(
        key="never arrived",
        outcome=Outcome.FULL,
        asks=(
            (
                "Delivered on {date}? Nobody was at home that day, and there is no parcel "
                "anywhere. I want {paid} back."
            ),
            "My order still has not come, and the carrier says it is lost. Please pay me back.",
            "I have waited long enough and there is no parcel. Refund, please.",
        ),
        policy="Loss confirmed by the carrier: full refund with postage.",
        because=(
            "The carrier has confirmed the loss, so everything that was paid is due.",
            "The trace ended without a result, and the parcel counts as lost.",
            "The scan of {date} belongs to another address; {goods} never reached the customer.",
        ),
        back="Should the parcel turn up, the customer refuses it at the door.",
        breach="A second parcel was sent on top, free of charge, without waiting for the carrier.",
    ),
    Reason(
        key="changed mind",
        outcome=Outcome.GOODS,
        asks=(
            (
                "It does not suit our room after all. Unused, in its box, I sent it back with your "
                "label. Please refund {paid}."
            ),
            "I changed my mind about {goods}. The parcel went back to you last week, unused.",
            "Too big for where I want it. You should have it back by now; when do I get my money?",
        ),
        policy="Return within 30 days, unused: price of the goods, postage is not refunded.",
        because=(
            "The goods came back unused within 30 days; the postage of 6.90 is not refunded.",
            (
                "The return passed its inspection. The terms give back the price without the "
                "postage of 6.90."
            ),
            "A change of mind within 30 days is fine: {paid} less the postage of 6.90.",
        ),
        back="The goods are back in our warehouse.",
        breach="The postage is paid back too, and I have not waited for the inspection.",
    ),
    Reason(
        key="wrong item",
        outcome=Outcome.FULL,
        asks=(
            "You sent me the wrong thing and the right one is sold out. Then I want {paid} back.",
            "I ordered {goods} and got something else. I sent it back; please return my money.",
            "Wrong colour, wrong size, wrong everything. Money back, please.",
        ),
        policy="Wrong goods, right ones not in stock: full refund with postage, free return.",
        because=(
            "The wrong goods were packed, and {goods} cannot be sent again from stock.",
            "This was our mistake in the warehouse, so the postage is refunded as well.",
            "The picking list shows the wrong article for this order; the whole amount is due.",
        ),
        back="The wrong item was collected free of charge.",
        breach="The customer may keep the wrong item and gets a discount of 25 percent for a year.",
    ),
    Reason(
        key="charged twice",
        outcome=Outcome.FULL,
        asks=(
            "My statement shows two bookings of {paid} for one order. Please return one of them.",
            "Charged twice! See the statement of {date}. I want the second payment back.",
            "You took {paid} two times. I ordered once.",
        ),
        policy="Second booking confirmed by the ledger: refund of one payment.",
        because=(
            "The ledger shows two bookings for one order; one of them is paid back.",
            "The payment of {date} was booked twice by our provider. The order itself stays.",
            "Both bookings are settled, so this is no reservation; the duplicate is returned.",
        ),
        back="The order is delivered as planned.",
        breach="Both payments are returned, to be on the safe side.",
    ),
    Reason(
        key="outside the return window",
        outcome=Outcome.NOTHING,
        asks=(
            (
                "I never used it and would like to return it now. I paid {paid}. It has been a "
                "while, I know."
            ),
            "I bought {goods} as a present and it was not wanted. Can I have the money back?",
            "Please take it back. It has been in the attic since you delivered it.",
        ),
        policy="Return window of 30 days has ended: no refund; offer help with a resale.",
        because=(
            (
                "The return window of 30 days ended {late} days ago, and nothing is wrong with the "
                "goods."
            ),
            "The request comes {late} days after the end of the return window.",
            "There is no defect, and the 30 days for a return are over by {late} days.",
        ),
        back="The goods stay with the customer, who is told how to sell them on.",
        breach="I have paid the price back all the same, as an exception.",
    ),
    Reason(
        key="used goods",
        outcome=Outcome.NOTHING,
        asks=(
            (
                "We had it in use for two weeks and do not like it. It is a little worn. {paid} "
                "back, please."
            ),
            "I painted it to match our kitchen, and now I would rather return it.",
            "It has some marks, but they will surely come off. I would like to return {goods}.",
        ),
        policy="Goods that were used or altered: no refund.",
        because=(
            "The goods were used, which ends the right of return for a change of mind.",
            "The goods were altered by the customer's own account and cannot be sold again.",
            "The inspection found clear signs of use; the terms exclude a refund.",
        ),
        back="The goods go back to the customer, carriage free.",
        breach="The traces of use are slight, so I have approved the refund without an inspection.",
    ),
)

PAYOUTS = (
    "It reaches the account within five working days.",
    "The money is back on the card within five working days.",
    "The payment goes out with tonight's run.",
    "It is paid by the way the order was paid, within five working days.",
)
"""How and when the money comes."""
