"""Tasks for Label Studio's JSON import: the output as a prediction, the judgement as an annotation.

The shape is Label Studio's “basic JSON format” (`data`, `predictions`, `annotations`; tried with
1.23). `LABELING_CONFIG` is a labelling configuration that shows it; the manifest has it too.
"""

from collections.abc import Mapping
from typing import Any

from reviewer_app.domain.label_tally import LeftOut
from reviewer_app.domain.labels import Label
from reviewer_app.domain.vocabulary import Verdict

TEXT, VERDICT, CORRECTED, COMMENT = "output", "verdict", "corrected", "comment"
"""The names of the controls."""

LABELING_CONFIG = f"""<View>
  <Header value="Input"/>
  <Text name="input" value="$input"/>
  <Header value="Output"/>
  <Text name="{TEXT}" value="$output"/>
  <Choices name="{VERDICT}" toName="{TEXT}" choice="single">
    <Choice value="approve"/>
    <Choice value="correct"/>
    <Choice value="reject"/>
  </Choices>
  <TextArea name="{CORRECTED}" toName="{TEXT}" maxSubmissions="1"/>
  <TextArea name="{COMMENT}" toName="{TEXT}" maxSubmissions="1"/>
</View>
"""

DATA = (
    "id", "source", "external_id", "workflow", "step", "agent", "model_version", "error_types",
    "severity", "reviewers", "decided_at", "selected_by", "propensity", "policy_version",
    "policy", "flags", "origin", "digest",
)  # fmt: skip


def task_of(label: Label) -> Mapping[str, Any] | LeftOut:
    """A label as a task that is done."""
    output = label["output"]
    if output is None:
        return LeftOut.CONTENT
    data = {name: label[name] for name in DATA}
    return {
        "data": {"input": label["input"] or "", "output": output, **data},
        "predictions": [_prediction(label, output)],
        "annotations": [{"result": _judgement(label), "lead_time": label["active_seconds"]}],
    }


def _prediction(label: Label, output: str) -> dict[str, Any]:
    """What the agent said, before anybody looked; its score is the confidence, where it had one."""
    made: dict[str, Any] = {"result": [_text(CORRECTED, output)]}
    if label["model_version"]:
        made["model_version"] = label["model_version"]
    if label["confidence"] is not None:
        made["score"] = label["confidence"]
    return made


def _judgement(label: Label) -> list[dict[str, Any]]:
    verdict, expected = str(label["verdict"]), label["expected_output"]
    chosen = _control(VERDICT, "choices", {"choices": [verdict]})
    corrected = [_text(CORRECTED, expected)] if _is_corrected(verdict, expected) else []
    said = [_text(COMMENT, label["comment"])] if label["comment"] else []
    return [chosen, *corrected, *said]


def _is_corrected(verdict: str, expected: str | None) -> bool:
    return verdict == Verdict.CORRECT and expected is not None


def _text(name: str, text: str) -> dict[str, Any]:
    return _control(name, "textarea", {"text": [text]})


def _control(name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "from_name": name, "to_name": TEXT, "type": kind, "value": value}
