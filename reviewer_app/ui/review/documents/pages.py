"""The views of an attached picture and an attached PDF, in any size; neither opens anything."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget
from typing_extensions import override

from reviewer_app.ui.language import tr
from reviewer_app.ui.review.claimed_keys import MOVES, claim
from reviewer_app.ui.review.documents.zoom import FIT, stepped
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.paint import focus_ring


class Picture(QAbstractScrollArea):
    """A picture: scaled to fit and never beyond its own size, until another size is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._factor: float | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("The attached picture"))
        for bar in self._bars():
            bar.setSingleStep(24)
        self.viewport().setAutoFillBackground(False)

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._image is None

    @property
    def factor(self) -> float | None:
        """The size against the picture's own; None while it fits."""
        return self._factor

    def show_image(self, image: QImage | None) -> None:
        """Shows a picture so that it fits, or none."""
        self._image, self._factor = image, None
        self._set_ranges()

    def zoom(self, step: int) -> float | None:
        """Shows the picture a step larger or smaller, or so that it fits."""
        if self._image is not None:
            own = self._factor or self._shown_size().width() / max(1, self._image.width())
            middles = [_middle(bar) for bar in self._bars()]
            self._factor = None if step == FIT else stepped(own, step)
            self._set_ranges()
            for bar, middle in zip(self._bars(), middles, strict=True):
                whole = bar.maximum() + bar.pageStep()
                bar.setValue(int(middle * whole - bar.pageStep() / 2))
        return self._factor

    @override
    def event(self, event: QEvent) -> bool:
        """Claims the keys that move over the picture."""
        return claim(event, MOVES) or super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scrolls as far as there is picture."""
        super().resizeEvent(event)
        self._set_ranges()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture in the middle of what room there is."""
        del event
        painter = QPainter(self.viewport())
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size, room = self._shown_size(), self.viewport().size()
            left = max(0, (room.width() - size.width()) // 2) - self.horizontalScrollBar().value()
            top = max(0, (room.height() - size.height()) // 2) - self.verticalScrollBar().value()
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        if self.hasFocus():
            area = QRectF(self.viewport().rect())
            focus_ring(painter, area, 4, tokens().color("accent"))
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        """A quarter of a screen, if there is room."""
        return QSize(320, 320)

    def _shown_size(self) -> QSize:
        if self._image is None:
            return QSize()
        size, room = self._image.size(), self.maximumViewportSize()
        if self._factor is not None:
            return size * self._factor
        if size.width() > room.width() or size.height() > room.height():
            return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return size

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

    def _set_ranges(self) -> None:
        size, room = self._shown_size(), self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(0, whole - seen) if self._factor is not None else 0)
            bar.setPageStep(max(1, seen))
        self.viewport().update()


def _middle(bar: QScrollBar) -> float:
    """Where in the whole the middle of what is seen stands, from 0 to 1."""
    return (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())


class PdfPages(QPdfView):
    """The pages of a PDF under one another; `turned` follows whenever another page is seen."""

    turned = Signal(int)

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__()
        self._document = document
        self.setDocument(document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName(tr("The attached PDF"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pageNavigator().currentPageChanged.connect(self.turned)

    def zoom(self, step: int) -> float | None:
        """Shows the pages a step larger or smaller, or as wide as the view."""
        if step == FIT:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return None
        is_fit = self.zoomMode() is not QPdfView.ZoomMode.Custom
        own = self._fit_factor() if is_fit else self.zoomFactor()
        factor = stepped(own, step)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)
        return factor

    @override
    def event(self, event: QEvent) -> bool:
        """Claims the keys that move over the pages."""
        return claim(event, MOVES) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pages, and the mark of the keyboard around them."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            area = QRectF(self.viewport().rect())
            focus_ring(painter, area, 4, tokens().color("accent"))
            painter.end()

    def _fit_factor(self) -> float:
        """How large a page is while it is as wide as the view."""
        page = self._document.pagePointSize(self.pageNavigator().currentPage())
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        own = page.width() * self.logicalDpiX() / 72
        return room / own if own > 0 else 1.0
