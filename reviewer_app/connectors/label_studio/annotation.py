"""A label as an annotation: the verdict, the corrected output and the comment in their controls."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.label_studio.interface import (
    Control,
    Interface,
    choices_snippet,
    text_snippet,
)
from reviewer_app.connectors.label_studio.results import Region, corrected
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict

VERDICTS = (Verdict.APPROVE, Verdict.CORRECT, Verdict.REJECT)
"""The verdicts that a label can have when it goes out."""

_NO_COMMENTS = "-"


class ControlMissing(PushRefused):
    """The labelling interface has no control for what the label says."""

    def __init__(self, name: str, snippet: str) -> None:
        super().__init__(
            sentence(
                "The project's labelling interface has no control “{name}” for what is sent. Add "
                "{snippet} to it (Settings, Labelling Interface, Code), or name another control in "
                "the connection, and send it again.",
                name=name,
                snippet=snippet,
            )
        )
        self.snippet = snippet


@dataclass(frozen=True, slots=True)
class Names:
    """What the controls are called that labels go into."""

    verdict: str = "verdict"
    correction: str = "corrected"
    comment: str = "comment"

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> "Names":
        """The names that a person set."""
        usual = cls()
        return cls(
            options.get("verdict_control") or usual.verdict,
            options.get("correction_control") or usual.correction,
            options.get("comment_control") or usual.comment,
        )

    def check(self, interface: Interface) -> None:
        """Looks whether any label could be sent.

        Raises:
            ControlMissing: one could not.
        """
        for verdict in VERDICTS:
            self.verdict_control(interface, verdict)
        self.text_control(interface, self.correction)
        if self.comment != _NO_COMMENTS:
            self.text_control(interface, self.comment)

    def verdict_control(self, interface: Interface, verdict: str) -> tuple[Control, str]:
        """The control for verdicts, and its choice for this one.

        Raises:
            ControlMissing: there is none.
        """
        found = interface.of_kind(self.verdict, "choices")
        choice = found.choice(verdict) if found else None
        if found is None or choice is None:
            snippet = choices_snippet(self.verdict, interface.labelled, VERDICTS)
            raise ControlMissing(self.verdict, snippet)
        return found, choice

    def text_control(self, interface: Interface, name: str) -> Control:
        """A control for texts.

        Raises:
            ControlMissing: there is none of this name.
        """
        found = interface.of_kind(name, "textarea")
        if found is None:
            raise ControlMissing(name, text_snippet(name, interface.labelled))
        return found

    @property
    def takes_comments(self) -> bool:
        """Whether comments are sent."""
        return self.comment != _NO_COMMENTS


def mark_of(outgoing: Outgoing) -> str:
    """What the parts of our annotation are called, so that it is found again."""
    return f"reviewer-{outgoing.key}"


def annotation_of(
    outgoing: Outgoing, label: Label, names: Names, interface: Interface, judged: Sequence[Region]
) -> dict[str, Any]:
    """The annotation that says what a label says.

    Args:
        outgoing: what the label goes out as.
        label: the label.
        names: of the controls.
        interface: the project's.
        judged: the result of the prediction that was judged, as far as there is one.

    Raises:
        ControlMissing: the labelling interface has no place for it.
    """
    mark = mark_of(outgoing)
    control, choice = names.verdict_control(interface, str(label["verdict"]))
    verdict = _region(mark, control, {"choices": [choice]})
    verdict["meta"] = _meta(outgoing, label)
    result = [*_concluded(label, judged, interface), verdict]
    if label["verdict"] == Verdict.CORRECT and label["expected_output"] is not None:
        place = names.text_control(interface, names.correction)
        result.append(_region(f"{mark}-corrected", place, {"text": [label["expected_output"]]}))
    if label["comment"] and names.takes_comments:
        place = names.text_control(interface, names.comment)
        result.append(_region(f"{mark}-comment", place, {"text": [label["comment"]]}))
    made: dict[str, Any] = {"result": result, "was_cancelled": False}
    if label["active_seconds"] is not None:
        made["lead_time"] = label["active_seconds"]
    return made


def _concluded(
    label: Label, judged: Sequence[Region], interface: Interface
) -> list[dict[str, Any]]:
    """What holds after all in the project's own controls: the prediction, or its correction."""
    if label["verdict"] == Verdict.APPROVE:
        return [copy.deepcopy(dict(region)) for region in judged]
    output = label["expected_output"]
    if label["verdict"] != Verdict.CORRECT or output is None or not judged:
        return []
    return corrected(judged, output, interface) or []


def _region(mark: str, control: Control, value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": mark,
        "from_name": control.name,
        "to_name": control.to_name,
        "type": control.kind,
        "value": dict(value),
        "origin": "manual",
    }


def _meta(outgoing: Outgoing, label: Label) -> dict[str, Any]:
    """What no control has a place for: who judged, what was wrong, which content was seen."""
    said = {
        "reviewers": label["reviewers"],
        "error_types": label["error_types"],
        "severity": label["severity"],
        "decided_at": label["decided_at"],
    }
    kept = {name: value for name, value in said.items() if value}
    return {**kept, "digest": outgoing.digest, "version": outgoing.version}
