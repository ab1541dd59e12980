"""Handing items over: to a person, back to their pools, or shared out among all."""

from reviewer_app.services.assigning.asked import (
    HandedOver,
    HandOver,
    ReasonMissing,
    RecipientAway,
    RecipientGone,
    RecipientJudgesNothing,
)
from reviewer_app.services.assigning.balancing import Preview, Share
from reviewer_app.services.assigning.service import LEFT, Assigning

__all__ = [
    "LEFT",
    "Assigning",
    "HandOver",
    "HandedOver",
    "Preview",
    "ReasonMissing",
    "RecipientAway",
    "RecipientGone",
    "RecipientJudgesNothing",
    "Share",
]
