"""Support replies: a customer's letter and the answer that an agent wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from reviewer_app.connectors.sample.business import PRODUCTS, customer
from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.connectors.sample.letters import Phrasebook, Topic
from reviewer_app.connectors.sample.letters_english import ENGLISH
from reviewer_app.connectors.sample.letters_french import FRENCH
from reviewer_app.connectors.sample.letters_german import GERMAN
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
from reviewer_app.domain.vocabulary import Severity

_BOOKS: Mapping[str, Phrasebook] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}


@dataclass(frozen=True, slots=True)
class Reply:
    """The facts and sentences of an answer; slots are filled when it is written."""

    order: int
    cents: int
    currency: str
    slots: Mapping[str, str]
    days: int
    greeting: str
    opening: str
    answer: str
    step: str
    promise: str
    ending: str

    def text(self) -> str:
        """The answer as it is sent."""
        slots = {
            **self.slots,
            "order": str(self.order),
            "amount": f"{money(self.cents)} {self.currency}",
            "days": str(self.days),
        }
        body = " ".join(part for part in (self.opening, self.answer) if part)
        rest = " ".join(part for part in (self.step, self.promise) if part)
        parts = (self.greeting, body, rest, self.ending)
        return "\n\n".join(part for part in parts if part).format_map(slots)


def work(case: Case, *, is_wrong: bool) -> Work:
    """A support case and what the agent made of it."""
    dice = case.dice
    person = customer(dice)
    book = _BOOKS[person.language]
    topic = dice.pick(book.topics)
    day = case.at - timedelta(days=dice.between(*topic.ages))
    product = dice.pick([p for p in PRODUCTS if p.shape in topic.shapes])
    slots = {
        "name": person.last,
        "product": product.name,
        "date": book.day.format(day=day.day, month=book.months[day.month - 1]),
    }
    right = Reply(
        order=spread(case.index),
        cents=product.price,
        currency=person.currency,
        slots=slots,
        days=dice.pick(topic.days),
        greeting=book.greetings[person.title],
        opening=dice.pick(book.thanks),
        answer=dice.pick(topic.answers),
        step=topic.step,
        promise="",
        ending=_ending(book, dice),
    )
    fault = drawn(_faults(book, topic), case, is_wrong=is_wrong)
    return Work(
        external_id=ticket(case.index),
        input=_letter(book, topic, right, f"{person.first} {person.last}", dice),
        output=spoiled(right, fault, dice).text(),
        expected=right.text(),
        fault=fault,
        meta={
            "order": str(right.order),
            "amount": right.cents / 100,
            "currency": person.currency,
            "customer": person.ident,
            "tier": person.tier,
            "language": person.language,
            "topic": topic.subject,
        },
    )


def _letter(book: Phrasebook, topic: Topic, reply: Reply, name: str, dice: Dice) -> str:
    """What the agent was given: the letter, the order, and the handbook's rule."""
    lines = (
        f"{book.subject}: {topic.subject}",
        "{order} · {product} · " + f"{book.paid} {{amount}} · {topic.when}",
        "",
        dice.pick(topic.asks),
        "",
        name,
        "",
        f"{book.handbook}: {topic.rule}",
    )
    return replace(
        reply, greeting="\n".join(lines), opening="", answer="", step="", ending=""
    ).text()


def _ending(book: Phrasebook, dice: Dice) -> str:
    closing = dice.pick(book.closings)
    return "\n\n".join(
        part for part in (closing, f"{book.farewell}\n{dice.pick(book.team)}") if part
    )


def _faults(book: Phrasebook, topic: Topic) -> tuple[Fault[Reply], ...]:
    return (
        Fault("wrong fact", Severity.MAJOR, _other_amount),
        Fault("wrong fact", Severity.MAJOR, _other_order),
        Fault("wrong fact", Severity.MINOR, _other_days),
        Fault("missing step", Severity.MAJOR, lambda reply, _: replace(reply, step="")),
        Fault(
            "tone",
            Severity.MINOR,
            lambda reply, dice: replace(reply, opening=dice.pick(book.rude)),
        ),
        Fault(
            "policy breach",
            Severity.CRITICAL,
            lambda reply, _: replace(reply, promise=topic.breach),
        ),
    )


def _other_amount(reply: Reply, dice: Dice) -> Reply:
    return replace(reply, cents=misread(reply.cents, dice))


def _other_order(reply: Reply, dice: Dice) -> Reply:
    return replace(reply, order=reply.order + dice.pick((-90, -9, 9, 90, 900)))


def _other_days(reply: Reply, dice: Dice) -> Reply:
    return replace(reply, days=reply.days + dice.pick((-1, 1, 4, 10)))


def ticket(index: int) -> str:
    """A ticket number of six hexadecimal digits or more, no two alike."""
    block, place = divmod(index, 1 << 24)
    return f"ticket-{block << 24 | (place * 0x51AB07 + 0x2C7F1) & 0xFFFFFF:06x}"
