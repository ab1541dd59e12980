"""A LangGraph server as a sink: the verdict answers the agent that waits, once."""

import time
from collections.abc import Callable, Mapping
from typing import ClassVar, Self

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.langgraph.answers import (
    DECISION,
    MEANING,
    Answer,
    meaning_in,
    strict_in,
)
from reviewer_app.connectors.langgraph.conflicts import (
    AgentFailed,
    AnsweredElsewhere,
    AnswerIgnored,
    AnswerStands,
    AsksSomethingElse,
    ThreadGone,
)
from reviewer_app.connectors.langgraph.dialects import value_digest
from reviewer_app.connectors.langgraph.options import OPTIONS, Connection
from reviewer_app.connectors.langgraph.threads import Interrupt, Run, Threads
from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence

PATIENCE = 10.0
"""Seconds that a run is watched for what it makes of the answer; it may work on after that."""

WHY_AT_MOST = 300
"""Characters of an agent's own words about its failure that are passed on."""

_FIRST_LOOK, _SLOWEST_LOOK = 0.1, 1.0


class LangGraphSink:
    """Answers agents that wait, each once and only on what was reviewed.

    A run that an answer starts carries the label's and the decision's id in its metadata. Before
    anything is sent the thread's runs are looked through for them, so that an answer whose receipt
    was lost is found again and not sent twice.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "langgraph"
    is_final: ClassVar[bool] = True

    def __init__(
        self,
        name: str,
        connection: Connection,
        patience: float = PATIENCE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Opens nothing yet."""
        self.name = name
        self._connection = connection
        self._client = connection.client()
        self._threads = Threads(self._client)
        self._patience, self._sleep = patience, sleep
        self._strict: bool | None = None

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink that a person configured.

        Raises:
            UsageError: an address, a mapping or a number that makes no sense.
        """
        return cls(name, Connection.of(options))

    def push(self, outgoing: Outgoing) -> str:
        """Answers the agent that waits, where it still waits on what was reviewed.

        Raises:
            Unreachable: the server does not answer, or the agent is busy.
            PushRefused: the item is of no agent, its thread is gone, or the answer does not fit.
            AnswerConflict: the agent waits no more or on something else, or failed over the answer.
        """
        answer = Answer.of(outgoing, self._connection.assistant)
        label, told = outgoing.label, meaning_in(outgoing.receipt)
        if told:
            return self._stand(answer, label, told)
        runs = self._threads.runs(answer.thread)
        ours = next((run for run in runs or () if answer.is_of(run)), None)
        if label is None:
            return self._take_back(answer, ours)
        if runs is None:
            raise self._gone(answer)
        if ours is not None and not self._may_send_again(answer, ours):
            self._settle(answer, ours)
            self._stand(answer, label, str(ours.metadata.get(MEANING)))
            return answer.receipt(ours.id, answer.meaning(label))
        run = self._send(answer, label)
        self._settle(answer, run)
        return answer.receipt(run.id, answer.meaning(label))

    def check(self) -> str:
        """Looks whether agents can be answered.

        Raises:
            ReviewerError: they cannot.
        """
        reply = self._client.get("/info")
        information = reply.object()
        self._strict = strict_in(information)
        self._threads.make_sure()
        return sentence(
            "LangGraph {version} at {place} lets this connection in; agents that wait can be "
            "answered.",
            version=reply.without_secrets(str(information.get("version", ""))),
            place=self._client.place,
        )

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()

    def _stand(self, answer: Answer, label: Label | None, told: str) -> str:
        """What was answered stands: fine where it is what the label says still."""
        if label is None or answer.meaning(label) != told:
            raise AnswerStands(answer.item)
        return answer.outgoing.receipt

    def _take_back(self, answer: Answer, ours: Run | None) -> str:
        """Nothing is sent where there is no label any more; what was answered stands."""
        if ours is not None and not ours.has_failed:
            raise AnswerStands(answer.item)
        return ""

    def _may_send_again(self, answer: Answer, ours: Run) -> bool:
        """Whether an earlier answer never reached the agent, and people have decided anew since."""
        if not ours.has_failed or ours.metadata.get(DECISION) == answer.decision:
            return False
        left = self._interrupt(answer)
        return left is not None and not left.error

    def _send(self, answer: Answer, label: Label) -> Run:
        interrupt = self._interrupt(answer)
        if interrupt is None:
            raise AnsweredElsewhere(answer.item)
        if value_digest(interrupt.value) != answer.digest:
            raise AsksSomethingElse(answer.item)
        if interrupt.error:
            raise AgentFailed(answer.item, _short(interrupt.error))
        body = answer.body(interrupt, label, is_strict=self._is_strict())
        run = self._threads.resume(answer.thread, body)
        if run is None:
            raise Unreachable(
                sentence(
                    "The agent of {item} is busy with another run. It is answered as soon as that "
                    "has ended.",
                    item=answer.item,
                )
            )
        return run

    def _interrupt(self, answer: Answer) -> Interrupt | None:
        state = self._threads.state(answer.thread)
        if state is None:
            raise self._gone(answer)
        return state.interrupt(answer.interrupt)

    def _gone(self, answer: Answer) -> ThreadGone:
        """That there is no such thread, once it is LangGraph that says so.

        Raises:
            NotThere: it is something else at the address.
        """
        self._threads.make_sure()
        return ThreadGone(answer.item)

    def _settle(self, answer: Answer, run: Run) -> None:
        """Watches what the agent makes of the answer, until it has gone on, for a while.

        A run that still works after that has the answer: what it does then is its own.

        Raises:
            AnswerConflict: the agent failed, or asks the same again.
        """
        ended = self._ended(answer, run)
        if ended.is_active:
            return
        if ended.has_failed:
            raise AgentFailed(
                answer.item, _short(self._threads.error(answer.thread) or ended.status)
            )
        if self._left(answer) is not None:
            raise AnswerIgnored(answer.item)

    def _ended(self, answer: Answer, run: Run) -> Run:
        """The run once it has ended, or has gone on from the answer, or when patience has."""
        pause, ends = _FIRST_LOOK, time.monotonic() + self._patience
        while run.is_active and time.monotonic() < ends:
            self._sleep(pause)
            pause = min(pause * 2, _SLOWEST_LOOK)
            run = self._threads.run(answer.thread, run.id) or Run(run.id, "gone", run.metadata)
            if run.is_active and self._left(answer) is None:
                break
        return run

    def _left(self, answer: Answer) -> Interrupt | None:
        """What the agent waits on still, of what was answered."""
        state = self._threads.state(answer.thread)
        left = state.interrupt(answer.interrupt) if state is not None else None
        return left if left is not None and value_digest(left.value) == answer.digest else None

    def _is_strict(self) -> bool:
        """Whether the server can be asked to refuse an answer to what does not wait."""
        if self._strict is None:
            try:
                self._strict = strict_in(self._client.get("/info").object())
            except PushRefused:  # a server of before it told of itself
                self._strict = False
        return self._strict


def _short(why: str) -> str:
    """An agent's own words about its failure, on one line."""
    return " ".join(why[: 2 * WHY_AT_MOST].split())[:WHY_AT_MOST]
