"""The answer that goes back for one item: where to, what it says, and how it is known again."""

import json
from dataclasses import dataclass
from typing import Any, Self

from reviewer_app.connectors.langgraph.conflicts import NotFromHere
from reviewer_app.connectors.langgraph.dialects import Dialect, Given, answer_for, dialect_of
from reviewer_app.connectors.langgraph.questions import (
    KIND,
    Members,
    member,
    waiting_id,
    word,
)
from reviewer_app.connectors.langgraph.threads import Interrupt, Run
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import MEMBER, waiting_of

LABEL, DECISION, CONTENT, MEANING, INTERRUPT = (
    "reviewer_label",
    "reviewer_decision",
    "reviewer_content",
    "reviewer_answer",
    "reviewer_interrupt",
)
"""What a run's metadata say of the answer that started it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to one agent.

    Attributes:
        outgoing: what it comes from.
        thread: where the agent waits.
        interrupt: what it waits on.
        digest: of the value that was read and reviewed.
        assistant: what runs the thread on.
        is_text: whether what was shown of a free value was a text.
    """

    outgoing: Outgoing
    thread: str
    interrupt: str
    digest: str
    assistant: str
    is_text: bool = False

    @classmethod
    def of(cls, outgoing: Outgoing, assistant: str) -> Self:
        """The answer of an item that this connector brought in.

        What leads back is believed only beside the word that an agent waits, which no other
        connector lets into an item: else a record of any source could have an agent answered that
        asked something else than people saw.

        Raises:
            NotFromHere: it did not.
        """
        back = outgoing.meta.get(KIND)
        names = ("thread_id", "interrupt_id", "value_digest")
        thread, interrupt, digest = (word(back, name) for name in names)
        to = assistant or word(back, "assistant")
        if not (thread and interrupt and digest and to):
            raise NotFromHere(outgoing.external_id)
        waiting = waiting_of(outgoing.meta.get(MEMBER))
        told = (waiting.kind, waiting.id) if waiting is not None else None
        if told != (KIND, waiting_id(thread, interrupt)):
            raise NotFromHere(outgoing.external_id)
        return cls(outgoing, thread, interrupt, digest, to, word(back, "shown") == "text")

    @property
    def item(self) -> str:
        """The item's own name, for a person."""
        return self.outgoing.external_id

    @property
    def decision(self) -> str:
        """The decision that it comes from."""
        decision = self.outgoing.decision_id
        return str(decision) if decision else f"{self.outgoing.key}/{self.outgoing.version}"

    def meaning(self, label: Label) -> str:
        """A digest of what the agent is told to do: who said it is no part of it."""
        verdict = Verdict(label["verdict"])
        told = {
            Verdict.CORRECT: label["expected_output"],
            Verdict.REJECT: label["comment"],
        }
        return digest_of(json.dumps([str(verdict), told.get(verdict)]))[:32]

    def is_of(self, run: Run) -> bool:
        """Whether a run was started by an answer for this item."""
        is_ours = run.metadata.get(LABEL) == str(self.outgoing.key)
        return is_ours and run.metadata.get(INTERRUPT) == self.interrupt

    def body(self, interrupt: Interrupt, label: Label, *, is_strict: bool) -> dict[str, Any]:
        """What starts the run: the answer by the interrupt's id, and whose it is.

        Raises:
            AnswerUnfit: the agent does not take what was decided.
        """
        value, given = interrupt.value, given_of(label, self.decision)
        if dialect_of(value) is Dialect.FREE:
            shown = self._shown(label, value)
            answer = answer_for(value, given, interrupt.schema, shown)
        else:
            answer = answer_for(value, given, interrupt.schema)
        return {
            "assistant_id": self.assistant,
            "command": {"resume": {interrupt.id: answer}},
            "multitask_strategy": "reject",
            "metadata": self._marks(label),
            **({"strict_resume": True} if is_strict else {}),
        }

    def receipt(self, run_id: str, meaning: str) -> str:
        """What is kept of an answer that was taken."""
        return json.dumps({"run": run_id, "answer": meaning, "decision": self.decision})

    def _marks(self, label: Label) -> dict[str, str]:
        return {
            LABEL: str(self.outgoing.key),
            DECISION: self.decision,
            CONTENT: self.outgoing.digest,
            MEANING: self.meaning(label),
            INTERRUPT: self.interrupt,
            "reviewers": ", ".join(label["reviewers"]),
        }

    def _shown(self, label: Label, value: Any) -> Any:  # noqa: ANN401 - an agent asks with any JSON
        """What people judged of a free value, as the agent had it."""
        output = label["output"]
        if output is None or self.is_text:
            return value if output is None else output
        try:
            return parse(output)
        except JsonRefused:
            return output


def given_of(label: Label, decision: str) -> Given:
    """What people decided, from the label that came of it."""
    verdict = Verdict(label["verdict"])
    is_correction = verdict is Verdict.CORRECT
    return Given(
        verdict=verdict,
        output=label["expected_output"] if is_correction else label["output"],
        comment=label["comment"] or "",
        reviewers=tuple(label["reviewers"]),
        decision_id=decision,
    )


def meaning_in(receipt: str) -> str:
    """What a receipt says that the agent was told; empty where it says nothing."""
    try:
        told = json.loads(receipt or "{}")
    except ValueError:
        return ""
    return word(told, "answer")


def strict_in(information: Members) -> bool:
    """Whether a server refuses answers to what does not wait, by what it says of itself."""
    flags = member(information, "flags", "features")
    return any(member(one, "strict_resume") is True for one in (information, flags))
