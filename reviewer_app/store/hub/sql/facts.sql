-- Facts come in as entries of their device's chain; their columns are derived from what was signed.
CREATE OR REPLACE FUNCTION digest(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT SET search_path = hub, pg_temp AS $$
  SELECT encode(sha256(convert_to(words, 'UTF8')), 'hex')
$$;

-- What of a body nobody could read: other fields than its kind has, a field twice, or a value that is
-- none of its words. One such fact would stop whoever takes it in.
CREATE OR REPLACE FUNCTION unsound(what text, b json) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT CASE WHEN json_typeof(b) <> 'object' THEN 'it is no record'
    WHEN b->>'v' IS DISTINCT FROM '1' THEN 'it is of another version'
    WHEN EXISTS (SELECT k FROM json_object_keys(b) k GROUP BY k HAVING count(*) > 1)
      THEN 'it has a field twice'
    WHEN EXISTS (SELECT FROM json_object_keys(b) k WHERE k NOT IN ('v', 'kind') AND k <> ALL (ARRAY(
      SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = format('hub.%I', what)::regclass
        AND a.attnum > 0 AND NOT a.attisdropped)))
      THEN 'it has a field that nobody knows'
    WHEN EXISTS (SELECT FROM json_each_text(b) e
      WHERE (e.key IN ('at', 'decided_at') AND e.value !~
          '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$')
        OR (e.key IN ('id', 'item_id', 'person_id', 'device_id', 'decision_id', 'to_person',
          'retracts', 'policy_version_id', 'bulk') AND e.value !~
          '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'))
      THEN 'it has a value of another kind'
    WHEN what = 'mode_change'
      AND b->>'mode' NOT IN ('human', 'hitl', 'hotl', 'auto', 'stopped') THEN 'there is no such mode'
    WHEN what <> 'decision' THEN NULL
    WHEN b->>'origin' IS NULL OR b->>'origin' NOT IN ('native', 'imported')
      OR b->>'severity' NOT IN ('minor', 'major', 'critical')
      OR (b->>'propensity')::double precision NOT BETWEEN 0 AND 1
      OR json_typeof(b->'error_types') <> 'array' OR json_typeof(b->'spans') <> 'array'
      OR json_typeof(b->'settles') <> 'array' OR json_typeof(b->'rubric') <> 'object'
      OR json_typeof(b->'shown') <> 'object' OR json_typeof(b->'informed') <> 'boolean'
      THEN 'it has a value of another kind'
    WHEN EXISTS (SELECT FROM json_array_elements(b->'error_types') t
        WHERE json_typeof(t) <> 'string')
      OR EXISTS (SELECT FROM json_array_elements_text(b->'settles') s
        WHERE s !~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$')
      OR EXISTS (SELECT FROM json_each(b->'shown') s
        WHERE s.key NOT IN ('flags', 'confidence') OR json_typeof(s.value) <> 'boolean')
      OR EXISTS (SELECT FROM json_array_elements(b->'spans') s
        WHERE json_typeof(s) <> 'object' OR (SELECT count(*) FROM json_object_keys(s)) <> 3
          OR s->>'start' !~ '^\d{1,9}$' OR s->>'end' !~ '^\d{1,9}$'
          OR s->>'start' IS NULL OR s->>'end' IS NULL
          OR json_typeof(s->'error_type') IS DISTINCT FROM 'string')
      THEN 'it has a value of another kind'
  END
$$;

-- Why the caller may not make this fact; null where they may.
CREATE OR REPLACE FUNCTION why_not(what text, fact uuid, b json) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  role text := my_role(); about uuid; target record; odd text := unsound(what, b);
  is_imported boolean := what = 'decision' AND b->>'origin' IS NOT DISTINCT FROM 'imported';
BEGIN
  IF odd IS NOT NULL THEN
    RETURN odd;
  END IF;
  about := (b->>'item_id')::uuid;
  IF (b->>'id')::uuid IS DISTINCT FROM fact OR b->>'kind' IS DISTINCT FROM what THEN
    RETURN 'it is not what its entry says';
  END IF;
  IF what IN ('assignment', 'mode_change', 'policy_version', 'unblinding')
    AND role <> 'lead' THEN
    RETURN 'only a lead may do this';
  END IF;
  IF what <> 'release' OR b->>'person_id' IS NOT NULL THEN
    IF is_imported THEN
      IF role NOT IN ('intake', 'lead') THEN
        RETURN 'only intake and leads bring in judgements made elsewhere';
      END IF;
      IF NOT EXISTS (SELECT FROM person p
        WHERE p.id = (b->>'person_id')::uuid AND p.source IS NOT NULL) THEN
        RETURN 'it names another person';
      END IF;
    ELSIF what = 'decline' AND role IN ('intake', 'lead') AND EXISTS (
      SELECT FROM person p WHERE p.id = (b->>'person_id')::uuid AND p.source IS NOT NULL) THEN
      NULL;
    ELSIF NOT is_me((b->>'person_id')::uuid) THEN
      RETURN 'it names another person';
    END IF;
  END IF;
  IF what = 'policy_version' THEN
    IF (b->>'number')::integer IS DISTINCT FROM
      (SELECT coalesce(max(number), 0) + 1 FROM policy_version) THEN
      RETURN 'stale';
    END IF;
    RETURN NULL;
  END IF;
  IF what = 'mode_change' THEN
    RETURN NULL;
  END IF;
  IF what IN ('release', 'erasure') AND role NOT IN ('lead', 'intake') THEN
    RETURN 'only a lead may do this';
  END IF;
  SELECT * INTO target FROM item WHERE id = about;
  IF NOT FOUND AND role <> 'reviewer' THEN
    RETURN 'its item is not on the hub';
  END IF;
  IF what IN ('decision', 'decline', 'escalation') AND NOT is_imported
    AND (what <> 'decline' OR is_me((b->>'person_id')::uuid)) THEN
    IF role NOT IN ('reviewer', 'lead') THEN
      RETURN 'this role does not decide';
    END IF;
    IF target.id IS NULL OR NOT was_in_reach(about) THEN
      RETURN 'the item was never theirs';  -- the same words where there is no such item
    END IF;
  END IF;
  IF what = 'decision' THEN
    IF NOT EXISTS (SELECT FROM device d
      WHERE d.id = (b->>'device_id')::uuid AND is_me(d.person_id)) THEN
      RETURN 'it names another device';
    END IF;
    IF b->>'content_hash' IS DISTINCT FROM target.content_hash THEN
      RETURN 'it is about another content';
    END IF;
    IF b->>'verdict' IS NOT NULL
      AND b->>'verdict' NOT IN ('approve', 'correct', 'reject', 'escalate') THEN
      RETURN 'there is no such verdict';
    END IF;
    IF b->>'verdict' IS NULL AND b->>'retracts' IS NULL THEN
      RETURN 'it has no verdict';
    END IF;
    IF b->>'retracts' IS NOT NULL AND NOT EXISTS (
      SELECT FROM decision d WHERE d.id = (b->>'retracts')::uuid AND d.item_id = about
        AND is_me(d.person_id)) THEN
      RETURN 'it takes back what is not theirs';
    END IF;
    IF json_array_length(b->'settles') > 0 AND role <> 'lead' THEN
      RETURN 'only a lead settles';
    END IF;
    IF b->>'origin' <> 'imported' AND role = 'lead' AND EXISTS (
      SELECT FROM unblinding u WHERE u.item_id = about AND is_me(u.person_id))
      AND json_array_length(b->'settles') = 0 AND b->>'verdict' IS NOT NULL THEN
      RETURN 'who looked at blind decisions does not review the item';
    END IF;
  ELSIF what = 'decline' AND b->>'retracts' IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM decline d WHERE d.id = (b->>'retracts')::uuid
      AND d.item_id = about AND is_me(d.person_id)) THEN
      RETURN 'it takes back what is not theirs';
    END IF;
  ELSIF what = 'escalation' THEN
    IF NOT EXISTS (SELECT FROM decision d WHERE d.id = (b->>'decision_id')::uuid
      AND d.item_id = about AND d.verdict = 'escalate' AND is_me(d.person_id)) THEN
      RETURN 'it hands on no decision of theirs';
    END IF;
    IF is_me((b->>'to_person')::uuid) OR (role <> 'lead' AND b->>'to_person' IS NULL
      AND NOT in_reach(about) AND 'pool:' || (b->>'to') = ANY (audiences())) THEN
      RETURN 'it brings the item to themselves';
    END IF;
  ELSIF what = 'assignment' AND b->>'to' IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM person p WHERE p.id = (b->>'to')::uuid
      AND p.revoked_at IS NULL AND p.source IS NULL) THEN
      RETURN 'nobody here has this id';
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- What an erasure takes away: the content and every word about it; the facts stay.
CREATE OR REPLACE FUNCTION wipe(asked uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  DELETE FROM content WHERE item_id = asked;
  DELETE FROM decision_text t USING decision d
    WHERE d.id = t.decision_id AND d.item_id = asked;
  DELETE FROM attachment_chunk c USING attachment a
    WHERE a.item_id = asked AND c.hash = a.hash AND NOT EXISTS (
      SELECT FROM attachment o WHERE o.hash = a.hash AND o.item_id <> asked);
  DELETE FROM attachment WHERE item_id = asked;
  UPDATE gold SET expected_output = NULL, because = '' WHERE item_id = asked;
  UPDATE selection SET flags = coalesce((
      SELECT json_agg(json_build_object('rule', f->>'rule', 'risk', f->>'risk', 'values',
        '{}'::json, 'reason', f->>'rule') ORDER BY n)
      FROM json_array_elements(flags) WITH ORDINALITY AS listed (f, n)), '[]')
    WHERE item_id = asked;
END $$;

CREATE OR REPLACE FUNCTION put_facts(
  device uuid, ns integer[], kinds text[], facts uuid[], bodies text[], body_hashes text[],
  previous text[], hashes text[], signatures text[], key_ids text[], corrections text[],
  comments text[]
) RETURNS TABLE (fact_id uuid, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE
  caller uuid := demand(); head_n integer; head_hash text; kept record; b json; why text;
  is_history boolean; is_again boolean; about uuid; given text; author uuid;
  touched uuid[] := '{}'; loud uuid[] := '{}'; quiet uuid[] := '{}'; quietly_to text[] := '{}';
BEGIN
  IF cardinality(ns) > 2000 THEN
    RAISE EXCEPTION 'too many at once' USING ERRCODE = '54000';
  END IF;
  PERFORM FROM device d WHERE d.id = device AND is_me(d.person_id) FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not a device of yours' USING ERRCODE = '42501';
  END IF;
  is_history := EXISTS (SELECT FROM history h WHERE h.device_id = device);
  SELECT j.n, j.hash INTO head_n, head_hash FROM journal j
    WHERE j.device_id = device ORDER BY j.n DESC LIMIT 1;
  FOR i IN 1 .. coalesce(cardinality(ns), 0) LOOP
    SELECT j.hash, j.refused, j.item_id INTO kept FROM journal j
      WHERE j.device_id = device AND j.n = ns[i];
    is_again := FOUND;
    -- What came before its item (a hub that was put back) is judged again once the item is here.
    IF is_again AND (kept.hash IS DISTINCT FROM hashes[i] OR kept.refused IS NULL
      OR kept.item_id IS NOT NULL OR NOT EXISTS (
        SELECT FROM item t WHERE t.id = (bodies[i]::json->>'item_id')::uuid)) THEN
      fact_id := facts[i];
      outcome := CASE WHEN kept.hash = hashes[i] THEN coalesce(kept.refused, 'known')
        ELSE 'conflict' END;
      RETURN NEXT;
      CONTINUE;
    END IF;
    IF NOT is_again AND (ns[i] IS NULL OR (NOT is_history AND (ns[i] <> coalesce(head_n, 0) + 1
      OR previous[i] IS DISTINCT FROM coalesce(head_hash, repeat('0', 64))))
      OR (is_history AND ns[i] <= coalesce(head_n, 0))) THEN
      RAISE EXCEPTION 'entry % does not follow entry %', ns[i], head_n
        USING ERRCODE = '22023', HINT = 'chain';
    END IF;
    IF digest(bodies[i]) IS DISTINCT FROM body_hashes[i] OR hashes[i] IS DISTINCT FROM digest(
      format('["%s",%s,"%s","%s","%s"]', device, ns[i], kinds[i], body_hashes[i], previous[i])) THEN
      RAISE EXCEPTION 'entry % is damaged', ns[i] USING ERRCODE = '22023', HINT = 'damaged';
    END IF;
    IF kinds[i] NOT IN ('decision', 'decline', 'escalation', 'assignment', 'release',
      'mode_change', 'policy_version', 'erasure', 'unblinding') THEN
      RAISE EXCEPTION 'no such kind' USING ERRCODE = '22023', HINT = 'kind';
    END IF;
    b := bodies[i]::json;
    IF kinds[i] = 'policy_version' AND my_role() = 'lead' THEN
      LOCK TABLE policy_version IN SHARE ROW EXCLUSIVE MODE;
    END IF;
    SELECT j.body_hash, j.person_id INTO kept FROM journal j
      WHERE j.fact_id = facts[i] AND j.refused IS NULL LIMIT 1;
    IF FOUND THEN
      why := CASE WHEN kept.body_hash <> body_hashes[i] THEN 'another fact has its id'
        WHEN my_role() = 'reviewer' AND NOT is_me(kept.person_id) THEN 'it names another person'
        END;
      outcome := coalesce(why, 'known');
    ELSE
      why := why_not(kinds[i], facts[i], b);
      outcome := coalesce(why, 'added');
    END IF;
    about := (b->>'item_id')::uuid;
    IF about IS NOT NULL AND NOT EXISTS (SELECT FROM item t WHERE t.id = about) THEN
      about := NULL;
    END IF;
    given := b->>'verdict';
    author := (b->>'person_id')::uuid;
    IF is_again THEN
      UPDATE journal j SET item_id = about, refused = why WHERE j.device_id = device AND j.n = ns[i];
    ELSE
      INSERT INTO journal (device_id, n, kind, fact_id, body, body_hash, previous_hash, hash,
        signature, key_id, item_id, person_id, verdict, refused)
      VALUES (device, ns[i], kinds[i], facts[i], bodies[i], body_hashes[i], previous[i], hashes[i],
        signatures[i], key_ids[i], about, author, given, why);
      head_n := ns[i];
      head_hash := hashes[i];
    END IF;
    fact_id := facts[i];
    IF outcome = 'added' THEN
      EXECUTE format('INSERT INTO %I SELECT * FROM json_populate_record(NULL::%I, $1)',
        kinds[i], kinds[i]) USING b;
      IF kinds[i] = 'decision' AND (corrections[i] IS NOT NULL OR comments[i] IS NOT NULL)
        AND digest(corrections[i]) IS NOT DISTINCT FROM b->>'correction_digest'
        AND digest(comments[i]) IS NOT DISTINCT FROM b->>'comment_digest'
        AND NOT EXISTS (SELECT FROM erasure e WHERE e.item_id = about) THEN
        INSERT INTO decision_text VALUES (facts[i], corrections[i], comments[i]);
      END IF;
      IF kinds[i] = 'erasure' THEN
        PERFORM wipe(about);
      ELSIF kinds[i] IN ('decision', 'decline') AND b->>'retracts' IS NULL THEN
        DELETE FROM lease l WHERE l.subject = 'item:' || about AND l.person_id = caller;
      ELSIF kinds[i] = 'assignment' THEN
        DELETE FROM lease l WHERE l.subject = 'item:' || about
          AND l.person_id IS DISTINCT FROM (b->>'to')::uuid;
      END IF;
      IF about IS NOT NULL THEN
        touched := touched || about;
        IF kinds[i] NOT IN ('decision', 'escalation') OR is_open(about) OR reveal(about) THEN
          loud := loud || about;
        ELSE
          quiet := quiet || about;
          quietly_to := quietly_to || ('person:' || caller);
          IF kinds[i] = 'escalation' OR given = 'escalate' THEN
            quiet := quiet || about;
            quietly_to := quietly_to || 'staff'::text;
          END IF;
        END IF;
      ELSE
        INSERT INTO feed (audience, kind, subject)
        VALUES ('team', CASE kinds[i] WHEN 'policy_version' THEN 'policy' ELSE 'mode' END, facts[i]);
      END IF;
    END IF;
    RETURN NEXT;
  END LOOP;
  PERFORM settle(touched, loud, quiet, quietly_to);
  IF cardinality(loud) > 0 THEN
    NOTIFY reviewer_hub;
  END IF;
END $$;
