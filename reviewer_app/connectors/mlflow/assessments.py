"""A label as MLflow's assessments: the verdict as feedback, a correction as an expectation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer_app.connectors.mlflow.spans import value_in
from reviewer_app.connectors.web.replies import members_in
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.vocabulary import Verdict

VERDICT, EXPECTED = "review_verdict", "expected_output"
"""The names of the two, where a person chose no others."""

KEY = "label_id"
"""The metadata by which what an earlier push left is found: the server makes its own ids."""

SOURCE_CHARACTERS = 250
"""Characters that MLflow's database has for who assessed."""

Assessment = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """What the assessments are called."""

    verdict: str = VERDICT
    expected: str = EXPECTED


def assessments_of(outgoing: Outgoing, trace_id: str, names: Names) -> list[Assessment]:
    """What a trace shall have of a label; nothing where the label is taken back.

    An expectation is written for a correction alone: what an approval expects is the output that
    the trace has already, and a rejection expects none.
    """
    label = outgoing.label
    if label is None:
        return []
    shared = {
        "trace_id": trace_id,
        "source": {"source_type": "HUMAN", "source_id": _reviewers(label)},
        "metadata": _metadata(outgoing, label),
    }
    verdict = str(label["verdict"])
    found: list[Assessment] = [
        {
            "assessment_name": names.verdict,
            **shared,
            "feedback": {"value": verdict},
            "rationale": str(label.get("comment") or ""),
        }
    ]
    expected = label.get("expected_output")
    if verdict == Verdict.CORRECT and isinstance(expected, str):
        value = _expectation(expected)
        found.append({"assessment_name": names.expected, **shared, "expectation": value})
    return found


def kind_of(assessment: Assessment) -> str:
    """Whether it is a feedback or an expectation."""
    return "expectation" if "expectation" in assessment else "feedback"


def is_same(there: Assessment, wanted: Assessment) -> bool:
    """Whether what is there says already what it shall say."""
    kind = kind_of(wanted)
    metadata = members_in(there.get("metadata"))
    return (
        _value(there.get(kind)) == _value(wanted[kind])
        and (there.get("rationale") or "") == wanted.get("rationale", "")
        and all(metadata.get(key) == value for key, value in wanted["metadata"].items())
    )


def can_become(there: Assessment, wanted: Assessment) -> bool:
    """Whether it can be changed in place: MLflow keeps an assessment's kind and its source."""
    return (
        kind_of(there) == kind_of(wanted)
        and there.get("assessment_name") == wanted["assessment_name"]
        and _source(there) == _source(wanted)
    )


def _value(told: object) -> tuple[bool, object]:
    """A value, and whether it is a serialized one: the server writes those anew in its own way."""
    if not isinstance(told, Mapping):
        return False, None
    serialized = told.get("serialized_value")
    if isinstance(serialized, Mapping):
        return True, value_in(str(serialized.get("value")))
    return False, told.get("value")


def ours(assessments: object, outgoing: Outgoing) -> list[Assessment]:
    """What earlier pushes of this label left on a trace, oldest first."""
    listed = assessments if isinstance(assessments, Sequence) else []
    found = [a for a in listed if isinstance(a, Mapping) and _key(a) == str(outgoing.key)]
    return sorted(found, key=lambda a: (str(a.get("create_time")), str(a.get("assessment_id"))))


def _key(assessment: Assessment) -> object:
    metadata = assessment.get("metadata")
    return metadata.get(KEY) if isinstance(metadata, Mapping) else None


def _source(assessment: Assessment) -> object:
    source = assessment.get("source")
    return source.get("source_id") if isinstance(source, Mapping) else None


def _reviewers(label: Label) -> str:
    return ", ".join(label.get("reviewers") or ["reviewer"])[:SOURCE_CHARACTERS]


def _metadata(outgoing: Outgoing, label: Label) -> dict[str, str]:
    """Texts, and each name every time: MLflow merges metadata, so one left out would stay."""
    names = ("severity", "selected_by", "propensity", "policy_version", "decided_at", "digest")
    return {
        KEY: str(outgoing.key),
        "version": str(outgoing.version),
        "decision_id": str(outgoing.decision_id or ""),
        "error_types": ", ".join(label.get("error_types") or ()),
        **dict(_texts(label, names)),
    }


def _texts(label: Label, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        value = label.get(name)
        yield name, "" if value is None else str(value)


def _expectation(text: str) -> dict[str, Any]:
    """The expected output: objects and lists in the form that MLflow keeps them in."""
    if isinstance(value_in(text), dict | list):
        serialized = {"serialization_format": "JSON_FORMAT", "value": text}
        return {"serialized_value": serialized}
    return {"value": text}
