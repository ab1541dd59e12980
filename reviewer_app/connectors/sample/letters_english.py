"""English letters to support, and the sentences that answer them."""

from reviewer_app.connectors.sample.english_accounts import ACCOUNTS
from reviewer_app.connectors.sample.english_parcels import PARCELS
from reviewer_app.connectors.sample.hours import MONTHS
from reviewer_app.connectors.sample.letters import Phrasebook

ENGLISH = Phrasebook(
    subject="Subject",
    handbook="Handbook",
    paid="paid",
    months=MONTHS,
    day="{day} {month}",
    greetings={"Ms": "Dear Ms {name},", "Mr": "Dear Mr {name},"},
    thanks=(
        "Thank you for your message about order {order} ({amount}).",
        "Thank you for writing to us about your order {order} over {amount}.",
        "I have looked up order {order}, for which you paid {amount}.",
        "Thanks for getting in touch. I have your order {order} ({amount}) in front of me.",
        "Thank you for your patience with order {order} over {amount}.",
    ),
    rude=(
        "As you could have read on our website, order {order} ({amount}) is no special case.",
        "Had you read the terms for order {order} ({amount}), you would not have had to ask.",
        "You are not our only customer, but I have looked at order {order} ({amount}) anyway.",
    ),
    closings=(
        "If anything else is wrong, write to us and we will put it right.",
        "Please reply to this message if you have any other question.",
        "Thank you for bearing with us.",
        "We are here on weekdays from 8 to 18 if you would rather talk.",
        "I am sorry for the trouble, and thank you for telling us.",
        "",
    ),
    farewell="Kind regards",
    team=("Nadia, customer care", "Tom, customer care", "Ines, customer care", "Customer care"),
    topics=(*PARCELS, *ACCOUNTS),
)
