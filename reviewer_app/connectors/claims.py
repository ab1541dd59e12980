"""What records say of themselves that only a connector can know: that an agent waits on them."""

from dataclasses import replace

from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.text import parse_object, text_of
from reviewer_app.domain.waiting import MEMBER, waiting_of

TOLD = "waiting_as_told"
"""The member of the metadata that keeps such a claim, for people to read."""


def unclaimed(outcome: Incoming | Problem) -> Incoming | Problem:
    """The record without the claim that an agent waits on it.

    Whoever writes a file or a trace can claim that, and could so keep people from every verdict,
    or point an answer at an agent that asked something else. Only a connector that read the
    question from the agent itself says so, behind this.
    """
    if isinstance(outcome, Problem) or not _may_claim(outcome.meta):
        return outcome
    members, slices = parse_object(outcome.meta)
    if waiting_of(members.get(MEMBER)) is None:
        return outcome
    kept = {TOLD if name == MEMBER else name: slices[name] for name in members if name != TOLD}
    told = ", ".join(f"{text_of(name)}: {text}" for name, text in kept.items())
    return replace(outcome, meta="{" + told + "}")


def _may_claim(meta: str) -> bool:
    """Whether the member can be among the metadata, by its name or written with escapes."""
    return f'"{MEMBER}"' in meta or "\\u" in meta
