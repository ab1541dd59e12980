"""A feed of JSON records at an address, read page by page."""

from reviewer_app.connectors.http.source import HttpSource

__all__ = ["HttpSource"]
