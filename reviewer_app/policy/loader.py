"""Reads a policy document, and tells everything that is wrong with it, with line and column."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reviewer_app.policy import fields
from reviewer_app.policy.checks import findings_in
from reviewer_app.policy.document import Policy, Rule, Standard, StepPolicy
from reviewer_app.policy.places import Places
from reviewer_app.policy.problems import Problem
from reviewer_app.policy.questions import questions_in
from reviewer_app.policy.sections import Report, Section

MOST_CHARACTERS = 1_000_000
"""A longer document is no policy."""

_PARTS = ("name", "defaults", "rule", "workflow")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A policy, or None where an error keeps it from loading, and all problems in order."""

    policy: Policy | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep it from loading."""
        return tuple(p for p in self.problems if p.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that it loads with."""
        return tuple(p for p in self.problems if not p.is_error)


def load(text: str, where: str = "policy") -> Loaded:
    """The policy that `text` writes; `where` is what problems call the document."""
    source = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        document = _document(source)
    except _TomlUnreadable as unreadable:
        problem = Problem(where, "", unreadable.line, unreadable.column, str(unreadable))
        return Loaded(None, (problem,))
    report = Report(where, Places(source))
    policy = _policy(Section(report, (), "", document), text)
    problems = report.in_order()
    is_sound = not any(problem.is_error for problem in problems)
    return Loaded(policy if is_sound else None, problems)


class _TomlUnreadable(ValueError):
    """The text is no TOML document."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def _document(source: str) -> dict[str, Any]:
    if len(source) > MOST_CHARACTERS:
        raise _TomlUnreadable(f"the document is longer than {MOST_CHARACTERS} characters")
    try:
        return tomllib.loads(source)
    except RecursionError as error:
        raise _TomlUnreadable("lists or tables are nested too deeply") from error
    except ValueError as error:
        message = str(error)
        found = _TOML_PLACE.search(message)
        lines = source.split("\n")
        line, column = len(lines), len(lines[-1]) + 1
        if found and found[1]:
            line, column = int(found[1]), int(found[2])
        message = message[: found.start()] if found else message
        raise _TomlUnreadable(f"not valid TOML: {message}", line, column) from error


def _policy(section: Section, text: str) -> Policy:
    section.refuse_others(_PARTS)
    names = Section(section.report, (), "", {k: v for k, v in section.table.items() if k == "name"})
    name = names.read({"name": fields.name}).get("name", "")
    if "name" not in section.table:
        section.at_start('the policy needs a name: write name = "…" at its top')
    defaults, whole = _defaults(section)
    return Policy(
        name=name,
        defaults=defaults,
        rules=tuple(_rules(section)),
        steps=dict(_steps(section, defaults)),
        text=text,
        **whole,
    )


def _defaults(document: Section) -> tuple[StepPolicy, dict[str, Any]]:
    """The defaults of steps, and what `[defaults]` says of the policy as a whole."""
    if "defaults" not in document.table:
        return StepPolicy(), {}
    section = document.inner("defaults", label="[defaults]")
    if section is None:
        return StepPolicy(), {}
    values = section.read({**fields.STEP, **fields.WHOLE})
    whole = {key: values.pop(key) for key in fields.WHOLE if key in values}
    return _step(section, values, StepPolicy()), whole


def _rules(document: Section) -> Iterator[Rule]:
    rules = document.table.get("rule", [])
    if not isinstance(rules, list):
        document.at_key("rule", "rules are written in tables of their own: [[rule]]")
        return
    seen: dict[str, int] = {}
    for index, table in enumerate(rules):
        label = f'rule "{table["name"]}"' if _is_named(table) else f"rule {index + 1}"
        section = document.inner("rule", index, label=label)
        if section is not None:
            yield from _rule(section, seen)


def _is_named(table: object) -> bool:
    return isinstance(table, dict) and isinstance(table.get("name"), str)


def _rule(section: Section, seen: dict[str, int]) -> Iterator[Rule]:
    """The rule, where it has what a rule needs."""
    values = section.read(fields.RULE)
    for key in ("name", "when"):
        if key not in section.table:
            section.at_start(f'the rule needs "{key}"')
    if "name" in values:
        line = section.report.places.of_value((*section.path, "name")).line
        if values["name"] in seen:
            section.at_value("name", f"another rule has this name, at line {seen[values['name']]}")
        seen.setdefault(values["name"], line)
    for finding in findings_in(values["when"]) if "when" in values else ():
        section.at_value("when", finding.message, finding.start, is_error=finding.is_error)
    if {"name", "when"} <= values.keys():
        yield Rule(**values)


def _steps(document: Section, defaults: StepPolicy) -> Iterator[tuple[tuple[str, str], StepPolicy]]:
    if "workflow" not in document.table:
        return
    workflows = document.inner("workflow", label="[workflow]")
    for workflow in workflows.table if workflows else ():
        label = f"[workflow.{workflow}]"
        section = document.inner("workflow", workflow, label=label)
        if section is None:
            continue
        _refuse_beside_steps(section)
        steps = section.inner("step", label=label) if "step" in section.table else None
        for step in steps.table if steps else ():
            inner = section.inner("step", step, label=f"[workflow.{workflow}.step.{step}]")
            if inner is not None:
                yield (workflow, step), _step(inner, inner.read(fields.STEP), defaults)


def _refuse_beside_steps(section: Section) -> None:
    for key in section.table.keys() - {"step"}:
        table = section.label[1:-1]
        hint = f"; it belongs in [{table}.step.NAME]" if key in fields.STEP else ""
        section.at_key(key, f'unknown key "{key}"{hint}')


def _step(section: Section, values: dict[str, Any], defaults: StepPolicy) -> StepPolicy:
    if "standard" in values:
        values["standard"] = _standard(section)
    if "rubric" in values:
        known = values.get("error_types", defaults.error_types)
        values["rubric"] = questions_in(section, known)
    step = replace(defaults, **values)
    if step.error_type_required and not step.error_types:
        section.at_key(
            "error_type_required", "error_type_required needs error_types to choose from"
        )
    return step


def _standard(step: Section) -> Standard | None:
    section = step.inner("standard", label=step.label)
    if section is None:
        return None
    values = section.read(fields.STANDARD)
    if "max_error_rate" not in section.table:
        section.at_start("standard needs max_error_rate, the largest error rate tolerated")
    return Standard(**values) if "max_error_rate" in values else None
