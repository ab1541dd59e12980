"""The webhook, with a receiver that does what its documentation says, held to the contract."""

from contextlib import contextmanager
from time import time
from uuid import UUID

import pytest

from reviewer_app.connectors.registry import sink_from
from reviewer_app.connectors.webhook import SignatureInvalid, verify
from reviewer_app.testing import SinkContract
from tests.web_server import Answer, nobody, serving

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of a public example
TOKEN = "tok-not-to-be-shown"  # noqa: S105 - what must not be shown
REFUSED = 999


class TestWebhook(SinkContract):
    @pytest.fixture(autouse=True)
    def _receiver(self):
        self.labels = {}
        self.seen = set()
        self.is_losing = False
        with serving() as self.server:
            self.server.on("POST", "/hook", self.take)
            yield

    def take(self, asked):
        try:
            call = verify(SECRET, asked.headers, asked.body, time())
        except SignatureInvalid as wrong:
            return Answer(str(wrong), 401)
        told = asked.json()
        if told.get("item", {}).get("external_id") == f"run-{REFUSED}":
            return Answer("no such run", 422)
        if call not in self.seen and told["type"] != "ping":
            self.keep(told)
        self.seen.add(call)
        return Answer(status=204, is_lost=self.is_losing)

    def keep(self, told):
        known = self.labels.get(UUID(told["id"]))
        if known is None or known["version"] < told["version"]:
            self.labels[UUID(told["id"])] = told

    def sink(self):
        return self.at(f"{self.server.address}/hook")

    def at(self, url):
        return sink_from("webhook", "hook", {"url": url, "secret": SECRET, "token": TOKEN})

    def labels_there(self):
        return [
            (told["item"]["external_id"], told["label"]["verdict"])
            for told in self.labels.values()
            if told["label"]
        ]

    def refused(self):
        return self.outgoing(REFUSED)

    def unreachable(self):
        return self.at(nobody())

    @contextmanager
    def losing_replies(self):
        self.is_losing = True
        yield
        self.is_losing = False

    def secrets(self):
        return [SECRET, TOKEN]
