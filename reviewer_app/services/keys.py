"""This device's signing keys: the private halves in the keyring, the public ones beside it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from reviewer_app.domain import signing
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.inspection import Break, Inspection, Terms
from reviewer_app.domain.records import Device
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.signing import Pair
from reviewer_app.domain.team import Witness
from reviewer_app.store import signatures, witnesses
from reviewer_app.store.signatures import Signatory
from reviewer_app.store.store import Connection, Store
from reviewer_app.store.witnesses import Heads

log = logging.getLogger("reviewer.keys")

AT_ONCE = 200
"""Entries that are signed in one transaction: about 20 ms of the write lock."""


class KeyLost(ReviewerError):
    """The keyring has not the private half of the key that the device signs with."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "The signing key of this device is not in the keyring. What you decide is kept, "
                "and is signed and sent when the key is there: unlock the keyring. If the key is "
                "gone for good, ask a lead for an enrolment text for this device and join again."
            )
        )


class JournalUnsound(ReviewerError):
    """Entries that were to be signed are not what was chained."""

    def __init__(self, found: Break) -> None:
        self.found = found
        super().__init__(
            sentence(
                "Entry {n} of this device's journal does not hold: {reason}. It was not signed "
                "and not sent. Look with `reviewer-app verify`, and restore a backup from before.",
                n=found.n,
                reason=found.reason,
            )
        )


def name_of(device_id: UUID) -> str:
    """Under which name the keyring has the private half of a device's key."""
    return f"device:{device_id}"


class Keys:
    """Makes, keeps and uses the keys of this device.

    A person alone has none: the first is made on joining a team. Recording an act never waits for
    a key; what is not signed yet is signed at the next exchange or check.
    """

    def __init__(
        self,
        store: Store,
        read: Callable[[str], str | None],
        keep: Callable[[str, str], None],
    ) -> None:
        """Takes where entries are, and what reads and keeps a secret under a name."""
        self._store, self._read, self._keep = store, read, keep

    def made(self, device: Device) -> Device:
        """The device with a key, kept before anything else happens; the same one at a repeat.

        Raises:
            KeyringUnusable: there is none, and nothing was changed.
        """
        pair = self._kept(device.id)
        if pair is None:
            pair = signing.new_pair()
            self._keep(name_of(device.id), pair.private)
        return device.model_copy(update={"public_key": signing.with_key("", pair.public)})

    def shared(self, earlier: Device, device: Device) -> Device:
        """The device of before joining, which is signed for with the key of the one from now on."""
        with self._store.writing() as connection:
            signatures.put_keys(connection, earlier.id, device.public_key)
        return earlier.model_copy(update={"public_key": device.public_key})

    def renew(self) -> str:
        """Makes another key for this device, and gives its list of keys; earlier ones stay in it.

        What waits for its signature gets that of the key so far, where that is still there.

        Raises:
            KeyringUnusable, JournalUnsound: there is no other key.
        """
        with suppress(KeyLost):
            self.sign_pending(self._store.device.id)
        pair = signing.new_pair()
        self._keep(name_of(self._store.device.id), pair.private)
        keys = self._put_newest(self._store.device.id, pair)
        log.info("device %s signs with another key", self._store.device.id)
        return keys

    def sign_pending(self, device_id: UUID) -> None:
        """Signs what is not signed yet: of this device, and of the ones whose work it goes on with.

        Raises:
            KeyLost: the keyring has not the key.
            JournalUnsound: an entry is not what was chained; only those before it were signed.
        """
        with self._store.reading() as connection:
            known = signatures.signatories(connection)
        for one in known.values():
            if one.keys and (one.id == device_id or one.is_ours):
                self._sign_all(one)

    def witness(self, heads: Heads) -> list[Witness]:
        """Signs and keeps the heads of others' chains that this device has not vouched for.

        Raises:
            KeyLost: the keyring has not the key.
        """
        device, pair = self._store.device.id, self._pair(self._store.device.id)
        if pair is None:
            return []
        with self._store.writing() as connection:
            return witnesses.witnessed(
                connection,
                heads,
                device,
                lambda text: signing.sign(pair.private, text),
                self._store.now(),
            )

    def _sign_all(self, one: Signatory) -> None:
        with self._store.reading() as connection:
            last = signatures.last_signed(connection, one.id)
            if not signatures.pending(connection, one.id, last, 1):
                return
        pair = self._pair(one.id)
        while pair is not None:
            with self._store.writing() as connection:
                signed, unsound = _sign_some(connection, one.id, pair)
            if unsound is not None:
                raise JournalUnsound(unsound)
            if signed < AT_ONCE:
                return

    def _pair(self, device_id: UUID) -> Pair | None:
        """The key pair that the device signs with now; None where it has none.

        A key that was replaced half way is in the keyring and not in the list yet; one that the
        device has with another of this machine is there under the other's name.

        Raises:
            KeyLost: there is one, and it is not in the keyring.
        """
        with self._store.reading() as connection:
            known = signatures.signatories(connection)
        one = known.get(device_id)
        if one is None or not one.keys:
            return None
        newest = signing.newest(one.keys)
        pair = self._kept(device_id)
        if pair is not None and signing.key_id(pair.public) not in one.ring:
            self._put_newest(device_id, pair)
            return pair
        if pair is not None and pair.public == newest:
            return pair
        return self._lent(device_id, newest, known)

    def _lent(self, device_id: UUID, public: str | None, known: dict[UUID, Signatory]) -> Pair:
        """The pair under the name of another device with the same key; kept under its own then."""
        for other in known.values():
            if other.id != device_id and signing.newest(other.keys) == public:
                pair = self._kept(other.id)
                if pair is not None and pair.public == public:
                    self._keep(name_of(device_id), pair.private)
                    return pair
        raise KeyLost

    def _kept(self, device_id: UUID) -> Pair | None:
        """What the keyring has under a device's name, where it is a key."""
        private = self._read(name_of(device_id))
        try:
            return signing.pair_of(private) if private else None
        except ValueError:
            return None

    def _put_newest(self, device_id: UUID, pair: Pair) -> str:
        with self._store.writing() as connection:
            before = signatures.signatories(connection)[device_id].keys
            keys = signing.with_key(before, pair.public)
            signatures.put_keys(connection, device_id, keys)
        self._store.reload_device()
        return keys


def _sign_some(connection: Connection, device_id: UUID, pair: Pair) -> tuple[int, Break | None]:
    """Signs the next entries as far as they hold: a signature vouches for what was chained."""
    last = signatures.last_signed(connection, device_id)
    inspection = Inspection(Terms(), after=last)
    made: dict[int, str] = {}
    unsound = None
    for entry in signatures.pending(connection, device_id, last, AT_ONCE):
        unsound = inspection.look(entry)
        if unsound is not None:
            break
        made[entry.n] = signing.sign(pair.private, entry.hash)
    signatures.put_signatures(connection, device_id, signing.key_id(pair.public), made)
    return len(made), unsound
