"""The shared libraries that the window needs on Linux, looked for before Qt would abort.

This module imports nothing of Qt: without these libraries even that import fails.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """A library by its soname, and the packages that bring it."""

    soname: str
    debian: str
    fedora: str


_ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
)
_XCB = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
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
)
_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
)
KNOWN = {library.soname: library for library in (*_ALWAYS, *_XCB, *_WAYLAND)}


def missing(
    platform: str = sys.platform,
    plugin: str | None = None,
    loads: Callable[[str], bool] | None = None,
) -> list[str]:
    """The sonames that the chosen platform plugin needs and that cannot be loaded.

    Args:
        platform: as `sys.platform` has it; only Linux is looked at.
        plugin: Qt's platform plugin; where None, the one that Qt would choose.
        loads: whether a soname can be loaded; for tests.
    """
    if not platform.startswith("linux"):
        return []
    can_load = loads or _loads
    chosen = plugin or chosen_plugin(os.environ)
    return [library.soname for library in needed(chosen) if not can_load(library.soname)]


def needed(plugin: str) -> tuple[Library, ...]:
    """The libraries that a platform plugin needs."""
    if plugin.startswith("wayland"):
        return (*_ALWAYS, *_WAYLAND)
    if plugin.startswith(("offscreen", "minimal", "vnc")):
        return _ALWAYS
    return (*_ALWAYS, *_XCB)


def chosen_plugin(environment: os._Environ[str] | dict[str, str]) -> str:
    """The platform plugin that Qt would choose in this environment."""
    named = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if named:
        return named
    is_wayland = environment.get("XDG_SESSION_TYPE") == "wayland"
    return "wayland" if is_wayland and environment.get("WAYLAND_DISPLAY") else "xcb"


def sentence(names: Iterable[str]) -> str:
    """What is missing, and the commands that bring it on Debian, Ubuntu and Fedora."""
    listed = list(names)
    known = [KNOWN[name] for name in listed if name in KNOWN]
    debian = " ".join(dict.fromkeys(library.debian for library in known))
    fedora = " ".join(dict.fromkeys(library.fedora for library in known))
    what = "a library" if len(listed) == 1 else f"{len(listed)} libraries"
    return (
        f"The window needs {what} that this machine does not have: {', '.join(listed)}. "
        f"On Debian or Ubuntu: sudo apt install {debian}. "
        f"On Fedora: sudo dnf install {fedora}. The other commands work without."
    )


def display_missing(environment: dict[str, str] | os._Environ[str], platform: str) -> bool:
    """Whether there is no display for a window to appear on."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
