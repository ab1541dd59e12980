"""Arize Phoenix: spans come in for review, verdicts go back as annotations of their spans."""

from reviewer_app.connectors.phoenix.sink import PhoenixSink
from reviewer_app.connectors.phoenix.source import PhoenixSource

__all__ = ["PhoenixSink", "PhoenixSource"]
