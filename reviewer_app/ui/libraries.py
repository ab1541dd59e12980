"""System libraries and the screen that the window needs, looked for before Qt is imported.

Qt itself ends the process without an exception where one is missing, and blames the wrong one.
"""

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library by its file name, and the packages that bring it."""

    soname: str
    debian: str
    fedora: str


EVERYWHERE = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
)
"""What Qt's own libraries are linked with, whatever the screen."""

X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
"""What the plugin for X servers needs besides."""

WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
)
"""What the plugin for Wayland needs besides."""


def missing(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The file names of the libraries that cannot be loaded; none but on Linux."""
    if sys.platform != "linux":
        return []
    return [library.soname for library in needed(environment) if not _loads(library.soname)]


def needed(environment: Mapping[str, str] = os.environ) -> tuple[Library, ...]:
    """The libraries that the window needs on the screen that Qt will choose."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not chosen:
        chosen = "wayland" if environment.get("WAYLAND_DISPLAY") else "xcb"
        chosen = chosen if environment.get("DISPLAY") or chosen == "wayland" else ""
    plugins = {"xcb": X11, "wayland": WAYLAND}
    return EVERYWHERE + plugins.get(chosen, ())


def sentence(sonames: Iterable[str]) -> str:
    """What to install where these are missing, for a person."""
    lost = set(sonames)
    libraries = [one for one in (*EVERYWHERE, *X11, *WAYLAND) if one.soname in lost]
    debian = " ".join(dict.fromkeys(one.debian for one in libraries))
    fedora = " ".join(dict.fromkeys(one.fedora for one in libraries))
    return (
        f"The window cannot open: this system lacks {', '.join(sorted(lost))}. "
        f"On Debian or Ubuntu: sudo apt install {debian}\n"
        f"On Fedora: sudo dnf install {fedora}\n"
        "Everything but the window works without them: see reviewer-app --help."
    )


def screen_sentence(environment: Mapping[str, str] = os.environ) -> str | None:
    """Why no window can open here though all libraries are there; None where one can."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform != "linux" or any(environment.get(name) for name in screens):
        return None
    return (
        "The window cannot open: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is "
        "set). Start Reviewer in a desktop session, or on a server with `xvfb-run reviewer-app`. "
        "Everything but the window works without a screen: see reviewer-app --help."
    )


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
