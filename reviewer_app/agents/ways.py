"""How the questions of a framework are put to people: what may be said beside them."""

from typing import TypedDict

from reviewer_app.agents.asking import Length
from reviewer_app.agents.reviewer import Reviewer


class Ways(TypedDict, total=False):
    """What may be said of the questions of any framework.

    Attributes:
        workflow: the business process; the source's name where it is missing.
        source: where questions come from; ids are kept apart by it.
        answer_within: seconds, or a duration, until the policy's `on_timeout` is the answer.
        every: how often to look, in seconds.
        reviewer: the profile; the user's own where it is missing.
    """

    workflow: str
    source: str
    answer_within: Length | None
    every: float
    reviewer: Reviewer


class GraphWays(Ways, total=False):
    """What may be said of the interrupts of a graph.

    Attributes:
        step: the step; the tool that is called, else the node, where it is missing.
        agent: who asks.
        map: where fields are found, FIELD=EXPRESSION (JMESPath), one a line, such as
            confidence=value.confidence; `value` is the interrupt's, `values` the state's.
    """

    step: str
    agent: str
    map: str
