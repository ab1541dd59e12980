"""What a server of Phoenix answers, as far as connectors ask: lists of spans, and annotations."""

from reviewer_app.connectors.phoenix.mark import node_of, number_in
from tests.web_server import Answer

NEW = ["cursor", "limit", "sort", "order", "start_time", "trace_id", "parent_id", "span_kind"]
OLD = ["cursor", "limit", "start_time", "end_time"]
LISTED = "/v1/projects/default/span_annotations"


def span(number, *, parent=None, trace=None, kind="AGENT", **attributes):
    return {
        "id": node_of(number),
        "name": "reply",
        "context": {"trace_id": trace or f"t{number}", "span_id": f"s{number}"},
        "span_kind": kind,
        "parent_id": parent,
        "start_time": "2026-11-20T08:00:00+00:00",
        "end_time": "2026-11-20T08:00:02+00:00",
        "status_code": "OK",
        "status_message": "",
        "attributes": {"input.value": f"question {number}", "output.value": f"answer {number}"}
        | attributes,
        "events": [],
    }


class Spans:
    """Lists spans as the real server does, as far as its parameters go."""

    def __init__(self, server, parameters, spans):
        self.parameters, self.spans = parameters, spans
        named = [{"name": name} for name in parameters]
        path = "/v1/projects/{project_identifier}/spans"
        server.on("GET", "/openapi.json", {"paths": {path: {"get": {"parameters": named}}}})
        server.on("GET", "/v1/projects/default/spans", self.listed)

    def listed(self, asked):
        def told(name):
            return asked.param(name) if name in self.parameters else None

        ascends = told("sort") == "id" and told("order") == "asc"
        found = sorted(self.spans, key=lambda s: number_in(s["id"]), reverse=not ascends)
        if told("parent_id") == "null":
            found = [s for s in found if s["parent_id"] is None]
        if told("span_kind"):
            found = [s for s in found if s["span_kind"] in asked.query["span_kind"]]
        if told("trace_id"):
            found = [s for s in found if s["context"]["trace_id"] in asked.query["trace_id"]]
        if cursor := asked.param("cursor"):
            bound = number_in(cursor)
            found = [
                s
                for s in found
                if (number_in(s["id"]) >= bound if ascends else number_in(s["id"]) <= bound)
            ]
        limit = int(asked.param("limit") or 100)
        after = found[limit]["id"] if len(found) > limit else None
        return {"data": found[:limit], "next_cursor": after}


class Annotations:
    """Keeps annotations under name, span and identifier, as the real server does."""

    def __init__(self, server, *, spans=("s1",), deletes=True):
        self.spans = spans
        self.kept = {("correctness", "s1", ""): {"name": "correctness", "identifier": ""}}
        server.on("POST", "/v1/span_annotations", self.annotate)
        server.on("GET", "/v1/projects", {"data": [{"name": "support"}], "next_cursor": None})
        server.on("GET", LISTED, lambda asked: {"data": self.of(asked), "next_cursor": None})
        server.on("DELETE", LISTED, self.delete if deletes else Answer({}, 405))

    @property
    def ours(self):
        return [one for (name, *_), one in self.kept.items() if name == "review_verdict"]

    def annotate(self, asked):
        assert asked.param("sync") == "true"
        (data,) = asked.json()["data"]
        if data["span_id"] not in self.spans:
            return Answer({"detail": "Spans with IDs do not exist."}, 404)
        key = data["name"], data["span_id"], data["identifier"]
        self.kept[key] = data | {"created_at": "2026-11-20T10:00:00+00:00"}
        return {"data": [{"id": "QTox"}]}

    def of(self, asked):
        return [one for (_, span, _), one in self.kept.items() if span == asked.param("span_ids")]

    def delete(self, asked):
        start, end = asked.param("start_time"), asked.param("end_time")
        assert start < "2026-11-20T10:00:00" < end
        wanted = asked.param("name"), asked.param("identifier")
        self.kept = {key: one for key, one in self.kept.items() if (key[0], key[2]) != wanted}
        return Answer(None, 204)
