"""LangGraph's connector, with a server that plays one, held to the contracts."""

import json
from contextlib import contextmanager

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from tests.connectors.contract.mishaps import closed
from tests.connectors.langgraph_server import LangGraph, Thread, served, thread_id

TOKEN = "tok-not-to-be-shown"  # noqa: S105 - what must not be shown


def waiting(number, value="Shall I?"):
    at = f"2026-03-02T12:00:{number:02d}.000000+00:00"
    return Thread(thread_id(number), at, {f"i{number}": value})


@pytest.fixture(autouse=True)
def _langgraph(request):
    graph = LangGraph([waiting(number) for number in range(5)], token=TOKEN)
    with served(graph), closed(401) as away, stamina.set_testing(True, attempts=2):
        request.instance.graph, request.instance.away = graph, away
        yield


class TestInterrupts(SourceContract):
    def source(self):
        return self.at(self.graph.url)

    def at(self, url):
        told = {"url": url, "token": TOKEN, "page": "2", "map": "confidence=value.sure"}
        return source_from("langgraph", "agents", told)

    def more(self):
        """An agent asks that began before the others, and one asks something new."""
        number = len(self.graph.threads)
        self.graph.threads.append(waiting(number, "And that?"))
        self.graph.threads[-1].updated_at = "2026-03-02T11:00:00.000000+00:00"
        self.graph.threads[1].questions = {f"new-{number}": "And now?"}
        self.graph.threads[1].updated_at = f"2026-03-02T13:00:{number:02d}.000000+00:00"

    def faulty(self):
        self.graph.threads[2].questions = {"i2": {"sure": "very"}}
        return self.source()

    def unreachable(self):
        return self.at(self.away)

    def secrets(self):
        return [TOKEN]


class TestAnswers(SinkContract):
    @pytest.fixture(autouse=True)
    def _found(self, _langgraph):
        source = source_from("langgraph", "agents", self.options())
        self.found = [reading.outcome for reading in source.read()]

    def options(self, url=""):
        return {"url": url or self.graph.url, "token": TOKEN}

    def sink(self):
        return sink_from("langgraph", "agents", self.options())

    def external_id(self, number):
        return self.found[number].external_id

    def meta(self, number):
        return json.loads(self.found[number].meta)

    def labels_there(self):
        return [
            (f"{thread.id}:{interrupt}", answer["verdict"])
            for thread in self.graph.threads
            for run in thread.runs
            for interrupt, answer in run["resume"].items()
        ]

    def refused(self):
        self.graph.threads[:] = [one for one in self.graph.threads if one.id != thread_id(4)]
        return self.outgoing(4)

    def unreachable(self):
        return sink_from("langgraph", "agents", self.options(self.away))

    @contextmanager
    def losing_replies(self):
        self.graph.loses_runs = True
        yield
        self.graph.loses_runs = False

    def secrets(self):
        return [TOKEN]
