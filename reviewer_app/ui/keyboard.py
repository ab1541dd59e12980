"""Which keys an action can have: who holds a key, what is refused, what a choice comes to."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from PySide6.QtGui import QKeySequence

from reviewer_app.ui.actions import ACTIONS, Action, action, keycap_of
from reviewer_app.ui.keymap import put_in_force
from reviewer_app.ui.language import mark, tr

Chosen: TypeAlias = Mapping[str, tuple[str, ...]]
"""Keys by the id of their action, only where they differ from the table's."""

FIXED = frozenset({"view.back"})
"""Actions whose key is the same everywhere: without it there would be no way back."""

_ESC = mark("Esc leaves the field, then the mode; it cannot be given to anything else.")
_TAB = mark("Tab goes from one control to the next; it cannot be given to an action.")
_ENTER = mark("Enter presses the control that has the keyboard; hold Ctrl or Alt with it.")
_SPACE = mark("Space presses the control that has the keyboard; only paging can share it.")
_CLIPBOARD = mark("Ctrl C, X and V copy, cut and paste text; they cannot be given to an action.")
_MENUS = mark("Alt with a letter opens a menu; hold Ctrl or Shift too.")
_ALONE = mark("Press a key together with it: Ctrl, Shift or Alt alone are no key.")
_NO_KEY = mark("That is no key that this program knows.")

_RESERVED: Mapping[str, str] = {
    "Esc": _ESC,
    "Tab": _TAB,
    "Shift+Tab": _TAB,
    "Backtab": _TAB,
    "Shift+Backtab": _TAB,
    "Return": _ENTER,
    "Enter": _ENTER,
    "Space": _SPACE,
    "Shift+Space": _SPACE,
    "Ctrl+C": _CLIPBOARD,
    "Ctrl+X": _CLIPBOARD,
    "Ctrl+V": _CLIPBOARD,
    **dict.fromkeys(("Control", "Shift", "Alt", "AltGr", "Meta"), _ALONE),
}


def spelled(keys: str) -> str:
    """The portable name of one key press; empty where the words name none, or several."""
    sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString() if sequence.count() == 1 else ""


def refusal(name: str, keys: str) -> str:
    """Why an action cannot have this key, in a sentence; empty where it can."""
    if not spelled(keys):
        return tr(_NO_KEY)
    key = spelled(keys)
    if key in {spelled(usual) for usual in action(name).keys}:
        return ""
    is_menu = key.startswith("Alt+") and len(key) == len("Alt+F") and key[-1].isalpha()
    return tr(_MENUS) if is_menu else tr(_RESERVED.get(key, ""))


def holder(keys: str, apart_from: str = "") -> Action | None:
    """The action that has this key now, where it and `apart_from` cannot both have it."""
    wanted = spelled(keys)
    for entry in ACTIONS:
        is_other = entry.id != apart_from and (not apart_from or entry.meets(action(apart_from)))
        if is_other and wanted in map(spelled, entry.keys_in_force):
            return entry
    return None


def given(chosen: Chosen, name: str, place: int, keys: str | None) -> Chosen:
    """The choice after an action gets a key in place of the one at `place`, or loses that."""
    held = list(action(name).keys_in_force)
    held[place : place + 1] = [] if keys is None else [spelled(keys)]
    return _with(chosen, {name: tuple(dict.fromkeys(held))})


def swapped(chosen: Chosen, name: str, place: int, keys: str) -> Chosen:
    """The choice after an action and the holder of a key exchange theirs, where that can be."""
    other = holder(keys, apart_from=name)
    if other is None:
        return given(chosen, name, place, keys)
    held = action(name).keys_in_force
    left = [
        key
        for key in held[place : place + 1]
        if not refusal(other.id, key) and not _without(key, other.id, name)
    ]
    theirs = [key for key in other.keys_in_force if spelled(key) != spelled(keys)]
    at = len(other.keys_in_force) - len(theirs) - 1
    theirs[at:at] = left
    changed = {other.id: tuple(theirs), **_without(keys, name, other.id)}
    return _with(given(chosen, name, place, keys), changed)


def _without(keys: str, name: str, first: str) -> Chosen:
    """The keys that further holders of a key are left with: those of other pages than the first."""
    wanted = spelled(keys)
    return {
        entry.id: tuple(key for key in entry.keys_in_force if spelled(key) != wanted)
        for entry in ACTIONS
        if entry.id not in {name, first}
        and entry.meets(action(name))
        and wanted in map(spelled, entry.keys_in_force)
    }


def reset(chosen: Chosen, name: str) -> Chosen:
    """The choice without what was chosen for an action, and for those that would clash then."""
    usual = set(map(spelled, action(name).keys))
    left: Chosen = {other: keys for other, keys in chosen.items() if other != name}
    clashing = [o for o, keys in left.items() if usual & set(map(spelled, keys))]
    for other in [o for o in clashing if action(o).meets(action(name))]:
        left = reset(left, other)
    return left


def enforce(chosen: Chosen) -> list[str]:
    """Puts a choice in force as far as it can be; says in sentences what of it cannot."""
    known = {entry.id for entry in ACTIONS}
    faults = [
        tr("The settings name keys for “{name}”, which is no action.", name=name)
        for name in chosen
        if name not in known
    ]
    good = {}
    for name in [entry.id for entry in ACTIONS if entry.id in chosen]:
        why = _fault(name, chosen[name])
        if why:
            faults.append(why)
        else:
            good[name] = tuple(dict.fromkeys(map(spelled, chosen[name])))
    put_in_force(_without_clashes(good, faults))
    return faults


def _fault(name: str, keys: Iterable[str]) -> str:
    """What is wrong with keys that a file gives to an action; empty where nothing is."""
    if name in FIXED:
        return tr("The key of “{action}” cannot be changed.", action=tr(action(name).text))
    for key in keys:
        if why := refusal(name, key):
            return tr(
                "The settings give “{action}” the key “{key}”. {why} It keeps {usual}.",
                action=tr(action(name).text),
                key=key,
                why=why,
                usual=_usual(name),
            )
    return ""


def _without_clashes(good: dict[str, tuple[str, ...]], faults: list[str]) -> Chosen:
    """Drops choices until no key belongs to two actions; the table's own keys never clash."""
    while True:
        clash = _clash(good)
        if clash is None:
            return good
        key, first, second = clash
        loser = second if second in good else first
        del good[loser]
        faults.append(
            tr(
                "The settings give {key} to “{one}” and to “{other}”. “{loser}” keeps {usual}.",
                key=keycap_of(key),
                one=tr(action(first).text),
                other=tr(action(second).text),
                loser=tr(action(loser).text),
                usual=_usual(loser),
            )
        )


def _clash(chosen: Chosen) -> tuple[str, str, str] | None:
    """A key that two actions would have at once, with their ids."""
    owners: dict[str, list[Action]] = {}
    for entry in ACTIONS:
        for key in map(spelled, chosen.get(entry.id, entry.keys)):
            others = [o for o in owners.get(key, ()) if o is not entry and o.meets(entry)]
            if others:
                return key, others[0].id, entry.id
            owners.setdefault(key, []).append(entry)
    return None


def _usual(name: str) -> str:
    keys = action(name).keys
    return ", ".join(map(keycap_of, keys)) if keys else tr("no key")


def _with(chosen: Chosen, changes: Chosen) -> Chosen:
    """A choice with changes; what equals the table is left out of it."""
    merged = {**chosen, **changes}
    return {
        name: keys
        for name, keys in merged.items()
        if tuple(map(spelled, keys)) != tuple(map(spelled, action(name).keys))
    }
