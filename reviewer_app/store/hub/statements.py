"""What a hub is made of, as statements: its roles, its rights, its functions and row policies."""

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from uuid import UUID

PROGRAMS = ("who", "sight", "reach", "facts", "items", "leases", "people", "rounds", "grants")
"""What is put in force anew at each init: functions, row policies and rights, in this order."""

SOMETHING = (
    "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n "
    "ON n.oid = c.relnamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') "
    "AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%' "
    "AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT EXISTS (SELECT FROM pg_depend d "
    "WHERE d.objid = c.oid AND d.deptype = 'e') LIMIT 1"
)
"""Asks for anything in the database that belongs to no extension."""


@dataclass(frozen=True, slots=True)
class Names:
    """The roles of a hub. They carry its id, because roles are shared by a whole server."""

    prefix: str

    @classmethod
    def of(cls, hub_id: UUID) -> "Names":
        """The names for a hub."""
        return cls(f"rv_{hub_id.hex[:8]}_")

    @property
    def owner(self) -> str:
        """Who owns the schema and its functions; nobody can log in as it."""
        return f"{self.prefix}owner"

    @property
    def member(self) -> str:
        """What every login of the hub belongs to."""
        return f"{self.prefix}member"

    def filled(self, statements: str) -> str:
        """Statements with these names in the places that wait for them."""
        filled = statements.replace("__owner__", self.owner).replace("__member__", self.member)
        return filled.replace("__prefix__", self.prefix)


def role_statements(names: Names) -> list[str]:
    """What makes the roles of a hub, and the schema that belongs to one of them."""
    return [
        f'CREATE ROLE "{names.owner}" NOLOGIN CREATEROLE;',
        f'GRANT "{names.owner}" TO CURRENT_USER;',
        f'SET LOCAL ROLE "{names.owner}";',
        f'CREATE ROLE "{names.member}" NOLOGIN;',
        "RESET ROLE;",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC;",
        database_rights(names),
        f'SET LOCAL ROLE "{names.owner}";',
        'CREATE SCHEMA "hub";',
        "RESET ROLE;",
    ]


def database_rights(names: Names) -> str:
    """Who may connect: rights of the database itself, which no dump of it carries."""
    return f"""DO $$ BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CREATE, CONNECT ON DATABASE %I TO "{names.owner}"', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO "{names.member}"', current_database());
END $$;"""


def program_statements(names: Names) -> list[str]:
    """What puts functions, row policies and rights in force anew."""
    return [
        "SET LOCAL check_function_bodies = off;",  # they call each other
        *(names.filled(_program(name)) for name in PROGRAMS),
        f"COMMENT ON SCHEMA hub IS 'Reviewer hub, functions {fingerprint()}';",
    ]


def fingerprint() -> str:
    """What tells these functions from those of another version of the program."""
    whole = "".join(_program(name) for name in PROGRAMS)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def _program(name: str) -> str:
    return files("reviewer_app.store.hub").joinpath(f"sql/{name}.sql").read_text("utf-8")
