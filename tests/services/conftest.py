"""A profile on a real database, with a clock that can be set."""

import pytest

from tests.factory import Clock, opened


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def profile(tmp_path, clock):
    """Everything that is pulled waits for a person."""
    with opened(tmp_path / "profile", clock=clock) as made:
        yield made
