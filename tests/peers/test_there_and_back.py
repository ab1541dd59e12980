"""Outputs come from real platforms, people decide by keys, and the platforms say what they got."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.app import Workspace, open_profile
from reviewer_app.connections.configured import Wanted
from reviewer_app.domain.vocabulary import Status
from reviewer_app.services.desk import Remarks
from reviewer_app.settings import SourceSettings
from reviewer_app.ui.main_window import MainWindow
from reviewer_app.ui.theme.scheme import Theme
from tests.factory import entries
from tests.peers.langgraph_peer import Agents, langgraph_running
from tests.peers.mlflow_peer import mlflow_running
from tests.peers.phoenix_peer import phoenix_running, span

ROOT = Path(__file__).parents[2]
OUTPUTS = 500
DECIDED = 40
WAIT_MS = 30_000
CONTROL = Qt.KeyboardModifier.ControlModifier

POLICY = """
name = "everything waits, and nothing can be taken back"
[defaults]
mode = "human"
undo_window = "0s"
"""


@pytest.fixture(scope="module")
def mlflow(tmp_path_factory):
    with mlflow_running(tmp_path_factory.mktemp("mlflow")) as started:
        yield started


@pytest.fixture(scope="module")
def phoenix(tmp_path_factory):
    with phoenix_running(tmp_path_factory.mktemp("phoenix")) as started:
        yield started


@pytest.fixture
def agents(tmp_path_factory):
    with langgraph_running(tmp_path_factory.mktemp("langgraph")) as url:
        yield Agents(url, "by keys")


@pytest.fixture
def profile(tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text(POLICY, encoding="utf-8")
    opened = open_profile(tmp_path / "home")
    opened.policies.apply(policy)
    yield opened
    opened.close()


def connect(profile, name: str, kind: str, **options: str) -> None:
    settings = SourceSettings(kind=kind, options=options, sends_labels=True, every_minutes=0)
    profile.connections.add(Wanted(name, settings))


def traces(mlflow, count: int) -> tuple[str, list[str]]:
    """An experiment with so many traces, the least sure first."""
    name, experiment = mlflow.experiment()
    begins = int(time.time() * 1000) - 3_600_000
    runs = [
        {
            "question": f"question {n}",
            "output": f"answer {n}",
            "start": begins + n * 1000,
            "end": begins + n * 1000 + 500,
            "tags": {"confidence": f"{n % 100 / 100}"},
        }
        for n in range(count)
    ]
    return name, mlflow.runs(experiment, runs)


def spans(phoenix, count: int) -> str:
    """A project with so many spans, once the server lists them all."""
    name = f"agents-{time.time_ns()}"
    phoenix.post("/v1/projects", json={"name": name}).raise_for_status()
    made = [
        span(n, metadata=json.dumps({"confidence": n % 100 / 100}), **{"output.value": f"said {n}"})
        for n in range(count)
    ]
    for start in range(0, count, 100):
        body = {"data": made[start : start + 100]}
        phoenix.post(f"/v1/projects/{name}/spans", json=body).raise_for_status()
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        params = {"span_id": made[-1]["context"]["span_id"]}
        if phoenix.get(f"/v1/projects/{name}/spans", params=params).json()["data"]:
            return name
        time.sleep(0.2)
    return pytest.fail("the server did not store the spans")


class Reviewer:
    """A person in front of the window, with a keyboard."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window, self._qtbot = window, qtbot

    def press(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def sees(self) -> str:
        self._qtbot.waitUntil(lambda: self.window.page.desk is not None, timeout=WAIT_MS)
        return self.window.page.desk.item.external_id

    def looks_for(self, search: str, source: str) -> None:
        """Searches, and waits until an item of that source is on the desk."""
        self.press(Qt.Key.Key_Slash)
        self.press(Qt.Key.Key_A, CONTROL)
        self._qtbot.keyClicks(QApplication.focusWidget(), search)
        self.press(Qt.Key.Key_Return)

        def is_there() -> bool:
            desk = self.window.page.desk
            return desk is not None and desk.item.source == source

        self._qtbot.waitUntil(is_there, timeout=WAIT_MS)
        self.press(Qt.Key.Key_Escape)

    def decides(self, turn: int) -> None:
        """Approves, corrects and rejects by turns, and waits for the next item."""
        before = self.sees()
        if turn % 4 == 1:
            self.press(Qt.Key.Key_E)
            self._qtbot.keyClicks(QApplication.focusWidget(), f"better {turn} ")
            self.press(Qt.Key.Key_Return, CONTROL)
        else:
            self.press(Qt.Key.Key_R if turn % 4 == 3 else Qt.Key.Key_A)
        self._qtbot.waitUntil(lambda: self.sees() != before, timeout=WAIT_MS)


@pytest.fixture
def open_window(qtbot, qapp):
    opened = []

    def make(profile) -> Reviewer:
        window = MainWindow(Workspace(profile), Theme(qapp))
        qtbot.addWidget(window, before_close_func=lambda one: one.close())
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        window.begin()
        opened.append(window)
        return Reviewer(window, qtbot)

    yield make
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def labels(profile, tmp_path) -> list[dict]:
    path = tmp_path / "labels.jsonl"
    profile.export.write(path, "jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pushed(profile) -> None:
    """Pushes until nothing waits."""
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        results = profile.pushes.push()
        assert [one.trouble for one in results] == [""] * len(results)
        counts = Counter()
        for one in profile.connections.listed():
            counts.update(one.labels)
        if set(counts) == {"delivered"}:
            return
        time.sleep(0.2)
    pytest.fail(f"not all was delivered: {counts}")


def test_what_people_decide_by_keys_is_what_the_platforms_have(
    profile,
    mlflow,
    phoenix,
    open_window,
    tmp_path,
):
    experiment, _ = traces(mlflow, OUTPUTS)
    project = spans(phoenix, OUTPUTS)
    address = str(phoenix.base_url).rstrip("/")
    connect(
        profile,
        "traces",
        "mlflow",
        url=mlflow.address,
        experiment=experiment,
        map="confidence=tags.confidence",
    )
    connect(
        profile,
        "spans",
        "phoenix",
        url=address,
        project=project,
        map="confidence=attributes.metadata.confidence",
    )
    assert [profile.pulls.pull(name).new for name in ("traces", "spans")] == [OUTPUTS, OUTPUTS]
    assert [profile.pulls.pull(name).new for name in ("traces", "spans")] == [0, 0]

    person = open_window(profile)
    for source in ("traces", "spans"):
        person.looks_for(f"source:{source}", source)
        for turn in range(DECIDED // 2):
            person.decides(turn)
    person.window.close()
    made = labels(profile, tmp_path)
    assert len(made) == DECIDED
    assert set(Counter(label["source"] for label in made)) == {"traces", "spans"}
    assert Counter(label["verdict"] for label in made) == {
        "approve": 20,
        "correct": 10,
        "reject": 10,
    }
    pushed(profile)
    for label in made:
        (same_in_mlflow if label["source"] == "traces" else same_in_phoenix)(
            mlflow, phoenix, project, label
        )


def same_in_mlflow(mlflow, _phoenix, _project, label) -> None:
    found = {one["assessment_name"]: one for one in mlflow.assessments(label["external_id"])}
    verdict = found.pop("review_verdict")
    assert verdict["feedback"]["value"] == label["verdict"]
    assert verdict["source"]["source_type"] == "HUMAN"
    assert verdict["metadata"]["digest"] == label["digest"]
    assert verdict["metadata"]["label_id"] == label["id"]
    if label["verdict"] == "correct":
        assert found.pop("expected_output")["expectation"]["value"] == label["expected_output"]
    assert found == {}


def same_in_phoenix(_mlflow, phoenix, project, label) -> None:
    path = f"/v1/projects/{project}/span_annotations"
    span_id = label["external_id"]
    (found,) = phoenix.get(path, params={"span_ids": span_id}).json()["data"]
    assert found["annotator_kind"] == "HUMAN"
    assert found["result"]["label"] == label["verdict"]
    assert found["metadata"]["digest"] == label["digest"]
    expected = label["expected_output"] if label["verdict"] == "correct" else None
    assert found["metadata"].get("expected_output") == expected


def test_an_agent_that_waits_goes_on_with_what_a_person_corrected_by_keys(
    profile, agents, open_window, qtbot
):
    thread = agents.use_tools("single", [["refund", {"order": "o1", "amount": 5.0}]])
    connect(profile, "agents", "langgraph", url=agents.url)
    assert profile.pulls.pull("agents").new == 1
    person = open_window(profile)
    assert person.sees().startswith(thread)
    person.press(Qt.Key.Key_E)
    person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "4.5")
    person.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(agents.runs(thread)) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not agents.state(thread)["next"], timeout=WAIT_MS)
    assert agents.results(thread)[0][1].endswith("paid 4.5 for o1")


PUSHING = """
import sys
from pathlib import Path
from reviewer_app.app import open_profile

profile = open_profile(Path(sys.argv[1]))
print("pushing", flush=True)
(result,) = profile.pushes.push()
print("trouble" if result.trouble or result.is_elsewhere else "done", flush=True)
profile.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_while_it_pushes_no_label_is_lost_and_none_is_doubled(profile, mlflow, tmp_path):
    experiment, ids = traces(mlflow, 30)
    connect(profile, "traces", "mlflow", url=mlflow.address, experiment=experiment)
    profile.pulls.pull("traces")
    for entry in entries(profile, Status.QUEUED):
        profile.review.correct(profile.review.open(entry.item_id).seen, "better", Remarks())
    kills = 0
    for seed in range(40):
        state = push_and_kill(tmp_path / "home", seed)
        kills += state == "killed"
        with profile.store.writing() as connection:  # the dead hold it no longer than they live
            connection.exec_driver_sql("DELETE FROM lease WHERE subject LIKE 'sink:%'")
        if state == "done":
            break
    pushed(profile)
    assert kills >= 3
    for trace_id in ids:
        names = Counter(one["assessment_name"] for one in mlflow.assessments(trace_id))
        assert names == {"review_verdict": 1, "expected_output": 1}


def push_and_kill(home: Path, seed: int) -> str:
    """Pushes in a process of its own, which is killed within a second; gives how it ended."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PUSHING, str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        process.stdout.readline()
        try:
            process.wait(random.Random(seed).uniform(0.05, 0.5))  # noqa: S311 - no secret
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return "killed"
        return process.stdout.readline().strip()
