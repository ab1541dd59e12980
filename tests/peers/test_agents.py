"""The examples of the help, run as they stand there: in plain Python and in their frameworks."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reviewer_app.app import open_profile
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.paths import resource
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Remarks
from tests.factory import entries
from tests.peers.servers import python_or_skip

ROOT = Path(__file__).parents[2]
PAGES = ("agents.md", "de/agents.md")
POLICY = 'name = "all"\n[defaults]\nmode = "human"\nundo_window = "0s"\n'
SECONDS = 120

BEHIND = """
import runpy, sys
sys.path += {paths!r}  # behind the framework's own, which needs other versions of some
runpy.run_path({file!r}, run_name="__main__")
"""


def examples(page: str = "agents.md") -> dict[str, str]:
    """The code of each section that has any, by its number."""
    text = resource(f"help/{page}").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    found = {}
    for number, section in enumerate(sections):
        code = re.search(r"```python\n(.*?)```", section, re.DOTALL)
        if code:
            found[str(number)] = code.group(1)
    return found


def example(word: str) -> str:
    """The one example in which this word stands."""
    (code,) = [code for code in examples().values() if word in code]
    return code


@pytest.fixture
def profile(tmp_path):
    """The profile that the examples use; decisions on it count at once."""
    policy = tmp_path / "policy.toml"
    policy.write_text(POLICY, encoding="utf-8")
    opened = open_profile(tmp_path / "home")
    opened.policies.apply(policy)
    yield opened
    opened.close()


def run(code: str, tmp_path: Path, python: Path | str = sys.executable, **more: str):
    """Starts an example on the profile of the test."""
    file = tmp_path / "example.py"
    file.write_text(code, encoding="utf-8")
    paths = [str(ROOT), sysconfig.get_path("purelib")]
    return subprocess.Popen(
        [str(python), "-c", BEHIND.format(paths=paths, file=str(file))],
        env={**os.environ, "REVIEWER_HOME": str(tmp_path / "home"), **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(process) -> str:
    """What an example printed, once it has come to its end."""
    out, err = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, err[-3000:]
    return out.strip()


def decide(profile, process, verdict, correction=None, comment=""):
    """Decides on the next output, once it is there; gives what was seen."""
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends and process.poll() is None:
        waiting = [e for e in entries(profile) if e.verdict is None]
        if waiting:
            desk = profile.review.open(waiting[0].item_id)
            act = Act(desk.seen, verdict, Remarks(comment=comment), correction=correction)
            profile.review.decide(act)
            return desk
        time.sleep(0.1)
    pytest.fail(f"nothing came to be decided: {process.communicate()[1][-3000:]}")


def test_the_pages_have_the_same_examples_in_every_language():
    first, *others = [examples(page) for page in PAGES]
    assert len(first) == 6
    for other in others:
        assert other == first


def test_an_output_that_is_submitted_and_waited_for(profile, tmp_path):
    process = run(example("may_proceed"), tmp_path)
    desk = decide(profile, process, Verdict.CORRECT, "We refund 5 EUR.")
    assert (desk.item.step, desk.content.input) == ("reply", "Where is my refund?")
    assert said(process) == "send: We refund 5 EUR."
    process = run(example("reviewer_app.labels("), tmp_path)
    assert said(process) == "case-7 correct We refund 5 EUR."


def test_a_function_under_oversight(profile, tmp_path):
    process = run(example("class Refund"), tmp_path)
    decide(profile, process, Verdict.CORRECT, '{"amount": 50, "to": "ACME"}')
    assert said(process) == "pay amount=50.0 to='ACME'"
    process = run(example("class Refund"), tmp_path)
    decide(profile, process, Verdict.REJECT, comment="not ours")
    assert said(process) == "rejected: not ours"


def test_what_cannot_be_taken_back(profile, tmp_path):
    process = run(example("before=True"), tmp_path)
    desk = decide(profile, process, Verdict.CORRECT, '{"to": "ACME", "amount": 12}')
    assert "a secret" not in desk.content.output + desk.content.meta
    assert said(process) == "paid 12.0 to ACME"


@pytest.mark.parametrize(
    ("verdict", "correction", "sent"),
    [
        (Verdict.APPROVE, None, "sent: We refund 500 EUR."),
        (Verdict.CORRECT, "We refund 5 EUR.", "sent: We refund 5 EUR."),
        (Verdict.REJECT, None, "sent: nothing"),
    ],
)
def test_a_graph_of_langgraph(profile, tmp_path, verdict, correction, sent):
    process = run(example("review_interrupts"), tmp_path, python_or_skip("langgraph"))
    desk = decide(profile, process, verdict, correction)
    assert (desk.item.workflow, desk.item.step) == ("support", "send")
    assert said(process) == sent


GRAPH = '''
from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.tools import tool
from langgraph.checkpoint.sqlite import SqliteSaver
from reviewer_app.agents.langgraph import review_interrupts


@tool
def pay(to: str, amount: float) -> str:
    """Pay somebody."""
    return f"paid {amount} to {to}"


class Model(GenericFakeChatModel):
    def bind_tools(self, tools, **how):
        return self


def agent_of(saver, *messages):
    gate = HumanInTheLoopMiddleware(interrupt_on={"pay": True})
    model = Model(messages=iter(messages))
    return create_agent(model, [pay], checkpointer=saver, middleware=[gate])


calls = [{"name": "pay", "args": {"to": "A", "amount": n}, "id": f"c{n}"} for n in (1, 2)]
config = {"configurable": {"thread_id": "t"}}
with SqliteSaver.from_conn_string(FILE) as saver:
    agent = agent_of(saver, AIMessage("done"))
    if not agent.get_state(config).interrupts:
        agent = agent_of(saver, AIMessage("", tool_calls=calls), AIMessage("done"))
        agent.invoke({"messages": [("user", "pay both")]}, config)
    state = review_interrupts(agent, config, workflow="payments")
    print([m.content for m in state["messages"] if m.type == "tool"])
'''


def test_the_middleware_of_langchain_gets_an_answer_for_each_call_after_a_crash(profile, tmp_path):
    python = python_or_skip("langgraph")
    code = GRAPH.replace("FILE", repr(str(tmp_path / "graph.db")))
    crashed = run(code, tmp_path, python)
    awaited(profile, crashed)
    crashed.kill()
    crashed.communicate()
    process = run(code, tmp_path, python)
    calls = [{"name": "pay", "args": {"to": to, "amount": n}} for to, n in (("A", 1), ("B", 7))]
    desk = decide(profile, process, Verdict.CORRECT, json.dumps(calls))
    assert desk.content.input.startswith("pay both")
    tools = said(process)
    assert "paid 1.0 to A" in tools
    assert "paid 7.0 to B" in tools
    assert len(entries(profile)) == 1, "after the crash the same question is asked"


PARALLEL = """
import operator
from typing import Annotated, TypedDict
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, StateGraph
from langgraph.types import interrupt
from reviewer_app.agents.langgraph import review_interrupts


class State(TypedDict, total=False):
    said: Annotated[list, operator.add]


def asking(words):
    return lambda state: {"said": [interrupt(words)["output"], interrupt(words)["output"]]}


builder = StateGraph(State)
for word in ("one", "two"):
    builder.add_node(word, asking(word))
    builder.add_edge(START, word)
graph = builder.compile(checkpointer=InMemorySaver())
config = {"configurable": {"thread_id": "t"}}
graph.invoke({}, config)
print(sorted(review_interrupts(graph, config)["said"]))
"""


def test_several_questions_of_a_graph_are_each_answered_once(profile, tmp_path):
    process = run(PARALLEL, tmp_path, python_or_skip("langgraph"))
    for words in ("1", "2", "3", "4"):
        decide(profile, process, Verdict.CORRECT, words)
    assert said(process) == "['1', '2', '3', '4']"
    assert len(entries(profile)) == 4


def awaited(profile, process):
    """Waits until something came to be decided."""
    ends = time.monotonic() + SECONDS
    while not entries(profile) and time.monotonic() < ends and process.poll() is None:
        time.sleep(0.1)
    assert entries(profile)


class Model(BaseHTTPRequestHandler):
    """A model behind the address of the Responses API: it calls the tool, then says what it saw."""

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        asked = json.loads(self.rfile.read(length))["input"]
        body = json.dumps(_response(asked)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing."""


def _response(asked) -> dict:
    results = (
        [one["output"] for one in asked if one.get("type") == "function_call_output"]
        if (isinstance(asked, list))
        else []
    )
    told = re.search(r"exactly these arguments: (.*)", results[-1]) if results else None
    if not results or told:
        arguments = told.group(1) if told else '{"to": "ACME", "amount": 1200}'
        output = {
            "type": "function_call",
            "id": f"fc_{len(results)}",
            "call_id": f"call_{len(results)}",
            "name": "pay",
            "arguments": arguments,
            "status": "completed",
        }
    else:
        text = {"type": "output_text", "text": f"saw: {results[-1]}", "annotations": []}
        output = {
            "type": "message",
            "id": "msg_1",
            "role": "assistant",
            "status": "completed",
            "content": [text],
        }
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": "a-model",
        "status": "completed",
        "output": [output],
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
        "usage": {
            "input_tokens": 1,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": 1,
            "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": 2,
        },
    }


@contextmanager
def model():
    """The address of the model."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("verdict", "correction", "done"),
    [
        (Verdict.APPROVE, None, "done: saw: paid 1200.0 to ACME"),
        (Verdict.CORRECT, '{"amount": 12, "to": "ACME"}', "done: saw: paid 12.0 to ACME"),
        (Verdict.REJECT, None, "done: saw: Rejected by"),
    ],
)
def test_an_agent_of_the_openai_agents_sdk(profile, tmp_path, verdict, correction, done):
    python = python_or_skip("agents")
    with model() as address:
        process = run(
            example("run_reviewed"),
            tmp_path,
            python,
            OPENAI_BASE_URL=address,
            OPENAI_API_KEY="none",
            OPENAI_AGENTS_DISABLE_TRACING="1",
        )
        desk = decide(profile, process, verdict, correction)
        assert (desk.item.step, desk.item.agent) == ("pay", "Payer")
        assert desk.content.input == "Pay the invoice."
        assert said(process).startswith(done)
    assert len(entries(profile)) == 1, "a corrected call is not reviewed a second time"


KEPT = """
import asyncio, pathlib
from agents import Agent, Runner, RunState, function_tool
from reviewer_app.agents.openai import review_approvals


@function_tool(needs_approval=True)
async def pay(to: str, amount: float) -> str:
    return f"paid {amount} to {to}"


async def main():
    agent, kept = Agent(name="Payer", tools=[pay]), pathlib.Path(FILE)
    if not kept.exists():
        result = await Runner.run(agent, "Pay the invoice.")
        kept.write_text(result.to_state().to_string())
    state = await RunState.from_string(agent, kept.read_text())
    state = await review_approvals(state, run_id="run-1")
    print((await Runner.run(agent, state)).final_output)


asyncio.run(main())
"""


def test_a_run_that_was_kept_as_text_goes_on_in_another_process(profile, tmp_path):
    python = python_or_skip("agents")
    code = KEPT.replace("FILE", repr(str(tmp_path / "run.json")))
    with model() as address:
        more = {"OPENAI_BASE_URL": address, "OPENAI_API_KEY": "none"}
        more["OPENAI_AGENTS_DISABLE_TRACING"] = "1"
        crashed = run(code, tmp_path, python, **more)
        awaited(profile, crashed)
        crashed.kill()
        crashed.communicate()
        process = run(code, tmp_path, python, **more)
        decide(profile, process, Verdict.APPROVE)
        assert said(process) == "saw: paid 1200.0 to ACME"
    assert len(entries(profile)) == 1


def test_an_asynchronous_graph(profile, tmp_path):
    code = example("review_interrupts")
    code = code.replace("review_interrupts", "review_interrupts_async")
    code = code.replace(
        "state = review_interrupts_async(", "state = asyncio.run(review_interrupts_async("
    )
    code = "import asyncio\n" + code.replace('workflow="support")', 'workflow="support"))')
    process = run(code, tmp_path, python_or_skip("langgraph"))
    decide(profile, process, Verdict.CORRECT, "We refund 5 EUR.")
    assert said(process) == "sent: We refund 5 EUR."


ELSEWHERE = """
import pathlib, threading, time
from langgraph.types import Command


def answer():
    while not pathlib.Path(GO).exists():
        time.sleep(0.05)
    graph.invoke(Command(resume={"output": "from elsewhere"}), config)
    pathlib.Path(GO).unlink()


threading.Thread(target=answer, daemon=True).start()
state = review"""


def test_an_answer_that_a_graph_got_elsewhere_is_not_sent_again(profile, tmp_path):
    go = tmp_path / "go"
    elsewhere = ELSEWHERE.replace("GO", repr(str(go))).lstrip()
    code = example("review_interrupts").replace("state = review", elsewhere)
    process = run(code, tmp_path, python_or_skip("langgraph"))
    awaited(profile, process)
    go.touch()
    ends = time.monotonic() + SECONDS
    while go.exists() and time.monotonic() < ends and process.poll() is None:
        time.sleep(0.05)
    decide(profile, process, Verdict.APPROVE)
    assert said(process) == "sent: from elsewhere"
