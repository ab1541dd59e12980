"""The connectors held to their contracts by the platforms themselves."""

import json
import secrets
import time
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID, uuid4, uuid5

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from tests.peers.label_studio_peer import TOKEN, WHOLE, label_studio_running, prediction
from tests.peers.langgraph_peer import Agents, langgraph_running
from tests.peers.losing import losing
from tests.peers.mlflow_peer import mlflow_running
from tests.peers.phoenix_peer import phoenix_running, span
from tests.web_server import nobody

HOUR = 3_600_000
KEPT = "tok-not-to-be-shown"
"""A secret that servers are told which ask for none."""

STORED = 30.0
"""Seconds that a server may take to store what it was sent."""


@pytest.fixture(autouse=True)
def _few_tries():
    with stamina.set_testing(True, attempts=2):
        yield


class Back(SinkContract):
    """Labels go back to what the same connection brought in, under keys that no test had before."""

    __test__ = False
    kind = ""
    address = ""
    keys: UUID

    def options(self, url):
        raise NotImplementedError

    def bring_in(self, address):
        """Pulls what the labels are of."""
        self.address, self.keys = address, uuid4()
        source = source_from(self.kind, "back", self.options(address))
        self.found = [reading.outcome for reading in source.read()]

    def sink(self):
        return sink_from(self.kind, "back", self.options(self.address))

    def unreachable(self):
        return sink_from(self.kind, "back", self.options(nobody()))

    @contextmanager
    def losing_replies(self):
        address = self.address
        with losing(address) as self.address:
            yield
        self.address = address

    def secrets(self):
        return [KEPT]

    def external_id(self, number):
        return self.found[number].external_id

    def meta(self, number):
        return json.loads(self.found[number].meta)

    def outgoing(self, number, verdict="approve", version=1):
        made = super().outgoing(number, verdict, version)
        key = uuid5(self.keys, str(number))
        label = made.label and {**made.label, "id": str(key)}
        return replace(made, key=key, label=label)

    def lost(self, platform, **place):
        """The label of a record that the platform does not have."""
        made = self.outgoing(0)
        meta = {**made.meta, platform: {**made.meta[platform], **place}}
        return replace(made, key=uuid4(), meta=meta)


@pytest.fixture(scope="module")
def mlflow(tmp_path_factory):
    with mlflow_running(tmp_path_factory.mktemp("mlflow")) as started:
        yield started


def runs(count, begins, output="answer"):
    return [
        {
            "question": f"q{number}",
            "output": f"{output} {number}",
            "start": begins + number,
            "end": begins + number * 1000,
        }
        for number in range(count)
    ]


class TestMlflowSource(SourceContract):
    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _traces(cls, mlflow):
        cls.peer = mlflow
        cls.name, cls.number = mlflow.experiment()
        cls.began = int(time.time() * 1000) - 5 * HOUR
        mlflow.runs(cls.number, runs(5, cls.began))

    def at(self, url, experiment=""):
        options = {"url": url, "token": KEPT, "experiment": experiment or self.name, "page": "2"}
        return source_from("mlflow", "mine", options)

    def source(self):
        return self.at(self.peer.address)

    def more(self):
        """A run that began before the others ends now."""
        now = int(time.time() * 1000)
        late = {"question": "late", "output": "late", "start": self.began - HOUR, "end": now}
        self.peer.runs(self.number, [late])

    def faulty(self):
        name, number = self.peer.experiment()
        three = runs(3, self.began)
        three[1]["output"] = None
        self.peer.runs(number, three)
        return self.at(self.peer.address, name)

    def unreachable(self):
        return self.at(nobody())

    def secrets(self):
        return [KEPT]


class TestMlflowSink(Back):
    __test__ = True
    kind = "mlflow"

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _traces(cls, mlflow):
        """Traces for all tests at once: MLflow's own client takes seconds to start."""
        cls.peer = mlflow
        cls.name, number = mlflow.experiment()
        mlflow.runs(number, runs(60, int(time.time() * 1000) - HOUR))
        source = source_from("mlflow", "all", cls.options(mlflow.address))
        cls.left = [reading.outcome for reading in source.read()]

    @pytest.fixture(autouse=True)
    def _found(self, _traces):
        self.address, self.keys = self.peer.address, uuid4()
        self.found = [self.left.pop() for _ in range(3)]

    @classmethod
    def options(cls, url):
        return {"url": url, "token": KEPT, "experiment": cls.name}

    def labels_there(self):
        return [
            (one.external_id, assessment["feedback"]["value"])
            for one in self.found
            for assessment in self.peer.assessments(one.external_id)
            if assessment["assessment_name"] == "review_verdict"
        ]

    def refused(self):
        return self.lost("mlflow", trace_id="tr-0123456789abcdef0123456789abcdef")


@pytest.fixture(scope="module")
def phoenix(tmp_path_factory):
    with phoenix_running(tmp_path_factory.mktemp("phoenix")) as started:
        yield started


class Project:
    """A project of Phoenix of a test's own."""

    def __init__(self, server):
        self.server, self.name = server, f"agents-{secrets.token_hex(4)}"
        self.address = str(server.base_url).rstrip("/")
        server.post("/v1/projects", json={"name": self.name}).raise_for_status()

    def options(self, url):
        return {"url": url, "token": KEPT, "project": self.name}

    def store(self, *spans):
        """Sends spans, and waits until the server lists them."""
        path = f"/v1/projects/{self.name}/spans"
        self.server.post(path, json={"data": list(spans)}).raise_for_status()
        wanted = [one["context"]["span_id"] for one in spans]
        ends = time.monotonic() + STORED
        while len(self.server.get(path, params={"span_id": wanted}).json()["data"]) < len(spans):
            assert time.monotonic() < ends, "the server did not store the spans"
            time.sleep(0.1)


class TestPhoenixSource(SourceContract):
    @pytest.fixture(autouse=True)
    def _spans(self, phoenix):
        self.project = Project(phoenix)
        self.project.store(*(span(number) for number in range(4)))

    def at(self, url):
        return source_from("phoenix", "spans", {**self.project.options(url), "page": "2"})

    def source(self):
        return self.at(self.project.address)

    def more(self):
        self.project.store(span(8, hours=3.0), span(9))

    def faulty(self):
        silent = span(5)
        del silent["attributes"]["output.value"]
        self.project.store(silent)
        self.project.store(span(6))
        return self.source()

    def unreachable(self):
        return self.at(nobody())

    def secrets(self):
        return [KEPT]


class TestPhoenixSink(Back):
    __test__ = True
    kind = "phoenix"

    @pytest.fixture(autouse=True)
    def _spans(self, phoenix):
        self.project = Project(phoenix)
        self.project.store(*(span(number) for number in range(3)))
        self.bring_in(self.project.address)

    def options(self, url):
        return self.project.options(url)

    def labels_there(self):
        path = f"/v1/projects/{self.project.name}/span_annotations"
        spans = {"span_ids": [one.external_id for one in self.found]}
        listed = self.project.server.get(path, params=spans).raise_for_status().json()["data"]
        return [(one["span_id"], one["result"]["label"]) for one in listed]

    def refused(self):
        return self.lost("phoenix", span_id="0123456789abcdef")


@pytest.fixture(scope="module")
def label_studio(tmp_path_factory):
    with label_studio_running(tmp_path_factory.mktemp("labelstudio")) as started:
        yield started


class TestLabelStudioSource(SourceContract):
    @pytest.fixture(autouse=True)
    def _project(self, label_studio):
        self.server, self.number = label_studio, label_studio.project(WHOLE, count=4)

    def at(self, url):
        told = {"url": url, "token": TOKEN, "project": str(self.number)}
        return source_from("label-studio", "ls", told)

    def source(self):
        return self.at(self.server.address)

    def more(self):
        """A new task, and another prediction of an old one, which does not touch it."""
        first = json.loads(next(self.source().read()).outcome.meta)["label_studio"]["task"]
        path = f"/api/projects/{self.number}/import"
        task = {"data": {"text": "new"}, "predictions": [prediction("refund")]}
        self.server.call("POST", path, [task])
        more = [{"task": first, **prediction("other", "m-2")}]
        self.server.call("POST", f"{path}/predictions", more)

    def faulty(self):
        path = f"/api/projects/{self.number}/import"
        silent = {"data": {"text": "silent"}, "predictions": [{"result": []}]}
        sound = {"data": {"text": "sound"}, "predictions": [prediction("refund")]}
        self.server.call("POST", path, [silent, sound])
        return self.source()

    def unreachable(self):
        return self.at(nobody())

    def secrets(self):
        return [TOKEN]


class TestLabelStudioSink(Back):
    __test__ = True
    kind = "label-studio"

    @pytest.fixture(autouse=True)
    def _project(self, label_studio):
        self.server, self.number = label_studio, label_studio.project(WHOLE, count=3)
        self.bring_in(label_studio.address)

    def options(self, url):
        return {"url": url, "token": TOKEN, "project": str(self.number)}

    def labels_there(self):
        return [
            (one.external_id, part["value"]["choices"][0])
            for one in self.found
            for annotation in self.server.annotations(int(one.external_id.split(":")[0]))
            for part in annotation["result"]
            if part["from_name"] == "verdict"
        ]

    def refused(self):
        return self.lost("label_studio", task=999_999, prediction=None)

    def secrets(self):
        return [TOKEN]


@pytest.fixture(scope="module")
def langgraph(tmp_path_factory):
    with langgraph_running(tmp_path_factory.mktemp("langgraph")) as url:
        yield url


class TestLangGraphSource(SourceContract):
    @pytest.fixture(autouse=True)
    def _agents(self, langgraph):
        self.agents = Agents(langgraph, str(uuid4()))
        for number in range(4):
            self.agents.ask({"question": number, "sure": 0.5})

    def source(self):
        return self.agents.source(map="confidence=value.sure", page="2", token=KEPT)

    def more(self):
        self.agents.ask({"question": "new", "sure": 0.9})

    def faulty(self):
        self.agents.ask({"question": "wrong", "sure": "very"})
        self.agents.ask({"question": "sound", "sure": 0.5})
        return self.source()

    def unreachable(self):
        return source_from("langgraph", "agents", {"url": nobody(), "token": KEPT})

    def secrets(self):
        return [KEPT]


class TestLangGraphSink(Back):
    __test__ = True
    kind = "langgraph"

    @pytest.fixture(autouse=True)
    def _agents(self, langgraph):
        self.agents = Agents(langgraph, str(uuid4()))
        for number in range(3):
            self.agents.ask(f"Shall I send {number}?")
        self.bring_in(langgraph)

    def options(self, url):
        return {"url": url, "token": KEPT, "metadata": f"test={self.agents.test}"}

    def labels_there(self):
        """What each agent took, once for each run that answered it."""
        return [
            (one.external_id, self.agents.values(thread)["answers"][0]["verdict"])
            for one in self.found
            for thread in [one.external_id.split(":")[0]]
            for run in self.agents.runs(thread)
            if "reviewer_label" in run["metadata"]
        ]

    def refused(self):
        return self.lost("langgraph", thread_id=str(uuid4()))
