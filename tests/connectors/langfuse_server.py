"""A project of Langfuse for tests: observations, a queue and scores as its interface has them."""

import json

from tests.web_server import Answer, Asked, WebServer

OBSERVATIONS = "/api/public/v2/observations"
PROJECTS = "/api/public/projects"
SCORES = "/api/public/scores"
ITEMS = "/api/public/annotation-queues/q-1/items"
QUEUE_PAGE = 2


def observation(number, **more):
    return {
        "id": f"o{number}",
        "traceId": f"t{number}",
        "startTime": f"2026-11-20T08:{number:02}:00.000Z",
        "endTime": f"2026-11-20T08:{number:02}:30.000Z",
        "projectId": "p-1",
        "parentObservationId": None,
        "isRootObservation": True,
        "type": "SPAN",
        "name": "reply",
        "level": "DEFAULT",
        "userId": "u",
        "sessionId": "s",
        "traceName": "support",
        "input": "question",
        "output": f"answer {number}",
        "metadata": {"tier": "gold", "scores": '{"confidence": 0.25}'},
        "model": None,
    } | more


def queue_item(number, kind, named):
    return {
        "id": f"i{number}",
        "queueId": "q-1",
        "objectType": kind,
        "objectId": named,
        "status": "PENDING",
    }


class Langfuse:
    """Lists observations newest first, and keeps scores under their id and day.

    Attributes:
        kept: the scores.
        items: what is in the queue.
        statuses: what items of the queue were set to, one after the other.
        refused: traces whose scores are not taken.
        is_losing: whether what changes something is done, and its reply is lost.
    """

    def __init__(self, server: WebServer, observations=()) -> None:
        self.observations = list(observations)
        self.kept = {}
        self.items = []
        self.statuses = []
        self.refused = set()
        self.is_losing = False
        server.on("GET", OBSERVATIONS, self.listed)
        server.on("GET", PROJECTS, {"data": [{"id": "p-1", "name": "support"}]})
        server.on("GET", ITEMS, self.pending)
        server.on("POST", SCORES, self.put)
        server.on("DELETE", SCORES + "/{score}", self.delete)
        server.on("PATCH", ITEMS + "/{item}", self.close)

    @property
    def scores(self):
        return {score["name"]: score for score in self.kept.values()}

    def listed(self, asked: Asked):
        assert "io" in asked.param("fields").split(",")
        found = sorted(self.observations, key=lambda o: o["startTime"], reverse=True)
        if asked.param("isRootObservation") == "true":
            found = [o for o in found if o["isRootObservation"]]
        if begins := asked.param("fromStartTime"):
            found = [o for o in found if o["startTime"][:19] >= begins[:19]]
        if trace := asked.param("traceId"):
            found = [o for o in found if o["traceId"] == trace]
        if filtered := asked.param("filter"):
            (only,) = json.loads(filtered)
            found = [o for o in found if o[only["column"]] == only["value"]]
        at, limit = int(asked.param("cursor") or 0), int(asked.param("limit"))
        rest = {"cursor": str(at + limit)} if len(found) > at + limit else {}
        return {"data": found[at : at + limit], "meta": rest}

    def pending(self, asked: Asked):
        found = [item for item in self.items if item["status"] == asked.param("status")]
        page = int(asked.param("page"))
        last = -(-len(found) // QUEUE_PAGE)
        shown = found[(page - 1) * QUEUE_PAGE : page * QUEUE_PAGE]
        return {"data": shown, "meta": {"page": page, "totalPages": last}}

    def put(self, asked: Asked):
        for score in asked.json():
            if score["traceId"] in self.refused:
                errors = [{"id": score["id"], "status": 400, "message": "Invalid request data"}]
                return Answer({"accepted": 0, "rejected": 1, "errors": errors}, 207)
            self.kept[score["id"], score["timestamp"][:10]] = score
        return self.done({"message": "Accepted"}, 202)

    def delete(self, asked: Asked):
        gone = [key for key in self.kept if key[0] == asked.named["score"]]
        for key in gone:
            del self.kept[key]
        return self.done({"message": "deleted"}) if gone else self.done({"message": "none"}, 404)

    def close(self, asked: Asked):
        item, status = asked.named["item"], asked.json()["status"]
        self.statuses.append((item, status))
        return self.done({"id": item, "status": status})

    def done(self, body, status=200):
        return Answer(body, status, is_lost=self.is_losing)
