"""The tool approvals of the OpenAI Agents SDK, given by people.

The SDK itself is not needed to import this; whoever has a run that waits has it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Unpack
from uuid import uuid4

from reviewer_app.agents.asking import Length
from reviewer_app.agents.default import REVIEWER
from reviewer_app.agents.failures import Rejected
from reviewer_app.agents.outcomes import Outcome, Ticket
from reviewer_app.agents.oversight import answered
from reviewer_app.agents.reviewer import EVERY_SECONDS, Reviewer
from reviewer_app.agents.threads import in_thread
from reviewer_app.agents.ways import Ways
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import canonical, parse
from reviewer_app.domain.vocabulary import OutputType, Verdict

SOURCE = "openai agents"
"""The source that tool calls are submitted under unless another is named."""


async def run_reviewed(
    agent: Any,  # noqa: ANN401 - the SDK's own
    input: Any,  # noqa: A002, ANN401 - the SDK's own
    *,
    run_id: str = "",
    how: Mapping[str, Any] | None = None,
    **ways: Unpack[Ways],
) -> Any:  # noqa: ANN401 - the SDK's own
    """Runs an agent to its end; every tool call that needs approval is put to people first.

    The SDK cannot run a call with other arguments than the model chose. A call that was corrected
    is therefore rejected, and the model told which arguments to call the tool with; when it then
    does exactly that, the call goes through without being reviewed a second time.

    Args:
        agent: the agent.
        input: what it is asked, as for `Runner.run`.
        run_id: the run's own id, kept apart from all other runs'; one is made where it is missing.
        how: further arguments of `Runner.run`, such as `context` or `run_config`.
        **ways: how the calls are put, as in `Ways`.

    Returns:
        The result of the run, which waits on nothing.

    Raises:
        StillOpen, Withdrawn: there is no answer for a call; the run goes no further.
    """
    approvals = _Approvals(run_id or str(uuid4()), **ways)
    runner = import_module("agents").Runner
    result = await runner.run(agent, input, **(how or {}))
    while result.interruptions:
        state = await approvals.give(result.to_state(), result.to_input_list())
        result = await runner.run(agent, state, **(how or {}))
    return result


async def review_approvals(waiting: Any, *, run_id: str, **ways: Unpack[Ways]) -> Any:  # noqa: ANN401 - the SDK's own
    """Has people approve or reject the tool calls that a run waits on.

    For programs that keep the state of a run themselves: it may be called again with the same
    state after a crash, in another process too, and asks nobody twice.

    Args:
        waiting: the result that has `interruptions`, or a state that was read from text.
        run_id: the run's own id, kept apart from all other runs'.
        **ways: how the calls are put, as in `Ways`.

    Returns:
        The state to go on with: `await Runner.run(agent, state)`.

    Raises:
        StillOpen, Withdrawn: there is no answer for a call.
    """
    is_result = hasattr(waiting, "to_state")
    state = waiting.to_state() if is_result else waiting
    said = waiting.to_input_list() if is_result else None
    return await _Approvals(run_id, **ways).give(state, said)


@dataclass(frozen=True, slots=True)
class _Approvals:
    """A run, and how its tool calls are put to people.

    Attributes:
        cleared: calls that people corrected, as the model may now make them.
    """

    run_id: str
    workflow: str = ""
    source: str = SOURCE
    answer_within: Length | None = None
    every: float = EVERY_SECONDS
    reviewer: Reviewer = REVIEWER
    cleared: Counter[tuple[str, str]] = field(default_factory=Counter)

    async def give(self, state: Any, said: Any) -> Any:  # noqa: ANN401 - the SDK's own
        """The state, with each call that waits approved or rejected."""
        told = state.to_json()
        open_calls: list[tuple[Any, Ticket]] = []
        for call in state.get_interruptions():
            if self._is_cleared(call):
                state.approve(call)
                continue
            open_calls.append((call, await in_thread(self._submit)(call, told, said)))
        for call, ticket in open_calls:
            outcome = await self.reviewer.wait_async(ticket, every=self.every)
            self._answer(state, call, outcome)
        return state

    def _is_cleared(self, call: Any) -> bool:  # noqa: ANN401 - the SDK's own
        """Whether a person gave these very arguments for such a call, which is then used up."""
        key = (_name(call), _canonical(call.arguments))
        if not self.cleared[key]:
            return False
        self.cleared[key] -= 1
        return True

    def _submit(self, call: Any, state: Mapping[str, Any], said: Any) -> Ticket:  # noqa: ANN401 - the SDK's own
        # models that run locally use a call's id again, so that the turn tells two calls apart
        named = f"{self.run_id}:{state.get('current_turn', 0)}:{call.call_id}"
        record = {
            "id": named,
            "workflow": self.workflow,
            "step": _name(call),
            "agent": getattr(call.agent, "name", ""),
            "input": state.get("original_input"),
            "output": call.arguments or "{}",
            "output_type": OutputType.JSON if _is_json(call.arguments or "{}") else OutputType.TEXT,
            "metadata": {"openai": {"run_id": self.run_id, "call_id": call.call_id}},
            "trace": said,
        }
        waiting = self.reviewer.waiting("openai", named, self.answer_within)
        return self.reviewer.submit_record(record, self.source, (), waiting)

    def _answer(self, state: Any, call: Any, outcome: Outcome) -> None:  # noqa: ANN401 - the SDK's own
        try:
            answered(outcome)
        except Rejected as rejected:
            state.reject(call, rejection_message=str(rejected))
            return
        if outcome.verdict is not Verdict.CORRECT:
            state.approve(call)
            return
        self.cleared[_name(call), _canonical(outcome.output)] += 1
        state.reject(
            call,
            rejection_message=(
                f"A reviewer corrected this call; it was not carried out as it was. Call "
                f"{_name(call)} again with exactly these arguments: {outcome.output}"
            ),
        )


def _name(call: Any) -> str:  # noqa: ANN401 - the SDK's own
    return str(call.qualified_name or call.name or "tool")


def _canonical(arguments: str | None) -> str:
    """Arguments in one form, whatever order and spaces a model writes them in."""
    text = arguments or "{}"
    return canonical(parse(text)) if _is_json(text) else text


def _is_json(text: str) -> bool:
    try:
        parse(text)
    except JsonRefused:
        return False
    return True
