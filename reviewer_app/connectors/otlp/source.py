"""Files of telemetry as a source: what agents and models said in the traces of their runs."""

import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import ClassVar, Self

from reviewer_app.connectors.otlp.choice import Wanted
from reviewer_app.connectors.otlp.cursor import Cursor
from reviewer_app.connectors.otlp.files import checked
from reviewer_app.connectors.otlp.following import USUAL_QUIET, Following, Plan
from reviewer_app.connectors.protocols import Option, Sample
from reviewer_app.connectors.web.fields import MAP, Fields
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits


class SpansUnknown(UsageError):
    """Spans of this kind are not told apart."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "“{text}” names no spans. Write one of {known}.", text=text, known=tuple(Wanted)
            )
        )


@dataclass(frozen=True, slots=True)
class OtlpSource:
    """A file or a folder that OpenTelemetry's collector or an exporter writes as JSON.

    A trace is one output: what its outermost agent gave, or else what its last call of a model
    gave. Traces go over lines and files; one whose first span has not come yet waits for it.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = {
        "path": Option("the file or folder to read", is_required=True),
        "pattern": Option(
            "which files of a folder, such as traces*.json; all with .json in their name without"
        ),
        "spans": Option(
            "which spans are outputs: agent for one a trace, llm for each call of a model, tool "
            "for each call of a tool, all for all of them",
            choices=tuple(Wanted),
        ),
        "quiet": Option(
            "how long a trace is waited for whose first span is missing, since it is written last",
            example="10m",
        ),
        "map": Option(MAP.about, example='confidence=attributes."app.confidence"'),
    }
    kind: ClassVar[str] = "otlp"

    name: str
    plan: Plan

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source that a person configured.

        Raises:
            UsageError: an option that makes no sense.
        """
        quiet = options.get("quiet")
        plan = Plan(
            Path(options["path"]).expanduser(),
            checked(options.get("pattern") or ""),
            _wanted(options.get("spans") or Wanted.AGENT),
            parse_duration(quiet) if quiet else USUAL_QUIET,
            Fields.parse(options.get("map", "")),
            limits,
        )
        return cls(name, plan)

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The outputs of traces that are new since the cursor; positions are bytes.

        Raises:
            FileUnreadable: the file or folder cannot be opened.
        """
        following = self._following(cursor)
        held: Reading | None = None
        for found in following.samples():
            if held is not None:
                yield held
            held = Reading(found.outcome, following.position, following.total)
        if held is not None:
            yield replace(held, cursor=following.cursor().text)

    def sample(self, count: int) -> list[Sample]:
        """The first outputs.

        Raises:
            FileUnreadable: as for `read`.
        """
        with closing(self._following(None).samples()) as found:
            return list(islice(found, count))

    def _following(self, cursor: str | None) -> Following:
        return Following(self.plan, Cursor.of_text(cursor), time.time_ns())


def _wanted(text: str) -> Wanted:
    try:
        return Wanted(text)
    except ValueError as cause:
        raise SpansUnknown(text) from cause
