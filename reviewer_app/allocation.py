"""How the C library's allocator treats large blocks, so that memory stays bounded."""

import ctypes
import sys

M_MMAP_THRESHOLD = -3
LARGE = 1 << 20


def give_back_large_blocks() -> None:
    """Lets glibc return every freed block above 1 MiB to the system at once.

    Left alone it learns from the first large record to keep such blocks in its heap, where they
    fragment: pulling records of 30 MB then takes half as much memory again. Does nothing where
    the C library is another one.
    """
    if sys.platform != "linux":
        return
    try:
        set_option = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return
    set_option(M_MMAP_THRESHOLD, LARGE)
