"""A workspace of LangSmith for tests: runs, a queue and feedback as its interface has them."""

from tests.web_server import Answer, Asked, WebServer

QUERY = "/api/v2/runs/query"
ITEMS = "/api/v1/platform/annotation-queues/q-1/items"
STATUS = "/api/v1/platform/annotation-queues/items/{item}/status"
SESSIONS = "/api/v1/sessions"
FEEDBACK = "/api/v1/feedback"
PROJECT = "8b0ae9bc-43d1-4bd4-8a2d-0d6c5d3f2a11"
QUEUE_PAGE = 2


def run(number, **more):
    return {
        "id": f"r{number}",
        "name": "reply",
        "run_type": "CHAIN",
        "status": "SUCCESS",
        "start_time": f"2026-11-20T08:{number:02}:00.000Z",
        "end_time": f"2026-11-20T08:{number:02}:30.000Z",
        "inputs": {"question": "how much?"},
        "outputs": {"answer": f"answer {number}"},
        "metadata": {"tier": "gold", "ls_model_name": "m-1"},
        "project_id": PROJECT,
        "trace_id": f"r{number}",
        "parent_run_ids": [],
        "dotted_order": f"2026{number}",
        "feedback_stats": {"confidence": {"avg": 0.25, "n": 1}},
    } | more


def queue_item(number, **more):
    own = {"id": f"i{number}", "run_id": f"r{number}", "project_id": PROJECT, "item_type": "RUN"}
    return own | more


class LangSmith:
    """Lists runs newest first, and keeps feedback under its id: a second one is a conflict.

    Attributes:
        kept: the feedback.
        items: what waits in the queue.
        statuses: what items of the queue were set to, one after the other.
        gone: runs that are there no more.
        is_losing: whether what changes something is done, and its reply is lost.
    """

    def __init__(self, server: WebServer, runs=()) -> None:
        self.runs = list(runs)
        self.kept = {}
        self.items = []
        self.statuses = []
        self.gone = {"r9"}
        self.is_losing = False
        server.on("GET", SESSIONS, self.projects)
        server.on("GET", "/api/v1/info", {"version": "0.16.20"})
        server.on("POST", QUERY, self.listed)
        server.on("GET", ITEMS, self.waiting)
        server.on("POST", FEEDBACK, self.make)
        server.on("PATCH", FEEDBACK + "/{id}", self.change)
        server.on("DELETE", FEEDBACK + "/{id}", self.delete)
        server.on("POST", STATUS, self.close)

    def projects(self, asked: Asked):
        name = asked.param("name")
        return [{"id": PROJECT, "name": "support"}] if name in {None, "support"} else []

    def listed(self, asked: Asked):
        wanted = asked.json()
        assert {"ID", "OUTPUTS", "START_TIME"} <= set(wanted["selects"])
        begins = wanted["min_start_time"][:19]
        found = [r for r in self.runs if r["start_time"][:19] >= begins]
        found = [r for r in found if r["project_id"] in wanted["project_ids"]]
        if wanted.get("is_root"):
            found = [r for r in found if not r["parent_run_ids"]]
        if "ids" in wanted:
            found = [r for r in found if r["id"] in wanted["ids"]]
        if "trace_id" in wanted:
            found = [r for r in found if r["trace_id"] == wanted["trace_id"]]
        found.sort(key=lambda r: r["start_time"], reverse=True)
        at, size = int(wanted.get("cursor") or 0), wanted["page_size"]
        rest = {"next_cursor": str(at + size)} if len(found) > at + size else {}
        return {"items": found[at : at + size]} | rest

    def waiting(self, asked: Asked):
        assert asked.param("status") == "needs_my_review"
        at = int(asked.param("cursor") or 0)
        rest = {"next_cursor": str(at + QUEUE_PAGE)} if len(self.items) > at + QUEUE_PAGE else {}
        return {"items": self.items[at : at + QUEUE_PAGE]} | rest

    def make(self, asked: Asked):
        made = asked.json()
        if made["run_id"] in self.gone:
            return Answer({"detail": "Run not found"}, 404)
        if made["id"] in self.kept:
            return self.done({"detail": "Conflict"}, 409)
        self.kept[made["id"]] = made
        return self.done(made)

    def change(self, asked: Asked):
        if asked.named["id"] not in self.kept:
            return self.done({"detail": "Resource not found"}, 404)
        self.kept[asked.named["id"]] |= asked.json()
        return self.done({})

    def delete(self, asked: Asked):
        gone = self.kept.pop(asked.named["id"], None)
        return self.done({}) if gone else self.done({"detail": "Resource not found"}, 404)

    def close(self, asked: Asked):
        self.statuses.append((asked.named["item"], asked.json()["status"]))
        return self.done({"queue_item_id": asked.named["item"]})

    def done(self, body, status=200):
        return Answer(body, status, is_lost=self.is_losing)
