from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

def test_x(person):
    w=person.window
    f=lambda: (QApplication.focusWidget(), w.shell.stack.currentWidget() if hasattr(w,'shell') else None)
    print("start", f())
    w.keys(); 
    print("keys", f())
    person.press(Qt.Key.Key_Escape)
    print("esc", f(), w.page.desk is not None, w.page.view.is_open)
    person.press(Qt.Key.Key_C)
    print("c", f())
