"""The user's own profile, for the functions of the package itself."""

import atexit
import inspect
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from reviewer_app.agents.reviewer import Reviewer

Given = ParamSpec("Given")
Gives = TypeVar("Gives")

REVIEWER = Reviewer()
"""The profile behind the package's own functions: opened when one of them is first called."""

atexit.register(REVIEWER.close)


def _by_default(
    method: Callable[Concatenate[Reviewer, Given], Gives],
) -> Callable[Given, Gives]:
    """A method of the user's own profile, as a function."""

    @wraps(method)
    def call(*args: Given.args, **kwargs: Given.kwargs) -> Gives:
        return method(REVIEWER, *args, **kwargs)

    whole = inspect.signature(method)
    shown = whole.replace(parameters=list(whole.parameters.values())[1:])
    vars(call)["__signature__"] = shown
    del vars(call)["__wrapped__"]  # it would show `self`, and lead past the profile
    return call


submit = _by_default(Reviewer.submit)
poll = _by_default(Reviewer.poll)
wait = _by_default(Reviewer.wait)
labels = _by_default(Reviewer.labels)
submit_async = _by_default(Reviewer.submit_async)
poll_async = _by_default(Reviewer.poll_async)
wait_async = _by_default(Reviewer.wait_async)
close = _by_default(Reviewer.close)
