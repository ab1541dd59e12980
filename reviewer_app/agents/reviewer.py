"""A profile as an agent's own code uses it: submit an output, wait for what becomes of it."""

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from reviewer_app.agents import reading
from reviewer_app.agents.asking import Asked, Length, duration, item_id_of, source_name
from reviewer_app.agents.conclusions import LONG_AGO, outcome_of
from reviewer_app.agents.failures import HubClosed, RecordRefused
from reviewer_app.agents.one_record import OneRecord
from reviewer_app.agents.opening import Opened, Opening
from reviewer_app.agents.outcomes import Label, Outcome, Ticket
from reviewer_app.agents.records import Attached, Submission, json_value, submission_of
from reviewer_app.agents.threads import in_thread
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits
from reviewer_app.domain.vocabulary import OutputType, Verdict
from reviewer_app.domain.waiting import ANSWERS, MEMBER, Waiting
from reviewer_app.services.export import LabelFilter

SOURCE = "agents"
"""The source that outputs are submitted under unless they name another."""

EVERY_SECONDS = 0.5
"""How often is looked while waiting."""


class Reviewer:
    """A profile, opened when it is first used. Threads may share it; a forked child has its own.

    It works beside an open window and beside other processes on the same profile, and in a profile
    that belongs to a team through the team's hub.
    """

    def __init__(self, home: Path | str | None = None) -> None:
        """Names the profile.

        Args:
            home: the folder that holds all of it; else what `REVIEWER_HOME` names, else the user's
                own profile.
        """
        self._opening = Opening(Path(home) if home is not None else None)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes it."""
        self.close()

    def close(self) -> None:
        """Sends what a hub has not got yet, and gives the profile back. It can be used again."""
        self._opening.close()

    def submit(  # noqa: PLR0913 - an output is known by as many fields
        self,
        output: object,
        *,
        id: str | None = None,  # noqa: A002 - the field's name everywhere
        workflow: str = "",
        step: str = "",
        agent: str = "",
        model_version: str = "",
        input: object = None,  # noqa: A002 - the field's name everywhere
        confidence: float | None = None,
        metadata: Mapping[str, object] | None = None,
        output_type: OutputType | str | None = None,
        trace: object = None,
        created_at: datetime | None = None,
        attachments: Sequence[Attached] = (),
        source: str = SOURCE,
        waits: bool = False,
        answer_within: Length | None = None,
    ) -> Ticket:
        """Puts an output under oversight; on disk when this returns.

        The same output under the same id gives the same ticket, however often it is submitted; a
        changed one under the same id takes the earlier one's place.

        Args:
            output: what the agent produced: a text, or anything that can be written as JSON, also
                models and dataclasses.
            id: the output's own id. Without one the content is its id; with `waits` each call is
                one of its own.
            workflow: the business process; the source's name where it is missing.
            step: the step of it that produced the output.
            agent: who produced it.
            model_version: by which model.
            input: what the agent was asked, or had to go by.
            confidence: the agent's own, from 0 to 1; None where it has none.
            metadata: whatever the policy's rules or the reviewers want to know.
            output_type: `text`, `markdown`, `json`, `code`, `messages` or `tool_calls`; seen from
                the output where it is missing.
            trace: what the agent did on the way, as JSON.
            created_at: when it was produced.
            attachments: files to go along, as paths or as pairs of name and bytes.
            source: where outputs come from; ids are kept apart by it.
            waits: whether the agent has stopped until this is answered, which reviewers are shown.
            answer_within: seconds, or a duration, until the agent goes on by the policy's
                `on_timeout`, counted from now. Implies `waits`.

        Raises:
            RecordRefused: a field is at fault; nothing was kept.
            ReviewerError: the profile cannot be used.
        """
        given = {
            "id": id,
            "workflow": workflow,
            "step": step,
            "agent": agent,
            "model_version": model_version,
            "input": input,
            "output": output,
            "output_type": output_type,
            "confidence": confidence,
            "metadata": metadata,
            "trace": trace,
            "created_at": created_at,
        }
        waiting = None
        if waits or answer_within is not None:
            named = given["id"] = id or str(uuid4())
            waiting = self.waiting("python", named, answer_within)
        return self.submit_record(given, source, attachments, waiting)

    def waiting(
        self,
        kind: str,
        id: str,  # noqa: A002 - the field's name everywhere
        answer_within: Length | None = None,
        allowed: Sequence[Verdict] = ANSWERS,
    ) -> Waiting:
        """What says of an item that an agent waits for it, and until when."""
        expires_at = None
        if answer_within is not None:
            expires_at = self._opened.profile.store.now() + duration(answer_within)
        return Waiting(kind, id, frozenset(allowed), expires_at)

    def submit_record(
        self,
        given: Mapping[str, object],
        source: str = SOURCE,
        attachments: Sequence[Attached] = (),
        waiting: Waiting | None = None,
    ) -> Ticket:
        """Puts a record under oversight: `submit` for what has the fields in a mapping.

        Raises:
            RecordRefused: a field is at fault; nothing was kept.
        """
        metadata = json_value(given.get("metadata") or {}, "metadata")
        if isinstance(metadata, dict):
            if MEMBER in metadata:
                reason = sentence("metadata.{member} is set by `waits` alone", member=MEMBER)
                raise RecordRefused("metadata", reason)
            if waiting is not None:
                metadata = {**metadata, MEMBER: waiting.member}
        fields = {**given, "metadata": metadata or None}
        return self.take(submission_of(source_name(source), fields, attachments, self.limits))

    def take(self, submission: Submission) -> Ticket:
        """Puts a valid record under oversight; in a team it is sent soon."""
        profile, exchange = self._opened.profile, self._opened.exchange
        if exchange is not None:
            exchange.await_first()
        profile.intake.pull(OneRecord(submission))
        if exchange is not None:
            exchange.nudge()
        return reading.ticket_of(profile, submission.item_id)

    def poll(self, asked: Asked) -> Outcome | None:
        """What became of an output; None while it waits.

        There is an outcome once people have agreed and none of them can take it back within the
        step's undo window, once the policy lets the output go, or once the time is over in which
        an answer was wanted. What is escalated or disputed waits.

        Raises:
            ItemUnknown, ItemAmbiguous: nothing, or too much, was submitted under this id.
            HubClosed: the team's hub does not let this machine in.
        """
        return self._look(asked, None)

    def wait(
        self,
        asked: Asked,
        timeout: Length | None = None,
        every: float = EVERY_SECONDS,
    ) -> Outcome:
        """Waits until an output has an outcome.

        Args:
            asked: what was submitted.
            timeout: seconds, or a duration, after which the policy's `on_timeout` is the answer
                (`reject` unless the step says otherwise). It is this call's own: what is decided
                later can still be asked for. `answer_within` of `submit` holds for good.
            every: how often to look, in seconds.

        Raises:
            ItemUnknown, ItemAmbiguous: nothing, or too much, was submitted under this id.
            HubClosed: the team's hub does not let this machine in.
        """
        until = self._deadline(timeout)
        while (outcome := self._look(asked, until)) is None:
            time.sleep(every)
        return outcome

    def labels(  # noqa: PLR0913 - each is something that a person may say
        self,
        *,
        workflow: str | None = None,
        step: str | None = None,
        agent: str | None = None,
        source: str | None = None,
        verdict: Verdict | str | None = None,
        since: datetime | None = None,
    ) -> Iterator[Label]:
        """The evaluation labels of what was resolved, as they are now: all, or those asked for.

        Args:
            workflow: of this business process.
            step: of this step of it.
            agent: of this agent.
            source: submitted under, or pulled from, this source.
            verdict: with this verdict.
            since: decided at this time or later.
        """
        concluded = Verdict(verdict) if verdict is not None else None
        wanted = LabelFilter(
            workflow=workflow,
            step=step,
            agent=agent,
            source=source,
            verdict=concluded,
            since=since,
        )
        return reading.labels_of(self._opened.profile, wanted)

    submit_async = in_thread(submit)
    poll_async = in_thread(poll)

    async def wait_async(
        self,
        asked: Asked,
        timeout: Length | None = None,  # noqa: ASYNC109 - the policy answers, nothing is cancelled
        every: float = EVERY_SECONDS,
    ) -> Outcome:
        """As `wait`, beside other coroutines; cancelling it changes nothing."""
        until = self._deadline(timeout)
        while (  # noqa: ASYNC110 - what is waited for happens in a database
            outcome := await asyncio.to_thread(self._look, asked, until)
        ) is None:
            await asyncio.sleep(every)
        return outcome

    @property
    def limits(self) -> Limits:
        """What one record may be at most."""
        return self._opened.profile.feeds.limits

    @property
    def _opened(self) -> Opened:
        return self._opening.opened()

    def _deadline(self, timeout: Length | None) -> datetime | None:
        if timeout is None:
            return None
        return self._opened.profile.store.now() + duration(timeout)

    def _look(self, asked: Asked, until: datetime | None) -> Outcome | None:
        """What became of an output by now, for whoever waits until then."""
        opened = self._opened
        store, exchange = opened.profile.store, opened.exchange
        now = seen_until = store.now()
        if exchange is not None:
            exchange.await_first()
            seen_until = exchange.seen_until or LONG_AGO
        item_id = item_id_of(opened.profile, asked)
        known = reading.known_of(opened.profile, item_id)
        ends = min((t for t in (known.expires_at, until) if t is not None), default=None)
        outcome = outcome_of(replace(known, expires_at=ends), now, seen_until)
        if outcome is None and exchange is not None and exchange.refusal:
            raise HubClosed(exchange.refusal)
        return outcome
