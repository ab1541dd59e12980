"""The interrupts of a LangGraph graph in the agent's own process, answered by people.

LangGraph itself is not needed to import this; whoever has a compiled graph has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Protocol, Unpack

from reviewer_app.agents.asking import Length
from reviewer_app.agents.default import REVIEWER
from reviewer_app.agents.failures import RecordRefused, StillOpen, Withdrawn
from reviewer_app.agents.outcomes import Ending, Outcome, Ticket
from reviewer_app.agents.records import Submission, json_value
from reviewer_app.agents.reviewer import EVERY_SECONDS, Reviewer
from reviewer_app.agents.threads import in_thread
from reviewer_app.agents.ways import GraphWays
from reviewer_app.connectors.langgraph.dialects import Given, answer_for, value_digest
from reviewer_app.connectors.langgraph.options import Connection
from reviewer_app.connectors.langgraph.records import Found, incoming_of
from reviewer_app.connectors.langgraph.threads import Interrupt, State, Thread
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.json.text import parse_object, text_of
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import MEMBER

SOURCE = "langgraph library"
"""The source that interrupts are submitted under unless another is named."""

NOBODY = "Nobody decided in time, so this was not carried out."
"""What an agent is told that nobody answered."""


class Graph(Protocol):
    """What is asked of a compiled graph with a checkpointer."""

    def get_state(self, config: Any) -> Any:  # noqa: ANN401 - the graph's own
        """Where the thread stands."""
        ...

    def invoke(self, input: Any, config: Any) -> Any:  # noqa: A002, ANN401 - the graph's own
        """Runs the thread on."""
        ...


class AsyncGraph(Protocol):
    """What is asked of a compiled graph whose nodes or checkpointer are asynchronous."""

    async def aget_state(self, config: Any) -> Any:  # noqa: ANN401 - the graph's own
        """Where the thread stands."""
        ...

    async def ainvoke(self, input: Any, config: Any) -> Any:  # noqa: A002, ANN401 - the graph's own
        """Runs the thread on."""
        ...


def review_interrupts(graph: Graph, config: Mapping[str, Any], **ways: Unpack[GraphWays]) -> Any:  # noqa: ANN401 - the graph's own state
    """Has people answer what a thread waits on, one after the other, until it waits no more.

    It may be called again after a crash: what was submitted is not submitted anew, and an answer
    goes to an interrupt only while it still waits on what was reviewed.

    Args:
        graph: the compiled graph, with a checkpointer.
        config: names the thread, as for `graph.invoke`.
        **ways: how the questions are put, as in `GraphWays`.

    Returns:
        The values of the thread's state, once it waits on nothing.

    Raises:
        StillOpen, Withdrawn: there is no answer for the agent; it waits on.
        AnswerUnfit: the agent does not take what was decided; it waits on.
        RecordRefused: what it asks cannot be shown to a person.
    """
    bridge = _Bridge(config, **ways)
    while asked := bridge.asked(graph.get_state(config)):
        tickets = bridge.submit(asked)
        outcome = bridge.reviewer.wait(tickets[0], every=bridge.every)
        if asked[0].still_waits(bridge.asked(graph.get_state(config))):
            graph.invoke(asked[0].command(outcome), config)
    return graph.get_state(config).values


async def review_interrupts_async(
    graph: AsyncGraph, config: Mapping[str, Any], **ways: Unpack[GraphWays]
) -> Any:  # noqa: ANN401 - the graph's own state
    """As `review_interrupts`, beside other coroutines."""
    bridge = _Bridge(config, **ways)
    while asked := bridge.asked(await graph.aget_state(config)):
        tickets = await in_thread(bridge.submit)(asked)
        outcome = await bridge.reviewer.wait_async(tickets[0], every=bridge.every)
        if asked[0].still_waits(bridge.asked(await graph.aget_state(config))):
            await graph.ainvoke(asked[0].command(outcome), config)
    return (await graph.aget_state(config)).values


@dataclass(frozen=True, slots=True)
class _Asked:
    """One interrupt that waits."""

    found: Found

    @property
    def interrupt(self) -> Interrupt:
        return self.found.interrupt

    def still_waits(self, now: Sequence["_Asked"]) -> bool:
        """Whether the thread waits on this very question."""
        digest = value_digest(self.interrupt.value)
        return any(
            one.interrupt.id == self.interrupt.id and value_digest(one.interrupt.value) == digest
            for one in now
        )

    def command(self, outcome: Outcome) -> Any:  # noqa: ANN401 - LangGraph's own
        """What the graph is resumed with.

        Raises:
            StillOpen, Withdrawn, AnswerUnfit: nothing.
        """
        value, schema = self.interrupt.value, self.interrupt.schema
        answer = answer_for(value, given_of(outcome), schema)
        return import_module("langgraph.types").Command(resume={self.interrupt.id: answer})


@dataclass(frozen=True, slots=True)
class _Bridge:
    """A thread, and how its questions are put to people."""

    config: Mapping[str, Any]
    workflow: str = ""
    step: str = ""
    agent: str = ""
    map: str = ""
    source: str = SOURCE
    answer_within: Length | None = None
    every: float = EVERY_SECONDS
    reviewer: Reviewer = REVIEWER

    def asked(self, snapshot: Any) -> list[_Asked]:  # noqa: ANN401 - LangGraph's own
        """All that the thread waits on, in its own order."""
        thread = Thread(str(self.config["configurable"]["thread_id"]), "")
        tasks = {one.id: task.name for task in snapshot.tasks for one in task.interrupts}
        listed = tuple(_interrupt(one, tasks.get(one.id, "")) for one in snapshot.interrupts)
        values = json_value(snapshot.values, "values")
        created = snapshot.created_at
        place = snapshot.config["configurable"].get("checkpoint_id", "")
        state = State(listed, values, created, place)
        return [_Asked(Found(thread, state, one)) for one in listed]

    def submit(self, asked: Sequence[_Asked]) -> list[Ticket]:
        """Puts questions to people; those that they have already stay as they are.

        Raises:
            RecordRefused: it cannot be shown.
        """
        connection = Connection("", fields=Fields.parse(self.map))
        return [self._submit(one, connection) for one in asked]

    def _submit(self, asked: _Asked, connection: Connection) -> Ticket:
        record = incoming_of(asked.found, connection, self.reviewer.limits)
        if isinstance(record, Problem):
            raise RecordRefused(record.field, record.reason)
        named = replace(
            record,
            workflow=self.workflow or record.workflow,
            step=self.step or record.step,
            agent=self.agent or record.agent,
            meta=self._with_expiry(record.meta),
        )
        return self.reviewer.take(Submission.of(self.source, named))

    def _with_expiry(self, meta: str) -> str:
        """The metadata, with the time by which the agent wants its answer."""
        if self.answer_within is None:
            return meta
        members = parse_object(meta)[0]
        expiry = self.reviewer.waiting("langgraph", "", self.answer_within).expires_at
        told = {**members[MEMBER], "expires_at": expiry.isoformat() if expiry else None}
        return text_of({**members, MEMBER: told})


def given_of(outcome: Outcome) -> Given:
    """What the agent is answered.

    Raises:
        StillOpen, Withdrawn: there is no answer.
    """
    if outcome.ending in {Ending.SUPERSEDED, Ending.ERASED}:
        raise Withdrawn(outcome)
    verdict = outcome.verdict or Verdict.APPROVE
    if verdict is Verdict.ESCALATE or (verdict is not Verdict.REJECT and outcome.output is None):
        raise StillOpen(outcome)
    return Given(
        verdict,
        outcome.output if outcome.output is not None else outcome.original,
        NOBODY if outcome.timed_out and verdict is Verdict.REJECT else outcome.comment or "",
        outcome.reviewers,
        str(outcome.item_id),
    )


def _interrupt(one: Any, task: str) -> Interrupt:  # noqa: ANN401 - LangGraph's own
    schema = getattr(one, "response_schema", None)
    told = schema if isinstance(schema, dict) and schema else None
    return Interrupt(one.id, json_value(one.value, "interrupt"), told, task)
