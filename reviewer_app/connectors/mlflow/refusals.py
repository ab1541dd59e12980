"""What a person is told where an MLflow server or its configuration is not as it must be."""

from typing import Any

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.web.client import Reply, ReplyUnreadable
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.sentences import sentence

GONE = frozenset({"RESOURCE_DOES_NOT_EXIST", "NOT_FOUND"})
"""The codes by which MLflow says that something is not there."""


class CredentialsUnclear(UsageError):
    """Neither a token, nor a user with a password, nor nothing."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "MLflow is let in to with a token, or with a user and a password. Give one of the "
                "two, or neither where the server asks for nothing."
            )
        )


class ValueUnusable(UsageError):
    """An option whose value makes no sense."""

    def __init__(self, option: str, value: str, wanted: str) -> None:
        super().__init__(
            sentence(
                "“{value}” cannot be used for “{option}”: it must be {wanted}.",
                value=cut(value, 80),
                option=option,
                wanted=wanted,
            )
        )


class ExperimentMissing(ReviewerError):
    """The server has no such experiment, or it was deleted."""

    def __init__(self, place: str, experiment: str, *, is_deleted: bool = False) -> None:
        told = (
            sentence(
                "The experiment “{experiment}” was deleted at {place}. Restore it there, or name "
                "another one.",
                place=place,
                experiment=experiment,
            )
            if is_deleted
            else sentence(
                "{place} has no experiment “{experiment}”. Check its name, and whether this "
                "connection may see it.",
                place=place,
                experiment=experiment,
            )
        )
        super().__init__(told)


class FilterRefused(ReviewerError):
    """The server does not take the search as it is: the person's filter is at fault."""

    def __init__(self, place: str, told: str) -> None:
        super().__init__(
            sentence(
                "{place} cannot search with this filter ({told}). Correct the connection's filter; "
                "conditions are joined by AND alone.",
                place=place,
                told=told,
            )
        )


class NotMlflow(Unreachable):
    """Something answers at the address, but it does not know MLflow's calls."""

    def __init__(self, place: str, status: int) -> None:
        super().__init__(
            sentence(
                "{place} does not answer like an MLflow server of version 3 ({status}). Check the "
                "address, with the path that the server is under.",
                place=place,
                status=status,
            )
        )


class NotTaken(Unreachable):
    """The server said that it took a label, and shows another."""

    def __init__(self, place: str, trace_id: str) -> None:
        super().__init__(
            sentence(
                "{place} took the label of trace {trace}, but shows something else there. It is "
                "sent again later; look at the trace if this comes back.",
                place=place,
                trace=trace_id,
            )
        )


class TraceMissing(PushRefused):
    """The trace that was judged is not on the server."""

    def __init__(self, place: str, trace_id: str) -> None:
        super().__init__(
            sentence(
                "{place} has no trace {trace}: it was deleted there, or came from another server. "
                "Its label stays here.",
                place=place,
                trace=trace_id,
            )
        )


class NoTrace(PushRefused):
    """The item did not come from MLflow."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "“{item}” did not come from MLflow, so there is no trace to put its label to. "
                "Label outputs of this connection alone, or choose another place for the rest.",
                item=external_id,
            )
        )


def error_of(reply: Reply) -> tuple[str, str]:
    """MLflow's code and words for what went wrong; empty where it was not MLflow that answered."""
    try:
        told: Any = reply.object()
    except ReplyUnreadable:
        return "", ""
    return str(told.get("error_code") or ""), reply.without_secrets(str(told.get("message") or ""))
