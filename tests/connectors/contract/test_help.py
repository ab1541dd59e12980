"""The connector that the help page writes, taken from there as it stands, meets the contracts."""

import re

import pytest

from reviewer_app.domain.validation import Limits
from reviewer_app.paths import resource
from reviewer_app.testing import SinkContract, SourceContract
from tests.web_server import Answer, nobody, serving


def blocks() -> list[str]:
    """The Python of the page, in its order."""
    page = resource("help/connectors.md").read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```", page, re.DOTALL)


def made(number: int, name: str) -> type:
    """A class of the page."""
    space = {"__name__": "tickets"}
    exec(compile(blocks()[number], f"connectors.md:{number}", "exec"), space)  # noqa: S102 - our own page
    return space[name]


class TestSourceOfThePage(SourceContract):
    @pytest.fixture(autouse=True)
    def _tickets(self):
        self.tickets = [{"number": n, "text": f"answer {n}"} for n in range(1, 4)]
        with serving() as server:
            self.url = server.address
            server.on("GET", "/answers", self.answers)
            yield

    def answers(self, asked):
        told = asked.param("after") or ""
        after = int(told) if told.isdecimal() else 0
        return {"answers": [one for one in self.tickets if int(one["number"]) > after]}

    def source(self):
        return made(0, "TicketSource").from_options("mine", {"url": self.url}, Limits())

    def more(self):
        self.tickets.append({"number": len(self.tickets) + 1, "text": "fresh"})

    def faulty(self):
        self.tickets[1]["text"] = None
        return self.source()

    def unreachable(self):
        return made(0, "TicketSource").from_options("mine", {"url": nobody()}, Limits())


class TestSinkOfThePage(SinkContract):
    @pytest.fixture(autouse=True)
    def _judgements(self):
        self.kept = {}
        with serving() as server:
            self.url = server.address
            server.on("PUT", "/judgements/{key}", self.keep)
            server.on("DELETE", "/judgements/{key}", self.drop)
            server.on("GET", "/version", "2.0")
            yield

    def keep(self, asked):
        if asked.json()["external_id"] == "gone":
            return Answer("no such ticket", 422)
        self.kept[asked.named["key"]] = asked.json()
        return Answer(status=204)

    def drop(self, asked):
        self.kept.pop(asked.named["key"], None)
        return Answer(status=204)

    def sink(self):
        return made(1, "TicketSink").from_options("mine", {"url": self.url})

    def labels_there(self):
        return [(one["external_id"], one["verdict"]) for one in self.kept.values()]
