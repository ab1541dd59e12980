"""How steps, their times and their costs read."""

from reviewer_app.domain.hidden_text import isolated, revealed_line
from reviewer_app.domain.traces.trace import Step, StepKind, Trace
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.wording import figure

KIND_WORDS = {
    StepKind.MODEL: mark("model"),
    StepKind.TOOL: mark("tool call"),
    StepKind.AGENT: mark("agent"),
    StepKind.OTHER: mark("step"),
}


def length_words(milliseconds: float) -> str:
    """A length of time: "40 ms", "0.8 s", "2 min 5 s"."""
    if milliseconds < 100:
        return tr("{count} ms", count=figure(milliseconds, 0))
    seconds = milliseconds / 1000
    if seconds < 59.95:
        return tr("{count} s", count=figure(seconds, 1))
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def cost_words(cost: float, currency: str) -> str:
    """A cost with as many figures as mean something, and its currency where it is known."""
    if 0 < cost < 0.0001:
        written = f"< {figure(0.0001, 4)}"
    else:
        written = figure(cost, 2 if cost >= 1 else 4 if cost < 0.01 else 3)
    if not currency:
        return tr("cost {figure}", figure=written)
    return f"{written} {isolated(currency)}"


def totals_words(trace: Trace) -> str:
    """A run in a line: how many steps, and its time, cost and tokens where they are known."""
    parts = [tr("%Ln step(s)", "", len(trace.steps) + trace.left_out)]
    if trace.duration_ms is not None:
        parts.append(length_words(trace.duration_ms))
    if trace.cost is not None:
        parts.append(cost_words(trace.cost, trace.currency))
    if trace.tokens is not None:
        parts.append(tr("{count} tokens", count=figure(trace.tokens)))
    failed = sum(step.has_failed for step in trace.steps)
    if failed:
        parts.append(tr("{count} failed", count=failed))
    return ", ".join(parts)


def outcome_words(step: Step) -> str:
    """How a step ended: why it failed, or how long it took; empty where neither is known."""
    if step.has_failed:
        why = revealed_line(step.error[:300])
        return tr("failed: {why}", why=why) if why else tr("failed")
    return "" if step.duration_ms is None else length_words(step.duration_ms)


def figures_words(step: Step) -> str:
    """Time, cost and tokens of a step where they are known."""
    parts = []
    if step.duration_ms is not None:
        parts.append(length_words(step.duration_ms))
    if step.cost is not None:
        parts.append(cost_words(step.cost, step.currency))
    if step.tokens is not None:
        parts.append(tr("{count} tokens", count=figure(step.tokens)))
    return "  ·  ".join(parts)


def spoken_words(step: Step, *, is_open: bool) -> str:
    """A step as a screen reader says it."""
    parts = [
        revealed_line(step.name),
        tr(KIND_WORDS[step.kind]),
        revealed_line(step.line[:200]),
        outcome_words(step),
        tr("level {level}", level=step.depth + 1) if step.depth else "",
        tr("open") if is_open else tr("closed"),
    ]
    return ", ".join(part for part in parts if part)
