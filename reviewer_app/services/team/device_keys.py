"""Temporary: replaced by services/keys."""

import base64
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import update

from reviewer_app.domain.records import Device
from reviewer_app.store.store import Store


class DeviceKeys:
    def __init__(
        self, store: Store, read: Callable[[str], str | None], keep: Callable[[str, str], None]
    ):
        self._store, self._read, self._keep = store, read, keep

    def made(self, device: Device) -> Device:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        key = Ed25519PrivateKey.generate()
        self._keep(f"device:{device.id}", base64.b64encode(key.private_bytes_raw()).decode())
        return device.model_copy(
            update={"public_key": base64.b64encode(key.public_key().public_bytes_raw()).decode()}
        )

    def shared(self, old: Device, new: Device) -> Device:
        return old.model_copy(update={"public_key": new.public_key})

    def sign_pending(self, device_id: UUID) -> None:
        pass
