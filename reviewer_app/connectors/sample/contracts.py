"""Contract clauses: the text of a clause and the summary that an agent made of it."""

from dataclasses import dataclass, replace

from reviewer_app.connectors.sample.clauses import ADVICE, CLAUSES, PARTNERS, SHOP, Clause
from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.connectors.sample.work import Case, Fault, Work, drawn, spoiled, spread
from reviewer_app.domain.vocabulary import OutputType, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """What a summary says of a clause. `one` has the duty or the right, `other` its opposite."""

    number: str
    title: str
    one: str
    other: str
    n: int
    point: str
    exception: str
    advice: str

    def text(self) -> str:
        """The summary in Markdown."""
        points = (self.point, f"Counterparty: {self.other}.", self.exception)
        bullets = "\n".join(f"- {point}" for point in points if point)
        text = f"### Clause {self.number}, {self.title}\n\n{bullets}"
        whole = f"{text}\n\n{self.advice}" if self.advice else text
        return whole.format(one=self.one, other=self.other, n=self.n)


def work(case: Case, *, is_wrong: bool) -> Work:
    """A clause and what the agent made of it."""
    dice = case.dice
    clause = dice.pick(CLAUSES)
    partner = dice.pick(PARTNERS)
    one, other = (SHOP, partner) if dice.chance(0.5) else (partner, SHOP)
    right = Summary(
        number=f"{dice.between(2, 24)}.{dice.between(1, 9)}",
        title=clause.title,
        one=one,
        other=other,
        n=dice.pick(clause.numbers),
        point=dice.pick(clause.points),
        exception=f"**Exception:** {dice.pick(clause.spared)}",
        advice=dice.pick(ADVICE),
    )
    fault = drawn(_faults(clause), case, is_wrong=is_wrong)
    contract = str(spread(case.index))
    return Work(
        external_id=f"clause-{right.number}-{contract}",
        input=_clause_text(clause, right, contract, dice),
        output=spoiled(right, fault, dice).text(),
        expected=right.text(),
        fault=fault,
        meta={
            "contract": f"K-{contract}",
            "clause": right.number,
            "clause_kind": clause.key,
            "value_eur": dice.between(8, 900) * 1000.0,
            "language": "en",
        },
        output_type=OutputType.MARKDOWN,
    )


def _clause_text(clause: Clause, summary: Summary, contract: str, dice: Dice) -> str:
    body = dice.pick(clause.texts).format(one=summary.one, other=summary.other, n=summary.n)
    return (
        f"Contract K-{contract} between {summary.one} and {summary.other}\n\n"
        f"{summary.number} {clause.title.capitalize()}\n\n{body} {clause.unless}"
    )


def _faults(clause: Clause) -> tuple[Fault[Summary], ...]:
    return (
        Fault("wrong party", Severity.CRITICAL, lambda s, _: replace(s, one=s.other, other=s.one)),
        Fault("missed exception", Severity.MAJOR, lambda s, _: replace(s, exception="")),
        Fault(
            "wrong number",
            Severity.MAJOR,
            lambda s, dice: replace(s, n=dice.pick_but(clause.numbers, s.n)),
        ),
    )
