"""Keeps Python's None alive where Qt for Python would use it up."""

import ctypes
import sys

ENOUGH = 1 << 40
"""References that no run gives away: one is lost with each call of Qt that returns nothing."""


def keep_none() -> None:
    """Makes None last for the whole run, before Qt is used.

    Qt for Python 6.12 returns None without taking a reference to it. From Python 3.12 on None is
    immortal and this does no harm; on 3.11 the interpreter ends with "deallocating None" after a
    few thousand calls.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        references = ctypes.c_ssize_t.from_address(id(None))
        if references.value < ENOUGH:
            references.value += ENOUGH
