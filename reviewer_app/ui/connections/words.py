"""How kinds of connection, what they do and how they stand read on the page."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from reviewer_app.connections.configured import Connected
from reviewer_app.connections.kinds import Kind
from reviewer_app.domain.delivery import DeliveryState, LastPull
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.settings import SinkSettings, SourceSettings
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.wording import figure, span_words

DOT = "  ·  "
"""Stands between the parts of a line."""

LONGEST = 600
"""Characters of what another side told that are shown; a server may send a whole page."""

TITLES: Mapping[str, str] = {
    "file": mark("A file"),
    "folder": mark("A folder"),
    "http": mark("An address that gives JSON"),
    "label-studio": mark("Label Studio tasks"),
    "langfuse": mark("Langfuse traces"),
    "langgraph": mark("LangGraph agents that wait"),
    "langsmith": mark("LangSmith runs"),
    "mlflow": mark("MLflow traces"),
    "otlp": mark("OpenTelemetry spans"),
    "phoenix": mark("Phoenix spans"),
    "sql": mark("A database"),
    "webhook": mark("A webhook"),
}
"""The kinds that the program brings, as people call them."""

TELLS: Mapping[str, str] = {
    "file": mark("One file: JSON Lines, JSON, CSV or Parquet."),
    "folder": mark("All files of a folder, also those that come later."),
    "http": mark("Any service that lists outputs as JSON, page by page."),
    "label-studio": mark("Predictions to review; verdicts go back as annotations."),
    "langfuse": mark("What agents did; verdicts go back as scores."),
    "langgraph": mark("Runs that stopped for a person; the answer lets them go on."),
    "langsmith": mark("What agents did; verdicts go back as feedback."),
    "mlflow": mark("The traces of an experiment; verdicts go back as assessments."),
    "otlp": mark("What any instrumented agent did, as its collector wrote it."),
    "phoenix": mark("What agents did; verdicts go back as annotations."),
    "sql": mark("The rows of a query, such as a table that an agent writes."),
    "webhook": mark("Each label goes to an address of yours as it is decided."),
}
"""A line about each of them."""

LABELS: Mapping[DeliveryState, str] = {
    DeliveryState.DELIVERED: mark("%Ln delivered", "labels"),
    DeliveryState.WAITING: mark("%Ln waiting", "labels"),
    DeliveryState.FAILED: mark("%Ln failed", "labels"),
    DeliveryState.CONFLICT: mark("%Ln in conflict", "labels"),
}


class State(StrEnum):
    """How a connection stands."""

    FINE = mark("fine")
    NEW = mark("not used yet")
    PAUSED = mark("paused")
    TROUBLE = mark("trouble")
    SECRET = mark("secret missing")
    ATTENTION = mark("needs you")


MEANINGS: Mapping[State, str] = {
    State.FINE: "good",
    State.NEW: "plain",
    State.PAUSED: "plain",
    State.TROUBLE: "bad",
    State.SECRET: "bad",
    State.ATTENTION: "warn",
}
"""The colour's meaning beside the words for how a connection stands."""


def told_words(words: str) -> str:
    """What another side told, or a record held: one paragraph, bounded, nothing hidden in it."""
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return revealed_line(cut)


def title_of(kind: str) -> str:
    """What a kind is called; one of another package has its own name."""
    return tr(TITLES[kind]) if kind in TITLES else revealed_line(kind)


def tells_of(kind: Kind) -> str:
    """A line about a kind: what comes from it and goes to it."""
    if kind.name in TELLS:
        return tr(TELLS[kind.name])
    if kind.gives_outputs and kind.takes_labels:
        return tr("Outputs come from it, and labels go back.")
    return tr("Outputs come from it.") if kind.gives_outputs else tr("Labels go to it.")


def state_of(one: Connected, push_trouble: str = "") -> State:
    """How a connection stands, the worst first."""
    if one.missing:
        return State.SECRET
    if one.settings.is_paused:
        return State.PAUSED
    if trouble_of(one, push_trouble):
        return State.TROUBLE
    if one.refused or any(one.labels.get(state) for state in _FOR_PEOPLE):
        return State.ATTENTION
    is_used = one.last_pull is not None or any(one.labels.values())
    return State.FINE if is_used else State.NEW


_FOR_PEOPLE = (DeliveryState.FAILED, DeliveryState.CONFLICT)


def trouble_of(one: Connected, push_trouble: str = "") -> str:
    """Why a connection does not work, in a sentence; empty where it does."""
    return (one.last_pull.trouble if one.last_pull else "") or push_trouble


def does_words(settings: SourceSettings | SinkSettings) -> str:
    """What a connection does: "outputs every 5 min · labels go back"."""
    if isinstance(settings, SinkSettings):
        if settings.takes:
            names = ", ".join(revealed_line(name) for name in settings.takes)
            return tr("labels of {sources}", sources=names)
        return tr("labels of all sources")
    every = settings.every_minutes
    outputs = (
        tr("outputs every {span}", span=every_words(every)) if every else tr("outputs when asked")
    )
    return DOT.join([outputs, tr("labels go back")] if settings.sends_labels else [outputs])


def every_words(minutes: float) -> str:
    """A rhythm: "5 min", "2 h", "30 s"."""
    if minutes < 1:
        return tr("{seconds} s", seconds=round(minutes * 60))
    if minutes >= 60 and not minutes % 60:
        return tr("{hours} h", hours=figure(int(minutes // 60)))
    return tr("{minutes} min", minutes=figure(int(minutes)))


def ago_words(at: datetime, now: datetime) -> str:
    """How long ago something was: "4m ago", "just now"."""
    if now - at < timedelta(minutes=1):
        return tr("just now")
    return tr("{span} ago", span=span_words(now - at))


def pull_words(pull: LastPull | None, now: datetime) -> str:
    """How a pull went: "12 new, 3 flagged, 1 refused · 4m ago"."""
    if pull is None:
        return tr("not pulled yet")
    if pull.trouble:
        return DOT.join([tr("could not be read"), ago_words(pull.at, now)])
    parts = [
        tr("%Ln new", "outputs", pull.new) if pull.new else "",
        tr("%Ln revised", "outputs", pull.revised) if pull.revised else "",
        tr("%Ln flagged", "outputs", pull.flagged) if pull.flagged else "",
        tr("%Ln refused", "outputs", pull.refused) if pull.refused else "",
    ]
    told = ", ".join(part for part in parts if part) or tr("nothing new")
    return DOT.join([told, ago_words(pull.at, now)])


def labels_words(labels: Mapping[DeliveryState, int]) -> str:
    """Where labels stand: "40 delivered · 2 waiting · 1 failed"."""
    parts = [tr(LABELS[state], "labels", labels[state]) for state in LABELS if labels.get(state)]
    return DOT.join(parts) or tr("no labels yet")
