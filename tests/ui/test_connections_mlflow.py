"""The page with MLflow itself: connected by keyboard, its traces reviewed, verdicts back there."""

import json
import subprocess
from pathlib import Path

import httpx2
import pytest
from PySide6.QtCore import Qt

from reviewer_app.domain.delivery import DeliveryState
from tests.peers import servers
from tests.peers.servers import free_port, python_or_skip, running
from tests.ui.test_connections import CTRL, begin, form, page, pill, show, tried

AGENT = Path(servers.__file__).parent / "mlflow_agent.py"
START = 1_790_000_000_000
RUNS = [
    {
        "question": f"Where is order {n}?",
        "output": {"answer": f"Order {n} ships on Monday.", "score": 0.3 + n / 10},
        "start": START + n * 1_000,
        "end": START + n * 1_000 + 500,
    }
    for n in range(4)
]


@pytest.fixture
def address(tmp_path):
    """The address of a server with an experiment of four traces, named `support agent`."""
    python, port = python_or_skip("mlflow"), free_port()
    where = ["--backend-store-uri", f"sqlite:///{tmp_path}/m.db", "--workers", "1"]
    where += ["--default-artifact-root", str(tmp_path / "artifacts")]
    command = [python, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port)]
    told, found = {"MLFLOW_DISABLE_TELEMETRY": "true"}, f"http://127.0.0.1:{port}"
    with running([*command, *where], f"{found}/health", tmp_path / "server", told):
        made = httpx2.post(
            f"{found}/api/2.0/mlflow/experiments/create", json={"name": "support agent"}
        )
        experiment = made.raise_for_status().json()["experiment_id"]
        subprocess.run(
            [python, AGENT, found, experiment],
            check=True,
            input=json.dumps(RUNS),
            text=True,
            capture_output=True,
            timeout=180,
        )
        yield found


def test_traces_come_in_by_the_page_and_the_verdict_goes_back(
    address, open_window, empty_profile, clock
):
    person = open_window(empty_profile)
    begin(person, "mlflow")
    person.type(address)
    form(person).fields.options["experiment"].begin()
    person.type("support agent")
    tried(person)
    assert pill(person) == "works"
    form(person).fields.mapping.links["confidence"].setFocus()
    person.press(Qt.Key.Key_Return)
    person.type("score")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: not form(person).is_trying() and pill(person) == "works")
    assert "confidence: 0.3" in " ".join(form(person).trial.texts())
    person.press(Qt.Key.Key_Return, CTRL)
    person.wait(lambda: form(person) is None)
    person.wait(lambda: page(person).list.current() is not None)
    person.wait(lambda: page(person).list.current().last_pull is not None)
    assert page(person).list.current().last_pull.new == 4
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: person.sees() is not None)
    trace = person.sees()
    person.press(Qt.Key.Key_A)
    person.waits_until_saved()
    clock.advance(minutes=5)
    show(person)
    person.wait(lambda: page(person).list.current().labels == {DeliveryState.DELIVERED: 1})
    told = httpx2.get(f"{address}/api/3.0/mlflow/traces/{trace}").raise_for_status().json()
    (assessment,) = told["trace"]["trace_info"]["assessments"]
    assert assessment["feedback"]["value"] == "approve"
    assert assessment["source"]["source_id"] == "ana"
