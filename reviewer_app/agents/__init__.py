"""What an agent's own code uses: submit an output, wait for it, put a function under oversight.

Above the profile and beside the command line: it opens a profile as they do. Frameworks that it
knows (`agents.langgraph`, `agents.openai`) are imported by nobody but whoever uses them.
"""

from reviewer_app.agents.decorator import oversee
from reviewer_app.agents.default import (
    close,
    labels,
    poll,
    poll_async,
    submit,
    submit_async,
    wait,
    wait_async,
)
from reviewer_app.agents.failures import (
    ChangedMeanwhile,
    CorrectionUnusable,
    HubClosed,
    NotAnswered,
    RecordRefused,
    Rejected,
    StillOpen,
    Unsuited,
    Withdrawn,
)
from reviewer_app.agents.outcomes import Ending, Label, Outcome, Ticket
from reviewer_app.agents.reviewer import Reviewer
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.vocabulary import Disposition, OutputType, Severity, Verdict

__all__ = [
    "ChangedMeanwhile",
    "CorrectionUnusable",
    "Disposition",
    "Ending",
    "HubClosed",
    "Label",
    "NotAnswered",
    "Outcome",
    "OutputType",
    "RecordRefused",
    "Rejected",
    "Reviewer",
    "ReviewerError",
    "Severity",
    "StillOpen",
    "Ticket",
    "Unsuited",
    "Verdict",
    "Withdrawn",
    "close",
    "labels",
    "oversee",
    "poll",
    "poll_async",
    "submit",
    "submit_async",
    "wait",
    "wait_async",
]
