"""The policy in force: checking a document, putting it in force, and judging by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from uuid import UUID

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import PolicyVersion
from reviewer_app.domain.sentences import sentence
from reviewer_app.policy.document import Policy
from reviewer_app.policy.engine import Engine
from reviewer_app.policy.loader import Loaded, load
from reviewer_app.policy.problems import Problem
from reviewer_app.services.leading import check_lead
from reviewer_app.store import facts, policies
from reviewer_app.store.queue import newest_items
from reviewer_app.store.store import Connection, Store

PREVIEWED = 500
"""How many of the last items a check tries a policy on."""


class PolicyUnreadable(UsageError):
    """The file cannot be read as text."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "The policy {path} cannot be read: {why}. Nothing was changed.", path=path, why=why
            )
        )


class PolicyInvalid(UsageError):
    """The document has errors; the version in force stays."""

    def __init__(self, where: str, problems: Sequence[Problem]) -> None:
        self.problems = problems
        errors = [str(p) for p in problems if p.is_error]
        super().__init__(
            sentence(
                "{errors}\n{where} was not put in force; the previous policy stays in force.",
                errors="\n".join(errors),
                where=where,
            )
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What a policy would make of the last items that were pulled."""

    items: int
    flagged: int
    by_rule: Mapping[str, int]


class Policies:
    """The policy versions of a profile."""

    def __init__(self, store: Store, default: Path) -> None:
        """Puts the default policy in force where the profile has none yet."""
        self._store = store
        self._engines: dict[UUID, Engine] = {}
        self._lock = Lock()
        with store.reading() as connection:
            version = policies.in_force(connection)
        if version is None:
            self.apply(default)

    def in_force(self) -> PolicyVersion:
        """The version that judges what is pulled now."""
        with self._store.reading() as connection:
            version = policies.in_force(connection)
        if version is None:
            message = "the default policy was put in force when the profile was opened"
            raise RuntimeError(message)
        return version

    def engine(self) -> Engine:
        """The version in force, at work."""
        return self.engine_of(self.in_force())

    def engine_of(self, version: PolicyVersion) -> Engine:
        """A version at work, compiled once."""
        with self._lock:
            if version.id not in self._engines:
                policy = load(version.text, f"policy version {version.number}").policy
                if policy is None:
                    raise PolicyInvalid(f"version {version.number}", ())
                self._engines[version.id] = Engine(policy, version.id)
            return self._engines[version.id]

    def version(self, connection: Connection, version_id: UUID) -> PolicyVersion:
        """The version with this id."""
        return policies.version(connection, version_id)

    def apply(self, path: Path) -> PolicyVersion:
        """Puts a document in force as the next version; the same text again changes nothing.

        Raises:
            PolicyUnreadable, PolicyInvalid: the previous version stays in force.
        """
        loaded, text = self.check(path)
        if loaded.policy is None:
            raise PolicyInvalid(str(path), loaded.problems)
        schemas = {name: _read(path.parent / name) for name in loaded.policy.schema_names}
        with self._store.transaction() as transaction:
            check_lead(transaction.connection, self._store.device)
            current = policies.in_force(transaction.connection)
            if current and (current.text, current.schemas) == (text, schemas):
                return current
            version = PolicyVersion(
                id=transaction.new_id(),
                number=policies.next_number(transaction.connection),
                name=loaded.policy.name,
                text=text,
                schemas=schemas,
                person_id=self._store.device.person_id,
                at=self._store.now(),
            )
            transaction.add(version)
        return version

    def check(self, path: Path) -> tuple[Loaded, str]:
        """A document's problems and its text.

        Raises:
            PolicyUnreadable: the file, or a schema that it names, cannot be read.
        """
        text = _read(path)
        return load(text, path.name), text

    def preview(self, policy: Policy) -> Preview:
        """What a policy would flag of the last items."""
        engine = Engine(policy, UUID(int=0))
        with self._store.reading() as connection:
            items = newest_items(connection, PREVIEWED)
            contents = facts.contents(connection, [i.id for i in items])
        whole = [i for i in items if i.id in contents and not contents[i.id].truncated]
        judged = [engine.judge(i, contents[i.id]) for i in whole]
        counts: dict[str, int] = {rule.name: 0 for rule in policy.rules}
        for selection in judged:
            for flag in selection.flags:
                counts[flag.rule] = counts.get(flag.rule, 0) + 1
        return Preview(len(judged), sum(bool(s.flags) for s in judged), counts)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PolicyUnreadable(path, sentence("there is no such file")) from error
    except UnicodeDecodeError as error:
        why = sentence("it is not UTF-8 text (byte {byte})", byte=error.start)
        raise PolicyUnreadable(path, why) from error
    except OSError as error:
        raise PolicyUnreadable(path, error.strerror or str(error)) from error
