"""Files and folders of files as sources: JSON Lines, JSON, CSV and Parquet."""

from reviewer_app.connectors.files.folder import FolderSource
from reviewer_app.connectors.files.source import FileSource, open_file
from reviewer_app.connectors.records.stream import FileUnreadable

__all__ = ["FileSource", "FileUnreadable", "FolderSource", "open_file"]
