"""The way to a hub proves who answers: by the name in the address and the authority that signed."""

import os
import re
import shutil
import socket
import subprocess
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from reviewer_app.domain.enrolment import decode, encode
from reviewer_app.services.team.administration import weakness
from reviewer_app.store.hub import address
from reviewer_app.store.hub.errors import HubUntrusted
from tests import postgres
from tests.hub.cast import now
from tests.hub.desks import Desks, administrator
from tests.postgres import HOST, OwnServer

NAME = socket.gethostname()


def resolves_here(name):
    """Whether a name that is no loopback name leads to where the server of the tests listens."""
    if address.Address(name, 5432, "hub").is_local:
        return False
    try:
        return socket.gethostbyname(name) == HOST
    except OSError:
        return False


pytestmark = pytest.mark.skipif(
    not resolves_here(NAME), reason="the name of this machine does not lead to 127.0.0.1"
)


def with_tls():
    """The programs of a PostgreSQL that was built with TLS, which the bundled one was not."""
    named = os.environ.get(postgres.BINARIES)
    found = [Path(named)] if named else []
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if on_the_path := shutil.which("postgres"):
        found.append(Path(on_the_path).parent)
    return next(
        (folder for folder in (*found, postgres.bundled()) if is_built_with_tls(folder)), None
    )


def is_built_with_tls(programs):
    """Whether it is new enough for a hub and speaks TLS."""
    try:
        said = subprocess.check_output(
            [programs / "pg_config", "--version", "--configure"], text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    version = re.search(r"PostgreSQL (\d+)", said)
    return bool(version and int(version[1]) >= 15 and re.search(r"--with-(open)?ssl", said))


class Authority:
    """Who signs certificates of servers."""

    def __init__(self, name):
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._own = self._signed(self._name, self._key.public_key(), is_authority=True)

    @property
    def pem(self):
        return self._own.public_bytes(serialization.Encoding.PEM).decode()

    def issue(self, name):
        """A key and a certificate for a server of this name."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = self._signed(subject, key.public_key(), server=name)
        return (
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ),
            made.public_bytes(serialization.Encoding.PEM),
        )

    def _signed(self, subject, key, *, is_authority=False, server=None):
        draft = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now() - timedelta(days=1))
            .not_valid_after(now() + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        )
        if server is not None:
            names = x509.SubjectAlternativeName([x509.DNSName(server)])
            draft = draft.add_extension(names, critical=False)
        return draft.sign(self._key, hashes.SHA256())


@pytest.fixture(scope="module")
def authority():
    return Authority("the authority of the team")


@pytest.fixture(scope="module")
def secured():
    """A server of this module's own, to which certificates are given."""
    programs = with_tls()
    if programs is None:
        pytest.skip(f"no PostgreSQL here was built with TLS; name one by {postgres.BINARIES}")
    own = OwnServer(programs)
    yield own
    own.close()


@pytest.fixture
def url(secured):
    """An empty database, addressed by the name of this machine."""
    made = secured.fresh_hub()
    parts = urlsplit(made)
    account = parts.netloc.rpartition("@")[0]
    yield parts._replace(netloc=f"{account}@{NAME}:{parts.port}").geturl()
    secured.drop(made)


@pytest.fixture
def desks(url, tmp_path):
    with Desks(url, tmp_path) as made:
        yield made


def show(server, issued):
    """Makes a server show a certificate from now on; none: it speaks in the clear."""
    if issued is not None:
        for name, data in zip(("server.key", "server.crt"), issued, strict=True):
            file = server._data / name
            file.write_bytes(data)
            file.chmod(0o600)
            postgres._hand_over(file)
    with server.superuser() as connection:
        connection.execute(f"ALTER SYSTEM SET ssl = {'on' if issued else 'off'}")
    server.stop()
    server.start()


def is_encrypted(person):
    """Whether a person's own connection is, as the server says."""
    with person.profile.access.connected() as link:
        (said,) = link.execute(
            "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).fetchone()
    return said


def test_an_enrolment_carries_the_authority_and_everybody_checks_the_server(
    desks, url, secured, authority
):
    show(secured, authority.issue(NAME))
    lea = desks.sit("lea")
    made = lea.profile.membership.init(administrator(url, certificate=authority.pem), "lea")
    card = decode(made.enrolment)
    assert (card.certificate, weakness(card.address)) == (authority.pem, None)
    assert address.parse(card.address)[0].security == "verify-full"
    lea.join(made.enrolment)
    desks.lea = lea
    ada = desks.hire("ada")
    assert ada.sync().reachable
    assert is_encrypted(ada)


def test_a_server_that_another_authority_signed_for_is_refused(desks, url, secured, authority):
    show(secured, Authority("somebody else").issue(NAME))
    with pytest.raises(HubUntrusted, match="certificate verify failed") as refused:
        desks.membership().init(administrator(url, certificate=authority.pem), "lea")
    assert "Whoever answers does not prove" in str(refused.value)


def test_a_server_with_another_name_is_refused(desks, url, secured, authority):
    show(secured, authority.issue("another.example"))
    with pytest.raises(HubUntrusted, match="does not match host name"):
        desks.membership().init(administrator(url, certificate=authority.pem), "lea")


def test_a_private_authority_is_not_known_by_itself(desks, url, secured, authority):
    show(secured, authority.issue(NAME))
    with pytest.raises(HubUntrusted, match="certificate verify failed"):
        desks.membership().init(administrator(url), "lea")


def test_an_authority_that_the_system_trusts_needs_not_be_given(
    desks, url, secured, authority, tmp_path, monkeypatch
):
    show(secured, authority.issue(NAME))
    trusted = tmp_path / "trusted.pem"
    trusted.write_text(authority.pem, encoding="ascii")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    assert desks.membership().init(administrator(url), "lea").created


def test_a_server_that_speaks_in_the_clear_is_refused(desks, url, secured, authority):
    show(secured, None)
    with pytest.raises(HubUntrusted, match="does not support SSL"):
        desks.membership().init(administrator(url, certificate=authority.pem), "lea")


def test_a_server_that_is_replaced_by_another_gets_nothing_from_who_joined(
    desks, url, secured, authority
):
    show(secured, authority.issue(NAME))
    lea = desks.sit("lea")
    made = lea.profile.membership.init(administrator(url, certificate=authority.pem), "lea")
    lea.join(made.enrolment)
    assert lea.sync().reachable
    show(secured, Authority("somebody else").issue(NAME))
    result = lea.sync()
    assert not result.reachable
    assert "does not prove to be the team's hub" in result.trouble


def test_a_weak_way_is_taken_when_it_is_asked_for_by_name_and_said_to_be_weak(desks, url, secured):
    show(secured, Authority("somebody else").issue(NAME))
    weak = f"{url}?sslmode=require"
    lea = desks.sit("lea")
    text = lea.profile.membership.init(administrator(weak), "lea").enrolment
    said = weakness(decode(text).address)
    assert said is not None
    assert f"The way to {NAME} is weak (sslmode=require)" in said
    lea.join(text)
    assert is_encrypted(lea)


def test_whoever_changes_the_address_in_a_text_to_a_weak_one_is_noticed(desks, url, secured):
    show(secured, Authority("somebody else").issue(NAME))
    text = desks.membership().init(administrator(f"{url}?sslmode=require"), "lea").enrolment
    card = decode(text)
    for mode in ("disable", "allow", "prefer", "verify-ca"):
        changed = card.address.replace("sslmode=require", f"sslmode={mode}")
        assert weakness(decode(encode(card.model_copy(update={"address": changed}))).address)


def test_the_way_to_this_machine_itself_is_not_called_weak():
    for host in ("localhost", "127.0.0.1", "[::1]", "%2Fvar%2Frun%2Fpostgresql"):
        assert weakness(f"postgresql://{host}:5432/hub") is None
