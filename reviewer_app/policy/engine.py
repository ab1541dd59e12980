"""The policy at work: what it makes of one item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.records import Content, Flag, Item, Selection
from reviewer_app.domain.vocabulary import EVERYONE, Disposition, Mode, Risk
from reviewer_app.policy.conditions import Condition, Unanswered, View
from reviewer_app.policy.document import Policy, Rule, StepPolicy
from reviewer_app.policy.modes import disposition_of, propensity_of, release_time
from reviewer_app.policy.reasons import fired
from reviewer_app.policy.sampling import AuditDraw
from reviewer_app.policy.variables import READ_LENGTH, Subject, functions_with, view_of

_NO_FIGURES: Mapping[str, float | None] = {}


@dataclass(frozen=True, slots=True)
class _Verified:
    """A rule with its compiled condition."""

    rule: Rule
    condition: Condition


class Engine:
    """Judges items by one policy version: same item, same judgement.

    Attributes:
        policy: the policy it judges by.
    """

    def __init__(
        self,
        policy: Policy,
        policy_version_id: UUID,
        modes: Mapping[tuple[str, str], Mode] | None = None,
    ) -> None:
        """Compiles the rules of `policy`.

        Args:
            policy: as `loader.load` gives it.
            policy_version_id: what the selections name as their policy.
            modes: modes that were changed since the policy came in force, by workflow and step.

        Raises:
            ConditionInvalid: where a rule's condition does not compile.
        """
        self.policy = policy
        self._version = policy_version_id
        self._modes = dict(modes or {})
        self._rules = tuple(_Verified(rule, Condition(rule.when)) for rule in policy.rules)
        self._draw = AuditDraw(policy.draw_seed)
        conditions = [verified.condition for verified in self._rules]
        self._names = sorted(frozenset[str]().union(*(c.variables for c in conditions)))
        patterns = {p: search for c in conditions for p, search in c.patterns.items()}
        self._functions = functions_with(patterns)

    def step(self, workflow: str, step: str) -> StepPolicy:
        """How this step is overseen now: the policy, and the mode it was changed to since."""
        policy = self.policy.step(workflow, step)
        mode = self._modes.get((workflow, step))
        return policy if mode is None else replace(policy, mode=mode)

    def judge(
        self, item: Item, content: Content, figures: Mapping[str, float | None] = _NO_FIGURES
    ) -> Selection:
        """What the policy makes of the item: flags, draw, disposition, risk, pool and due time.

        Args:
            item: the item.
            content: its content.
            figures: the running `error_rate` and `drift` of its step; null where unknown.
        """
        flags, rules = self._flags(Subject(item, content, figures))
        step = self.step(item.workflow, item.step)
        sampled = (
            not flags and step.mode is not Mode.HUMAN and self._draw.draws(item.id, step.audit_rate)
        )
        disposition = disposition_of(step.mode, rules, is_sampled=sampled)
        is_asked = bool(flags) or sampled or disposition is Disposition.HOLD
        return Selection(
            item_id=item.id,
            policy_version_id=self._version,
            mode=step.mode,
            disposition=disposition,
            release_at=release_time(disposition, item.pulled_at, step.veto_window),
            flags=flags,
            sampled=sampled,
            propensity=propensity_of(step.mode, is_flagged=bool(flags), audit_rate=step.audit_rate),
            risk=max((f.risk for f in flags), key=lambda r: r.rank, default=Risk.LOW),
            pool=_pool(rules),
            due_at=_due(item.pulled_at, rules, step) if is_asked else None,
            reviews_needed=max((rule.reviews for rule in rules), default=1),
            blind=step.blind,
            agreement=step.agreement,
        )

    def _flags(self, subject: Subject) -> tuple[list[Flag], list[Rule]]:
        """The flags of the item, and the rules that raised them."""
        view = view_of(subject, self._names, self._functions)
        is_longer = subject.is_longer_than_rules_read
        flags = [_unread()] if is_longer else []
        rules = []
        for verified in self._rules:
            flag = _flag(verified, view)
            if flag is None and is_longer and verified.rule.mandatory:
                flag = _unread(verified.rule.name, verified.rule.risk)
            if flag:
                flags.append(flag)
                rules.append(verified.rule)
        return flags, rules


def _unread(rule: str = "longer than rules read", risk: Risk = Risk.MEDIUM) -> Flag:
    """The flag of an item that is longer than rules read: nobody can tell of the rest.

    A mandatory gate holds for such an item too, since what opens it may stand in the rest.
    """
    reason = f"could not be checked whole: rules read the first {READ_LENGTH:,} characters"
    return Flag(rule=rule, reason=reason, risk=risk)


def _flag(verified: _Verified, view: View) -> Flag | None:
    """The flag of one rule: raised where it holds, and where nobody can tell (fail closed)."""
    rule, condition = verified.rule, verified.condition
    try:
        if not condition.holds(view):
            return None
        values = condition.values(view)
        reason = rule.because or fired(rule.name, values)
    except Unanswered as unanswered:
        values = condition.values(view)
        reason = f"could not be checked: {unanswered}"
    return Flag(rule=rule.name, reason=reason, values=values, risk=rule.risk)


def _pool(rules: Sequence[Rule]) -> str:
    """The route of the highest risk; the first of equals."""
    routed = [rule for rule in rules if rule.route]
    first = max(routed, key=lambda rule: rule.risk.rank, default=None)
    return (first.route if first else None) or EVERYONE


def _due(pulled_at: datetime, rules: Sequence[Rule], step: StepPolicy) -> datetime | None:
    """The earliest of the times that the rules and the step's standard promise."""
    promises = [rule.due for rule in rules if rule.due is not None]
    if step.standard and step.standard.review_within is not None:
        promises.append(step.standard.review_within)
    return pulled_at + min(promises) if promises else None
