"""The sample workload: a believable business made from a seed, whose every error is known.

A shop for lamps and things of the house has four workflows and eight versions of agents. For each
output a probability of being right is drawn, then whether it is; the stated confidence is that
probability to the power of a number that belongs to the version:

| step                 | version     | wrong on average | states right to the power of      |
| -------------------- | ----------- | ---------------- | --------------------------------- |
| support, reply       | writer 1.9  | 13 %             | 1.0, so it is calibrated          |
| support, reply       | writer 2.0  | 10 %             | 0.7, so it is a bit overconfident |
| refunds, decide      | planner 2.3 | 13 %             | 0.5, so it is overconfident       |
| refunds, decide      | planner 2.4 | 10 %, then 20 %  | 0.4, so it is very overconfident  |
| invoices, extract    | reader 3.0  | 14 %             | 2.0, so it is very underconfident |
| invoices, extract    | reader 3.1  | 10 %             | 1.5, so it is underconfident      |
| contracts, summarise | lex 0.8     | 15 %             | 1.0, so it is calibrated          |
| contracts, summarise | lex 0.9     | 10 %             | 0.6, so it is overconfident       |

Planner 2.4 gets worse half way: its errors double and its stated confidence stays. Some outputs
have no confidence. One in ninety-seven is hostile, wrong for that reason alone, and says nothing
about the calibration of its writer.
"""

from reviewer_app.connectors.sample.source import SampleSource, truth_of
from reviewer_app.connectors.sample.truth import Truth

__all__ = ["SampleSource", "Truth", "truth_of"]
