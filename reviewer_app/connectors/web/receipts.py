"""Receipts of pushes: where a label was put, for when its item no longer says it.

An item whose content was erased keeps a label without texts; what was sent of them has to go from
the platform too, and nothing but the receipt leads there any more.
"""

from collections.abc import Mapping

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse, text_of


def receipt_of(target: Mapping[str, str | int], *names: str) -> str:
    """The receipt of a label that was put there.

    Args:
        target: what the item says of where it is; parts of its content may be among it.
        names: of what alone a receipt may keep: ids and times of the platform.
    """
    return text_of({name: target[name] for name in names if name in target})


def target_in(receipt: str) -> dict[str, str | int]:
    """Where a receipt says that a label was put; nothing where it does not say it."""
    try:
        told = parse(receipt) if receipt else None
    except JsonRefused:
        return {}
    found = told if isinstance(told, dict) else {}
    return {name: value for name, value in found.items() if isinstance(value, str | int) and value}


def words_in(*places: object) -> dict[str, str]:
    """The texts of the first of these that is an object with any; nothing where none is."""
    for place in places:
        known = place if isinstance(place, Mapping) else {}
        found = {name: text for name, text in known.items() if isinstance(text, str) and text}
        if found:
            return found
    return {}
