"""Intervals for a share: how far the truth may lie from what was counted."""

from math import sqrt

Z95 = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution."""


def wilson_interval(wrong: int, n: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a share (Wilson 1927, JASA 22, 209-212).

    Args:
        wrong: how many of them were wrong.
        n: how many were looked at.
        z: the normal quantile; 1.96 for 95 %.

    Returns:
        The lower and upper bound, within 0..1. Without observations: 0 and 1.
    """
    if n == 0:
        return 0.0, 1.0
    share = wrong / n
    centre = share + z * z / (2 * n)
    spread = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 1 + z * z / n
    low = 0.0 if wrong == 0 else max(0.0, (centre - spread) / scale)
    high = 1.0 if wrong == n else min(1.0, (centre + spread) / scale)
    return low, high
