"""Label Studio: tasks with their predictions come in, annotations go back."""

from reviewer_app.connectors.label_studio.sink import LabelStudioSink
from reviewer_app.connectors.label_studio.source import LabelStudioSource

__all__ = ["LabelStudioSink", "LabelStudioSource"]
