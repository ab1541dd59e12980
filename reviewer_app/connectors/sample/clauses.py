"""Contract clauses and the sentences that summarise them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A kind of clause. Texts have the slots one and other (the parties) and n (a number).

    Attributes:
        points: summaries of the duty; each names the party and the number.
        unless: the exception, and `spared` how a summary tells it.
    """

    key: str
    title: str
    texts: tuple[str, ...]
    unless: str
    points: tuple[str, ...]
    spared: tuple[str, ...]
    numbers: tuple[int, ...]


CLAUSES = (
    Clause(
        key="liability",
        title="limitation of liability",
        texts=(
            (
                "The aggregate liability of {one} under or in connection with this Agreement, "
                "whether in contract, tort or otherwise, shall not exceed the fees paid by {other} "
                "in the {n} months preceding the event that gave rise to the claim."
            ),
            (
                "Save as set out below, {one} shall not be liable to {other} for more than the "
                "fees invoiced during the {n} months before the claim arose."
            ),
        ),
        unless=(
            "Nothing in this clause limits liability for death, personal injury, fraud or wilful "
            "default."
        ),
        points=(
            "Liability of **{one}** is capped at the fees of **{n} months** before the claim.",
            "**{one}** owes at most the fees of the last **{n} months**.",
        ),
        spared=(
            "No cap for death, personal injury, fraud or wilful default.",
            "The cap does not hold for injury, death, fraud or wilful default.",
        ),
        numbers=(6, 12, 18, 24),
    ),
    Clause(
        key="termination",
        title="termination",
        texts=(
            (
                "{one} may terminate this Agreement for convenience by giving {other} not less "
                "than {n} days' written notice."
            ),
            (
                "This Agreement continues until terminated by {one} upon {n} days' notice in "
                "writing to {other}."
            ),
        ),
        unless="No such notice may be given in the first twelve months after the Effective Date.",
        points=(
            "**{one}** may end the contract with **{n} days'** notice in writing.",
            "Termination for convenience: by **{one}**, notice of **{n} days**.",
        ),
        spared=(
            "Not during the first twelve months.",
            "Notice cannot be given in the first twelve months after the effective date.",
        ),
        numbers=(30, 45, 60, 90),
    ),
    Clause(
        key="payment",
        title="payment terms",
        texts=(
            (
                "{one} shall pay each undisputed invoice within {n} days of its receipt. Late "
                "payments to {other} bear interest at the statutory rate."
            ),
            "Invoices issued by {other} fall due {n} days after they were received by {one}.",
        ),
        unless="Amounts disputed in good faith may be withheld until the dispute is settled.",
        points=(
            "**{one}** pays within **{n} days** of receiving an invoice.",
            "Payment term for **{one}**: **{n} days** from receipt.",
        ),
        spared=(
            "Amounts disputed in good faith may be withheld.",
            "Disputed amounts need not be paid until the dispute is settled.",
        ),
        numbers=(14, 30, 45, 60),
    ),
    Clause(
        key="confidentiality",
        title="confidentiality",
        texts=(
            (
                "{one} shall keep the Confidential Information of {other} secret during the term "
                "and for {n} years after its end, and shall use it for the Purpose only."
            ),
            (
                "For {n} years after termination {one} shall not disclose to any third party what "
                "it learned of {other}'s business."
            ),
        ),
        unless=(
            "This does not apply to information that is public, was known before, or must be "
            "disclosed by law."
        ),
        points=(
            "**{one}** keeps confidential information secret for **{n} years** after the end.",
            "Secrecy binds **{one}** for **{n} years** beyond the term.",
        ),
        spared=(
            "Except what is public, was known before, or must be disclosed by law.",
            "Public or previously known information and legal duties to disclose are exempt.",
        ),
        numbers=(2, 3, 5, 7),
    ),
    Clause(
        key="warranty",
        title="warranty for defects",
        texts=(
            (
                "{one} warrants to {other} that the Goods are free of defects in material and "
                "workmanship for {n} months from delivery."
            ),
            (
                "Defects notified by {other} within {n} months of delivery shall be remedied by "
                "{one} at its own cost."
            ),
        ),
        unless="The warranty lapses where the Goods were altered or used against the instructions.",
        points=(
            "**{one}** answers for defects for **{n} months** from delivery.",
            "Warranty given by **{one}**: **{n} months** after delivery, remedy at its own cost.",
        ),
        spared=(
            "Lapses if the goods were altered or used against the instructions.",
            "No warranty for altered goods or use against the instructions.",
        ),
        numbers=(12, 18, 24, 36),
    ),
    Clause(
        key="data protection",
        title="notification of data breaches",
        texts=(
            (
                "{one} shall notify {other} of any personal data breach without undue delay and at "
                "the latest {n} hours after becoming aware of it."
            ),
            (
                "Within {n} hours of becoming aware of a breach of personal data {one} shall "
                "inform {other} of its nature and of the measures taken."
            ),
        ),
        unless="No notice is due where the data were encrypted and the key is not affected.",
        points=(
            "**{one}** reports data breaches within **{n} hours** of learning of them.",
            "Data breaches: notice by **{one}** at the latest after **{n} hours**.",
        ),
        spared=(
            "Not where the data were encrypted and the key is safe.",
            "No notice is due for encrypted data whose key is not affected.",
        ),
        numbers=(24, 36, 48, 72),
    ),
    Clause(
        key="renewal",
        title="renewal",
        texts=(
            (
                "The term is renewed for successive periods of one year unless {one} objects in "
                "writing to {other} no later than {n} days before its end."
            ),
            (
                "Unless {one} gives {other} notice at least {n} days before expiry, this Agreement "
                "renews for a further year."
            ),
        ),
        unless="There is no renewal while an amount has been overdue for over sixty-one days.",
        points=(
            "Renews each year unless **{one}** objects **{n} days** before the end.",
            "To stop the yearly renewal **{one}** must give notice **{n} days** before expiry.",
        ),
        spared=(
            "No renewal while an amount has been overdue for more than sixty-one days.",
            "An amount overdue for over sixty-one days prevents the renewal.",
        ),
        numbers=(30, 60, 90, 120),
    ),
    Clause(
        key="prices",
        title="adjustment of prices",
        texts=(
            (
                "{one} may adjust its prices once in each calendar year by no more than {n} "
                "percent, announced to {other} three months ahead."
            ),
            (
                "Prices charged to {other} are fixed for the year; thereafter {one} may raise them "
                "by up to {n} percent a year."
            ),
        ),
        unless="Energy costs above the published index may be passed on in full.",
        points=(
            "**{one}** may raise prices once a year, by at most **{n} percent**.",
            "Yearly price increase by **{one}**: limited to **{n} percent**.",
        ),
        spared=(
            "Energy costs above the published index can be passed on in full.",
            "The limit does not hold for energy costs above the index.",
        ),
        numbers=(2, 3, 4, 5),
    ),
    Clause(
        key="service levels",
        title="delivery and service levels",
        texts=(
            (
                "{one} shall dispatch orders of {other} within {n} working days. For each further "
                "day a credit of one percent of the order value is due."
            ),
            (
                "Orders placed by {other} shall leave the warehouse of {one} no later than {n} "
                "working days after their receipt."
            ),
        ),
        unless="Orders of more than two hundred pieces are dispatched on the date agreed for them.",
        points=(
            "**{one}** dispatches orders within **{n} working days**.",
            "Dispatch by **{one}** at the latest after **{n} working days**.",
        ),
        spared=(
            "Orders of more than two hundred pieces have a date of their own.",
            "Large orders (over two hundred pieces) follow the date agreed.",
        ),
        numbers=(2, 3, 5, 8),
    ),
    Clause(
        key="audit",
        title="right to audit",
        texts=(
            (
                "{one} may inspect the books and premises of {other} that concern this Agreement "
                "upon {n} days' notice, not more than once a year."
            ),
            (
                "Upon {n} days' notice {other} shall give {one} access to all records that concern "
                "the performance of this Agreement."
            ),
        ),
        unless="No notice is needed where there is reason to suspect fraud.",
        points=(
            "**{one}** may audit with **{n} days'** notice, once a year.",
            "Right to audit: **{one}**, after notice of **{n} days**.",
        ),
        spared=(
            "No notice needed where fraud is suspected.",
            "On suspicion of fraud the notice falls away.",
        ),
        numbers=(5, 10, 15, 20),
    ),
)

SHOP = "Lumen & Oak BV"
"""The sample business itself, a party to all its contracts."""

PARTNERS = (
    "Nordlys AS",
    "Hafen Logistik GmbH",
    "Brightwell Ltd",
    "Atelier Morel SARL",
    "Kestrel Supply Inc",
    "Thames Cartage Ltd",
    "Lichtwerk Jena GmbH",
    "Fjellheim Tre AS",
    "Kartonagen Beck KG",
    "Staffordshire Clay Co",
)

ADVICE = (
    "Compare with the master agreement before signing.",
    "See also the clause on governing law.",
    "Figures as printed in the contract.",
    "",
)
"""What a summary may end with."""
