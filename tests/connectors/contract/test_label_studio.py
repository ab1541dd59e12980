"""Label Studio's connector, with a project that plays one, held to the contracts."""

import json
from itertools import count

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from tests.connectors.contract.mishaps import closed, losing_replies
from tests.connectors.label_studio_server import Project
from tests.web_server import Answer, serving

LEGACY = "legacy-token-not-to-be-shown"
PERSONAL = "head.of-a-token.not-to-be-shown"
ACCESS = "access-not-to-be-shown"


@pytest.fixture(autouse=True)
def _project(request, monkeypatch):
    monkeypatch.setattr("reviewer_app.connectors.label_studio.tasks.PAGE", 2)
    with serving() as server, closed(401) as away, stamina.set_testing(True, attempts=2):
        project = Project(server)
        for number in range(1, 6):
            project.put(number, 10 * number)
        server.on("POST", "/api/token/refresh", {"access": ACCESS})
        request.instance.server, request.instance.away = server, away
        request.instance.project = project
        yield


def options(url, token=LEGACY):
    return {"url": url, "token": token, "project": "7"}


class TestPredictions(SourceContract):
    @pytest.fixture(autouse=True)
    def _fresh(self):
        self.fresh = count(60)

    def source(self):
        return source_from("label-studio", "ls", options(self.server.address))

    def more(self):
        """A new task, another prediction of an old one, and one that leaves its task's time."""
        self.project.age()
        self.project.put(9, next(self.fresh))
        self.project.put(1, next(self.fresh))
        self.project.put(2, next(self.fresh), is_silent=True)

    def faulty(self):
        self.project.tasks[3]["predictions"][0]["result"] = []
        return self.source()

    def unreachable(self):
        return source_from("label-studio", "ls", options(self.away))

    def secrets(self):
        return [LEGACY]


class TestPredictionsUnderAPersonalToken(TestPredictions):
    def source(self):
        return source_from("label-studio", "ls", options(self.server.address, PERSONAL))

    def unreachable(self):
        return source_from("label-studio", "ls", options(self.away, PERSONAL))

    def secrets(self):
        return [PERSONAL, ACCESS]


class TestPredictionsWithoutAnOverlap(TestPredictions):
    def source(self):
        return source_from("label-studio", "ls", {**options(self.server.address), "overlap": "0s"})


class TestAnnotations(SinkContract):
    @pytest.fixture(autouse=True)
    def _found(self, _project):
        source = source_from("label-studio", "ls", options(self.server.address))
        self.found = [reading.outcome for reading in source.read()]

    def sink(self):
        return sink_from("label-studio", "ls", options(self.server.address))

    def external_id(self, number):
        return self.found[number].external_id

    def meta(self, number):
        return json.loads(self.found[number].meta)

    def labels_there(self):
        return [
            (f"{one['task']}:{one['parent_prediction']}", verdict.lower())
            for one in self.project.annotations.values()
            for part in one["result"]
            if part["from_name"] == "verdict"
            for verdict in part["value"]["choices"]
        ]

    def refused(self):
        outgoing = self.outgoing(4)
        self.server.on("POST", "/api/tasks/5/annotations/", Answer({}, 404))
        return outgoing

    def unreachable(self):
        return sink_from("label-studio", "ls", options(self.away))

    def losing_replies(self):
        return losing_replies(self.server)

    def secrets(self):
        return [LEGACY]
