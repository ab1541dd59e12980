"""A Label Studio project as a place for labels: each becomes one annotation of its task."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.label_studio.annotation import (
    ControlMissing,
    Names,
    annotation_of,
    mark_of,
)
from reviewer_app.connectors.label_studio.interface import Interface, interface_in
from reviewer_app.connectors.label_studio.options import OPTIONS, Project
from reviewer_app.connectors.label_studio.results import regions_in
from reviewer_app.connectors.label_studio.session import GONE, Session, member
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.receipts import receipt_of, target_in
from reviewer_app.connectors.web.replies import Lasting, objects_in
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence

_TAKEN = 409


class TaskUnknown(PushRefused):
    """Nothing says which task of this project the item is."""

    def __init__(self, project: int) -> None:
        super().__init__(
            sentence(
                "The item does not come from project {project} of Label Studio, so there is no "
                "task there to annotate. Only labels of items that were pulled from it can be sent "
                "to it.",
                project=project,
            )
        )


class TaskGone(PushRefused):
    """The task was deleted."""

    def __init__(self, task: int) -> None:
        super().__init__(
            sentence(
                "Task {task} is no longer in Label Studio, or this account may not see it. The "
                "label stays here.",
                task=task,
            )
        )


class IdTaken(PushRefused):
    """Another task has an annotation with the id that is ours."""

    def __init__(self, task: int) -> None:
        super().__init__(
            sentence(
                "The annotation of task {task} could not be made: another task has one with the "
                "same id, perhaps since the project was copied. Pull from the project that labels "
                "should go to.",
                task=task,
            )
        )


@dataclass(frozen=True, slots=True)
class _Target:
    """The task that an item is, and the prediction that was judged."""

    task: int
    prediction: int | None


@dataclass(slots=True)
class LabelStudioSink:
    """Makes an annotation for each label, changes it with the label, deletes it when taken back.

    The annotation's id is the item's, so that no repetition makes a second one.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "label-studio"
    is_final: ClassVar[bool] = False

    name: str
    project: Project
    names: Names = field(default_factory=Names)
    _session: Session | None = field(default=None, init=False, repr=False)
    _interface: Interface | None = field(default=None, init=False, repr=False)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink that a person configured.

        Raises:
            UsageError: an address or a project that makes no sense.
        """
        return cls(name, Project.from_options(options), Names.from_options(options))

    def push(self, outgoing: Outgoing) -> str:
        """Makes, changes or deletes the annotation of an item.

        Raises:
            Unreachable: Label Studio takes nothing now.
            PushRefused: the task or a control for the label is missing.
        """
        target = self._target(outgoing)
        known = self._known(target, outgoing)
        if outgoing.label is None:
            self._delete(known if known is not None else self._ours(target, outgoing))
            return ""
        body = self._body(target, outgoing, outgoing.label)
        if known is not None and self._is_changed(known, body):
            return self._receipt(target, known)
        return self._receipt(target, self._made(target, outgoing, body))

    def check(self) -> str:
        """Reads the project and looks for the controls that labels need.

        Raises:
            Unreachable: Label Studio does not answer.
            PushRefused: there is no such project, or a control is missing.
        """
        told = self._project()
        interface = interface_in(str(told.get("label_config", "")))
        self.names.check(interface)
        return sentence(
            "Labels can be sent to the project “{title}” at {place}.",
            title=str(told.get("title", "")),
            place=self._calls().place,
        )

    def close(self) -> None:
        """Closes its connections."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _calls(self) -> Session:
        if self._session is None:
            self._session = self.project.session()
        return self._session

    def _target(self, outgoing: Outgoing) -> _Target:
        told = outgoing.meta.get("label_studio") or target_in(outgoing.receipt)
        if not isinstance(told, Mapping) or told.get("project") != self.project.number:
            raise TaskUnknown(self.project.number)
        task, prediction = told.get("task"), told.get("prediction")
        if not isinstance(task, int):
            raise TaskUnknown(self.project.number)
        return _Target(task, prediction if isinstance(prediction, int) else None)

    def _receipt(self, target: _Target, annotation: int) -> str:
        place = {"project": self.project.number, "task": target.task, "annotation": annotation}
        return receipt_of(place, *place)

    def _body(self, target: _Target, outgoing: Outgoing, label: Label) -> dict[str, Any]:
        judged = self._judged(target)
        try:
            body = annotation_of(outgoing, label, self.names, self._controls(), judged or ())
        except ControlMissing:
            if self._interface is None:
                raise
            self._interface = None  # somebody may have added it since it was read
            body = annotation_of(outgoing, label, self.names, self._controls(), judged or ())
        return body if judged is None else body | {"parent_prediction": target.prediction}

    def _judged(self, target: _Target) -> list[dict[str, Any]] | None:
        """The result of the prediction that was judged; None where it is no more."""
        if target.prediction is None:
            return None
        reply = self._calls().find(f"/api/predictions/{target.prediction}/")
        return None if reply is None else regions_in(reply.object().get("result"))

    def _controls(self) -> Interface:
        if self._interface is None:
            self._interface = interface_in(str(self._project().get("label_config", "")))
        return self._interface

    def _project(self) -> dict[str, Any]:
        reply = self._calls().find(f"/api/projects/{self.project.number}/")
        if reply is None:
            raise ProjectGone(self.project.number)
        return reply.object()

    def _known(self, target: _Target, outgoing: Outgoing) -> int | None:
        """The annotation that the receipt names, where it is the one that we made.

        The connection may lead to another server by now, where that number is somebody else's.
        """
        number = target_in(outgoing.receipt).get("annotation")
        if not isinstance(number, int):
            return None
        reply = self._calls().find(f"/api/annotations/{number}/")
        found = {} if reply is None else reply.object()
        is_ours = str(found.get("unique_id")) == str(outgoing.key) or _has_mark(found, outgoing)
        return number if is_ours and found.get("task") in (None, target.task) else None

    def _is_changed(self, annotation: int, body: Mapping[str, Any]) -> bool:
        """Changes an annotation; False where it is no more."""
        path = f"/api/annotations/{annotation}/"
        reply = self._calls().send("PATCH", path, body, taken=(GONE,))
        return reply.confirmed().status != GONE

    def _made(self, target: _Target, outgoing: Outgoing, body: Mapping[str, Any]) -> int:
        path = f"/api/tasks/{target.task}/annotations/"
        made = {**body, "unique_id": str(outgoing.key)}
        reply = self._calls().send("POST", path, made, taken=(GONE, _TAKEN))
        if reply.status == GONE:
            raise TaskGone(target.task)
        if reply.status != _TAKEN:
            return int(member(reply.object(), "id", int, self._calls().place))
        ours = self._ours(target, outgoing)
        if ours is None or not self._is_changed(ours, body):
            raise IdTaken(target.task)
        return ours

    def _ours(self, target: _Target, outgoing: Outgoing) -> int | None:
        """The annotation that an earlier push made, found by what its parts are called."""
        reply = self._calls().find(f"/api/tasks/{target.task}/annotations/")
        listed = [] if reply is None else reply.json()
        ours = [found for found in objects_in(listed) if _has_mark(found, outgoing)]
        return int(member(ours[0], "id", int, self._calls().place)) if ours else None

    def _delete(self, annotation: int | None) -> None:
        if annotation is None:
            self._project()  # under a wrong address nothing is found either
            return
        path = f"/api/annotations/{annotation}/"
        self._calls().send("DELETE", path, taken=(GONE,)).confirmed()


class ProjectGone(Lasting):
    """There is no such project, or the account may not see it: no label can go, and all wait."""

    def __init__(self, project: int) -> None:
        super().__init__(
            sentence(
                "Label Studio has no project {project} that this account may see. Check its number "
                "and whose token it is.",
                project=project,
            )
        )


def _has_mark(annotation: Mapping[str, Any], outgoing: Outgoing) -> bool:
    """Whether we made an annotation for this item, by what its parts are called."""
    mark = mark_of(outgoing)
    return any(region.get("id") == mark for region in regions_in(annotation.get("result")))
