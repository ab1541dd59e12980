"""LangSmith: runs come in for review, verdicts go back as feedback."""

from reviewer_app.connectors.langsmith.sink import LangSmithSink
from reviewer_app.connectors.langsmith.source import LangSmithSource

__all__ = ["LangSmithSink", "LangSmithSource"]
