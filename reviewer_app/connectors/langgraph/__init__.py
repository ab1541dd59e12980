"""LangGraph: interrupts of threads come in, and the answer resumes the agent that waits."""

from reviewer_app.connectors.langgraph.sink import LangGraphSink
from reviewer_app.connectors.langgraph.source import LangGraphSource

__all__ = ["LangGraphSink", "LangGraphSource"]
