"""How the window looks: colours, the size of content, the room around its lines."""

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.settings.section import Choices, Section


class Look(Section):
    """The section about what is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Look"), parent)
        self.themes = Choices(
            tr("Theme"),
            {
                "system": tr("As the system"),
                "light": tr("Light"),
                "dark": tr("Dark"),
                "contrast": tr("High contrast"),
            },
        )
        self.sizes = Choices(
            tr("Size of content"),
            {
                -2: tr("Smaller"),
                0: tr("Normal"),
                2: tr("Larger"),
                4: tr("Large"),
                8: tr("Largest"),
            },
        )
        self.densities = Choices(
            tr("Density"), {"comfortable": tr("Comfortable"), "compact": tr("Compact")}
        )
        self.themes.chosen.connect(lambda value: self.changed.emit({"theme": value}))
        self.sizes.chosen.connect(lambda value: self.changed.emit({"content_size": value}))
        self.densities.chosen.connect(lambda value: self.changed.emit({"density": value}))
        self.card(tr("Theme"), self.themes)
        size = tr("The rest of the window follows the system's font.")
        self.card(tr("Size of what agents produced"), self.sizes, note=size)
        dense = tr("Compact shows more rows of the queue and leaves more room to the output.")
        self.card(tr("Density"), self.densities, note=dense)

    def show_settings(self, settings: Settings) -> None:
        """Shows what is set."""
        self.themes.show_value(str(settings.theme))
        self.sizes.show_nearest(settings.content_size)
        self.densities.show_value(str(settings.density))
