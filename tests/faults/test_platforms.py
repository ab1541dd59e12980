"""Labels on their way to a platform, through kills and full disks: each has its effect once."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.connectors.registry import sink_from
from reviewer_app.domain.delivery import DeliveryState
from reviewer_app.services.desk import Remarks
from reviewer_app.services.feedback.planning import Planning, Route
from reviewer_app.services.feedback.pushing import Pushing
from reviewer_app.store import deliveries
from reviewer_app.store.schema import DatabaseUnreachable
from tests.connectors.mlflow_server import Mlflow
from tests.factory import Clock, incoming, opened, pull, seen
from tests.web_server import Answer, serving

resource = pytest.importorskip("resource", reason="limits and kills are a matter of POSIX")

ROOT = Path(__file__).parents[2]
LABELS = 12
ROUTES = [Route("back")]
LATER = 20

PUSHING = """
import sys
from pathlib import Path
from reviewer_app.connectors.registry import sink_from
from reviewer_app.services.feedback.pushing import Pushing
from tests.factory import Clock, opened

clock = Clock()
clock.advance(minutes=1)
with opened(Path(sys.argv[1]), clock=clock) as profile:
    sink = sink_from("mlflow", "back", {"url": sys.argv[2], "experiment": "agents"})
    print("begun", flush=True)
    print(Pushing(profile.store).push(sink), flush=True)
    sink.close()
"""


@pytest.fixture
def platform():
    with serving() as web:
        made = Mlflow(web)
        for n in range(LABELS):
            made.add(f"tr-{n}", 1_700_000_000_000 + n)
        yield made


def decided(home: Path, count: int = LABELS) -> None:
    """A profile with so many corrected items, whose labels may leave."""
    clock = Clock()
    records = [
        incoming(n, meta=json.dumps({"mlflow": {"trace_id": f"tr-{n}"}})) for n in range(count)
    ]
    with opened(home, clock=clock) as profile:
        pull(profile, *records)
        for n in range(count):
            profile.review.correct(seen(profile, f"out-{n}"), f"better {n}", Remarks())
        clock.advance(seconds=LATER)
        Planning(profile.store, profile.policies).plan(ROUTES)


def said(platform: Mlflow) -> dict[str, list[str]]:
    """What each trace's assessments are called."""
    return {
        trace: sorted(a["assessment_name"] for a in platform.assessments(trace))
        for trace in platform.traces
    }


def states(profile) -> list[DeliveryState]:
    with profile.store.reading() as connection:
        return [one.delivery.state for one in deliveries.listed(connection, "back", None, 100)]


def sink_of(platform: Mlflow):
    return sink_from("mlflow", "back", platform.options())


BOTH = ["expected_output", "review_verdict"]


def test_labels_arrive_once_however_often_the_program_is_killed_while_it_pushes(tmp_path, platform):
    decided(tmp_path)
    command = [sys.executable, "-c", PUSHING, str(tmp_path), platform.server.address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for seed in range(3):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=environment, text=True
        ) as process:
            assert process.stdout.readline() == "begun\n"
            time.sleep(random.Random(seed).uniform(0.0, 0.1))  # noqa: S311 - no secret
            process.send_signal(signal.SIGKILL)
        assert all(len(set(names)) == len(names) for names in said(platform).values())
        with opened(tmp_path) as profile, profile.store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM lease")  # as after two minutes
    done = subprocess.run(command, capture_output=True, env=environment, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert said(platform) == dict.fromkeys(platform.traces, BOTH)
    with opened(tmp_path) as profile:
        assert states(profile) == [DeliveryState.DELIVERED] * LABELS


def test_two_processes_that_push_at_once_leave_each_label_once(tmp_path, platform):
    decided(tmp_path)
    command = [sys.executable, "-c", PUSHING, str(tmp_path), platform.server.address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
        for _ in range(2)
    ]
    told = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert said(platform) == dict.fromkeys(platform.traces, BOTH)
    assert sum(f"delivered={LABELS}" in one for one in told) == 1


class Filling:
    """A sink behind whose back the disk fills up as soon as it has taken a label."""

    name, kind, is_final = "back", "mlflow", False

    def __init__(self, sink) -> None:
        self._sink = sink

    def push(self, outgoing):
        receipt = self._sink.push(outgoing)
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
        return receipt


def test_a_label_whose_receipt_found_no_room_is_sent_again_and_stands_once(tmp_path, platform):
    decided(tmp_path, 2)
    clock = Clock()
    clock.advance(seconds=LATER + 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with opened(tmp_path, clock=clock) as profile, closing(sink_of(platform)) as sink:
        try:
            with pytest.raises(DatabaseUnreachable, match="full"):
                Pushing(profile.store).push(Filling(sink))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert states(profile) == [DeliveryState.WAITING] * 2
        clock.advance(minutes=3)
        assert Pushing(profile.store).push(sink).delivered == 2
    assert [names for names in said(platform).values() if names] == [BOTH, BOTH]


def test_an_erased_item_that_waits_keeps_nothing_from_being_sent(tmp_path, platform):
    decided(tmp_path, 3)
    clock = Clock()
    clock.advance(seconds=LATER + 1)
    with opened(tmp_path, clock=clock) as profile, closing(sink_of(platform)) as sink:
        profile.erasing.erase([seen(profile, "out-0").item_id], "asked for")
        clock.advance(seconds=LATER)
        Planning(profile.store, profile.policies).plan(ROUTES)
        result = Pushing(profile.store).push(sink)
    assert (result.delivered, result.failed, result.trouble) == (2, 1, "")
    assert said(platform)["tr-0"] == []


def test_erasing_what_was_sent_takes_the_words_from_the_platform(tmp_path, platform):
    decided(tmp_path, 1)
    clock = Clock()
    clock.advance(seconds=LATER + 1)
    with opened(tmp_path, clock=clock) as profile, closing(sink_of(platform)) as sink:
        assert Pushing(profile.store).push(sink).delivered == 1
        assert "better 0" in json.dumps(platform.assessments("tr-0"))
        profile.erasing.erase([seen(profile, "out-0").item_id], "asked for")
        clock.advance(seconds=LATER)
        Planning(profile.store, profile.policies).plan(ROUTES)
        assert Pushing(profile.store).push(sink).delivered == 1
    assert said(platform)["tr-0"] == ["review_verdict"]
    assert "better 0" not in json.dumps(platform.assessments("tr-0"))


def test_a_sink_that_leads_elsewhere_by_now_puts_the_labels_there(tmp_path, platform):
    decided(tmp_path, 1)
    clock = Clock()
    clock.advance(seconds=LATER + 1)
    with serving() as web, opened(tmp_path, clock=clock) as profile:
        with closing(sink_of(platform)) as sink:
            assert Pushing(profile.store).push(sink).delivered == 1
        other = Mlflow(web)
        other.add("tr-0", 1_700_000_000_000)
        profile.review.approve(seen(profile, "out-0"), Remarks())
        clock.advance(seconds=LATER)
        Planning(profile.store, profile.policies).plan(ROUTES)
        with closing(sink_of(other)) as sink:
            Pushing(profile.store).push(sink)
        assert said(other)["tr-0"] != []
    assert said(platform)["tr-0"] == BOTH


@pytest.mark.parametrize(
    "told", ["0", "-5", "999999999999", "soon", "Fri, 31 Dec 9999 23:59:59 GMT"]
)
def test_a_wish_to_be_asked_later_never_stops_a_sink_for_good(tmp_path, platform, told):
    decided(tmp_path, 1)
    clock = Clock()
    clock.advance(seconds=LATER + 1)
    busy = Answer({}, 429, {"Retry-After": told})
    with opened(tmp_path, clock=clock) as profile, closing(sink_of(platform)) as sink:
        answer = platform.server.answer
        platform.server.answer = lambda _: busy
        assert Pushing(profile.store).push(sink).postponed == 1
        platform.server.answer = answer
        clock.advance(hours=2)
        assert Pushing(profile.store).push(sink).delivered == 1
