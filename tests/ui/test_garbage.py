"""Cycles with widgets in them end on the window's thread, whoever makes the next object."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QLabel

from reviewer_app.ui.garbage import Garbage, collect

pytestmark = pytest.mark.usefixtures("qapp")


def test_python_does_not_collect_by_itself_while_the_window_does():
    garbage = Garbage()
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()


def test_a_widget_in_a_cycle_ends_on_the_windows_thread():
    ended = []

    class Held(QLabel):
        def __del__(self):
            ended.append(threading.current_thread() is threading.main_thread())

    garbage = Garbage()
    label = Held()
    label.me = label
    del label
    worker = threading.Thread(target=lambda: [[] for _ in range(50_000)])
    worker.start()
    worker.join()
    assert ended == []
    kept = [[] for _ in range(50_000)]
    for _ in range(60):
        collect()
        kept += [[] for _ in range(2_000)]
    gc.collect()
    assert ended == [True]
    garbage.stop()
