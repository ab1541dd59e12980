-- Who may see and decide an item: the place of an item, folded as the program folds it.
-- The later revisions of these items, where an earlier one was ever assigned to somebody.
CREATE OR REPLACE FUNCTION later_revisions(items uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT DISTINCT b.id FROM item a JOIN item b
    ON b.source = a.source AND b.external_id = a.external_id AND b.revision > a.revision
  WHERE a.id = ANY (items) AND EXISTS (
    SELECT FROM item e JOIN assignment s ON s.item_id = e.id
    WHERE e.source = b.source AND e.external_id = b.external_id AND e.revision < b.revision)
$$;

-- Who has an item from its earlier revisions: to whom they were assigned, and who did not decline
-- them. An escalation is about one content and goes no further than it.
CREATE OR REPLACE FUNCTION heir_of(asked uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE holder uuid; move record;
BEGIN
  FOR move IN
    SELECT m.kind, m.whom FROM item a JOIN item b
      ON b.source = a.source AND b.external_id = a.external_id AND b.revision < a.revision
    CROSS JOIN LATERAL (
      SELECT s.id, 'assignment' AS kind, s.to AS whom FROM assignment s WHERE s.item_id = b.id
      UNION ALL
      SELECT d.id, 'decline', d.person_id FROM decline d
      WHERE d.item_id = b.id AND d.retracts IS NULL
        AND NOT EXISTS (SELECT FROM decline r WHERE r.item_id = b.id AND r.retracts = d.id)
    ) AS m
    WHERE a.id = asked ORDER BY b.revision, m.id
  LOOP
    IF move.kind = 'assignment' THEN
      holder := move.whom;
    ELSIF move.whom = holder THEN
      holder := NULL;
    END IF;
  END LOOP;
  RETURN holder;
END $$;

CREATE OR REPLACE FUNCTION assignee_of(asked uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE holder uuid := heir_of(asked); move record;
BEGIN
  FOR move IN
    SELECT a.id, 'assignment' AS kind, a.to AS whom FROM assignment a WHERE a.item_id = asked
    UNION ALL
    SELECT e.id, 'escalation', e.to_person FROM escalation e
    WHERE e.item_id = asked
      AND NOT EXISTS (SELECT FROM decision d WHERE d.item_id = asked AND d.retracts = e.decision_id)
    UNION ALL
    SELECT d.id, 'decline', d.person_id FROM decline d
    WHERE d.item_id = asked AND d.retracts IS NULL
      AND NOT EXISTS (SELECT FROM decline r WHERE r.item_id = asked AND r.retracts = d.id)
    ORDER BY 1
  LOOP
    IF move.kind <> 'decline' THEN
      holder := move.whom;
    ELSIF move.whom = holder THEN
      holder := NULL;
    END IF;
  END LOOP;
  RETURN holder;
END $$;

CREATE OR REPLACE FUNCTION pool_of(asked uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT coalesce(
    (SELECT e.to FROM escalation e
     WHERE e.item_id = asked AND e.to_person IS NULL
       AND NOT EXISTS (
         SELECT FROM decision d WHERE d.item_id = asked AND d.retracts = e.decision_id)
     ORDER BY e.id DESC LIMIT 1),
    (SELECT s.pool FROM selection s WHERE s.item_id = asked))
$$;

-- The audiences in whose reach an item is now.
CREATE OR REPLACE FUNCTION place_of(asked uuid) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE holder uuid := assignee_of(asked); owner uuid; waits boolean;
BEGIN
  SELECT s.private_to INTO owner FROM item_state s WHERE s.item_id = asked;
  IF holder IS NOT NULL THEN
    RETURN ARRAY['person:' || holder] || CASE WHEN owner IS NULL THEN '{}'::text[]
      ELSE ARRAY['person:' || owner] END;
  END IF;
  IF owner IS NOT NULL THEN
    RETURN ARRAY['person:' || owner];
  END IF;
  SELECT s.disposition = 'hold' OR s.sampled OR s.flags::text <> '[]' INTO waits
  FROM selection s WHERE s.item_id = asked;
  IF waits THEN
    RETURN ARRAY['pool:' || pool_of(asked)];
  END IF;
  RETURN '{}';
END $$;

-- Brings the reach of items up to their facts, and tells of them whoever may know. An item that is
-- not in `loud` changed in a way that nobody but those in `quietly_to` may learn of.
CREATE OR REPLACE FUNCTION settle(items uuid[], loud uuid[], quiet uuid[], quietly_to text[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE one uuid; before text[]; after text[];
BEGIN
  FOR one IN SELECT unnest(items) UNION SELECT later_revisions(items) ORDER BY 1 LOOP
    PERFORM FROM item_state WHERE item_id = one FOR UPDATE;
    SELECT coalesce(array_agg(DISTINCT r.audience), '{}') INTO before
    FROM reach r WHERE r.item_id = one AND r.until IS NULL;
    after := place_of(one);
    IF before IS DISTINCT FROM after THEN
      UPDATE reach SET until = clock_timestamp()
      WHERE item_id = one AND until IS NULL AND NOT audience = ANY (after);
      INSERT INTO reach (item_id, audience, since)
      SELECT one, a, clock_timestamp() FROM unnest(after) a WHERE NOT a = ANY (before);
    END IF;
    IF one = ANY (loud) OR NOT (before @> after AND after @> before) THEN
      INSERT INTO feed (audience, kind, subject)
      SELECT a, 'item', one FROM (
        SELECT unnest(before || after || ARRAY['staff'])
        UNION
        SELECT DISTINCT 'person:' || coalesce(p.same_as, p.id)
        FROM decision d JOIN person p ON p.id = d.person_id WHERE d.item_id = one
      ) AS told (a);
    END IF;
  END LOOP;
  INSERT INTO feed (audience, kind, subject)
  SELECT DISTINCT a, 'item', s FROM unnest(quietly_to, quiet) AS told (a, s)
  WHERE NOT s = ANY (loud);
END $$;

-- Opens the decisions on an item once as many people as it needs have judged it.
CREATE OR REPLACE FUNCTION reveal(asked uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE judged integer; wanted integer;
BEGIN
  SELECT s.needed INTO wanted FROM item_state s
  WHERE s.item_id = asked AND s.is_covered AND s.revealed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  SELECT count(*) INTO judged FROM (
    SELECT DISTINCT ON (coalesce(p.same_as, p.id)) d.verdict
    FROM decision d JOIN person p ON p.id = d.person_id
    WHERE d.item_id = asked AND d.verdict IS NOT NULL
      AND NOT EXISTS (SELECT FROM decision r WHERE r.item_id = asked AND r.retracts = d.id)
    ORDER BY coalesce(p.same_as, p.id), d.id DESC
  ) AS latest WHERE latest.verdict <> 'escalate';
  IF judged < wanted THEN
    RETURN false;
  END IF;
  UPDATE item_state SET revealed_at = clock_timestamp(), xid = pg_current_xact_id()
    WHERE item_id = asked;
  RETURN true;
END $$;
