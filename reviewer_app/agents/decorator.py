"""The decorator that puts a function under oversight."""

import inspect
from collections.abc import Callable, Collection, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from reviewer_app.agents.asking import Length
from reviewer_app.agents.calls import Function
from reviewer_app.agents.default import REVIEWER
from reviewer_app.agents.failures import Unsuited
from reviewer_app.agents.oversight import Oversight, Terms
from reviewer_app.agents.reviewer import EVERY_SECONDS, SOURCE, Reviewer
from reviewer_app.domain.sentences import sentence

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


def oversee(  # noqa: PLR0913 - each is something that a person may say
    *,
    before: bool = False,
    id: Callable[..., str] | None = None,  # noqa: A002 - the field's name everywhere
    workflow: str = "",
    step: str = "",
    agent: str = "",
    model_version: str = "",
    confidence: Callable[[Any], float | None] | None = None,
    metadata: Mapping[str, object] | None = None,
    leave_out: Collection[str] = (),
    source: str = SOURCE,
    answer_within: Length | None = None,
    every: float = EVERY_SECONDS,
    reviewer: Reviewer | None = None,
) -> Callable[[Callable[Given, Gives]], Callable[Given, Gives]]:
    """Puts a function under oversight, also a coroutine function.

    The function runs and what it returns is submitted. The caller gets it once it was approved or
    the policy lets it go; where it was corrected, the caller gets the corrected value, of the type
    that the function returns. With `before` the arguments are reviewed first, and the function
    runs only then: with these arguments, or with the corrected ones.

    The function then raises `Rejected` with the comment, or another `NotAnswered` (`StillOpen`,
    `Withdrawn`, `CorrectionUnusable`, `ChangedMeanwhile`), where there is nothing that the caller
    may go on with.

    Args:
        before: reviews the arguments before the function runs, for what cannot be taken back.
        id: makes the id of a call from its arguments, so that a call that is repeated after a crash
            is not reviewed anew; without it each call is one of its own.
        workflow: the business process; the source's name where it is missing.
        step: the step of it; the function's name where it is missing.
        agent: who produces it.
        model_version: by which model.
        confidence: finds the agent's own confidence in what the function returned; with `before`,
            in its arguments as a dictionary.
        metadata: whatever the policy's rules or the reviewers want to know.
        leave_out: parameters that are never submitted, such as a key or a connection.
        source: where outputs come from; ids are kept apart by it.
        answer_within: seconds, or a duration, until the policy's `on_timeout` is the answer.
        every: how often to look, in seconds.
        reviewer: the profile; the user's own where it is missing.

    Raises:
        Unsuited: it cannot be put around such a function.
    """
    record = {"agent": agent, "model_version": model_version, "workflow": workflow, "step": step}
    terms = Terms(
        reviewer or REVIEWER,
        {**record, "metadata": metadata},
        source,
        answer_within,
        every,
        id,
        confidence,
        before,
    )

    def put_around(function: Callable[Given, Gives]) -> Callable[Given, Gives]:
        return _around(Oversight(function, _suited(function, leave_out), terms), function)

    return put_around


def _around(oversight: Oversight, function: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """The function that is called in the place of one."""
    if inspect.iscoroutinefunction(function):

        @wraps(function)
        async def call_async(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the function's own
            return await oversight.run_async(args, kwargs)

        return cast("Callable[Given, Gives]", call_async)

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the function's own
        return oversight.run(args, kwargs)

    return cast("Callable[Given, Gives]", call)


def _suited(function: Callable[..., Any], leave_out: Collection[str]) -> Function:
    """What is known of a function that oversight can be put around.

    Raises:
        Unsuited: it cannot.
    """
    about = Function.of(function, leave_out)
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        reason = sentence("it gives its results one by one; put it around what collects them")
        raise Unsuited(about.name, reason)
    if unknown := about.unknown_left_out:
        reason = sentence("it has no parameter {names}", names=tuple(unknown))
        raise Unsuited(about.name, reason)
    return about
