"""What is said of a label's way to its sinks, beside the decisions that it comes from."""

from collections.abc import Sequence
from datetime import datetime

from reviewer_app.domain.delivery import Delivery, DeliveryState
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.wording import time_words

WIDEST = 200
"""Characters of what a platform said that are shown."""

_WORDS = {
    DeliveryState.WAITING: mark("{sink}: the label is on its way"),
    DeliveryState.DELIVERED: mark("{sink} has the label ({when})"),
    DeliveryState.FAILED: mark("{sink} did not take the label"),
    DeliveryState.CONFLICT: mark("{sink}: the agent did not take the answer"),
}
_ANSWERED = mark("{sink}: the agent was answered ({when})")


def sent_words(deliveries: Sequence[Delivery], now: datetime) -> str:
    """A line a sink; empty where the label goes nowhere."""
    return "\n".join(_words(one, now) for one in deliveries)


def _words(one: Delivery, now: datetime) -> str:
    is_answered = one.is_final and one.state is DeliveryState.DELIVERED
    template = _ANSWERED if is_answered else _WORDS[one.state]
    when = time_words(one.delivered_at, now) if one.delivered_at else ""
    words = tr(template, sink=revealed_line(one.sink), when=when)
    why = revealed_line(one.remark)[:WIDEST]
    return f"{words}: {why}" if why else words
