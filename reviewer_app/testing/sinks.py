"""What every sink must do: leave one label however often it is pushed, take back, lose none."""

# ruff: noqa: D102, S101 - a test says in its name what it looks at, by assertions

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from uuid import UUID

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.protocols import Sink
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.labels import LABEL_FIELDS, Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.testing.asking import (
    check_hidden,
    check_options,
    not_told,
    nothing_left_open,
    skip,
    value_of,
)


class SinkContract:
    """The tests of a sink. Override `sink` and `labels_there`, and the others where there is a way.

    A sink that `is_final` is not asked to replace or take back.
    """

    def sink(self) -> Sink:
        """The sink, made anew; the platform keeps what was pushed before."""
        raise NotImplementedError

    def labels_there(self) -> Sequence[tuple[str, str]]:
        """What the platform has: the external id and the verdict of each label, repeats and all."""
        raise NotImplementedError

    def meta(self, number: int) -> Mapping[str, object]:
        """The metadata of an item, by which the platform finds its record; numbers start at 0."""
        del number
        return {}

    def external_id(self, number: int) -> str:
        """The id of an item at the platform."""
        return f"run-{number}"

    def refused(self) -> Outgoing:
        """A label that the platform will never take, such as one of a record it does not have."""
        not_told("refused")

    def unreachable(self) -> Sink:
        """A sink whose platform does not answer."""
        not_told("unreachable")

    def losing_replies(self) -> AbstractContextManager[object]:
        """While it lasts the platform does what it is told, and its replies are lost."""
        not_told("losing_replies")

    def secrets(self) -> Sequence[str]:
        """What `sink` and `unreachable` were told that nobody may see."""
        not_told("secrets")

    def outgoing(self, number: int, verdict: str | None = "approve", version: int = 1) -> Outgoing:
        """A label of an item on its way; None takes it back."""
        key = UUID(f"0198c0de-0000-8000-8000-{number:012}")
        told = label_of(key, self.external_id(number), verdict) if verdict else None
        return Outgoing(
            key,
            version,
            told,
            "agents",
            self.external_id(number),
            "0" * 64,
            dict(self.meta(number)),
            UUID(f"0198c0de-0000-7000-8000-{number:06}{version:06}"),
        )

    def test_it_says_what_it_is(self) -> None:
        sink = self.sink()
        assert isinstance(sink, Sink)
        assert sink.name
        assert sink.kind
        assert sink.kind == sink.kind.lower().strip()
        assert sink.is_final in {True, False}
        check_options(value_of(sink, "OPTIONS") or {})
        sink.close()

    def test_a_label_arrives(self) -> None:
        self._push(self.outgoing(0, "reject"))
        assert self._there() == {self.external_id(0): ["reject"]}

    def test_pushing_twice_leaves_one_label(self) -> None:
        receipt = self._push(self.outgoing(0))
        self._push(replace(self.outgoing(0), receipt=receipt))
        self._push(self.outgoing(0))
        assert self._there() == {self.external_id(0): ["approve"]}

    def test_a_push_whose_reply_was_lost_is_repeated_and_leaves_one_label(self) -> None:
        with self.losing_replies():
            assert isinstance(self._failure(self.outgoing(0)), Unreachable)
        self._push(self.outgoing(0))
        assert self._there() == {self.external_id(0): ["approve"]}

    def test_a_later_version_takes_the_place_of_the_earlier(self) -> None:
        self._skip_where_final()
        receipt = self._push(self.outgoing(0, "approve"))
        self._push(replace(self.outgoing(0, "reject", 2), receipt=receipt))
        assert self._there() == {self.external_id(0): ["reject"]}

    def test_a_later_version_does_so_where_the_receipt_was_lost(self) -> None:
        self._skip_where_final()
        self._push(self.outgoing(0, "approve"))
        self._push(self.outgoing(0, "correct", 2))
        assert self._there() == {self.external_id(0): ["correct"]}

    def test_a_label_is_taken_back_and_can_come_again(self) -> None:
        self._skip_where_final()
        receipt = self._push(self.outgoing(0))
        receipt = self._push(replace(self.outgoing(0, None, 2), receipt=receipt))
        assert self._there() == {}
        self._push(self.outgoing(0, None, 2))
        assert self._there() == {}
        self._push(replace(self.outgoing(0, "reject", 3), receipt=receipt))
        assert self._there() == {self.external_id(0): ["reject"]}

    def test_taking_back_what_never_arrived_is_no_trouble(self) -> None:
        self._skip_where_final()
        self._push(self.outgoing(0, None))
        assert self._there() == {}

    def test_labels_of_several_items_stand_beside_each_other(self) -> None:
        for number, verdict in enumerate(("approve", "correct", "reject")):
            self._push(self.outgoing(number, verdict))
        assert self._there() == {
            self.external_id(0): ["approve"],
            self.external_id(1): ["correct"],
            self.external_id(2): ["reject"],
        }

    def test_a_refused_label_says_why_and_does_not_disturb_others(self) -> None:
        refused = self.refused()
        sink = self.sink()
        try:
            sink.push(self.outgoing(0))
            error = _raised(sink, refused)
            assert isinstance(error, PushRefused), f"{error!r} is no refusal"
            assert str(error).strip()
            sink.push(self.outgoing(1))
        finally:
            sink.close()
        assert self._there() == {self.external_id(0): ["approve"], self.external_id(1): ["approve"]}

    def test_a_platform_that_does_not_answer_is_asked_later(self) -> None:
        sink = self.unreachable()
        try:
            error = _raised(sink, self.outgoing(0))
        finally:
            sink.close()
        assert isinstance(error, Unreachable), f"{error!r} does not say that it may work later"
        assert str(error).strip()

    def test_a_check_tells_what_it_found_and_pushes_nothing(self) -> None:
        sink = self.sink()
        assert sink.check().strip()
        sink.close()
        assert self._there() == {}

    def test_a_check_tells_that_nobody_answers(self) -> None:
        sink = self.unreachable()
        try:
            told = _failed_check(sink)
        finally:
            sink.close()
        assert told, "check() found a platform that does not answer"

    def test_closing_leaves_nothing_open_and_can_be_repeated(self) -> None:
        self._push(self.outgoing(0))
        with nothing_left_open():
            sink = self.sink()
            sink.push(self.outgoing(0))
            sink.close()
            sink.close()

    def test_no_secret_is_shown(self) -> None:
        secrets = self.secrets()
        assert secrets
        with closing(self.sink()) as sink:
            check_hidden(secrets, sink, sink.push(self.outgoing(0)), sink.check())

    def test_no_secret_is_in_what_went_wrong(self) -> None:
        secrets = self.secrets()
        with closing(self.unreachable()) as sink:
            check_hidden(secrets, sink, _raised(sink, self.outgoing(0)))

    def _push(self, outgoing: Outgoing) -> str:
        """Pushes by a sink made for it, as after a start of the program."""
        sink = self.sink()
        try:
            return sink.push(outgoing)
        finally:
            sink.close()

    def _failure(self, outgoing: Outgoing) -> ReviewerError | None:
        sink = self.sink()
        try:
            return _raised(sink, outgoing)
        finally:
            sink.close()

    def _there(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for external_id, verdict in self.labels_there():
            found.setdefault(external_id, []).append(verdict)
        return found

    def _skip_where_final(self) -> None:
        sink = self.sink()
        sink.close()
        if sink.is_final:
            skip("what was pushed to this sink stands for good")


def _raised(sink: Sink, outgoing: Outgoing) -> ReviewerError | None:
    try:
        sink.push(outgoing)
    except ReviewerError as error:
        return error
    return None


def _failed_check(sink: Sink) -> str:
    try:
        sink.check()
    except ReviewerError as error:
        return str(error).strip()
    return ""


def label_of(key: UUID, external_id: str, verdict: str) -> Label:
    """A label with every field that labels have."""
    told = {
        "id": str(key),
        "source": "agents",
        "external_id": external_id,
        "workflow": "support",
        "step": "reply",
        "agent": "writer",
        "model_version": "m-1",
        "input": "What is the answer?",
        "output": "It is 41.",
        "confidence": 0.4,
        "verdict": verdict,
        "expected_output": {"approve": "It is 41.", "correct": "It is 42."}.get(verdict),
        "field_changes": [],
        "error_types": [] if verdict == "approve" else ["wrong fact"],
        "severity": None if verdict == "approve" else "major",
        "comment": None if verdict == "approve" else "Größer: it is “42”.",
        "spans": [],
        "rubric": {},
        "reviewers": ["Ada", "Grace"],
        "decided_at": "2026-09-21T14:13:20+00:00",
        "active_seconds": 12.5,
        "selected_by": "flag",
        "propensity": 1.0,
        "alternatives": [],
        "policy_version": 3,
        "policy": "customer operations",
        "flags": ["unsure"],
        "origin": "native",
        "digest": "0" * 64,
    }
    return {name: told.get(name) for name in LABEL_FIELDS}
