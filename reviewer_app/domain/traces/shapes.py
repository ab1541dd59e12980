"""A trace's text as steps: lists of steps, chat messages with calls, spans and nested runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer_app.domain.json.written import CHARACTERS_AT_MOST, one_line, read_json
from reviewer_app.domain.outputs.message_parts import Part, PartKind
from reviewer_app.domain.outputs.messages import Turn, is_message, turn_of
from reviewer_app.domain.traces.fields import (
    FIELD_CHARACTERS,
    flat,
    line_of,
    step_in,
)
from reviewer_app.domain.traces.figures import Fields, word
from reviewer_app.domain.traces.trace import Step, StepKind, Trace, from_first_start

STEPS_AT_MOST = 10_000
"""Steps that are kept; a trace says how many more it has."""

_CONTAINERS = (
    "resourceSpans", "scopeSpans", "steps", "spans", "trace", "messages", "observations", "runs",
    "history", "events", "intermediate_steps", "tool_calls", "calls", "traces", "data",
)  # fmt: skip
_CHILDREN = ("steps", "children", "child_runs", "spans", "sub_steps", "substeps", "calls")
_IDS = ("span_id", "spanId", "id", "run_id", "step_id")
_PARENTS = (
    "parent_id", "parentId", "parent_span_id", "parentSpanId", "parentObservationId",
    "parent_run_id", "parent_observation_id", "parent",
)  # fmt: skip
_MODEL_ROLES = frozenset({"assistant", "ai", "model", "agent"})
_TOOL_TYPES = frozenset({"tool", "tool_call", "function_call", "tool_use"})


@dataclass(slots=True)
class _Node:
    """A step with its place in the tree."""

    step: Step
    id: str = ""
    parent_id: str = ""
    inside: "_Node | None" = None
    children: list["_Node"] = field(default_factory=list)


def trace_in(text: str, at_most: int = CHARACTERS_AT_MOST) -> Trace:
    """The steps that a JSON text tells of; none where its shape is not known."""
    if text.lstrip()[:1] not in ("[", "{"):
        return Trace()
    nodes = list(_nodes(read_json(text, at_most)))
    _answer(nodes)
    ordered = _ordered(nodes)
    steps = from_first_start([step for step, _ in zip(ordered, range(STEPS_AT_MOST), strict=False)])
    return Trace(steps, max(0, len(nodes) - len(steps)))


def _nodes(value: object) -> Iterator[_Node]:
    """Every step below a value, in the order in which they stand; children after their parent."""
    waiting: list[tuple[object, _Node | None]] = [(value, None)]
    while waiting:
        part, inside = waiting.pop()
        if isinstance(part, list):
            step = _pair(part)
            if step is not None:
                yield _Node(step, inside=inside)
            else:
                waiting.extend((inner, inside) for inner in reversed(part))
        elif isinstance(part, Mapping):
            made = list(_made(part, inside))
            yield from made
            below = made[0] if made else inside
            waiting.extend((inner, below) for inner in reversed(_below(part, is_step=bool(made))))


def _below(part: Fields, *, is_step: bool) -> list[object]:
    """What in a record holds further steps."""
    if is_step:
        return [part[key] for key in _CHILDREN if isinstance(part.get(key), list)]
    found = (key for key in _CONTAINERS if isinstance(part.get(key), list | Mapping))
    key = next(found, None)
    return [] if key is None else [part[key]]


def _made(part: Fields, inside: _Node | None) -> Iterator[_Node]:
    """The steps that one record tells of: several where it is a message."""
    if is_message(part) and not _is_call(part):
        yield from (_Node(step, key, inside=inside) for step, key in _said(turn_of(part)))
        return
    record = flat(part)
    step = None if _is_container(part) else step_in(record)
    if step is not None:
        context = part.get("context")
        ids = context if isinstance(context, Mapping) else record
        yield _Node(step, word(ids, *_IDS) or word(record, *_IDS), word(record, *_PARENTS), inside)


def _is_call(part: Fields) -> bool:
    """Whether a record with the look of a message is a call of a tool."""
    if "tool_call_id" in part:
        return False
    is_named = "name" in part and any(key in part for key in ("arguments", "args"))
    return word(part, "type").lower() in _TOOL_TYPES or "function" in part or is_named


def _is_container(part: Fields) -> bool:
    """Whether an object holds a trace rather than being a step: it says nothing of its own."""
    holds = any(isinstance(part.get(key), list | Mapping) for key in _CONTAINERS)
    says = any(key in part for key in (*_PARENTS, "type", "run_type", "start_time", "duration_ms"))
    return holds and not says


def _pair(part: Sequence[object]) -> Step | None:
    """An action beside what was observed, as agents of LangChain list them."""
    if len(part) != 2 or not isinstance(part[0], Mapping) or isinstance(part[1], Mapping | list):
        return None
    return step_in({**flat(part[0]), "observation": part[1]}) if "tool" in part[0] else None


def _said(turn: Turn) -> Iterator[tuple[Step, str]]:
    """What a message says and calls, as steps, each with the key of its call."""
    names = dict(turn.headers)
    for part in turn.stretches:
        if part.kind is PartKind.CALL:
            yield _called(part), part.key
        elif part.kind is PartKind.RESULT:
            answer = _cut(Step(part.name, StepKind.TOOL, result=part.text))
            yield answer, f"{_ANSWER}{part.key}"
        elif part.text:
            kind = StepKind.MODEL if turn.role.lower() in _MODEL_ROLES else StepKind.OTHER
            name = names.get("name") or turn.role
            yield _cut(Step(name, kind, one_line(part.text), note=part.text)), ""


_ANSWER = "\0answer to "


def _called(part: Part) -> Step:
    return _cut(Step(part.name or "tool", StepKind.TOOL, line_of(part.text), part.text))


def _cut(step: Step) -> Step:
    texts = (step.arguments, step.result, step.note)
    if max(map(len, texts)) <= FIELD_CHARACTERS:
        return step
    given, result, note = (text[:FIELD_CHARACTERS] for text in texts)
    return replace(step, arguments=given, result=result, note=note, is_cut=True)


def _answer(nodes: list[_Node]) -> None:
    """Puts the answers of tools to their calls; one without a call stays a step of its own."""
    calls: dict[str, _Node] = {}
    for node in list(nodes):
        if not node.id.startswith(_ANSWER):
            if node.id and node.step.kind is StepKind.TOOL:
                calls[node.id] = node
            continue
        call = calls.get(node.id.removeprefix(_ANSWER))
        if call is not None and not call.step.result:
            is_cut = call.step.is_cut or node.step.is_cut
            call.step = replace(call.step, result=node.step.result, is_cut=is_cut)
            node.id = _TAKEN
        elif not node.step.name:
            node.step = replace(node.step, name="result")
    nodes[:] = [node for node in nodes if node.id != _TAKEN]


_TAKEN = "\0taken"


def _ordered(nodes: Sequence[_Node]) -> Iterator[Step]:
    """Each step after the one it was done in, siblings by their start where all have one."""
    roots = _planted(nodes)
    places: dict[int, int] = {}
    # Steps that name each other as parents hang on no root: they come last, as roots.
    for start in (*_by_start(roots), *nodes):
        stack: list[tuple[_Node, int, int | None]] = [(start, 0, None)]
        while stack:
            node, depth, parent = stack.pop()
            if id(node) in places:
                continue
            places[id(node)] = place = len(places)
            yield replace(node.step, depth=depth, parent=parent)
            below = reversed(_by_start(node.children))
            stack.extend((child, depth + 1, place) for child in below)


def _planted(nodes: Sequence[_Node]) -> list[_Node]:
    """Hangs every step below its parent; gives those that have none."""
    named = {node.id: node for node in nodes if node.id}
    roots = []
    for node in nodes:
        above = node.inside or named.get(node.parent_id)
        if above is None or above is node:
            roots.append(node)
        else:
            above.children.append(node)
    return roots


def _by_start(nodes: Sequence[_Node]) -> list[_Node]:
    if any(node.step.start_ms is None for node in nodes):
        return list(nodes)
    return sorted(nodes, key=lambda node: node.step.start_ms or 0.0)
