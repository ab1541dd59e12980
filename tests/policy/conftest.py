"""Items, contents and engines to try policies on."""

from datetime import UTC, datetime
from uuid import UUID, uuid5

import pytest

from reviewer_app.domain.records import Content, Item
from reviewer_app.policy.engine import Engine
from reviewer_app.policy.loader import load

VERSION = UUID("018f0000-0000-7000-8000-000000000001")
NAMES = UUID("018f0000-0000-7000-8000-000000000002")
PULLED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def pulled():
    return PULLED


@pytest.fixture
def item():
    """Makes an item; its id follows from `number`."""

    def make(number=1, **fields):
        given = {
            "id": uuid5(NAMES, str(number)),
            "source": "desk",
            "external_id": str(number),
            "revision": 1,
            "workflow": "support",
            "step": "reply",
            "agent": "writer",
            "model_version": "2.0",
            "created_at": None,
            "pulled_at": PULLED,
            "output_type": "text",
            "confidence": 0.95,
            "content_hash": "0",
            "place": "line 1",
        }
        return Item(**given | fields)

    return make


@pytest.fixture
def content(item):
    """Makes a content."""

    def make(output="All is well.", **fields):
        return Content(**{"item_id": item().id, "input": "How is it?", "output": output} | fields)

    return make


@pytest.fixture
def engine():
    """Makes an engine from the text of a policy that must be sound."""

    def make(text, **options):
        loaded = load(text)
        assert not loaded.errors, loaded.errors
        return Engine(loaded.policy, VERSION, **options)

    return make


@pytest.fixture
def judge(engine, item, content):
    """What a policy of one rule makes of one item."""

    def make(when, *, meta="{}", output="All is well.", trace=None, figures=None, **fields):
        judging = engine(f"name = 'p'\n[[rule]]\nname = 'r'\nwhen = '''{when}'''\n")
        made = content(output, meta=meta, trace=trace)
        return judging.judge(item(**fields), made, figures or {})

    return make
