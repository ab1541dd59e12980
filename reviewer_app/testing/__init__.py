"""Tests that every connector must pass, for whoever writes one.

A test class inherits the contract and says what there is to test; pytest finds the tests:

    from reviewer_app.testing import SourceContract

    class TestMySource(SourceContract):
        @pytest.fixture(autouse=True)
        def _platform(self, tmp_path): ...
        def source(self): return MySource(...)
        def more(self): ...  # something new comes in at the platform

What a contract cannot find out by itself is asked of methods. `source` or `sink` must be written;
a test whose method was not overridden is skipped and says which one that is.
"""

import sys

if "pytest" in sys.modules:  # so that a failed assertion says what was compared
    sys.modules["pytest"].register_assert_rewrite(
        "reviewer_app.testing.asking",
        "reviewer_app.testing.sinks",
        "reviewer_app.testing.sources",
    )

from reviewer_app.testing.sinks import SinkContract
from reviewer_app.testing.sources import SourceContract

__all__ = ["SinkContract", "SourceContract"]
