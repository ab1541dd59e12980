"""Blocking calls beside coroutines."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


def in_thread(function: Callable[Given, Gives]) -> Callable[Given, Coroutine[Any, Any, Gives]]:
    """The function as a coroutine function that runs it on a thread."""

    @wraps(function)
    async def call(*args: Given.args, **kwargs: Given.kwargs) -> Gives:
        return await asyncio.to_thread(function, *args, **kwargs)

    return call
