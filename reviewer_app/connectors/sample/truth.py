"""What is known of an output of the sample and never shown to those who review it."""

from dataclasses import dataclass

from reviewer_app.domain.vocabulary import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Truth:
    """The right judgement of one item.

    Attributes:
        external_id: the item's id in the source.
        verdict: `approve` where the output is right, else `correct`.
        expected_output: the output without the error.
        error_types: in the words of the sample policy; empty where the output is right.
        severity: how bad the error is, None where there is none.
        hostile: what the output tries on its reader: `hidden characters`,
            `markup and injection` or `endless`; empty for all but a few.
    """

    external_id: str
    verdict: Verdict
    expected_output: str
    error_types: tuple[str, ...] = ()
    severity: Severity | None = None
    hostile: str = ""
