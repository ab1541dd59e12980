-- What a round begins and ends with: which hub this is, and where it stands.
CREATE OR REPLACE FUNCTION system() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT c.system_identifier::text FROM pg_control_system() c
$$;

CREATE OR REPLACE FUNCTION epoch() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT h.stamp || ':' || system() || ':' || (SELECT c.timeline_id FROM pg_control_checkpoint() c)
  FROM hub h
$$;

-- The greeting: what the hub is and who the caller is to it; keeps when this device was seen.
CREATE OR REPLACE FUNCTION hello(unsent integer, unsent_since timestamptz) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand(); mine uuid := my_device();
BEGIN
  IF EXISTS (SELECT FROM hub h WHERE h.system <> system()) THEN
    RAISE EXCEPTION 'the hub was restored on another server; its administrator runs `hub init` once'
      USING ERRCODE = '22023', HINT = 'restored';
  END IF;
  INSERT INTO device_state AS s VALUES (mine, clock_timestamp(), unsent, unsent_since)
  ON CONFLICT (device_id) DO UPDATE SET seen_at = excluded.seen_at, unsent = excluded.unsent,
    unsent_since = excluded.unsent_since
  WHERE s.unsent <> excluded.unsent OR s.seen_at < clock_timestamp() - interval '1 minute';
  RETURN (SELECT json_build_object('hub_id', h.id, 'protocol', h.protocol, 'epoch', epoch(),
    'now', clock_timestamp(), 'device_id', mine, 'person', row_to_json(p),
    'public_key', (SELECT d.public_key FROM device d WHERE d.id = mine),
    'head', (SELECT json_build_object('n', j.n, 'hash', j.hash) FROM journal j
      WHERE j.device_id = mine ORDER BY j.n DESC LIMIT 1),
    'histories', (SELECT coalesce(json_object_agg(d.id, (SELECT coalesce(max(j.n), 0)
      FROM journal j WHERE j.device_id = d.id)), '{}') FROM device d
      JOIN history y ON y.device_id = d.id WHERE d.person_id = caller))
    FROM hub h, person p WHERE p.id = caller);
END $$;

-- The rows of the feed after a place that every later round will see before it.
CREATE OR REPLACE FUNCTION news(after_xid xid8, after_seq bigint, most integer)
RETURNS TABLE (xid xid8, seq bigint, kind text, subject uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE mine text[]; horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
BEGIN
  PERFORM demand();
  mine := audiences();
  RETURN QUERY
    SELECT f.xid, f.seq, f.kind, f.subject
    FROM unnest(mine) AS a (audience)
    CROSS JOIN LATERAL (
      SELECT g.xid, g.seq, g.kind, g.subject FROM feed g
      WHERE g.audience = a.audience AND (g.xid, g.seq) > (after_xid, after_seq)
        AND g.xid >= after_xid AND g.xid < horizon  -- by xid alone, so that partitions are passed by
      ORDER BY g.xid, g.seq LIMIT least(most, 5000)
    ) AS f
    ORDER BY f.xid, f.seq LIMIT least(most, 5000);
END $$;

-- A place in the feed before which everything is visible now; where reading begins.
CREATE OR REPLACE FUNCTION horizon() RETURNS xid8
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot())
$$;

-- Whether the row of the feed that a client read last is still there. Of rows that were never for
-- the caller nothing is said: they tell when others judge what is judged blind.
CREATE OR REPLACE FUNCTION has_read(at_xid xid8, at_seq bigint, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT me() IS NOT NULL AND EXISTS (
    SELECT FROM feed f JOIN membership m ON m.audience = f.audience AND m.person_id = me()
    WHERE f.xid = at_xid AND f.seq = at_seq AND f.subject = about)
$$;

-- The items in the caller's reach, or that they decided, in the order of their ids.
CREATE OR REPLACE FUNCTION reach_after(after uuid, most integer) RETURNS TABLE (item_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE caller uuid := demand(); mine text[] := audiences(); start uuid;
BEGIN
  start := coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid);
  IF my_role() <> 'reviewer' THEN
    RETURN QUERY SELECT s.item_id FROM item_state s WHERE s.item_id > start
      AND (my_role() <> 'intake' OR s.private_to IS NULL) ORDER BY s.item_id LIMIT least(most, 5000);
  ELSE
    RETURN QUERY SELECT u.item_id FROM (
      (SELECT DISTINCT r.item_id FROM reach r WHERE r.until IS NULL AND r.audience = ANY (mine)
        AND r.item_id > start ORDER BY r.item_id LIMIT least(most, 5000))
      UNION
      (SELECT DISTINCT d.item_id FROM decision d WHERE is_me(d.person_id) AND d.item_id > start
        ORDER BY d.item_id LIMIT least(most, 5000))
    ) AS u ORDER BY u.item_id LIMIT least(most, 5000);
  END IF;
END $$;

-- How many items are in the caller's reach, and how many facts about them they may see.
CREATE OR REPLACE FUNCTION tally() RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  caller uuid := demand(); mine text[] := audiences(); role text := my_role(); result json;
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
BEGIN
  WITH near AS MATERIALIZED (
    SELECT s.item_id, NOT s.is_covered OR s.revealed_at IS NOT NULL AS opened FROM item_state s
    WHERE role IN ('lead', 'auditor') OR (role = 'intake' AND s.private_to IS NULL)
      OR (role = 'reviewer' AND EXISTS (SELECT FROM reach r
        WHERE r.item_id = s.item_id AND r.until IS NULL AND r.audience = ANY (mine)))
  ), counted AS (
    SELECT 'item' AS kind, count(*) AS n FROM near
    UNION ALL
    SELECT j.kind, count(*) FROM journal j JOIN near ON near.item_id = j.item_id
    WHERE j.refused IS NULL AND (
      j.kind NOT IN ('decision', 'escalation') OR near.opened OR role = 'auditor' OR is_me(j.person_id)
      OR (role = 'lead' AND (j.kind = 'escalation' OR j.verdict = 'escalate' OR EXISTS (
        SELECT FROM unblinding u WHERE u.item_id = j.item_id AND u.person_id = caller))))
    GROUP BY j.kind
  ) SELECT json_object_agg(kind, n) INTO result FROM counted;
  RETURN json_build_object('counts', result, 'is_settled', pg_snapshot_xmax(pg_current_snapshot()) = horizon);
END $$;

-- The last entry of every device's chain.
CREATE OR REPLACE FUNCTION heads() RETURNS TABLE (device_id uuid, n integer, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM demand('lead', 'intake', 'auditor');
  RETURN QUERY SELECT d.id, h.n, h.hash FROM device d CROSS JOIN LATERAL (
    SELECT j.n, j.hash FROM journal j WHERE j.device_id = d.id ORDER BY j.n DESC LIMIT 1) AS h;
END $$;

CREATE OR REPLACE FUNCTION put_witness(
  devices uuid[], ns integer[], hashes text[], signatures text[], at timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  PERFORM demand('lead', 'intake', 'auditor');
  INSERT INTO witness (device_id, n, witness_id, hash, signature, at)
  SELECT d, n, my_device(), h, s, put_witness.at FROM unnest(devices, ns, hashes, signatures)
    AS w (d, n, h, s)
  WHERE EXISTS (SELECT FROM journal j WHERE j.device_id = w.d AND j.n = w.n AND j.hash = w.h)
  ON CONFLICT DO NOTHING;
END $$;

-- Who holds up every exchange, and since when: a transaction that took an id and stays open.
CREATE OR REPLACE FUNCTION stalls() RETURNS TABLE (login text, seconds double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT a.usename::text, extract(epoch FROM clock_timestamp() - a.xact_start)::double precision
  FROM pg_stat_activity a
  WHERE me() IS NOT NULL AND a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()
    AND a.xact_start < clock_timestamp() - interval '30 seconds'
$$;

CREATE OR REPLACE FUNCTION end_stalls() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE ended integer;
BEGIN
  PERFORM demand('intake', 'lead');
  SELECT count(pg_terminate_backend(a.pid)) INTO ended FROM pg_stat_activity a
    JOIN login l ON l.login = a.usename
  WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
    AND a.backend_xid IS NOT NULL AND a.xact_start < clock_timestamp() - interval '2 minutes';
  RETURN ended;
END $$;
