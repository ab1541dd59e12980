"""Agents that stop and wait for a person, in every form in which such agents ask."""

import json
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.tools import tool
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.types import Send, interrupt
from typing_extensions import TypedDict


class Asked(MessagesState):
    """What the asking agents remember."""

    value: Any
    again: list[Any]
    schema: dict[str, Any] | None
    answers: list[Any]


def ask(state: Asked) -> dict[str, Any]:
    """Asks whatever the run was given, then what comes again, and keeps the answers."""
    answers = [interrupt(state["value"], response_schema=state.get("schema"))]
    if isinstance(answers[0], dict) and answers[0].get("comment") == "fall over":
        msg = "the mail server is down"
        raise RuntimeError(msg)
    answers.extend(interrupt(value) for value in state.get("again") or [])
    return {"answers": answers}


class Wide(TypedDict):
    """What an agent that asks twice at once remembers."""

    values: list[Any]


class One(TypedDict):
    """What each of its branches is told."""

    value: Any


def spread(state: Wide) -> list[Send]:
    """A branch for each question."""
    return [Send("ask_one", {"value": value}) for value in state["values"]]


def ask_one(state: One) -> dict[str, Any]:
    """Asks one of the questions."""
    interrupt(state["value"])
    return {}


@tool
def refund(order: str, amount: float) -> str:
    """Pays money back."""
    return f"paid {amount} for {order}"


@tool
def mail(to: str, text: str) -> str:
    """Sends a mail."""
    return f"sent to {to}: {text}"


class Scripted(GenericFakeChatModel):
    """A model that calls the tools that the person names, then says that it is done."""

    messages: Any = iter(())

    def bind_tools(self, *_: Any, **__: Any) -> "Scripted":
        return self

    def _generate(self, messages: Any, *_: Any, **__: Any) -> ChatResult:
        last = messages[-1]
        said = AIMessage(content="done")
        if isinstance(last, HumanMessage):
            named = json.loads(str(last.content))
            calls = [{"name": n, "args": a, "id": f"c{k}"} for k, (n, a) in enumerate(named)]
            said = AIMessage(content="", tool_calls=calls)
        return ChatResult(generations=[ChatGeneration(message=said)])


def agent(mode: str) -> Any:
    """An agent whose tools wait for a person."""
    gates = {"refund": True, "mail": {"allowed_decisions": ["approve", "reject"]}}
    middleware = HumanInTheLoopMiddleware(interrupt_on=gates, interrupt_mode=mode)
    return create_agent(Scripted(), tools=[refund, mail], middleware=[middleware])


_asking = StateGraph(Asked)
_asking.add_node("ask", ask)
_asking.add_edge(START, "ask")
_asking.add_edge("ask", END)
asking = _asking.compile()

_wide = StateGraph(Wide)
_wide.add_node("ask_one", ask_one)
_wide.add_conditional_edges(START, spread, ["ask_one"])
_wide.add_edge("ask_one", END)
wide = _wide.compile()

batched = agent("batched")
single = agent("per_call")
