"""Where outputs come from: a file, a configured source, and what was refused of them before."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer_app.connections.bounded import Bounded
from reviewer_app.connections.secret_options import SecretOptions
from reviewer_app.connectors import registry
from reviewer_app.connectors.files import open_file
from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import Refusal
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import FieldMapping, Limits
from reviewer_app.services.history import History, ImportResult
from reviewer_app.services.intake import Intake, PullResult
from reviewer_app.services.progress import Cancelled, Report, never, unreported
from reviewer_app.settings import Settings, SourceSettings


class SourceUnknown(UsageError):
    """No configured source has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        if known:
            told = sentence("The configured ones are {known}.", known=", ".join(known))
        else:
            told = sentence("None is configured.")
        super().__init__(
            sentence("There is no source called “{name}”. {told}", name=name, told=told)
        )


class FileUnnameable(UsageError):
    """A file's path is no text, so that no record could say where it was read."""

    def __init__(self, path: Path) -> None:
        shown = ascii(str(path))
        super().__init__(
            sentence("The path {path} is not UTF-8 text. Rename it, and read it again.", path=shown)
        )


def source_name(path: Path) -> str:
    """What a file's source is called unless somebody says otherwise: its name without endings."""
    return path.name.split(".")[0] or path.name


class Feeds:
    """Opens what a profile is fed from, by its settings of now, and takes it in."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        intake: Intake,
        history: History,
        secrets: SecretOptions,
    ) -> None:
        """Takes what reads the settings, what takes records in, and where secrets are kept."""
        self._settings, self._intake, self._history = settings, intake, history
        self._secrets = secrets

    @property
    def limits(self) -> Limits:
        """What one record may be at most."""
        return Limits(record=self._settings().record_limit_mb * 2**20)

    def file(self, path: Path, mapping: FieldMapping, name: str | None = None) -> Source:
        """A file to be read whole.

        Raises:
            FileUnnameable: its records could not be named after it.
        """
        if any("\ud800" <= character <= "\udfff" for character in str(path)):
            raise FileUnnameable(path)
        return open_file(path, mapping, self.limits, name or source_name(path))

    def source(self, name: str) -> Source:
        """A configured source.

        Raises:
            SourceUnknown: there is none of this name.
        """
        known = self._settings().sources
        if name not in known:
            raise SourceUnknown(name, sorted(known))
        return self.made(name, known[name])

    def made(self, name: str, configured: SourceSettings) -> Source:
        """The source that these settings describe, with its secrets."""
        self._secrets.check_network(name, configured.kind)
        known = registry.options_of(configured.kind)
        options = self._secrets.filled(name, configured.options, known)
        source = registry.source_from(configured.kind, name, options, self.limits)
        return Bounded(source, configured.most) if configured.most else source

    def pull_file(
        self,
        path: Path,
        mapping: FieldMapping | None = None,
        name: str | None = None,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> PullResult:
        """Pulls a file whole. What it refuses can be tried again from there."""
        where = path.expanduser().absolute()
        origin = {"path": str(where), "map": dict(mapping or {}), "source": name}
        source = self.file(where, mapping or {}, name)
        return self._intake.pull(source, on_progress, cancelled, origin)

    def import_file(  # noqa: PLR0913, PLR0917 - each is something that a person may say
        self,
        path: Path,
        mapping: FieldMapping | None = None,
        name: str | None = None,
        propensity: float | None = None,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> ImportResult:
        """Brings in the judgements of a file. What it refuses can be tried again from there."""
        where = path.expanduser().absolute()
        fields = dict(mapping or {})
        origin = {"path": str(where), "map": fields, "source": name, "propensity": propensity}
        source = self.file(where, fields, name)
        return self._history.bring_in(source, propensity, on_progress, cancelled, origin)

    def retry_refused(
        self, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> PullResult:
        """Reads every file and source again that had a record refused; what is fixed goes in.

        Raises:
            ReviewerError: a file is gone or unreadable; its refusals stay listed.
        """
        result = PullResult()
        for source, refusal in self._ways_to_retry():
            origin = refusal.origin
            if "path" not in origin:
                if source in self._settings().sources:
                    opened = self.source(source)
                    result += self._intake.pull(opened, on_progress, cancelled, anew=True)
                continue
            path, fields, name = Path(origin["path"]), origin.get("map", {}), origin.get("source")
            if origin.get("judgements"):
                declared = origin.get("propensity")
                self.import_file(path, fields, name, declared, on_progress, cancelled)
            else:
                result += self.pull_file(path, fields, name, on_progress, cancelled)
        return result

    def _ways_to_retry(self) -> list[tuple[str, Refusal]]:
        """One refusal for each source, file and mapping that had any."""
        ways = {
            (refusal.source, str(sorted(refusal.origin.items(), key=str))): refusal
            for refusal in self._intake.standing_refusals()
        }
        return [(source, refusal) for (source, _), refusal in sorted(ways.items(), key=str)]
