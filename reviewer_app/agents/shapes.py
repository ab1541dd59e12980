"""Between the values of a function and the JSON that a person sees and corrects."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import PydanticUserError, TypeAdapter, ValidationError
from pydantic.errors import PydanticInvalidForJsonSchema, PydanticSchemaGenerationError

from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse, text_of
from reviewer_app.domain.sentences import sentence

_UNSUITED = (PydanticSchemaGenerationError, PydanticUserError, NameError, TypeError)
"""What is raised for a type that nothing can be read as: a connection, a lock, a missing name."""


class ShapeRefused(ValueError):
    """A text is not what the function returns or takes; the reason in words."""


class Shape:
    """What the JSON of a value must look like: by its type where it has a usable one."""

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - a type as it is written in a signature
        try:
            self._adapter: TypeAdapter[Any] | None = TypeAdapter(kind)
        except _UNSUITED:
            self._adapter = None

    @property
    def schema(self) -> str | None:
        """The JSON Schema that a correction must keep to; None where anything will do."""
        if self._adapter is None:
            return None
        try:
            schema = self._adapter.json_schema()
        except PydanticInvalidForJsonSchema:
            return None
        return text_of(schema) if schema else None

    def value(self, text: str) -> Any:  # noqa: ANN401 - the function's own type
        """The value that JSON text stands for.

        Raises:
            ShapeRefused: it is no JSON, or not of the type.
        """
        try:
            parsed = parse(text)
        except JsonRefused as refused:
            raise ShapeRefused(refused.reason) from refused
        adapter = self._adapter
        return parsed if adapter is None else _checked(lambda: adapter.validate_json(text))

    def text_value(self, text: str) -> Any:  # noqa: ANN401 - the function's own type
        """The value of a text that is no JSON.

        Raises:
            ShapeRefused: it is not of the type.
        """
        adapter = self._adapter
        return text if adapter is None else _checked(lambda: adapter.validate_python(text))


def members(text: str) -> Mapping[str, str]:
    """The members of a JSON object, each as JSON text.

    Raises:
        ShapeRefused: it is no JSON object.
    """
    try:
        found = parse(text)
    except JsonRefused as refused:
        raise ShapeRefused(refused.reason) from refused
    if not isinstance(found, dict):
        raise ShapeRefused(sentence("it must be a JSON object, a member for each argument"))
    return {name: text_of(value) for name, value in found.items()}


def _checked(read: Callable[[], Any]) -> Any:  # noqa: ANN401 - the function's own type
    try:
        return read()
    except ValidationError as wrong:
        raise ShapeRefused(_worded(wrong)) from wrong


def _worded(wrong: ValidationError) -> str:
    """The first fault, without the value: it is reviewed content."""
    first = wrong.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
