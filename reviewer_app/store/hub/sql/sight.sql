-- What somebody may see, written once: the row policies and the functions both ask here.
CREATE OR REPLACE FUNCTION in_reach(item uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN CASE my_role()
    WHEN 'lead' THEN true
    WHEN 'auditor' THEN true
    WHEN 'intake' THEN EXISTS (
      SELECT FROM item_state s WHERE s.item_id = item AND s.private_to IS NULL)
    WHEN 'reviewer' THEN EXISTS (
      SELECT FROM reach r
      WHERE r.item_id = item AND r.until IS NULL AND r.audience = ANY (audiences()))
    ELSE false
  END;
END $$;

-- Which of these items are in reach: as above, with the caller's role and audiences asked for once.
CREATE OR REPLACE FUNCTION within_reach(asked uuid[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE role text := my_role(); mine text[] := audiences();
BEGIN
  IF role IN ('lead', 'auditor') THEN
    RETURN QUERY SELECT DISTINCT unnest(asked);
  ELSIF role = 'intake' THEN
    RETURN QUERY SELECT s.item_id FROM item_state s
      WHERE s.item_id = ANY (asked) AND s.private_to IS NULL;
  ELSIF role = 'reviewer' THEN
    RETURN QUERY SELECT DISTINCT r.item_id FROM reach r
      WHERE r.item_id = ANY (asked) AND r.until IS NULL AND r.audience = ANY (mine);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION was_in_reach(item uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT in_reach(item) OR EXISTS (
      SELECT FROM reach r JOIN membership m ON m.audience = r.audience
      WHERE r.item_id = item AND m.person_id = me()
        AND r.since < coalesce(m.until, 'infinity') AND m.since < coalesce(r.until, 'infinity')));
END $$;

CREATE OR REPLACE FUNCTION knows(item uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT in_reach(item) OR (me() IS NOT NULL AND EXISTS (
      SELECT FROM decision d WHERE d.item_id = item AND is_me(d.person_id))));
END $$;

-- Whether the decisions on an item are open to those who know it: not while it is judged blind, and
-- not within the transaction that opened them, which could look and then take its own act back.
CREATE OR REPLACE FUNCTION is_open(item uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT NOT s.is_covered OR (s.revealed_at IS NOT NULL
      AND s.xid IS DISTINCT FROM pg_current_xact_id_if_assigned())
    FROM item_state s WHERE s.item_id = item);
END $$;

-- Whether an act is there for good: in the transaction that made it, it can still be taken back.
CREATE OR REPLACE FUNCTION is_kept(fact uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT EXISTS (SELECT FROM journal j WHERE j.fact_id = fact AND j.refused IS NULL
      AND j.xid IS DISTINCT FROM pg_current_xact_id_if_assigned()));
END $$;

-- Whether somebody's own judgement on an item stands, so that they may know what was right.
CREATE OR REPLACE FUNCTION has_judged(item uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT me() IS NOT NULL AND EXISTS (
      SELECT FROM decision d WHERE d.item_id = item AND is_me(d.person_id) AND is_kept(d.id)));
END $$;

CREATE OR REPLACE FUNCTION sees_decision(item uuid, author uuid, given text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT is_me(author) OR (knows(item) AND (
      is_open(item)
      OR my_role() = 'auditor'
      OR (my_role() = 'lead' AND (given = 'escalate' OR EXISTS (
        SELECT FROM unblinding u
        WHERE u.item_id = item AND u.person_id = me() AND is_kept(u.id)))))));
END $$;

CREATE OR REPLACE FUNCTION sees_entry(
  device uuid, what text, item uuid, author uuid, given text, why text
) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN CASE
    WHEN me() IS NULL THEN false
    WHEN EXISTS (SELECT FROM device d WHERE d.id = device AND d.person_id = me()) THEN true
    WHEN why IS NOT NULL THEN my_role() IN ('lead', 'auditor')
    WHEN what IN ('policy_version', 'mode_change') THEN true
    WHEN what = 'decision' THEN sees_decision(item, author, given)
    WHEN what = 'escalation' THEN sees_decision(item, author, 'escalate')
    WHEN what = 'assignment' THEN knows(item) OR was_in_reach(item)
    ELSE knows(item)
  END;
END $$;

-- The policies name no role: what depends on a role, each of its members may drop (DROP OWNED BY).
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'hub' AND tablename <> 'alembic_version'
  LOOP
    EXECUTE format('ALTER TABLE hub.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE hub.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS owns ON hub.%I', t);
    EXECUTE format('CREATE POLICY owns ON hub.%I TO __owner__ USING (true) WITH CHECK (true)', t);
    EXECUTE format('DROP POLICY IF EXISTS sees ON hub.%I', t);
    EXECUTE format('REVOKE ALL ON hub.%I FROM PUBLIC, __member__', t);
  END LOOP;
END $$;

CREATE POLICY sees ON person FOR SELECT USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON device FOR SELECT USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON policy_version FOR SELECT USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON mode_change FOR SELECT USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON item FOR SELECT USING (knows(id) OR was_in_reach(id));
CREATE POLICY sees ON selection FOR SELECT
  USING (knows(item_id) OR was_in_reach(item_id));
CREATE POLICY sees ON attachment FOR SELECT USING (in_reach(item_id));
CREATE POLICY sees ON gold FOR SELECT
  USING ((SELECT my_role()) IN ('lead', 'intake', 'auditor') OR has_judged(item_id));
CREATE POLICY sees ON decision FOR SELECT
  USING (sees_decision(item_id, person_id, verdict));
CREATE POLICY sees ON decision_text FOR SELECT
  USING (EXISTS (SELECT FROM decision d WHERE d.id = decision_id));
CREATE POLICY sees ON decline FOR SELECT USING (knows(item_id));
CREATE POLICY sees ON escalation FOR SELECT
  USING (sees_decision(item_id, person_id, 'escalate'));
CREATE POLICY sees ON assignment FOR SELECT
  USING (knows(item_id) OR was_in_reach(item_id));
CREATE POLICY sees ON release FOR SELECT USING (knows(item_id));
CREATE POLICY sees ON erasure FOR SELECT USING (knows(item_id));
CREATE POLICY sees ON unblinding FOR SELECT USING (knows(item_id));
CREATE POLICY sees ON journal FOR SELECT
  USING (sees_entry(device_id, kind, item_id, person_id, verdict, refused));
CREATE POLICY sees ON witness FOR SELECT
  USING ((SELECT my_role()) IN ('lead', 'intake', 'auditor'));
CREATE POLICY sees ON device_state FOR SELECT USING ((SELECT my_role()) = 'lead');
CREATE POLICY sees ON feed FOR SELECT
  USING (audience = ANY ((SELECT audiences())::text[]));

-- What is judged blind is read through these alone: a plan of a SELECT (EXPLAIN ANALYZE) would tell
-- how many rows a row policy withheld.
CREATE OR REPLACE FUNCTION entries_about(asked uuid[], is_items boolean)
RETURNS TABLE (device_id uuid, n integer, kind text, fact_id uuid, body text, body_hash text,
  previous_hash text, hash text, signature text, key_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT j.device_id, j.n, j.kind, j.fact_id, j.body, j.body_hash, j.previous_hash, j.hash,
    j.signature, j.key_id
  FROM journal j
  WHERE ((is_items AND j.item_id = ANY (asked)) OR (NOT is_items AND j.fact_id = ANY (asked)))
    AND j.refused IS NULL
    AND sees_entry(j.device_id, j.kind, j.item_id, j.person_id, j.verdict, j.refused)
  ORDER BY j.device_id, j.n
$$;

CREATE OR REPLACE FUNCTION own_entries(device uuid, after integer, most integer)
RETURNS TABLE (device_id uuid, n integer, kind text, fact_id uuid, body text, body_hash text,
  previous_hash text, hash text, signature text, key_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT j.device_id, j.n, j.kind, j.fact_id, j.body, j.body_hash, j.previous_hash, j.hash,
    j.signature, j.key_id
  FROM journal j JOIN device d ON d.id = j.device_id
  WHERE j.device_id = device AND d.person_id = me() AND j.n > after
  ORDER BY j.n LIMIT least(most, 5000)
$$;

CREATE OR REPLACE FUNCTION texts_of(asked uuid[])
RETURNS TABLE (decision_id uuid, correction text, comment text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT t.decision_id, t.correction, t.comment
  FROM decision_text t JOIN decision d ON d.id = t.decision_id
  WHERE t.decision_id = ANY (asked) AND sees_decision(d.item_id, d.person_id, d.verdict)
$$;

CREATE OR REPLACE FUNCTION gold_of(asked uuid[])
RETURNS TABLE (item_id uuid, verdict text, expected_output text, error_types json, because text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT g.item_id, g.verdict, g.expected_output, g.error_types, g.because FROM gold g
  WHERE g.item_id = ANY (asked)
    AND (my_role() IN ('lead', 'intake', 'auditor') OR has_judged(g.item_id))
$$;

GRANT USAGE ON SCHEMA hub TO __member__;
GRANT SELECT ON person, device, policy_version, mode_change, item, selection, attachment, witness,
  device_state TO __member__;
