"""What a policy says, as frozen records: rules, steps with their standards, and defaults."""

from dataclasses import dataclass, field
from datetime import timedelta

from reviewer_app.domain.rubric import Question
from reviewer_app.domain.vocabulary import Agreement, Mode, Risk, Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """When an item is flagged, and what follows from the flag.

    Attributes:
        when: the condition, in CEL.
        because: the reason shown to the reviewer; empty where the policy gives none.
        route: the pool that the item goes to, or None for everyone.
        reviews: how many people must decide.
        due: from the pull; None where the rule promises no time.
        mandatory: a gate that no evidence relaxes: it holds in every mode.
    """

    name: str
    when: str
    risk: Risk = Risk.MEDIUM
    because: str = ""
    route: str | None = None
    reviews: int = 1
    due: timedelta | None = None
    mandatory: bool = False


@dataclass(frozen=True, slots=True)
class Standard:
    """The largest error rate tolerated, at what confidence, and the review time promised."""

    max_error_rate: float
    confidence: float = 0.95
    review_within: timedelta | None = None


@dataclass(frozen=True, slots=True)
class StepPolicy:
    """How one step is overseen; the defaults of a policy have the same shape.

    Attributes:
        audit_rate: the share of items no rule flagged that is drawn for review.
        veto_window: how long a person may stop an output in mode `hotl`.
        rubric: the questions that a reviewer answers beside the verdict.
        gold_rate: the share of known items among those that wait.
        output_schema: the file name of a JSON schema; whoever loads the policy reads the file.
        retention: how long contents are kept once nobody waits for them; None is for ever.
        on_timeout: the answer to an agent that nobody answered in time.
    """

    mode: Mode = Mode.HITL
    audit_rate: float = 0.05
    veto_window: timedelta = timedelta(minutes=30)
    standard: Standard | None = None
    error_types: tuple[str, ...] = ()
    error_type_required: bool = False
    rubric: tuple[Question, ...] = ()
    gold_rate: float = 0.0
    output_schema: str | None = None
    guidelines: str = ""
    blind: bool = False
    agreement: Agreement = Agreement.VERDICT
    undo_window: timedelta = timedelta(seconds=10)
    retention: timedelta | None = None
    on_timeout: Verdict = Verdict.REJECT


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of the document that decides mode, flags, risk, route, reviews and audit.

    Attributes:
        steps: by workflow and step, the defaults already merged in.
        seed: keys the audit draw; the name where the policy sets none.
        lease: how long an open item is claimed.
        search_fields: metadata keys that can be searched.
        text: the document as it was read.
    """

    name: str
    defaults: StepPolicy = StepPolicy()
    rules: tuple[Rule, ...] = ()
    steps: dict[tuple[str, str], StepPolicy] = field(default_factory=dict, hash=False)
    seed: str = ""
    lease: timedelta = timedelta(minutes=20)
    search_fields: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    def step(self, workflow: str, step: str) -> StepPolicy:
        """How this step is overseen: what the policy says of it, else the defaults."""
        return self.steps.get((workflow, step), self.defaults)

    @property
    def schema_names(self) -> tuple[str, ...]:
        """The file names of the schemas that steps name, each once, in order."""
        steps = (self.defaults, *self.steps.values())
        return tuple(dict.fromkeys(s.output_schema for s in steps if s.output_schema))

    @property
    def draw_seed(self) -> str:
        """What keys the audit draw."""
        return self.seed or self.name
