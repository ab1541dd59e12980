"""The threads of a LangGraph server: which of them wait, on what, and how they are resumed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reviewer_app.connectors.langgraph.questions import Members, member, word
from reviewer_app.connectors.web.addresses import segment
from reviewer_app.connectors.web.client import Client, Refused, Reply, ReplyUnreadable
from reviewer_app.connectors.web.paging import Pages
from reviewer_app.connectors.web.presence import NotThere
from reviewer_app.domain.sentences import sentence

PASSES = 5
"""How often the list of waiting threads is read at most, while threads come and go."""

RUNS = 100
"""Runs of a thread that are looked at, the newest first."""

_SELECT = ("thread_id", "updated_at", "metadata", "status")


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread that waits, as the list of threads has it."""

    id: str
    updated_at: str
    metadata: Members = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Interrupt:
    """One question of a thread, and the task that asks it."""

    id: str
    value: Any
    schema: Members | None = None
    task: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where a thread stands."""

    interrupts: Sequence[Interrupt] = ()
    values: Any = None
    created_at: str | None = None
    checkpoint: str = ""

    @property
    def waiting(self) -> Sequence[Interrupt]:
        """The questions that can be answered: not those over whose answer a task has failed."""
        return [one for one in self.interrupts if not one.error]

    def interrupt(self, interrupt_id: str) -> Interrupt | None:
        """The question of this id, if the thread still waits on it."""
        return next((one for one in self.interrupts if one.id == interrupt_id), None)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a thread."""

    id: str
    status: str
    metadata: Members = field(default_factory=dict)

    @property
    def is_active(self) -> bool:
        """Whether it has not ended."""
        return self.status in {"pending", "running"}

    @property
    def has_failed(self) -> bool:
        """Whether it ended without doing what it was for."""
        return self.status in {"error", "timeout"}


class Threads:
    """Asks a server about its threads, and resumes them."""

    def __init__(self, client: Client) -> None:
        """Takes what calls the server."""
        self._client = client

    def waiting(self, metadata: Mapping[str, Any], page: int) -> list[Thread]:
        """All threads that wait, the one that waits longest first.

        Threads that are answered while pages are read move others to earlier places, where they
        would be missed: the list is read again until it holds no thread that was not seen before.

        Raises:
            Unreachable, PushRefused: the server does not tell.
        """
        found: dict[str, Thread] = {}
        for _ in range(PASSES):
            known = len(found)
            pages = 0
            for listed in self._pages(metadata, page):
                pages += 1
                found |= {thread.id: thread for thread in listed}
            if pages <= 1 or len(found) == known:
                break
        return sorted(found.values(), key=lambda thread: (thread.updated_at, thread.id))

    def _pages(self, metadata: Mapping[str, Any], page: int) -> Iterator[list[Thread]]:
        asked: dict[str, Any] = {"status": "interrupted", "limit": page}
        asked |= {"sort_by": "updated_at", "sort_order": "asc", "select": list(_SELECT)}
        asked |= {"metadata": dict(metadata)} if metadata else {}
        offset = 0
        pages = Pages(self._client.place)
        while True:
            rows = _listed(self._client.search("/threads/search", {**asked, "offset": offset}))
            if not rows:
                return
            yield [_thread(row) for row in rows if word(row, "thread_id")]
            offset += len(rows)
            if len(rows) < page:
                return
            pages.check_new(word(row, "thread_id") for row in rows)

    def make_sure(self) -> None:
        """Looks whether the server lists threads.

        Raises:
            NotThere: what answers is no LangGraph server.
            Unreachable: nobody answers.
        """
        wanted = {"status": "interrupted", "limit": 1, "select": ["thread_id"]}
        try:
            _listed(self._client.search("/threads/search", wanted))
        except (Refused, ReplyUnreadable) as cause:
            raise NotThere(self._client.place, "LangGraph") from cause

    def state(self, thread_id: str) -> State | None:
        """Where a thread stands; None where there is no such thread.

        Raises:
            Unreachable, PushRefused: the server does not tell.
        """
        reply = self._client.send("GET", f"{_path(thread_id)}/state", taken=(404,))
        if reply.status == 404:
            return None
        told = reply.object()
        checkpoint = word(member(told, "checkpoint"), "checkpoint_id")
        created = word(told, "created_at") or None
        return State(tuple(_interrupts(told)), told.get("values"), created, checkpoint)

    def runs(self, thread_id: str) -> list[Run] | None:
        """The latest runs of a thread, the newest first; None where there is no such thread.

        Raises:
            Unreachable, PushRefused: the server does not tell.
        """
        path = f"{_path(thread_id)}/runs"
        reply = self._client.send("GET", path, params={"limit": RUNS}, taken=(404,))
        return None if reply.status == 404 else [_run(row) for row in _listed(reply)]

    def run(self, thread_id: str, run_id: str) -> Run | None:
        """One run; None where there is no such run any more.

        Raises:
            Unreachable, PushRefused: the server does not tell.
        """
        path = f"{_path(thread_id)}/runs/{segment(run_id)}"
        reply = self._client.send("GET", path, taken=(404,))
        return None if reply.status == 404 else _run(reply.object())

    def resume(self, thread_id: str, asked: Mapping[str, Any]) -> Run | None:
        """Starts a run; None where the thread is busy with another.

        Raises:
            Unreachable, PushRefused: the server did not take it, or nobody knows.
        """
        reply = self._client.send("POST", f"{_path(thread_id)}/runs", body=asked, taken=(409,))
        return None if reply.status == 409 else _run(reply.object())

    def error(self, thread_id: str) -> str:
        """What a thread says about why it failed; empty where it does not."""
        told = self._client.get(_path(thread_id)).object().get("error")
        message = word(told, "message") or (told if isinstance(told, str) else "")
        return ": ".join(part for part in (word(told, "error"), message) if part)


def _path(thread_id: str) -> str:
    return f"/threads/{segment(thread_id)}"


def _listed(reply: Reply) -> list[Members]:
    rows = reply.json()
    if not isinstance(rows, list):
        raise ReplyUnreadable(
            sentence("{place} answered with something else than expected.", place=reply.place)
        )
    return [row for row in rows if isinstance(row, dict)]


def _thread(row: Members) -> Thread:
    metadata = member(row, "metadata")
    known = metadata if isinstance(metadata, dict) else {}
    return Thread(row["thread_id"], word(row, "updated_at"), known)


def _run(row: Members) -> Run:
    metadata = member(row, "metadata")
    known = metadata if isinstance(metadata, dict) else {}
    return Run(word(row, "run_id"), word(row, "status"), known)


def _interrupts(state: Members) -> Iterator[Interrupt]:
    """The questions of a state, those of its tasks first; none twice."""
    known: set[str] = set()
    for task in [*_dicts(member(state, "tasks")), state]:
        for told in _dicts(member(task, "interrupts")):
            named = word(told, "id", "interrupt_id")
            if not named or named in known:
                continue
            known.add(named)
            schema = member(told, "response_schema", "responseSchema")
            yield Interrupt(
                named,
                told.get("value"),
                schema if isinstance(schema, dict) and schema else None,
                word(task, "name"),
                word(task, "error"),
            )


def _dicts(value: Any) -> list[Members]:  # noqa: ANN401 - any JSON comes in
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
