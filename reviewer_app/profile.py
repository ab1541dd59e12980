"""An open profile: its store and settings, and the services wired over them."""

from dataclasses import dataclass
from functools import cached_property

from reviewer_app import secrets, settings
from reviewer_app.connections.configured import Connections
from reviewer_app.connections.feeds import Feeds
from reviewer_app.connections.pulls import Pulls
from reviewer_app.connections.pushes import Pushes
from reviewer_app.connections.schedule import Schedule
from reviewer_app.connections.secret_options import SecretOptions
from reviewer_app.domain.vocabulary import Role
from reviewer_app.paths import Paths, resource
from reviewer_app.services import arriving
from reviewer_app.services.assigning import Assigning
from reviewer_app.services.erasing import Erasing
from reviewer_app.services.export import Export
from reviewer_app.services.feedback.planning import Planning
from reviewer_app.services.feedback.pushing import Pushing
from reviewer_app.services.foresight import Foresight
from reviewer_app.services.gold import GoldItems
from reviewer_app.services.history import History
from reviewer_app.services.intake import Intake, PullResult
from reviewer_app.services.keys import Keys
from reviewer_app.services.overview import Overviews
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Report, never, unreported
from reviewer_app.services.pseudonyms import PseudonymKey
from reviewer_app.services.reminders import Reminders
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.team.access import Access, Secrets
from reviewer_app.services.team.attachments import Files
from reviewer_app.services.team.checkouts import Checkouts
from reviewer_app.services.team.membership import Membership
from reviewer_app.services.team.pulling import TeamIntake
from reviewer_app.services.team.room import Room
from reviewer_app.services.team.rounds import Means, Rounds
from reviewer_app.services.team.watching import Watch
from reviewer_app.services.withheld import Elsewhere, FetchContent
from reviewer_app.settings import Settings
from reviewer_app.store.store import Store

SAMPLE_POLICY = "policies/sample.toml"
SAMPLE_SOURCE = "sample"
SAMPLE_ITEMS = 400
SAMPLE_SEED = 7


@dataclass(frozen=True)
class Profile:
    """An open profile: its store, its settings, and the services over them."""

    paths: Paths
    store: Store
    policies: Policies
    is_offline: bool = False

    @cached_property
    def review(self) -> ReviewSession:
        """The person at the desk."""
        elsewhere = Elsewhere(self.fetch_content, self.files.data) if self.is_in_team else None
        return ReviewSession(self.store, self.policies, elsewhere)

    @cached_property
    def intake(self) -> Intake:
        """What takes records in."""
        return Intake(self.store, self.policies)

    @cached_property
    def history(self) -> History:
        """What brings judgements in."""
        return History(self.store, self.policies)

    @cached_property
    def feeds(self) -> Feeds:
        """What outputs and judgements come from."""
        return Feeds(lambda: self.settings, self.intake, self.history, self.secret_options)

    @cached_property
    def secret_options(self) -> SecretOptions:
        """The secrets of connections."""
        return SecretOptions(self.secrets, is_offline=self.is_offline)

    @cached_property
    def pulls(self) -> Pulls:
        """What pulls the configured sources."""
        return Pulls(
            self.store,
            self.feeds,
            lambda: self.team_intake.pull if self.is_team_intake else self.intake.pull,
        )

    @cached_property
    def pushes(self) -> Pushes:
        """What tells sinks of labels."""
        return Pushes(
            lambda: self.settings,
            self.secret_options,
            Planning(self.store, self.policies),
            self._pushing,
            lambda: self.is_team_intake or not self.is_in_team,
        )

    def _pushing(self) -> Pushing:
        if self.is_team_intake:
            return Pushing(self.store, self.fetch_content, self.team_intake.sink_leased)
        return Pushing(self.store)

    @cached_property
    def schedule(self) -> Schedule:
        """What gives connections their turns."""
        return Schedule(lambda: self.settings, self.pulls, self.pushes, self.store.now)

    @cached_property
    def connections(self) -> Connections:
        """What this profile is connected to."""
        return Connections(
            self.store,
            lambda: self.settings,
            lambda changed: settings.save(self.paths.settings, changed),
            self.secret_options,
            self.feeds,
            self.pushes,
            self.schedule,
        )

    @property
    def is_team_intake(self) -> bool:
        """Whether what is pulled here is the team's, and its labels are pushed from here."""
        return self.is_in_team and self.review.me.role == Role.INTAKE

    @cached_property
    def gold(self) -> GoldItems:
        """The known items."""
        return GoldItems(self.store)

    @cached_property
    def export(self) -> Export:
        """What writes labels."""
        key = PseudonymKey(self.store.device.id, secrets.read, secrets.store)
        return Export(self.store, self.fetch_content, key.get)

    @cached_property
    def erasing(self) -> Erasing:
        """What erases contents."""
        return Erasing(self.store, self.policies)

    @cached_property
    def fetch_content(self) -> FetchContent | None:
        """What fetches the contents that are not here; None while nothing can."""
        return self.rounds.fetch_content if self.is_in_team else None

    @property
    def is_in_team(self) -> bool:
        """Whether this profile belongs to a team."""
        return self.access.hub() is not None

    @cached_property
    def foresight(self) -> Foresight:
        """What looks ahead before items are handed over."""
        return Foresight(self.store, self.review.lists)

    @cached_property
    def overviews(self) -> Overviews:
        """What shows whoever leads how the team stands."""
        return Overviews(self.store)

    @cached_property
    def reminders(self) -> Reminders:
        """What looks what a person is to be reminded of."""
        return Reminders(self.store)

    @cached_property
    def assigning(self) -> Assigning:
        """What hands items over."""
        return Assigning(self.store, self.review)

    @cached_property
    def secrets(self) -> Secrets:
        """Where this profile's secrets are."""
        return Secrets(secrets.read, secrets.store, secrets.forget)

    @cached_property
    def access(self) -> Access:
        """The way to the team's hub."""
        return Access(self.store, self.secrets, is_offline=self.is_offline)

    @cached_property
    def keys(self) -> Keys:
        """This device's signing keys."""
        return Keys(self.store, secrets.read, secrets.store)

    @cached_property
    def membership(self) -> Membership:
        """This profile's place in a team."""
        return Membership(self.store, self.access, self.secrets, self.keys, self._note_name)

    @cached_property
    def files(self) -> Files:
        """The attachments, here or on the hub."""
        return Files(self.store, self.access)

    @cached_property
    def rounds(self) -> Rounds:
        """What exchanges with the hub."""
        return Rounds(
            self.store,
            self.access,
            self.keys,
            Means(
                fields=self._fields,
                room=lambda: Room(self.store, self.settings.hub_storage_mb * 2**20),
                tidy=self.erasing.finish_soon,
                returns=lambda: self.assigning.return_left(),  # noqa: PLW0108 - made when wanted
            ),
        )

    @cached_property
    def watch(self) -> Watch:
        """What keeps this machine in step with the hub while the program runs."""
        return Watch(self.store, self.access, self.rounds)

    @cached_property
    def team_intake(self) -> TeamIntake:
        """What pulls sources for the team."""
        return TeamIntake(self.store, self.access, self.intake, self.rounds)

    @cached_property
    def checkouts(self) -> Checkouts:
        """What was taken along for work without the hub."""
        return Checkouts(self.store, self.access, self.review.lists, self._fields, self.files)

    def tend(self, cancelled: Cancelled = never) -> None:
        """What a service does between two pulls: the exchange with the hub, and retention."""
        if self.access.hub() is not None:
            self.rounds.run(cancelled=cancelled, compares=False)
        if self.review.me.role in {Role.LEAD, Role.INTAKE}:
            self.erasing.erase_expired(cancelled=cancelled)

    def _fields(self, meta: str) -> dict[str, float | str]:
        """The searchable values in an item's metadata, by the policy in force."""
        return arriving.searchable(meta, self.policies.engine().policy.search_fields)

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return settings.load(self.paths.settings)

    def save_settings(self, changed: Settings) -> None:
        """Keeps settings; a new name of the reviewer holds for past decisions too.

        Raises:
            HubMisused: somebody of the team has this name; nothing was kept.
            HubUnreachable: a name in a team is the hub's to say; nothing was kept.
        """
        name = " ".join(changed.reviewer.split())
        is_renamed = name not in {"", self.review.me.name}
        if self.is_in_team:
            is_renamed = is_renamed and name != self.settings.reviewer
            if is_renamed:
                self.membership.rename(name)
        settings.save(self.paths.settings, changed)
        if is_renamed:
            self.review.rename_me(name)

    def _note_name(self) -> None:
        """The name that a team knows this person by is the one in the settings too."""
        kept = self.settings.model_copy(update={"reviewer": self.review.me.name})
        settings.save(self.paths.settings, kept)

    def pull_sample(
        self,
        items: int = SAMPLE_ITEMS,
        seed: int = SAMPLE_SEED,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> PullResult:
        """Puts the sample's policy in force and pulls the sample workload like any source."""
        from reviewer_app.connectors.sample.source import SampleSource  # noqa: PLC0415 - seldom needed

        self.policies.apply(resource(SAMPLE_POLICY))
        today = self.store.now().replace(minute=0, second=0, microsecond=0)
        source = SampleSource(until=today, seed=seed, items=items, name=SAMPLE_SOURCE)
        return self.intake.pull(source, on_progress, cancelled)

    @property
    def is_sample(self) -> bool:
        """Whether the sample's policy is the one in force."""
        sample = resource(SAMPLE_POLICY).read_text(encoding="utf-8")
        return self.policies.in_force().text == sample

    def close(self) -> None:
        """Gives back the database."""
        self.store.close()
