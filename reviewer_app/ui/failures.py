"""What happens when the program itself fails: it is logged, said once, and the work goes on."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("reviewer.window")
qt_log = logging.getLogger("reviewer.qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def route_failures(say: Callable[[], None]) -> None:
    """Sends what a slot raises to the log and the window: Qt would swallow it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("something failed that should not have", exc_info=(kind, error, trace))
        say()

    sys.excepthook = hook


def route_qt_messages() -> None:
    """Sends what Qt says to the log, not to the terminal."""
    qInstallMessageHandler(_note)


def _note(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    del context
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
