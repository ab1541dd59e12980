"""What a person does in a form, told by any of its parts to the form."""

from PySide6.QtCore import QObject, Signal


class Gestures(QObject):
    """One for each form; its parts emit, the form listens."""

    typed = Signal(object, str)
    """A field and the words that are in it now."""

    reset = Signal(object, object)
    """A path and the raw value, or None, that it goes back to."""

    added = Signal(object)
    """A list that gets one more element, or a container that is missing."""

    removed = Signal(object)
    """The path of what is taken out."""

    moved = Signal(object, int)
    """The path of an element and its new index."""

    put_back = Signal(object)
    """A change to take back."""

    remedied = Signal(object)
    """A fault to put right in the one way that needs no thought."""
