-- The tables that every machine has too: the same names, columns and meanings.
CREATE TABLE person (
  id uuid PRIMARY KEY, name text NOT NULL, role text NOT NULL, pools json NOT NULL, source text,
  same_as uuid, away_until timestamptz, revoked_at timestamptz
);
CREATE TABLE device (
  id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES person (id), name text NOT NULL,
  public_key text NOT NULL
);
CREATE TABLE item (
  id uuid PRIMARY KEY, source text NOT NULL, external_id text NOT NULL, revision integer NOT NULL,
  workflow text NOT NULL, step text NOT NULL, agent text NOT NULL, model_version text NOT NULL,
  created_at timestamptz, pulled_at timestamptz NOT NULL, output_type text NOT NULL,
  confidence double precision, content_hash text NOT NULL, place text NOT NULL
);
CREATE UNIQUE INDEX ix_item_source ON item (source, external_id, revision);
CREATE TABLE content (
  item_id uuid PRIMARY KEY REFERENCES item (id), input text, output text NOT NULL,
  meta text NOT NULL, trace text, truncated boolean NOT NULL
);
CREATE TABLE selection (
  item_id uuid PRIMARY KEY REFERENCES item (id), policy_version_id uuid, mode text NOT NULL,
  disposition text NOT NULL, release_at timestamptz, sampled boolean NOT NULL,
  propensity double precision, flags json NOT NULL, risk text NOT NULL, pool text NOT NULL,
  due_at timestamptz, reviews_needed integer NOT NULL, blind boolean NOT NULL,
  agreement text NOT NULL
);
CREATE TABLE attachment (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), name text NOT NULL,
  media_type text NOT NULL, size integer NOT NULL, hash text NOT NULL
);
CREATE INDEX ix_attachment_item_id ON attachment (item_id);
CREATE INDEX ix_attachment_hash ON attachment (hash);
CREATE TABLE attachment_chunk (
  hash text, n integer, data bytea NOT NULL, PRIMARY KEY (hash, n)
);
CREATE TABLE decision (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), content_hash text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id), device_id uuid NOT NULL, verdict text,
  correction_digest text, comment_digest text, error_types json NOT NULL, severity text,
  spans json NOT NULL, rubric json NOT NULL, settles json NOT NULL, retracts uuid,
  propensity double precision, informed boolean NOT NULL, shown json NOT NULL,
  policy_version_id uuid, origin text NOT NULL, decided_at timestamptz,
  active_seconds double precision, bulk uuid
);
CREATE INDEX ix_decision_item_id ON decision (item_id, person_id);
CREATE INDEX ix_decision_person ON decision (person_id, id);
CREATE TABLE decision_text (
  decision_id uuid PRIMARY KEY REFERENCES decision (id), correction text, comment text
);
CREATE TABLE decline (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), person_id uuid NOT NULL,
  reason text NOT NULL, retracts uuid, at timestamptz
);
CREATE INDEX ix_decline_item_id ON decline (item_id);
CREATE TABLE escalation (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id),
  decision_id uuid NOT NULL REFERENCES decision (id), person_id uuid NOT NULL, "to" text NOT NULL,
  to_person uuid, reason text NOT NULL, at timestamptz
);
CREATE INDEX ix_escalation_item_id ON escalation (item_id);
CREATE TABLE assignment (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), person_id uuid NOT NULL,
  "to" uuid, reason text NOT NULL, at timestamptz NOT NULL
);
CREATE INDEX ix_assignment_item_id ON assignment (item_id);
CREATE TABLE release (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), person_id uuid,
  reason text NOT NULL, at timestamptz NOT NULL
);
CREATE TABLE mode_change (
  id uuid PRIMARY KEY, workflow text NOT NULL, step text NOT NULL, mode text NOT NULL,
  person_id uuid NOT NULL, reason text NOT NULL, evidence json NOT NULL, at timestamptz NOT NULL
);
CREATE TABLE policy_version (
  id uuid PRIMARY KEY, number integer NOT NULL UNIQUE, name text NOT NULL, text text NOT NULL,
  schemas json NOT NULL, person_id uuid NOT NULL, at timestamptz NOT NULL
);
CREATE TABLE erasure (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), content_hash text NOT NULL,
  person_id uuid NOT NULL, reason text NOT NULL, at timestamptz NOT NULL
);
CREATE INDEX ix_erasure_item_id ON erasure (item_id);
CREATE TABLE unblinding (
  id uuid PRIMARY KEY, item_id uuid NOT NULL REFERENCES item (id), person_id uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX ix_unblinding_item_id ON unblinding (item_id, person_id);
CREATE TABLE gold (
  item_id uuid PRIMARY KEY REFERENCES item (id), verdict text NOT NULL, expected_output text,
  error_types json NOT NULL, because text NOT NULL DEFAULT ''
);
CREATE TABLE journal (
  device_id uuid, n integer, kind text NOT NULL, fact_id uuid NOT NULL, body text NOT NULL,
  body_hash text NOT NULL, previous_hash text NOT NULL, hash text NOT NULL,
  signature text NOT NULL, key_id text NOT NULL,
  item_id uuid, person_id uuid, verdict text, refused text,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (device_id, n)
);
CREATE INDEX ix_journal_item_id ON journal (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX ix_journal_fact_id ON journal (fact_id);
CREATE TABLE witness (
  device_id uuid, n integer, witness_id uuid, hash text NOT NULL, signature text NOT NULL,
  at timestamptz NOT NULL, PRIMARY KEY (device_id, n, witness_id)
);
CREATE TABLE device_state (
  device_id uuid PRIMARY KEY REFERENCES device (id), seen_at timestamptz, unsent integer NOT NULL,
  unsent_since timestamptz
);
CREATE TABLE lease (
  subject text PRIMARY KEY, holder uuid NOT NULL, person_id uuid, until timestamptz NOT NULL,
  is_checkout boolean NOT NULL DEFAULT false
);
CREATE INDEX ix_lease_person ON lease (person_id);
CREATE TABLE source_cursor (
  source text PRIMARY KEY, cursor text NOT NULL, at timestamptz NOT NULL
);

-- What the hub alone keeps.
CREATE TABLE hub (
  id uuid PRIMARY KEY, stamp uuid NOT NULL, protocol integer NOT NULL,
  made_at timestamptz NOT NULL, system text NOT NULL
);
CREATE TABLE login (
  login text PRIMARY KEY, device_id uuid NOT NULL REFERENCES device (id), revoked_at timestamptz
);
CREATE INDEX ix_login_device ON login (device_id);
CREATE TABLE invitation (
  login text PRIMARY KEY, device_id uuid NOT NULL, person_id uuid, name text NOT NULL,
  role text NOT NULL, pools json NOT NULL, invited_by uuid, made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL, spent_at timestamptz
);
CREATE TABLE history (
  device_id uuid PRIMARY KEY REFERENCES device (id), person_id uuid NOT NULL
);
CREATE TABLE membership (
  person_id uuid NOT NULL, audience text NOT NULL, since timestamptz NOT NULL, until timestamptz
);
CREATE INDEX ix_membership_person ON membership (person_id, audience);
CREATE TABLE origin (
  source text PRIMARY KEY, private_to uuid
);
CREATE TABLE item_state (
  item_id uuid PRIMARY KEY REFERENCES item (id), made_by uuid NOT NULL, private_to uuid,
  is_covered boolean NOT NULL, needed integer NOT NULL, revealed_at timestamptz,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE TABLE reach (
  item_id uuid NOT NULL REFERENCES item (id), audience text NOT NULL, since timestamptz NOT NULL,
  until timestamptz
);
CREATE INDEX ix_reach_item ON reach (item_id);
CREATE INDEX ix_reach_audience ON reach (audience, item_id) WHERE until IS NULL;
CREATE TABLE feed (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(), seq bigint GENERATED ALWAYS AS IDENTITY,
  audience text NOT NULL, kind text NOT NULL, subject uuid NOT NULL,
  PRIMARY KEY (xid, seq)
);
CREATE INDEX ix_feed_audience ON feed (audience, xid, seq);
CREATE TABLE reading (
  person_id uuid NOT NULL, item_id uuid NOT NULL, at timestamptz NOT NULL
);
CREATE TABLE event (
  at timestamptz NOT NULL DEFAULT clock_timestamp(), login text NOT NULL DEFAULT session_user,
  what text NOT NULL, about text NOT NULL
);
