"""How much room the window leaves around its lines: as the person chose it."""

from PySide6.QtWidgets import QApplication

DENSITY_PROPERTY = "reviewer_density"
"""The application's property that names the density in force."""

COMFORTABLE, COMPACT = "comfortable", "compact"


def is_compact() -> bool:
    """Whether lines stand close."""
    application = QApplication.instance()
    return application is not None and application.property(DENSITY_PROPERTY) == COMPACT


def room(comfortable: int, compact: int) -> int:
    """Pixels of room at the density in force."""
    return compact if is_compact() else comfortable
