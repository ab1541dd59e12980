"""What a project of Label Studio answers, as far as connectors ask."""

import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.web_server import Answer, Asked, WebServer

INTERFACE = """<View><Text name="text" value="$text"/>
<Choices name="intent" toName="text"><Choice value="refund"/><Choice value="other"/></Choices>
<Choices name="verdict" toName="text">
  <Choice value="Approve it" alias="approve"/><Choice value="Correct"/><Choice value="REJECT"/>
</Choices>
<TextArea name="corrected" toName="text"/><TextArea name="comment" toName="text"/></View>"""


def choice(name: str, *values: str) -> dict[str, Any]:
    return {
        "from_name": name,
        "to_name": "text",
        "type": "choices",
        "value": {"choices": list(values)},
    }


class Project:
    """A project of Label Studio as its interface shows it, with what a test puts into it."""

    def __init__(self, server: WebServer) -> None:
        self.tasks: dict[int, dict[str, Any]] = {}
        self.annotations: dict[int, dict[str, Any]] = {}
        self.interface = INTERFACE
        self.loses_next = False
        server.on("GET", "/api/tasks", self._listed)
        server.on(
            "GET", "/api/projects/7/", lambda _: {"title": "t", "label_config": self.interface}
        )
        server.on("GET", "/api/predictions/{number}/", self._prediction)
        server.on("GET", "/api/tasks/{task}/annotations/", self._annotations)
        server.on("POST", "/api/tasks/{task}/annotations/", self._annotate)
        server.on("GET", "/api/annotations/{number}/", self._annotation)
        server.on("PATCH", "/api/annotations/{number}/", self._change)
        server.on("DELETE", "/api/annotations/{number}/", self._delete)

    def put(self, task: int, *predictions: int, is_silent: bool = False) -> None:
        """Adds predictions to a task; silently where its time does not move."""
        now = datetime.fromtimestamp(time.time(), UTC)
        made = self.tasks.setdefault(
            task, {"id": task, "data": {"text": f"t{task}"}, "predictions": [], "at": now}
        )
        made["at"] = made["at"] if is_silent else now
        made["predictions"] += [
            {"id": number, "result": [choice("intent", f"p{number}")]} for number in predictions
        ]

    def age(self) -> None:
        """Lets an hour pass."""
        for task in self.tasks.values():
            task["at"] -= timedelta(hours=1)

    def _listed(self, asked: Asked) -> object:
        items = json.loads(asked.param("query") or "{}")["filters"]["items"]
        found = [task for _, task in sorted(self.tasks.items()) if _meets(task, items)]
        size = int(asked.param("page_size") or 0)
        return {
            "total": len(found),
            "total_predictions": sum(len(task["predictions"]) for task in found),
            "tasks": [{**task, "at": None} for task in found[:size]],
        }

    def _prediction(self, asked: Asked) -> object:
        number = int(asked.named["number"])
        found = [
            p for task in self.tasks.values() for p in task["predictions"] if p["id"] == number
        ]
        return found[0] if found else Answer({}, 404)

    def _annotations(self, asked: Asked) -> object:
        task = int(asked.named["task"])
        return [one for one in self.annotations.values() if one["task"] == task]

    def _annotate(self, asked: Asked) -> Answer:
        body = asked.json()
        if any(one["unique_id"] == body["unique_id"] for one in self.annotations.values()):
            return Answer({"detail": "already exists"}, 409)
        number = max(self.annotations, default=0) + 1
        self.annotations[number] = {"id": number, "task": int(asked.named["task"]), **body}
        is_lost, self.loses_next = self.loses_next, False
        return Answer(self.annotations[number], 201, is_lost=is_lost)

    def _annotation(self, asked: Asked) -> object:
        found = self.annotations.get(int(asked.named["number"]))
        return Answer({}, 404) if found is None else found

    def _change(self, asked: Asked) -> object:
        found = self.annotations.get(int(asked.named["number"]))
        if found is None:
            return Answer({}, 404)
        found.update(asked.json())
        return found

    def _delete(self, asked: Asked) -> Answer:
        gone = self.annotations.pop(int(asked.named["number"]), None)
        return Answer(status=404 if gone is None else 204)


def _meets(task: Mapping[str, Any], items: list[dict[str, Any]]) -> bool:
    for item in items:
        if item["filter"] == "filter:tasks:id" and task["id"] <= item["value"]:
            return False
        is_time = item["filter"] == "filter:tasks:updated_at"
        if is_time and task["at"] < datetime.fromisoformat(item["value"]):
            return False
    return True
