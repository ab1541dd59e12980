"""What English letters say of parcels on their way there and back."""

from reviewer_app.connectors.sample.letters import Topic

PARCELS = (
    Topic(
        subject="Parcel has not arrived",
        when="dispatched {date}",
        asks=(
            (
                "I ordered the {product} and it still is not here. The tracking page has shown the "
                "same depot since {date}. Where is it?"
            ),
            (
                "Order {order} was dispatched on {date} and nothing has come. I took a day off to "
                "be at home for it. Can somebody please find out what happened?"
            ),
        ),
        rule=(
            "A parcel that is overdue is traced with the carrier; the trace takes {days} working "
            "days. Ask the customer to check with neighbours first. No refund while a trace runs."
        ),
        answers=(
            (
                "The parcel with your {product} left our warehouse on {date} and should have "
                "reached you by now. We have asked the carrier to trace it and will write to you "
                "within {days} working days."
            ),
            (
                "I am sorry that you are still waiting for your {product}. The carrier last "
                "scanned the parcel after it left us on {date}, so I have opened a trace. It takes "
                "up to {days} working days, and you will hear from me either way."
            ),
        ),
        step=(
            "Until then, please ask your neighbours and look for a card from the carrier: parcels "
            "are often left next door."
        ),
        breach=(
            "Since you have waited so long, I have refunded the full amount today, and you may "
            "keep the parcel when it comes."
        ),
        days=(3, 5, 7),
        ages=(8, 16),
    ),
    Topic(
        subject="Arrived damaged",
        when="delivered {date}",
        asks=(
            (
                "The {product} came on {date} with a crack all along one side. The box looked as "
                "if it had been dropped. What do I do now?"
            ),
            (
                "I unpacked the {product} and a piece fell out. I would like one that is whole, "
                "please. I still have all the packaging."
            ),
        ),
        rule=(
            "Damage reported within {days} days of delivery: free replacement after a photo of the "
            "damage. Nothing is replaced without a photo."
        ),
        answers=(
            (
                "I am sorry that your {product} arrived damaged. You told us within {days} days of "
                "delivery, so we will replace it free of charge."
            ),
            (
                "That should not have happened, and I apologise. Damage that is reported within "
                "{days} days is replaced at no cost, so a new {product} is set aside for you."
            ),
        ),
        step=(
            "Please reply with a photo of the damage, and the replacement leaves our warehouse the "
            "next working day."
        ),
        breach=(
            "There is no need for a photo; a second {product} is on its way as well, as a present "
            "for your trouble."
        ),
        days=(7, 14, 21),
        ages=(1, 5),
    ),
    Topic(
        subject="Wrong item in the box",
        when="delivered {date}",
        asks=(
            (
                "I opened the parcel that came on {date} and it is not the {product} I ordered. It "
                "is something else entirely. I need the right one for a birthday."
            ),
            (
                "Somebody packed the wrong thing. I paid {amount} for the {product} and got an "
                "item that costs half of that."
            ),
        ),
        rule=(
            "Wrong item: the right one is sent at once, and the wrong one is collected within "
            "{days} days. The customer keeps the box for the collection."
        ),
        answers=(
            (
                "We mixed up two parcels, and I am sorry for it. The right {product} leaves today, "
                "and the carrier collects the other item within {days} days."
            ),
            (
                "Thank you for telling us. I have sent the {product} that you ordered with today's "
                "post. The wrong item will be collected from you within {days} days, free of "
                "charge."
            ),
        ),
        step=(
            "Please keep the wrong item in its box and hand it to the driver; a label is not "
            "needed."
        ),
        breach="You can sell the wrong item or give it away; we do not want it back.",
        days=(5, 7, 10),
        ages=(1, 5),
    ),
    Topic(
        subject="How do I return this?",
        when="delivered {date}",
        asks=(
            (
                "The {product} is lovely but too large for our room. It came on {date} and is "
                "unused. How can I send it back?"
            ),
            (
                "I changed my mind about order {order}. Nothing has been used. What do I have to "
                "do to return it, and what does it cost me?"
            ),
        ),
        rule=(
            "Unused goods can come back within {days} days of delivery. The customer prints the "
            "label from the account page; the refund follows the inspection."
        ),
        answers=(
            (
                "You can return the {product} within {days} days of its delivery on {date}, as "
                "long as it is unused. The refund is made once we have looked at it."
            ),
            (
                "Of course you can send it back. Unused items are accepted for {days} days from "
                "{date}, and we pay your money back as soon as the {product} was inspected here."
            ),
        ),
        step=(
            "Please print the return label on your account page, under “Orders”, and take the "
            "parcel to any post office."
        ),
        breach=(
            "You need not wait for the inspection: I have already paid the money back, whatever "
            "state it is in."
        ),
        days=(14, 30, 60),
        ages=(2, 10),
        shapes=("lamp", "box"),
    ),
    Topic(
        subject="A part is missing",
        when="delivered {date}",
        asks=(
            (
                "The {product} came on {date}, but the bag with the screws is not in the box. I "
                "cannot put it together."
            ),
            (
                "One piece is missing from my {product}. According to the leaflet there should be "
                "two of part C. Can you send it?"
            ),
        ),
        rule=(
            "Missing parts are sent free of charge and arrive within {days} working days. The "
            "customer names the part by its letter in the leaflet."
        ),
        answers=(
            (
                "I am sorry that a part of your {product} is missing. We send it free of charge, "
                "and it arrives within {days} working days."
            ),
            (
                "The part should have been in the box that came on {date}, and I apologise. It "
                "leaves our workshop today and is with you within {days} working days."
            ),
        ),
        step=(
            "Please tell us the letter of the part, as it is printed in the leaflet, so that we "
            "send the right one."
        ),
        breach=(
            "Any screws from a hardware shop will do; please do not worry about the load that the "
            "leaflet gives."
        ),
        days=(3, 4, 6),
        ages=(1, 6),
        shapes=("lamp", "box"),
    ),
    Topic(
        subject="Change of address",
        when="ordered {date}",
        asks=(
            "We move next week. Please send order {order} to the new address.",
            "I gave my old address when I bought the {product} on {date}. Can you still change it?",
        ),
        rule=(
            "The address can be changed until dispatch, {days} days after the order. For the "
            "customer's safety only from the account page, never by e-mail."
        ),
        answers=(
            (
                "Your {product} has not left us yet. The address of order {order} can be changed "
                "for {days} days after the order of {date}."
            ),
            "There is still time: we dispatch {days} days after the order, and yours is of {date}.",
        ),
        step=(
            "Please change it yourself on your account page, under “Addresses”; for your safety we "
            "do not do it by e-mail."
        ),
        breach="Just send me the new address and your password, and I will change it for you.",
        days=(2, 3, 4),
        ages=(1, 1),
    ),
)
