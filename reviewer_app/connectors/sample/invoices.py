"""Invoices: a page in PDF, its recognised text, and the JSON that an agent read from it."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reviewer_app.connectors.sample import pdf
from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.connectors.sample.suppliers import SUPPLIERS, Supplier
from reviewer_app.connectors.sample.work import Case, Fault, Work, drawn, misread, spoiled, spread
from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.vocabulary import OutputType, Severity

_CURRENCIES = ("EUR", "GBP", "NOK", "USD")
_SIZES = ((1, 0.66), (3, 0.24), (8, 0.1))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an invoice, its amount in cents."""

    description: str
    qty: int
    amount: int


@dataclass(frozen=True, slots=True)
class Invoice:
    """What an invoice says, or what the agent took from it. `total` is in cents."""

    supplier: Supplier
    number: str
    date: date
    currency: str
    entries: tuple[Entry, ...]
    total: int

    def text(self) -> str:
        """The invoice as the JSON that is asked of the agent."""
        fields = {
            "supplier": self.supplier.name,
            "number": self.number,
            "date": self.date.isoformat(),
            "currency": self.currency,
            "lines": [
                {"description": entry.description, "qty": entry.qty, "amount": entry.amount / 100}
                for entry in self.entries
            ],
            "total": self.total / 100,
        }
        return json.dumps(fields, ensure_ascii=False, indent=2)


def work(case: Case, *, is_wrong: bool) -> Work:
    """An invoice and what the agent read from it."""
    dice = case.dice
    right = _invoice(case)
    fault = drawn(_FAULTS, case, is_wrong=is_wrong)
    made = spoiled(right, fault, dice)
    lines, rules = _layout(right)
    return Work(
        external_id=f"INV-{right.number}",
        input=_recognised(lines),
        output=made.text(),
        expected=right.text(),
        fault=fault,
        meta={
            "supplier": made.supplier.name,
            "amount": made.total / 100,
            "currency": made.currency,
            "order": f"PO-{dice.between(4000, 9999)}",
            "pages": 1,
            "ocr_quality": dice.between(91, 99) / 100,
        },
        output_type=OutputType.JSON,
        attachments=(
            AttachedFile(f"{right.number}.pdf", "application/pdf", pdf.page(lines, rules)),
        ),
    )


def _invoice(case: Case) -> Invoice:
    dice = case.dice
    supplier = dice.pick(SUPPLIERS)
    first = dice.below(len(supplier.goods))
    size = dice.weighted(_SIZES)
    entries = []
    for place in range(dice.between(2, len(supplier.goods))):
        description, usual, price = supplier.goods[(first + place) % len(supplier.goods)]
        qty = max(1, usual * size * dice.between(4, 12) // 10)
        entries.append(Entry(description, qty, qty * price))
    serial = spread(case.index) - 10_000
    return Invoice(
        supplier=supplier,
        number=f"{2000 + serial // 900}-{100 + serial % 900}",
        date=(case.at - timedelta(days=dice.between(1, 12))).date(),
        currency=supplier.currency,
        entries=tuple(entries),
        total=sum(entry.amount for entry in entries),
    )


def _layout(invoice: Invoice) -> tuple[list[pdf.Line], list[pdf.Rule]]:
    """The page as the supplier printed it."""
    style = invoice.supplier.style
    description, qty, amount = style.columns
    due = invoice.date + timedelta(days=30)
    dates = f"{style.dated} {style.written(invoice.date)}   {style.due} {style.written(due)}"
    lines = [
        pdf.Line(70, 760, invoice.supplier.name, 18, is_bold=True),
        pdf.Line(70, 740, invoice.supplier.address),
        pdf.Line(70, 690, f"{style.invoice} {invoice.number}", 14, is_bold=True),
        pdf.Line(70, 670, dates),
        pdf.Line(70, 620, description, is_bold=True),
        pdf.Line(380, 620, qty, is_bold=True),
        pdf.Line(468, 620, amount, is_bold=True),
    ]
    y = 596
    for entry in invoice.entries:
        lines += [
            pdf.Line(70, y, entry.description),
            pdf.Line(400, y, str(entry.qty), is_right=True),
            pdf.Line(515, y, style.amount(entry.amount), is_right=True),
        ]
        y -= 22
    lines += [
        pdf.Line(330, y - 10, f"{style.total} {invoice.currency}", 11, is_bold=True),
        pdf.Line(515, y - 10, style.amount(invoice.total), 11, is_bold=True, is_right=True),
        pdf.Line(70, y - 70, style.thanks, 9),
    ]
    return lines, [pdf.Rule(70, 515, 612), pdf.Rule(70, 515, y + 12)]


def _recognised(lines: list[pdf.Line]) -> str:
    """The text of the page, what stands at one height on one line."""
    rows: dict[float, list[str]] = {}
    for line in lines:
        rows.setdefault(line.y, []).append(line.text)
    return "\n".join("   ".join(row) for row in rows.values())


def _other_total(invoice: Invoice, dice: Dice) -> Invoice:
    return replace(invoice, total=misread(invoice.total, dice))


def _other_amount(invoice: Invoice, dice: Dice) -> Invoice:
    place = dice.below(len(invoice.entries))
    entry = invoice.entries[place]
    wrong = replace(entry, amount=misread(entry.amount, dice))
    entries = (*invoice.entries[:place], wrong, *invoice.entries[place + 1 :])
    return replace(invoice, entries=entries)


def _other_currency(invoice: Invoice, dice: Dice) -> Invoice:
    return replace(invoice, currency=dice.pick_but(_CURRENCIES, invoice.currency))


def _line_missed(invoice: Invoice, dice: Dice) -> Invoice:
    place = dice.below(len(invoice.entries))
    return replace(invoice, entries=invoice.entries[:place] + invoice.entries[place + 1 :])


def _other_date(invoice: Invoice, _: Dice) -> Invoice:
    """Day and month the wrong way round where that is a date, else the date it is due."""
    day = invoice.date
    if day.day <= 12 and day.day != day.month:
        return replace(invoice, date=date(day.year, day.day, day.month))
    return replace(invoice, date=day + timedelta(days=30))


_FAULTS: tuple[Fault[Invoice], ...] = (
    Fault("wrong amount", Severity.CRITICAL, _other_total),
    Fault("wrong amount", Severity.MAJOR, _other_amount),
    Fault("wrong currency", Severity.CRITICAL, _other_currency),
    Fault("missed line", Severity.MAJOR, _line_missed),
    Fault("wrong date", Severity.MINOR, _other_date),
)
