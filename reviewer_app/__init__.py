"""Reviewer: people judge what AI agents produce, and every judgement becomes a label.

An agent's own code submits what it produced, and waits for what becomes of it:

    import reviewer_app

    ticket = reviewer_app.submit("Refund 50 EUR.", id="case-7", workflow="support", step="reply")
    outcome = reviewer_app.wait(ticket)
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

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
    "__version__",
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


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a name of any kind
    """A public name, imported when it is first used: the package itself costs nothing.

    `__init__.pyi` beside this tells type checkers what the names are.
    """
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message, name=name)
    value = getattr(import_module("reviewer_app.agents"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
