"""The places of a real record that fields can be chosen from."""

import json
from collections.abc import Sequence
from itertools import islice

from reviewer_app.connections.trial import MOST, Place, Trial, places
from reviewer_app.domain.incoming import Problem


def places_of(trial: Trial) -> Sequence[Place]:
    """The places that a test found; of a record that was refused, those of its own text."""
    if trial.places:
        return trial.places
    for sample in trial.samples:
        if isinstance(sample.outcome, Problem):
            found = list(islice(places(_parsed(sample.outcome.raw)), MOST))
            if found:
                return found
    return ()


def _parsed(raw: str) -> object:
    """The value of a text; nothing where the text is no JSON, or was cut."""
    try:
        value: object = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value
