"""Agents that stop and wait for a person, in every form in which such agents ask."""

import json
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.tools import tool
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.types import Send, interrupt
from typing_extensions import TypedDict


class Asked(MessagesState):
    """What the asking agents remember."""

    value: Any
    again: list[Any]
    schema: dict[str, Any] | None
    answer: Any


def ask(state: Asked) -> dict[str, Any]:
    """Asks whatever the run was given, and keeps the answer."""
    answer = interrupt(state["value"], response_schema=state.get("schema"))
    if isinstance(answer, dict) and answer.get("comment") == "fall over":
        raise RuntimeError("the mail server is down")
    for value in state.get("again") or []:
        answer = [answer, interrupt(value)]
    said = ToolMessage(content=json.dumps(answer), tool_call_id="asked")
    return {"answer": answer, "messages": [said]}


class Wide(TypedDict):
    """What an agent that asks twice at once remembers."""

    values: list[Any]


class One(TypedDict):
    value: Any


def spread(state: Wide) -> list[Send]:
    return [Send("ask_one", {"value": value}) for value in state["values"]]


def ask_one(state: One) -> dict[str, Any]:
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
    """A model that calls the tools that the last message of a person names, then says goodbye."""

    messages: Any = iter(())

    def bind_tools(self, tools: Any, **_: Any) -> "Scripted":
        return self

    def _generate(self, messages: Any, *_: Any, **__: Any) -> Any:
        from langchain_core.outputs import ChatGeneration, ChatResult

        last = messages[-1]
        if isinstance(last, HumanMessage):
            named = json.loads(str(last.content))
            calls = [{"name": n, "args": a, "id": f"c{k}"} for k, (n, a) in enumerate(named)]
            said = AIMessage(content="", tool_calls=calls)
        else:
            said = AIMessage(content="done")
        return ChatResult(generations=[ChatGeneration(message=said)])


_ON = {"refund": True, "mail": {"allowed_decisions": ["approve", "reject"]}}


def _agent(mode: str) -> Any:
    middleware = HumanInTheLoopMiddleware(interrupt_on=_ON, interrupt_mode=mode)
    return create_agent(Scripted(), tools=[refund, mail], middleware=[middleware])


asking = StateGraph(Asked)
asking.add_node("ask", ask)
asking.add_edge(START, "ask")
asking.add_edge("ask", END)
asking = asking.compile()

wide = StateGraph(Wide)
wide.add_node("ask_one", ask_one)
wide.add_conditional_edges(START, spread, ["ask_one"])
wide.add_edge("ask_one", END)
wide = wide.compile()

batched = _agent("batched")
single = _agent("per_call")
