"""Test cases for promptfoo: what goes in as a variable, and what must or must not come out.

The shape is a `.jsonl` tests file as promptfoo 0.121 loads it: `description`, `vars`, `assert`,
`metadata`. Everything in it is a template there: `{{ … }}` is filled in, `file://` and `package:`
load and run what they name, `$ref` is followed. A text that any of these would touch makes no
test, since nothing in the format says that it is only a text.
"""

import re
from collections.abc import Mapping
from typing import Any

from reviewer_app.connectors.labels.training import expected_of
from reviewer_app.domain.label_tally import LeftOut
from reviewer_app.domain.labels import Label
from reviewer_app.domain.vocabulary import Verdict

OBEYED = re.compile(r"\s*(?:file://|package:)|.*?\{[{%#]", re.DOTALL | re.IGNORECASE)
"""What promptfoo does something with, rather than taking it as a text."""

METADATA = (
    "id", "source", "external_id", "workflow", "step", "agent", "model_version", "verdict",
    "error_types", "severity", "reviewers", "decided_at", "selected_by", "propensity",
    "origin", "digest",
)  # fmt: skip


def case_of(label: Label) -> Mapping[str, Any] | LeftOut:
    """A label as a test: the expected output must come out, or the rejected one must not."""
    asserted = _assertion(label)
    if isinstance(asserted, LeftOut):
        return asserted
    if not label["input"]:
        return LeftOut.INPUT
    case = {
        "description": f"{label['workflow']} › {label['step']}: {label['external_id']}",
        "vars": {"input": label["input"]},
        "assert": [asserted],
        "metadata": {name: label[name] for name in METADATA},
    }
    return LeftOut.TEMPLATE if _is_obeyed(case) else case


def _assertion(label: Label) -> dict[str, str] | LeftOut:
    if label["verdict"] == Verdict.REJECT:
        output = label["output"]
        return LeftOut.CONTENT if output is None else {"type": "not-equals", "value": output}
    expected = expected_of(label)
    return expected if isinstance(expected, LeftOut) else {"type": "equals", "value": expected}


def _is_obeyed(value: object) -> bool:
    if isinstance(value, str):
        return OBEYED.match(value) is not None
    if isinstance(value, Mapping):
        return any(map(_is_obeyed, value.values()))
    return isinstance(value, list) and any(map(_is_obeyed, value))
