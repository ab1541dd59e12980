"""Label files in the tool that they are for: Label Studio takes the tasks in, whole."""

import json

import httpx2
import pytest

from reviewer_app.connectors.labels.tasks import LABELING_CONFIG
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.vocabulary import Verdict
from tests.factory import Records, judged, opened
from tests.peers import servers

LOGIN = {"email": "a@example.org", "password": "pw-123456"}


@pytest.fixture(scope="module")
def studio(tmp_path_factory):
    """A client of a Label Studio that has just been installed, logged in."""
    python = servers.python_or_skip("labelstudio")
    folder, port = tmp_path_factory.mktemp("studio"), servers.free_port()
    address = f"http://127.0.0.1:{port}"
    quiet = {
        "LABEL_STUDIO_BASE_DATA_DIR": str(folder),
        "DJANGO_DB": "sqlite",
        "COLLECT_ANALYTICS": "0",
        "collect_analytics": "False",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
        "LATEST_VERSION_CHECK": "false",
    }
    start = [
        python.with_name("label-studio"), "start", "--no-browser", "--internal-host", "127.0.0.1",
        "--port", str(port), "--username", LOGIN["email"], "--password", LOGIN["password"],
        "--data-dir", folder, "--log-level", "WARNING",
    ]  # fmt: skip
    with (
        servers.running(start, f"{address}/health", folder, quiet),
        httpx2.Client(base_url=address, follow_redirects=True, timeout=60) as client,
    ):
        client.get("/user/login/")
        token = client.cookies["csrftoken"]
        client.headers["Referer"] = address
        client.post("/user/login/", data={"csrfmiddlewaretoken": token, **LOGIN})
        client.headers["X-CSRFToken"] = client.cookies["csrftoken"]
        yield client


def test_label_studio_takes_exported_tasks_in_with_their_judgements(studio, tmp_path):
    corrected = Judgement("ann", Verdict.CORRECT, "better", comment="too short")
    with opened(tmp_path / "profile") as profile:
        profile.history.bring_in(
            Records(
                judged(1, Judgement("ann", Verdict.APPROVE)),
                judged(2, corrected),
                judged(3, Judgement("ann", Verdict.REJECT), output="<script>alert(1)</script>"),
            )
        )
        profile.export.write(tmp_path / "tasks.json", "label-studio")
    made = studio.post("/api/projects", json={"title": "labels", "label_config": LABELING_CONFIG})
    assert made.status_code == 201, made.text
    project = made.json()["id"]
    tasks = json.loads((tmp_path / "tasks.json").read_text())
    taken = studio.post(f"/api/projects/{project}/import", json=tasks)
    assert taken.status_code == 201, taken.text
    counts = taken.json()
    assert (counts["task_count"], counts["annotation_count"]) == (3, 3)
    found = studio.get(f"/api/projects/{project}/export", params={"exportType": "JSON"}).json()
    by_id = {task["data"]["external_id"]: task for task in found}
    values = {
        name: [
            (one["from_name"], next(iter(one["value"].values())))
            for one in task["annotations"][0]["result"]
        ]
        for name, task in by_id.items()
    }
    assert values == {
        "out-1": [("verdict", ["approve"])],
        "out-2": [("verdict", ["correct"]), ("corrected", ["better"]), ("comment", ["too short"])],
        "out-3": [("verdict", ["reject"])],
    }
    assert by_id["out-3"]["data"]["output"] == "<script>alert(1)</script>"
    predictions = studio.get("/api/predictions/", params={"project": project}).json()
    assert {p["score"] for p in predictions} == {0.9}
    assert {p["model_version"] for p in predictions} == {"2.0"}
