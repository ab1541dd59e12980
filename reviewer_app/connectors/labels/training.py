"""Examples to train on: demonstrations for supervised fine-tuning, and pairs of preference.

The shapes are those of TRL's “Dataset formats and types” (read at v0.24): conversational language
modelling (`messages`, which hosted fine-tuning reads too) and preference with an explicit prompt
(`prompt`, `chosen`, `rejected`), conversational or as plain texts.
"""

from collections.abc import Mapping
from typing import Any

from reviewer_app.connectors.labels.conversation import completion_of, prompt_of
from reviewer_app.domain.label_tally import LeftOut
from reviewer_app.domain.labels import Label
from reviewer_app.domain.vocabulary import Verdict


def demonstration_of(label: Label) -> Mapping[str, Any] | LeftOut:
    """What was asked, and what a person said is a right answer to it."""
    expected = expected_of(label)
    if isinstance(expected, LeftOut):
        return expected
    prompt = prompt_of(label["input"])
    if isinstance(prompt, LeftOut):
        return prompt
    return {"messages": [*prompt, *completion_of(expected)]}


def preference_of(label: Label) -> Mapping[str, Any] | LeftOut:
    """What was asked, the corrected answer, and the one that it was preferred to."""
    pair = _pair(label)
    if isinstance(pair, LeftOut):
        return pair
    prompt = prompt_of(label["input"])
    if isinstance(prompt, LeftOut):
        return prompt
    chosen, rejected = map(completion_of, pair)
    return {"prompt": prompt, "chosen": chosen, "rejected": rejected}


def plain_preference_of(label: Label) -> Mapping[str, Any] | LeftOut:
    """A pair of preference as plain texts, the input as it came."""
    pair = _pair(label)
    if isinstance(pair, LeftOut):
        return pair
    if not label["input"]:
        return LeftOut.INPUT
    return {"prompt": label["input"], "chosen": pair[0], "rejected": pair[1]}


def expected_of(label: Label) -> str | LeftOut:
    """The output as it should have been, where somebody said it and it is here."""
    expected: str | None = label["expected_output"]
    if expected is not None:
        return expected
    is_here = label["output"] is not None
    return LeftOut.EXPECTED if is_here or _says_nothing(label) else LeftOut.CONTENT


def _says_nothing(label: Label) -> bool:
    return bool(label["verdict"] == Verdict.REJECT)


def _pair(label: Label) -> tuple[str, str] | LeftOut:
    if label["verdict"] != Verdict.CORRECT:
        return LeftOut.SAME
    expected, output = expected_of(label), label["output"]
    if isinstance(expected, LeftOut):
        return expected
    if output is None:
        return LeftOut.CONTENT
    return LeftOut.SAME if expected == output else (expected, output)
