-- What somebody may see, written once: the row policies and the functions both ask here.
CREATE OR REPLACE FUNCTION in_reach(item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT CASE my_role()
    WHEN 'lead' THEN true
    WHEN 'auditor' THEN true
    WHEN 'intake' THEN EXISTS (
      SELECT FROM item_state s WHERE s.item_id = item AND s.private_to IS NULL)
    WHEN 'reviewer' THEN EXISTS (
      SELECT FROM reach r
      WHERE r.item_id = item AND r.until IS NULL AND r.audience = ANY (audiences()))
    ELSE false
  END
$$;

CREATE OR REPLACE FUNCTION was_in_reach(item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT in_reach(item) OR EXISTS (
    SELECT FROM reach r JOIN membership m ON m.audience = r.audience
    WHERE r.item_id = item AND m.person_id = me()
      AND r.since < coalesce(m.until, 'infinity') AND m.since < coalesce(r.until, 'infinity'))
$$;

CREATE OR REPLACE FUNCTION knows(item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT in_reach(item) OR (me() IS NOT NULL AND EXISTS (
    SELECT FROM decision d WHERE d.item_id = item AND is_me(d.person_id)))
$$;

-- Whether the decisions on an item are open to those who know it: not while it is judged blind.
CREATE OR REPLACE FUNCTION is_open(item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT NOT s.is_covered OR s.revealed_at IS NOT NULL FROM item_state s WHERE s.item_id = item
$$;

CREATE OR REPLACE FUNCTION sees_decision(item uuid, author uuid, given text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT is_me(author) OR (knows(item) AND (
    is_open(item)
    OR my_role() = 'auditor'
    OR (my_role() = 'lead' AND (given = 'escalate' OR EXISTS (
      SELECT FROM unblinding u WHERE u.item_id = item AND u.person_id = me())))))
$$;

CREATE OR REPLACE FUNCTION sees_entry(
  device uuid, what text, item uuid, author uuid, given text, why text
) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT CASE
    WHEN me() IS NULL THEN false
    WHEN EXISTS (SELECT FROM device d WHERE d.id = device AND d.person_id = me()) THEN true
    WHEN why IS NOT NULL THEN my_role() IN ('lead', 'auditor')
    WHEN what IN ('policy_version', 'mode_change') THEN true
    WHEN what = 'decision' THEN sees_decision(item, author, given)
    WHEN what = 'escalation' THEN sees_decision(item, author, 'escalate')
    WHEN what = 'assignment' THEN knows(item) OR was_in_reach(item)
    ELSE knows(item)
  END
$$;

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

CREATE POLICY sees ON person FOR SELECT TO __member__ USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON device FOR SELECT TO __member__ USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON policy_version FOR SELECT TO __member__ USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON mode_change FOR SELECT TO __member__ USING ((SELECT me()) IS NOT NULL);
CREATE POLICY sees ON item FOR SELECT TO __member__ USING (knows(id) OR was_in_reach(id));
CREATE POLICY sees ON selection FOR SELECT TO __member__
  USING (knows(item_id) OR was_in_reach(item_id));
CREATE POLICY sees ON attachment FOR SELECT TO __member__ USING (in_reach(item_id));
CREATE POLICY sees ON gold FOR SELECT TO __member__
  USING ((SELECT my_role()) IN ('lead', 'intake', 'auditor') OR EXISTS (
    SELECT FROM decision d WHERE d.item_id = gold.item_id AND is_me(d.person_id)));
CREATE POLICY sees ON decision FOR SELECT TO __member__
  USING (sees_decision(item_id, person_id, verdict));
CREATE POLICY sees ON decision_text FOR SELECT TO __member__
  USING (EXISTS (SELECT FROM decision d WHERE d.id = decision_id));
CREATE POLICY sees ON decline FOR SELECT TO __member__ USING (knows(item_id));
CREATE POLICY sees ON escalation FOR SELECT TO __member__
  USING (sees_decision(item_id, person_id, 'escalate'));
CREATE POLICY sees ON assignment FOR SELECT TO __member__
  USING (knows(item_id) OR was_in_reach(item_id));
CREATE POLICY sees ON release FOR SELECT TO __member__ USING (knows(item_id));
CREATE POLICY sees ON erasure FOR SELECT TO __member__ USING (knows(item_id));
CREATE POLICY sees ON unblinding FOR SELECT TO __member__ USING (knows(item_id));
CREATE POLICY sees ON journal FOR SELECT TO __member__
  USING (sees_entry(device_id, kind, item_id, person_id, verdict, refused));
CREATE POLICY sees ON witness FOR SELECT TO __member__
  USING ((SELECT my_role()) IN ('lead', 'intake', 'auditor'));
CREATE POLICY sees ON device_state FOR SELECT TO __member__ USING ((SELECT my_role()) = 'lead');
CREATE POLICY sees ON feed FOR SELECT TO __member__
  USING (audience = ANY ((SELECT audiences())::text[]));

GRANT USAGE ON SCHEMA hub TO __member__;
GRANT SELECT ON person, device, policy_version, mode_change, item, selection, attachment, gold,
  decision, decision_text, decline, escalation, assignment, release, erasure, unblinding, journal,
  witness, device_state, feed TO __member__;
