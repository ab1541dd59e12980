"""Phoenix's connector, with servers new and old that play it, held to the contracts."""

import json

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from tests.connectors.contract.mishaps import closed, losing_replies
from tests.connectors.phoenix_server import NEW, OLD, Annotations, Spans, span
from tests.web_server import Answer, serving

TOKEN = "tok-not-to-be-shown"  # noqa: S105 - what must not be shown
FIRST = 20_000


@pytest.fixture(autouse=True)
def _phoenix(request):
    with serving() as server, closed(401) as away, stamina.set_testing(True, attempts=2):
        request.instance.server, request.instance.away = server, away
        yield


class TestSpans(SourceContract):
    parameters = NEW

    @pytest.fixture(autouse=True)
    def _spans(self, _phoenix):
        listed = [span(FIRST + number) for number in range(5)]
        self.spans = Spans(self.server, self.parameters, listed).spans

    def source(self):
        return self.at(self.server.address)

    def at(self, url):
        return source_from("phoenix", "spans", {"url": url, "token": TOKEN, "page": "2"})

    def more(self):
        """Two arrive, and one that was numbered before them is stored only now."""
        self.spans += [span(FIRST + 10), span(FIRST + 11), span(FIRST - 1)]

    def faulty(self):
        self.spans[2]["attributes"].pop("output.value")
        return self.source()

    def unreachable(self):
        return self.at(self.away)

    def secrets(self):
        return [TOKEN]


class TestSpansOfAnOlderServer(TestSpans):
    parameters = OLD


class TestAnnotations(SinkContract):
    @pytest.fixture(autouse=True)
    def _annotations(self, _phoenix):
        spans = [span(number) for number in range(1, 4)]
        Spans(self.server, NEW, spans)
        self.kept = Annotations(self.server, spans=("s1", "s2", "s3"))
        self.server.on("GET", "/v1/projects/default", Answer({"data": {}}))
        self.found = [r.outcome for r in source_from("phoenix", "back", self.options()).read()]

    def options(self, url=""):
        return {"url": url or self.server.address, "token": TOKEN}

    def sink(self):
        return sink_from("phoenix", "back", self.options())

    def external_id(self, number):
        return self.found[number].external_id if number < len(self.found) else "s9"

    def meta(self, number):
        if number < len(self.found):
            return json.loads(self.found[number].meta)
        return {"phoenix": {"span_id": "s9"}}

    def labels_there(self):
        assert ("correctness", "s1", "") in self.kept.kept, "what others said is gone"
        return [(one["span_id"], one["result"]["label"]) for one in self.kept.ours]

    def refused(self):
        return self.outgoing(9)

    def unreachable(self):
        return sink_from("phoenix", "back", self.options(self.away))

    def losing_replies(self):
        return losing_replies(self.server)

    def secrets(self):
        return [TOKEN]
