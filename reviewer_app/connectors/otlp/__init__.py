"""Spans and logs that agents' telemetry wrote to files, in the JSON form of OTLP."""

from reviewer_app.connectors.otlp.source import OtlpSource

__all__ = ["OtlpSource"]
