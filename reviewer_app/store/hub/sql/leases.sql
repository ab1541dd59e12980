-- Who holds an item or a source now, by the hub's clock. Leases end by themselves.
CREATE OR REPLACE FUNCTION claim(
  asked uuid[], sitting uuid, seconds integer, most integer, is_long boolean DEFAULT false
) RETURNS TABLE (item_id uuid, until timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE caller uuid := demand('reviewer', 'lead'); ends timestamptz;
BEGIN
  IF cardinality(asked) > 5000 THEN
    RAISE EXCEPTION 'too many at once' USING ERRCODE = '54000';
  END IF;
  ends := clock_timestamp() + make_interval(secs => greatest(1, least(seconds,
    CASE WHEN is_long THEN 1209600 ELSE 86400 END)));
  RETURN QUERY
    WITH wanted AS (
      SELECT a.id FROM unnest(asked) WITH ORDINALITY AS a (id, n)
      LEFT JOIN lease l ON l.subject = 'item:' || a.id
      WHERE a.id IN (SELECT within_reach(asked)) AND (l.subject IS NULL OR l.until <= clock_timestamp()
        OR l.person_id = caller)
      ORDER BY a.n LIMIT most
    ), taken AS (
      INSERT INTO lease AS held (subject, holder, person_id, until, is_checkout)
      SELECT 'item:' || w.id, sitting, caller, ends, is_long FROM wanted w ORDER BY w.id
      ON CONFLICT (subject) DO UPDATE
        SET holder = excluded.holder, person_id = excluded.person_id,
          until = greatest(excluded.until,
            CASE WHEN held.person_id = caller THEN held.until ELSE excluded.until END),
          is_checkout = excluded.is_checkout OR (held.is_checkout AND held.person_id = caller)
        WHERE held.until <= clock_timestamp() OR held.person_id = caller
      RETURNING held.subject, held.until
    )
    SELECT substring(t.subject FROM 6)::uuid, t.until FROM taken t;
END $$;

CREATE OR REPLACE FUNCTION release_claims(asked uuid[], sitting uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand(); freed integer;
BEGIN
  DELETE FROM lease l WHERE l.person_id = caller AND l.holder = sitting
    AND l.subject = ANY (SELECT 'item:' || a FROM unnest(asked) a);
  GET DIAGNOSTICS freed = ROW_COUNT;
  RETURN freed;
END $$;

-- The live leases on items in the caller's reach. Who judges blind is not named.
CREATE OR REPLACE FUNCTION leases()
RETURNS TABLE (item_id uuid, holder uuid, person_id uuid, until timestamptz, is_checkout boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  WITH live AS MATERIALIZED (
    SELECT l.*, substring(l.subject FROM 6)::uuid AS id FROM lease l
    WHERE l.subject LIKE 'item:%' AND l.until > clock_timestamp()
  ), near AS MATERIALIZED (
    SELECT live.* FROM live WHERE live.id IN (SELECT within_reach(ARRAY(SELECT live.id FROM live)))
  ), asking AS MATERIALIZED (
    SELECT me() AS id, my_role() AS role
  )
  SELECT l.id, CASE WHEN n.is_named THEN l.holder
      ELSE '00000000-0000-0000-0000-000000000000'::uuid END,
    CASE WHEN n.is_named THEN l.person_id END, l.until, l.is_checkout
  FROM near l CROSS JOIN asking a CROSS JOIN LATERAL (
    SELECT l.person_id = a.id OR a.role = 'lead' OR is_open(l.id) AS is_named) n
$$;

-- Takes or renews the lease on a source; gives who has it and how far the source was read.
CREATE OR REPLACE FUNCTION take_source(source_name text, holding uuid, seconds integer) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand('intake'); kept record;
BEGIN
  INSERT INTO lease AS held (subject, holder, person_id, until)
  VALUES ('source:' || source_name, holding, caller,
    clock_timestamp() + make_interval(secs => greatest(5, least(seconds, 3600))))
  ON CONFLICT (subject) DO UPDATE
    SET holder = excluded.holder, person_id = excluded.person_id, until = excluded.until
    WHERE held.until <= clock_timestamp() OR held.holder = holding;
  SELECT l.holder = holding AS granted, l.until, p.name INTO kept FROM lease l
    LEFT JOIN person p ON p.id = l.person_id WHERE l.subject = 'source:' || source_name;
  RETURN json_build_object('granted', kept.granted, 'until', kept.until, 'person', kept.name,
    'cursor', (SELECT c.cursor FROM source_cursor c WHERE c.source = source_name));
END $$;

CREATE OR REPLACE FUNCTION free_source(source_name text, holding uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand('intake');
BEGIN
  DELETE FROM lease l WHERE l.subject = 'source:' || source_name AND l.holder = holding
    AND l.person_id = caller;
END $$;
