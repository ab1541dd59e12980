"""MLflow's connector, with a server that plays what MLflow answers, held to the contracts."""

import json

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from tests.connectors.contract.mishaps import closed, losing_replies
from tests.connectors.mlflow_server import Mlflow
from tests.web_server import serving

TOKEN = "tok-not-to-be-shown"  # noqa: S105 - what must not be shown
PASSWORD = "pass-not-to-be-shown"  # noqa: S105 - as above
LONG_AGO = 1_700_000_000_000
HOUR = 3_600_000


@pytest.fixture(autouse=True)
def _mlflow(request):
    with serving() as server, closed(503) as away, stamina.set_testing(True, attempts=2):
        mlflow = Mlflow(server)
        for number in range(5):
            mlflow.add(f"tr-{number}", LONG_AGO + number // 2 * HOUR, 1000 * number)
        request.instance.mlflow, request.instance.away = mlflow, away
        yield


class TestTraces(SourceContract):
    def source(self):
        return self.at(self.mlflow.server.address)

    def at(self, url):
        options = self.mlflow.options(url=url, user="ada", password=PASSWORD, page="2")
        return source_from("mlflow", "mine", options)

    def more(self):
        """A run that began before all others ends after them, and one begins and ends."""
        self.mlflow.add("tr-late", LONG_AGO - HOUR, 9 * HOUR)
        self.mlflow.add("tr-new", LONG_AGO + 7 * HOUR)

    def faulty(self):
        self.mlflow.add("tr-2", LONG_AGO + HOUR, output=None)
        return self.source()

    def unreachable(self):
        return self.at(self.away)

    def secrets(self):
        return [PASSWORD]


class TestAssessments(SinkContract):
    @pytest.fixture(autouse=True)
    def _found(self, _mlflow):
        readings = source_from("mlflow", "mine", self.mlflow.options()).read()
        self.found = [reading.outcome for reading in readings]

    def sink(self):
        return self.at(self.mlflow.server.address)

    def at(self, url):
        return sink_from("mlflow", "mine", self.mlflow.options(url=url, token=TOKEN))

    def external_id(self, number):
        return self.found[number].external_id

    def meta(self, number):
        return json.loads(self.found[number].meta)

    def labels_there(self):
        return [
            (trace, assessment["feedback"]["value"])
            for trace in self.mlflow.traces
            for assessment in self.of(trace)
            if assessment["assessment_name"] == "review_verdict"
        ]

    def of(self, trace):
        """The assessments of a trace; there is an expectation where it was corrected alone."""
        found = self.mlflow.assessments(trace)
        names = [assessment["assessment_name"] for assessment in found]
        verdicts = [a["feedback"]["value"] for a in found if "feedback" in a]
        assert names.count("expected_output") == verdicts.count("correct")
        return found

    def refused(self):
        outgoing = self.outgoing(4)
        outgoing.meta["mlflow"]["trace_id"] = "tr-gone"
        return outgoing

    def unreachable(self):
        return self.at(self.away)

    def losing_replies(self):
        return losing_replies(self.mlflow.server)

    def secrets(self):
        return [TOKEN]
