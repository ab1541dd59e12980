"""What English letters say of payments, papers and promises."""

from reviewer_app.connectors.sample.letters import Topic

ACCOUNTS = (
    Topic(
        subject="Correct my invoice",
        when="ordered {date}",
        asks=(
            (
                "The invoice for order {order} is made out to me, but it has to name my company. "
                "My accountant will not take it like this."
            ),
            (
                "Please correct the invoice of {date}: our VAT number is missing. I need it before "
                "the end of the month."
            ),
        ),
        rule=(
            "Invoices are corrected within {days} days; the amount is never changed. The customer "
            "sends the company's full name, address and VAT number."
        ),
        answers=(
            (
                "We are glad to correct the invoice of {date}. You will have the new one within "
                "{days} days; the amount stays as it is."
            ),
            (
                "An invoice of {date} can still be corrected. The new document replaces the old "
                "one and reaches you by e-mail within {days} days."
            ),
        ),
        step=(
            "For this we need your company's full name, its address and its VAT number in reply to "
            "this message."
        ),
        breach=(
            "If it helps, we can also date the new invoice to last year, so that you can put it in "
            "the old accounts."
        ),
        days=(2, 3, 5),
        ages=(5, 25),
    ),
    Topic(
        subject="Is this covered by the warranty?",
        when="bought {date}",
        asks=(
            (
                "My {product} stopped working last week. I bought it on {date}. Does the warranty "
                "cover it?"
            ),
            (
                "After a few weeks the {product} flickers and smells of hot plastic. I do not dare "
                "to use it. What now?"
            ),
        ),
        rule=(
            "The warranty covers parts and labour for 24 months. A defect is examined within "
            "{days} days. The customer must stop using the item and quote its serial number."
        ),
        answers=(
            (
                "The warranty covers parts and labour for 24 months from {date}, so yes, your "
                "{product} is covered. Our workshop examines it within {days} days of its arrival."
            ),
            (
                "You are covered: the warranty runs for 24 months from {date}. We will repair the "
                "{product} or exchange it, and the workshop tells you which within {days} days."
            ),
        ),
        step="Please stop using it, and send us the serial number from the label underneath.",
        breach=(
            "I have extended your warranty to ten years at no cost, so do not worry about the "
            "future either."
        ),
        days=(5, 10, 15),
        ages=(30, 200),
        shapes=("lamp",),
    ),
    Topic(
        subject="Cancel my order",
        when="ordered {date}",
        asks=(
            "I ordered the {product} on {date} by mistake. Can you stop it before it is sent?",
            "Please cancel order {order}. I found out that my sister has already bought the same.",
        ),
        rule=(
            "Orders that are not packed can be cancelled; the money is back within {days} working "
            "days. The customer confirms the cancellation by the link in the mail."
        ),
        answers=(
            (
                "Your {product} is not packed yet, so order {order} can still be cancelled. You "
                "have your money back within {days} working days."
            ),
            (
                "You wrote just in time: the order of {date} has not been packed. I have stopped "
                "it, and the money is back on your account within {days} working days."
            ),
        ),
        step=(
            "Please confirm by the link in the mail that we have just sent; without it the order "
            "is packed tomorrow morning."
        ),
        breach="As a goodwill gesture I have added 15 percent of the amount to your refund.",
        days=(3, 5, 7),
        ages=(1, 2),
    ),
    Topic(
        subject="Charged twice?",
        when="booked {date}",
        asks=(
            "My bank shows two payments of {amount} on {date}. I only bought one {product}.",
            (
                "I think that you charged me twice for order {order}. Please look into it, it is "
                "the end of the month and I need the money."
            ),
        ),
        rule=(
            "A second authorisation is usually a reservation that lapses within {days} days. The "
            "customer sends a bank statement if both payments are booked. No refund before that."
        ),
        answers=(
            (
                "We received one payment for your {product}. The second line is a reservation of "
                "your bank from {date}; it lapses by itself within {days} days."
            ),
            (
                "Our books show a single payment on {date}. What you see beside it is a "
                "reservation, which your bank lifts within {days} days."
            ),
        ),
        step=(
            "If both payments are still booked after that, please send us the bank statement that "
            "shows them."
        ),
        breach="To be on the safe side I have paid the amount back twice.",
        days=(5, 7, 10),
        ages=(1, 4),
    ),
    Topic(
        subject="Voucher does not work",
        when="ordered {date}",
        asks=(
            (
                "I had a voucher for 10 percent and the shop did not take it for the {product}. I "
                "paid the full {amount}."
            ),
            (
                "My voucher was refused when I ordered on {date}. It says that it is still valid. "
                "Can you take it off afterwards?"
            ),
        ),
        rule=(
            "A voucher can be applied up to {days} days after the order, once, and not to reduced "
            "goods. The customer sends its code."
        ),
        answers=(
            (
                "A voucher can be applied for {days} days after an order, so yours of {date} is in "
                "time. The {product} is not a reduced item, and I can take the 10 percent off."
            ),
            (
                "I am sorry for the trouble at the checkout. We can still apply your voucher, "
                "since the order of {date} is less than {days} days old."
            ),
        ),
        step="Please send us the code of the voucher; the difference then goes back to your card.",
        breach="I have also doubled the voucher and made it valid for reduced goods.",
        days=(7, 14, 20),
        ages=(1, 6),
    ),
    Topic(
        subject="When is it back in stock?",
        when="reserved {date}",
        asks=(
            "I reserved the {product} on {date} and paid for it. When will you have it again?",
            "Your shop says “soon” for the {product}, and it has said so for weeks. When is soon?",
        ),
        rule=(
            "The next delivery is expected in {days} days; this is an estimate and must be called "
            "one. Paid reservations can be cancelled at any time from the account page."
        ),
        answers=(
            (
                "We expect the next delivery of the {product} in about {days} days. That is our "
                "supplier's estimate, and yours of {date} is among the first that we send."
            ),
            (
                "The {product} is being made as we speak. Our workshop estimates {days} days, and "
                "reservations are served in order; yours is of {date}."
            ),
        ),
        step=(
            "If that is too late for you, you can cancel the reservation on your account page at "
            "any time."
        ),
        breach="I guarantee this date, and if we miss it the {product} is free.",
        days=(12, 18, 25),
        ages=(10, 40),
    ),
)
