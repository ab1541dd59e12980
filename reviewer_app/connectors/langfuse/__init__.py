"""Langfuse: observations come in for review, verdicts go back as scores and corrections."""

from reviewer_app.connectors.langfuse.sink import LangfuseSink
from reviewer_app.connectors.langfuse.source import LangfuseSource

__all__ = ["LangfuseSink", "LangfuseSource"]
