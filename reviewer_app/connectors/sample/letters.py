"""The shape of what customers write to support and of the sentences that answer them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A reason to write. Texts have the slots order, amount, product, date, days and name.

    Attributes:
        when: what happened on {date}, for the line with the facts of the order.
        rule: what the shop's handbook says; a reply that leaves its step out is incomplete.
        step: what the customer has to do next.
        breach: a sentence that promises what the rule does not allow.
        days: the numbers of days that the handbook may name.
        ages: how many days ago {date} is, at least and at most, so that all of this holds.
        shapes: the products that it makes sense for.
    """

    subject: str
    when: str
    asks: tuple[str, ...]
    rule: str
    answers: tuple[str, ...]
    step: str
    breach: str
    days: tuple[int, ...]
    ages: tuple[int, int]
    shapes: tuple[str, ...] = ("lamp", "cup", "box")


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All the letters of one language. `thanks` and `rude` quote the order and its amount."""

    subject: str
    handbook: str
    paid: str
    months: tuple[str, ...]
    day: str
    greetings: dict[str, str]
    thanks: tuple[str, ...]
    rude: tuple[str, ...]
    closings: tuple[str, ...]
    farewell: str
    team: tuple[str, ...]
    topics: tuple[Topic, ...]
