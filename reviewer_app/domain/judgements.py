"""The judgements that people made elsewhere, as they come with a record under `human`."""

from typing import Any

from reviewer_app.domain import fields
from reviewer_app.domain.fields import FieldRefused
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.json.faults import cut, kind_of
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict

ABSTAIN = "abstain"
"""What an annotator says who could not judge; read as a judgement without a verdict."""


def judgements_in(value: Any, most: int) -> tuple[Judgement, ...]:  # noqa: ANN401 - any JSON
    """The judgements in the list under `human`; names may have `most` characters.

    Raises:
        FieldRefused: naming the field, such as `human[2].verdict`.
    """
    if value is None:
        return ()
    if not isinstance(value, list):
        raise FieldRefused(
            "human",
            sentence("human is {kind}; it must be a list of judgements", kind=kind_of(value)),
        )
    return tuple(_judgement(f"human[{n}]", part, most) for n, part in enumerate(value))


def _judgement(place: str, part: Any, most: int) -> Judgement:  # noqa: ANN401 - any JSON
    if not isinstance(part, dict):
        raise FieldRefused(
            place,
            sentence("{place} is {kind}; it must be an object", place=place, kind=kind_of(part)),
        )
    annotator = fields.short_text(f"{place}.annotator", part.get("annotator"), most)
    if not annotator.strip():
        raise FieldRefused(
            f"{place}.annotator", sentence("{place}.annotator is missing: who judged?", place=place)
        )
    return Judgement(
        annotator=annotator,
        verdict=_verdict(f"{place}.verdict", part.get("verdict")),
        corrected_output=_text(part.get("corrected_output")),
        comment=_comment(f"{place}.comment", part.get("comment")),
        labels=_labels(f"{place}.labels", part.get("labels")),
        decided_at=fields.moment(f"{place}.decided_at", part.get("decided_at")),
        active_seconds=_active_seconds(place, part),
    )


def _verdict(place: str, value: Any) -> Verdict | None:  # noqa: ANN401 - any JSON
    name = value.strip().lower() if isinstance(value, str) else ""
    if name == ABSTAIN:
        return None
    if name in set(Verdict):
        return Verdict(name)
    seen = f"“{cut(value)}”" if isinstance(value, str) else kind_of(value)
    known = ", ".join([*Verdict, ABSTAIN])
    raise FieldRefused(
        place,
        sentence(
            "{place} is {seen}; it must be one of {known}", place=place, seen=seen, known=known
        ),
    )


def _text(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return value if value is None or isinstance(value, str) else text_of(value)


def _comment(place: str, value: Any) -> str | None:  # noqa: ANN401 - any JSON
    if value is None or isinstance(value, str):
        return value
    raise FieldRefused(
        place,
        sentence("{place} is {kind}; it must be a text", place=place, kind=kind_of(value)),
    )


def _labels(place: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    if value is None:
        return {}
    if isinstance(value, dict):
        return value
    raise FieldRefused(
        place,
        sentence("{place} is {kind}; it must be an object", place=place, kind=kind_of(value)),
    )


def _active_seconds(place: str, part: dict[str, Any]) -> float | None:
    if part.get("active_seconds") is not None:
        return fields.seconds(f"{place}.active_seconds", part["active_seconds"])
    milliseconds = fields.seconds(f"{place}.logged_ms", part.get("logged_ms"))
    return None if milliseconds is None else milliseconds / 1000
