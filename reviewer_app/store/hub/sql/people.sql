-- Who belongs to the team: invited, joined, changed, gone. Names of logins carry the hub's id.
CREATE OR REPLACE FUNCTION enrol(whom uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE p person; wanted text[];
BEGIN
  SELECT * INTO p FROM person WHERE id = whom;
  wanted := CASE WHEN p.revoked_at IS NOT NULL THEN '{}'::text[] ELSE
    ARRAY['team', 'person:' || p.id, 'pool:everyone', 'pool:' || p.role]
    || CASE WHEN p.role = 'lead' THEN ARRAY['pool:leads'] ELSE '{}' END
    || CASE WHEN p.role <> 'reviewer' THEN ARRAY['staff'] ELSE '{}' END
    || CASE WHEN p.role IN ('reviewer', 'lead') THEN ARRAY(
      SELECT DISTINCT 'pool:' || v FROM json_array_elements_text(p.pools) v) ELSE '{}' END END;
  UPDATE membership m SET until = clock_timestamp()
    WHERE m.person_id = whom AND m.until IS NULL AND NOT m.audience = ANY (wanted);
  INSERT INTO membership (person_id, audience, since)
  SELECT whom, a, clock_timestamp() FROM (SELECT DISTINCT unnest(wanted)) AS w (a)
  WHERE NOT EXISTS (SELECT FROM membership m
    WHERE m.person_id = whom AND m.audience = a AND m.until IS NULL);
  INSERT INTO feed (audience, kind, subject) VALUES ('team', 'person', whom);
  IF FOUND AND p.revoked_at IS NULL THEN
    INSERT INTO feed (audience, kind, subject) VALUES ('person:' || whom, 'reach', whom);
  END IF;
END $$;

-- Whether a device's id is in use, or kept for somebody who is invited.
CREATE OR REPLACE FUNCTION is_taken(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT asked IS NULL OR EXISTS (SELECT FROM device d WHERE d.id = asked)
    OR EXISTS (SELECT FROM invitation i WHERE i.device_id = asked)
$$;

-- Whether an id is made from words, as those of annotators are: nobody may be one beforehand.
CREATE OR REPLACE FUNCTION is_hashed(asked uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = hub, pg_temp AS $$
  SELECT substring(asked::text FROM 15 FOR 1) = '8'
$$;

CREATE OR REPLACE FUNCTION is_verifier(secret text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = hub, pg_temp AS $$
  SELECT coalesce(
    secret ~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{8,64}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$',
    false)
$$;

-- Makes a login that can do nothing but join, once, until it expires. For the owner alone.
CREATE OR REPLACE FUNCTION open_invitation(
  device uuid, whom uuid, called text, as_role text, in_pools json, verifier text,
  expires timestamptz, inviter uuid
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE account text;
BEGIN
  IF NOT is_verifier(verifier) THEN
    RAISE EXCEPTION 'a verifier is wanted, no password' USING ERRCODE = '22023';
  END IF;
  IF as_role NOT IN ('reviewer', 'lead', 'intake', 'auditor') OR device IS NULL
    OR length(trim(called)) NOT BETWEEN 1 AND 200
    OR json_typeof(in_pools) <> 'array' OR json_array_length(in_pools) > 200 THEN
    RAISE EXCEPTION 'not an invitation' USING ERRCODE = '22023';
  END IF;
  IF expires IS NULL OR expires > clock_timestamp() + interval '31 days' THEN
    RAISE EXCEPTION 'an invitation lasts 31 days at most' USING ERRCODE = '22023';
  END IF;
  account := '__prefix__' || replace(device::text, '-', '');
  EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE INHERIT '
    'CONNECTION LIMIT 6 PASSWORD %L VALID UNTIL %L', account, verifier, expires);
  EXECUTE format('GRANT __member__ TO %I', account);
  EXECUTE format('GRANT %I TO __owner__', account);
  INSERT INTO invitation
  VALUES (account, device, whom, trim(called), as_role, in_pools, inviter, clock_timestamp(),
    expires);
  INSERT INTO event (what, about) VALUES ('invited', trim(called) || ' as ' || as_role);
  RETURN account;
END $$;

CREATE OR REPLACE FUNCTION close_login(account text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', account);
  PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a
    WHERE a.usename = account AND a.pid <> pg_backend_pid();
END $$;

-- Takes back what is open of the invitations for somebody, and by them: a way in kept in reserve.
CREATE OR REPLACE FUNCTION close_invitations(whom uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE one record;
BEGIN
  FOR one IN UPDATE invitation SET spent_at = clock_timestamp()
    WHERE spent_at IS NULL AND (person_id = whom OR invited_by = whom) RETURNING login LOOP
    PERFORM close_login(one.login);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION invite(
  device uuid, called text, as_role text, in_pools json, verifier text, expires timestamptz,
  another_device boolean DEFAULT false
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand(); known person; open_one record;
BEGIN
  another_device := coalesce(another_device, false);
  SELECT * INTO known FROM person p
    WHERE lower(p.name) = lower(trim(called)) AND p.source IS NULL AND p.same_as IS NULL;
  IF my_role() <> 'lead' AND NOT coalesce(another_device AND known.id = caller, false) THEN
    RAISE EXCEPTION 'only a lead invites' USING ERRCODE = '42501', HINT = 'role';
  END IF;
  IF known.id IS NOT NULL AND known.revoked_at IS NULL AND NOT another_device THEN
    RAISE EXCEPTION '“%” is in the team already', known.name
      USING ERRCODE = '23505', HINT = 'person_known';
  END IF;
  IF another_device AND (known.id IS NULL OR known.revoked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'nobody here is called “%”', trim(called)
      USING ERRCODE = '22023', HINT = 'person_unknown';
  END IF;
  FOR open_one IN SELECT i.login FROM invitation i
    WHERE lower(i.name) = lower(trim(called)) AND i.spent_at IS NULL AND NOT another_device LOOP
    PERFORM close_login(open_one.login);
    UPDATE invitation SET spent_at = clock_timestamp() WHERE login = open_one.login;
  END LOOP;
  RETURN open_invitation(device, known.id, coalesce(known.name, called),
    CASE WHEN another_device THEN known.role ELSE as_role END,
    CASE WHEN another_device THEN known.pools ELSE in_pools END, verifier, expires, caller);
END $$;

-- Spends the invitation of this login: from now on its device and person belong to the team.
CREATE OR REPLACE FUNCTION join_team(
  proposed uuid, machine text, public_key text, verifier text
) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE card invitation; whom uuid; p person; is_back boolean;
BEGIN
  SELECT * INTO card FROM invitation WHERE login = session_user COLLATE "default" FOR UPDATE;
  SELECT * INTO p FROM person WHERE id = card.person_id FOR UPDATE;
  -- Whoever is here already keeps what they are now: the card was written before that.
  is_back := p.revoked_at IS NOT NULL OR card.invited_by IS NULL;
  IF card.login IS NULL OR card.spent_at IS NOT NULL OR card.expires_at <= clock_timestamp()
    OR p.revoked_at >= card.made_at THEN
    RAISE EXCEPTION 'there is no open invitation' USING ERRCODE = '42501', HINT = 'spent';
  END IF;
  IF NOT is_verifier(verifier) OR length(public_key) NOT BETWEEN 40 AND 200
    OR length(machine) > 200 THEN
    RAISE EXCEPTION 'not a device' USING ERRCODE = '22023';
  END IF;
  IF card.person_id IS NULL AND EXISTS (SELECT FROM person o WHERE o.source IS NULL
    AND o.same_as IS NULL AND lower(o.name) = lower(card.name)) THEN
    RAISE EXCEPTION '“%” is in the team already', card.name
      USING ERRCODE = '23505', HINT = 'person_known';
  END IF;
  whom := coalesce(card.person_id, proposed);
  IF card.person_id IS NULL
    AND (is_hashed(whom) OR EXISTS (SELECT FROM person WHERE id = whom)) THEN
    whom := gen_random_uuid();
  END IF;
  INSERT INTO person (id, name, role, pools) VALUES (whom, card.name, card.role, card.pools)
    ON CONFLICT (id) DO UPDATE SET revoked_at = NULL,
      role = CASE WHEN is_back THEN excluded.role ELSE person.role END,
      pools = CASE WHEN is_back THEN excluded.pools ELSE person.pools END;
  INSERT INTO device (id, person_id, name, public_key)
    VALUES (card.device_id, whom, machine, public_key);
  INSERT INTO login (login, device_id) VALUES (session_user, card.device_id);
  UPDATE invitation SET spent_at = clock_timestamp() WHERE login = session_user COLLATE "default";
  EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL %L', session_user, verifier, 'infinity');
  PERFORM enrol(whom);
  INSERT INTO event (what, about) VALUES ('joined', card.name);
  SELECT * INTO p FROM person WHERE id = whom;
  RETURN row_to_json(p);
END $$;

-- What was decided before joining, under another person's id and on another device's chain.
CREATE OR REPLACE FUNCTION bring_history(
  device uuid, earlier uuid, machine text, public_key text
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand('reviewer', 'lead', 'intake');
BEGIN
  IF EXISTS (SELECT FROM history h JOIN device d ON d.id = h.device_id
    WHERE h.device_id = device AND d.person_id = caller) THEN
    RETURN;
  END IF;
  IF is_hashed(earlier) OR is_taken(device)
    OR EXISTS (SELECT FROM person p WHERE p.id = earlier AND p.id <> caller
      AND p.same_as IS DISTINCT FROM caller) THEN
    RAISE EXCEPTION 'this history is somebody else''s' USING ERRCODE = '42501';
  END IF;
  INSERT INTO person (id, name, role, pools, same_as)
  SELECT earlier, p.name, p.role, '[]', caller FROM person p WHERE p.id = caller
  ON CONFLICT DO NOTHING;
  INSERT INTO device (id, person_id, name, public_key) VALUES (device, caller, machine, public_key);
  INSERT INTO history VALUES (device, earlier);
  INSERT INTO feed (audience, kind, subject) VALUES ('team', 'person', earlier);
END $$;

-- Annotators of judgements that were made elsewhere.
CREATE OR REPLACE FUNCTION put_annotators(ids uuid[], names text[], of_source text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  PERFORM demand('intake', 'lead');
  WITH added AS (
    INSERT INTO person (id, name, role, pools, source)
    SELECT i, n, 'annotator', '[]', of_source FROM unnest(ids, names) AS a (i, n)
    WHERE of_source <> '' AND i = hashed_id('reviewer/annotator/1', of_source, n)
    ON CONFLICT DO NOTHING RETURNING id
  ) INSERT INTO feed (audience, kind, subject) SELECT 'team', 'person', id FROM added;
END $$;

CREATE OR REPLACE FUNCTION revoke_member(called text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand('lead'); p person; one record;
BEGIN
  SELECT * INTO p FROM person WHERE lower(name) = lower(trim(called)) AND source IS NULL
    AND same_as IS NULL AND revoked_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    FOR one IN SELECT i.login FROM invitation i
      WHERE lower(i.name) = lower(trim(called)) AND i.spent_at IS NULL LOOP
      PERFORM close_login(one.login);
      UPDATE invitation SET spent_at = clock_timestamp() WHERE login = one.login;
      RETURN NULL;
    END LOOP;
    RAISE EXCEPTION 'nobody here is called “%”', called
      USING ERRCODE = '22023', HINT = 'person_unknown';
  END IF;
  IF p.id = caller THEN
    RAISE EXCEPTION 'use leave to go yourself' USING ERRCODE = '22023', HINT = 'self';
  END IF;
  PERFORM end_member(p.id);
  INSERT INTO event (what, about) VALUES ('revoked', p.name);
  RETURN p.id;
END $$;

CREATE OR REPLACE FUNCTION end_member(whom uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE one record;
BEGIN
  UPDATE person SET revoked_at = clock_timestamp() WHERE id = whom;
  UPDATE login SET revoked_at = clock_timestamp() FROM device d
    WHERE d.id = login.device_id AND d.person_id = whom AND login.revoked_at IS NULL;
  DELETE FROM lease WHERE person_id = whom;
  PERFORM enrol(whom);
  PERFORM close_invitations(whom);
  FOR one IN SELECT l.login FROM login l JOIN device d ON d.id = l.device_id
    WHERE d.person_id = whom LOOP
    PERFORM close_login(one.login);
  END LOOP;
  NOTIFY reviewer_hub;
END $$;

CREATE OR REPLACE FUNCTION leave_team() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand();
BEGIN
  IF my_role() = 'lead' AND NOT EXISTS (SELECT FROM person p WHERE p.role = 'lead'
    AND p.revoked_at IS NULL AND p.source IS NULL AND p.same_as IS NULL AND p.id <> caller) THEN
    RAISE EXCEPTION 'the last lead cannot leave' USING ERRCODE = '22023', HINT = 'last_lead';
  END IF;
  INSERT INTO event (what, about) SELECT 'left', p.name FROM person p WHERE p.id = caller;
  PERFORM end_member(caller);
END $$;

CREATE OR REPLACE FUNCTION change_member(called text, as_role text, in_pools json) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand('lead'); p person;
BEGIN
  IF as_role NOT IN ('reviewer', 'lead', 'intake', 'auditor') THEN
    RAISE EXCEPTION 'no such role' USING ERRCODE = '22023';
  END IF;
  SELECT * INTO p FROM person WHERE lower(name) = lower(trim(called)) AND source IS NULL
    AND same_as IS NULL AND revoked_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody here is called “%”', called
      USING ERRCODE = '22023', HINT = 'person_unknown';
  END IF;
  IF p.role = 'lead' AND as_role <> 'lead' AND NOT EXISTS (
    SELECT FROM person o WHERE o.role = 'lead' AND o.revoked_at IS NULL AND o.source IS NULL
      AND o.same_as IS NULL AND o.id <> p.id) THEN
    RAISE EXCEPTION 'the last lead stays one' USING ERRCODE = '22023', HINT = 'last_lead';
  END IF;
  UPDATE person SET role = coalesce(as_role, role), pools = coalesce(in_pools, pools)
    WHERE id = p.id;
  PERFORM enrol(p.id);
  IF p.role = 'lead' AND as_role <> 'lead' THEN
    PERFORM close_invitations(p.id);
  END IF;
  INSERT INTO event (what, about) VALUES ('changed', p.name || ' ' || coalesce(as_role, '')
    || ' ' || coalesce(in_pools::text, ''));
  NOTIFY reviewer_hub;
  SELECT * INTO p FROM person WHERE id = p.id;
  RETURN row_to_json(p);
END $$;

CREATE OR REPLACE FUNCTION set_away(whom uuid, back_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand();
BEGIN
  IF whom IS DISTINCT FROM caller AND my_role() <> 'lead' THEN
    RAISE EXCEPTION 'only a lead may do this' USING ERRCODE = '42501', HINT = 'role';
  END IF;
  UPDATE person SET away_until = back_at WHERE id = whom AND away_until IS DISTINCT FROM back_at;
  IF FOUND THEN
    INSERT INTO feed (audience, kind, subject) VALUES ('team', 'person', whom);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION rename_me(called text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand();
BEGIN
  IF length(trim(called)) NOT BETWEEN 1 AND 200 OR EXISTS (SELECT FROM person p
    WHERE lower(p.name) = lower(trim(called)) AND p.source IS NULL AND p.same_as IS NULL
      AND p.id <> caller)
    OR EXISTS (SELECT FROM invitation i WHERE lower(i.name) = lower(trim(called))
      AND i.spent_at IS NULL AND i.expires_at > clock_timestamp()
      AND i.person_id IS DISTINCT FROM caller) THEN
    RAISE EXCEPTION 'this name is taken' USING ERRCODE = '23505', HINT = 'name_taken';
  END IF;
  UPDATE person SET name = trim(called) WHERE id = caller AND name <> trim(called);
  IF FOUND THEN
    INSERT INTO feed (audience, kind, subject) VALUES ('team', 'person', caller);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION change_password(verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  PERFORM demand();
  IF NOT is_verifier(verifier) THEN
    RAISE EXCEPTION 'a verifier is wanted, no password' USING ERRCODE = '22023';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
END $$;

CREATE OR REPLACE FUNCTION change_key(public_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand();
BEGIN
  IF length(public_key) NOT BETWEEN 40 AND 4000 THEN
    RAISE EXCEPTION 'not a key' USING ERRCODE = '22023';
  END IF;
  UPDATE device d SET public_key = change_key.public_key
    WHERE d.id = my_device()
      AND (right(change_key.public_key, length(d.public_key)) = d.public_key);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'earlier keys must stay' USING ERRCODE = '22023';
  END IF;
  INSERT INTO event (what, about) VALUES ('new key', my_device()::text);
  INSERT INTO feed (audience, kind, subject) VALUES ('team', 'person', caller);
END $$;

-- A new chain for a device whose own was continued somewhere else (a copied laptop).
CREATE OR REPLACE FUNCTION new_segment(device uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand(); now_ device;
BEGIN
  IF is_taken(device) THEN
    RAISE EXCEPTION 'this device is somebody else''s' USING ERRCODE = '42501';
  END IF;
  SELECT * INTO now_ FROM device d WHERE d.id = my_device();
  INSERT INTO device VALUES (device, caller, now_.name, now_.public_key);
  UPDATE login SET device_id = new_segment.device WHERE login = session_user COLLATE "default";
  INSERT INTO event (what, about) VALUES ('new segment', device::text);
  INSERT INTO feed (audience, kind, subject) VALUES ('team', 'person', caller);
END $$;

-- Everybody, with what of the invitations is still open.
CREATE OR REPLACE FUNCTION members() RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  PERFORM demand('lead', 'auditor');
  RETURN json_build_object(
    'members', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
      'role', p.role, 'pools', p.pools, 'away_until', p.away_until, 'revoked_at', p.revoked_at,
      'devices', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'name', d.name,
        'seen_at', s.seen_at, 'unsent', s.unsent) ORDER BY d.name), '[]')
        FROM device d LEFT JOIN device_state s ON s.device_id = d.id
        WHERE d.person_id = p.id)) ORDER BY p.name), '[]')
      FROM person p WHERE p.source IS NULL AND p.same_as IS NULL),
    'invitations', (SELECT coalesce(json_agg(json_build_object('name', i.name, 'role', i.role,
      'pools', i.pools, 'expires_at', i.expires_at) ORDER BY i.name), '[]')
      FROM invitation i WHERE i.spent_at IS NULL AND i.expires_at > clock_timestamp()));
END $$;
