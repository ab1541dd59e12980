"""Calls to Label Studio under either kind of its tokens."""

from collections.abc import Callable, Sequence
from typing import Any, Self

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.web.client import Client, Denied, Params, Refused, Reply
from reviewer_app.connectors.web.replies import Lasting, unexpected
from reviewer_app.domain.sentences import sentence

GONE = 404


class TokenRefused(Lasting):
    """Label Studio gives no access for this personal access token."""

    def __init__(self, place: str) -> None:
        super().__init__(
            sentence(
                "{place} gives no access for the personal access token: it was revoked, has run "
                "out, or is of another server. Make a new one there (Account & Settings) and type "
                "it again on the Connections page.",
                place=place,
            )
        )


class Session:
    """Calls one server. A personal access token is exchanged for access that lasts minutes."""

    def __init__(self, address: str, token: str) -> None:
        """Opens nothing yet.

        Raises:
            HeaderUnusable: a token that cannot be sent.
        """
        self._address = address
        self._token = token
        self._is_personal = token.count(".") == 2
        legacy = {} if self._is_personal else {"Authorization": f"Token {token}"}
        self._client = Client(address, legacy)
        self._has_access = not self._is_personal

    def __enter__(self) -> Self:
        """Gives the session."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes its connections."""
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._client.close()

    @property
    def place(self) -> str:
        """Where it calls, for a person."""
        return self._client.place

    def get(self, path: str, params: Params | None = None) -> Reply:
        """Asks, a few times where nobody answers.

        Raises:
            Unreachable, PushRefused: as for `Client.get`.
        """
        return self._let_in(lambda: self._client.get(path, params))

    def find(self, path: str) -> Reply | None:
        """Asks for what may not be there any more; None where it is not.

        Raises:
            Unreachable, PushRefused: as for `Client.get`.
        """
        try:
            return self.get(path)
        except Refused as cause:
            if cause.status == GONE:
                return None
            raise

    def send(
        self, method: str, path: str, body: object = None, *, taken: Sequence[int] = ()
    ) -> Reply:
        """Changes something, asking once.

        Raises:
            Unreachable, PushRefused: as for `Client.send`.
        """
        return self._let_in(lambda: self._client.send(method, path, body=body, taken=taken))

    def _let_in(self, call: Callable[[], Reply]) -> Reply:
        """Makes a call; once more with new access where it had run out."""
        if self._has_access:
            try:
                return call()
            except Denied:
                if not self._is_personal:
                    raise
        self._renew()
        return call()

    def _renew(self) -> None:
        self._has_access = False
        body = {"refresh": self._token}
        try:
            told = self._client.ask("POST", "/api/token/refresh", body=body).object()
        except (Denied, PushRefused):  # what the platform says may hold the token: it stays untold
            raise TokenRefused(self.place) from None
        access = member(told, "access", str, self.place)
        self._client.close()
        self._client = Client(self._address, {"Authorization": f"Bearer {access}"})
        self._has_access = True


def member(values: dict[str, Any], name: str, kind: type[Any], place: str) -> Any:  # noqa: ANN401 - what `kind` says
    """A member of an answer that must be there.

    Raises:
        ReplyUnreadable: it is not, or is of another kind.
    """
    value = values.get(name)
    if isinstance(value, kind):
        return value
    raise unexpected(place)
