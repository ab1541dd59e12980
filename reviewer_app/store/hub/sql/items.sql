-- Items and their contents: put in by intake, or by a person for themselves alone.
CREATE OR REPLACE FUNCTION hashed_id(VARIADIC parts text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE SET search_path = hub, pg_temp AS $$
  SELECT encode(set_byte(set_byte(h, 6, (get_byte(h, 6) & 15) | 128),
    8, (get_byte(h, 8) & 63) | 128), 'hex')::uuid
  FROM (SELECT substring(sha256(convert_to(
    '[' || (SELECT string_agg(to_json(p)::text, ',' ORDER BY n)
            FROM unnest(parts) WITH ORDINALITY AS listed (p, n)) || ']', 'UTF8')) FOR 16)) AS d (h)
$$;

CREATE OR REPLACE FUNCTION content_digest(
  one json, input text, output text, files json
) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = hub, pg_temp AS $$
  SELECT digest('[' || (
    SELECT string_agg(to_json(p)::text, ',' ORDER BY n) FROM unnest(
      ARRAY['reviewer/content/1', one->>'workflow', one->>'step', one->>'output_type', output]
      || CASE WHEN input IS NULL THEN ARRAY['0'] ELSE ARRAY['1', input] END
      || coalesce((SELECT array_agg(part ORDER BY n, k) FROM (
        SELECT n, k, part FROM json_array_elements(files) WITH ORDINALITY AS f (file, n),
        LATERAL (VALUES (1, file->>'name'), (2, file->>'hash')) AS v (k, part)) AS parts), '{}')
    ) WITH ORDINALITY AS listed (p, n)) || ']')
$$;

-- Puts in items of one source. `items` has for each its item, selection, attachments and gold;
-- revisions are numbered here. Moves the source's cursor in the same transaction.
CREATE OR REPLACE FUNCTION put_items(
  source_name text, listed json[], inputs text[], outputs text[], metas text[], traces text[],
  cursor_now text DEFAULT NULL
) RETURNS TABLE (item_id uuid, revision integer, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE
  caller uuid := demand('intake', 'lead', 'reviewer'); owner uuid; known record; one json;
  sel json; made uuid; this uuid; top integer; fresh uuid[] := '{}';
  fresh_item item%ROWTYPE; chosen selection%ROWTYPE;
BEGIN
  IF my_role() <> 'intake' THEN
    owner := caller;
    INSERT INTO origin VALUES (source_name, owner) ON CONFLICT DO NOTHING;
    PERFORM FROM origin o WHERE o.source = source_name AND o.private_to = owner;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the source “%” is not yours', source_name
        USING ERRCODE = '42501', HINT = 'source';
    END IF;
  ELSE
    INSERT INTO origin VALUES (source_name, NULL)
      ON CONFLICT (source) DO UPDATE SET private_to = NULL WHERE origin.private_to IS NOT NULL;
    IF cursor_now IS NOT NULL THEN
      PERFORM FROM lease l WHERE l.subject = 'source:' || source_name AND l.person_id = caller
        AND l.until > clock_timestamp();
      IF NOT FOUND THEN
        RAISE EXCEPTION 'another intake pulls “%” now', source_name
          USING ERRCODE = '55P03', HINT = 'source_lease';
      END IF;
      INSERT INTO source_cursor VALUES (source_name, cursor_now, clock_timestamp())
        ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor, at = excluded.at;
    END IF;
  END IF;
  FOR i IN 1 .. coalesce(cardinality(listed), 0) LOOP
    one := listed[i]->'item';
    sel := listed[i]->'selection';
    this := (one->>'id')::uuid;
    item_id := this;
    IF one->>'source' IS DISTINCT FROM source_name OR this IS DISTINCT FROM
      hashed_id(source_name, one->>'external_id', one->>'content_hash')
      OR (owner IS NOT NULL AND one->>'content_hash' IS DISTINCT FROM
        content_digest(one, inputs[i], outputs[i], listed[i]->'attachments')) THEN
      RAISE EXCEPTION 'item % is not what its id says', this
        USING ERRCODE = '22023', HINT = 'damaged';
    END IF;
    IF (sel->>'item_id')::uuid IS DISTINCT FROM this
      OR (json_typeof(listed[i]->'gold') = 'object'
        AND (listed[i]->'gold'->>'item_id')::uuid IS DISTINCT FROM this)
      OR EXISTS (SELECT FROM json_array_elements(listed[i]->'attachments') f
        WHERE (f->>'item_id')::uuid IS DISTINCT FROM this) THEN
      RAISE EXCEPTION 'what came with item % belongs to another', this
        USING ERRCODE = '22023', HINT = 'damaged';
    END IF;
    SELECT t.revision, s.private_to INTO known FROM item t JOIN item_state s ON s.item_id = t.id
      WHERE t.id = this;
    IF FOUND THEN
      IF owner IS NULL AND known.private_to IS NOT NULL THEN
        UPDATE item_state s SET private_to = NULL WHERE s.item_id = this;
        DELETE FROM selection s WHERE s.item_id = this;
        INSERT INTO selection SELECT * FROM json_populate_record(NULL::selection, sel);
        UPDATE selection s SET policy_version_id = NULL WHERE s.item_id = this
          AND NOT EXISTS (SELECT FROM policy_version v WHERE v.id = s.policy_version_id);
        fresh := fresh || this;
      END IF;
      revision := known.revision;
      outcome := 'known';
      RETURN NEXT;
      CONTINUE;
    END IF;
    PERFORM FROM origin o WHERE o.source = source_name FOR UPDATE;
    SELECT coalesce(max(t.revision), 0) INTO top FROM item t
      WHERE t.source = source_name AND t.external_id = one->>'external_id';
    revision := top + 1;
    fresh_item := json_populate_record(NULL::item, one);
    fresh_item.revision := revision;
    INSERT INTO item VALUES (fresh_item.*);
    chosen := json_populate_record(NULL::selection, sel);
    IF NOT EXISTS (SELECT FROM policy_version v WHERE v.id = chosen.policy_version_id) THEN
      chosen.policy_version_id := NULL;
    END IF;
    INSERT INTO selection VALUES (chosen.*);
    INSERT INTO content VALUES (this, inputs[i], outputs[i], metas[i], traces[i], false);
    INSERT INTO attachment
      SELECT a.* FROM json_populate_recordset(NULL::attachment, listed[i]->'attachments') a
      ON CONFLICT DO NOTHING;
    IF owner IS NULL AND listed[i]->'gold' IS NOT NULL AND json_typeof(listed[i]->'gold') = 'object'
    THEN
      INSERT INTO gold SELECT * FROM json_populate_record(NULL::gold, listed[i]->'gold');
    END IF;
    INSERT INTO item_state (item_id, made_by, private_to, is_covered, needed)
    VALUES (this, my_device(), owner, (sel->>'blind')::boolean
      OR (sel->>'reviews_needed')::integer > 1, greatest(1, (sel->>'reviews_needed')::integer));
    fresh := fresh || this;
    outcome := 'added';
    RETURN NEXT;
    IF top > 0 THEN
      SELECT t.id INTO made FROM item t WHERE t.source = source_name
        AND t.external_id = one->>'external_id' AND t.revision = top;
      fresh := fresh || made;
    END IF;
  END LOOP;
  PERFORM settle(fresh, fresh, '{}', '{}');
  IF cardinality(fresh) > 0 THEN
    NOTIFY reviewer_hub;
  END IF;
END $$;

-- The contents of items in reach: whole, or their heads where `head` is above 0.
CREATE OR REPLACE FUNCTION contents(asked uuid[], head integer DEFAULT 0)
RETURNS TABLE (item_id uuid, input text, output text, meta text, trace text, truncated boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
#variable_conflict use_column
DECLARE caller uuid := demand();
BEGIN
  IF my_role() = 'auditor' THEN
    RAISE LOG 'auditor % reads the contents of % items', session_user, cardinality(asked);
    INSERT INTO reading (person_id, item_id, at)
    SELECT caller, c.item_id, clock_timestamp() FROM content c WHERE c.item_id = ANY (asked);
  END IF;
  RETURN QUERY
    SELECT c.item_id, CASE WHEN head > 0 THEN NULL ELSE c.input END,
      CASE WHEN head > 0 THEN left(c.output, head) ELSE c.output END,
      CASE WHEN head > 0 THEN '{}' ELSE c.meta END,
      CASE WHEN head > 0 THEN NULL ELSE c.trace END, head > 0
    FROM content c WHERE c.item_id = ANY (asked)
      AND c.item_id IN (SELECT within_reach(asked));
END $$;

-- How large the contents of items in reach are, in bytes.
CREATE OR REPLACE FUNCTION sizes(asked uuid[]) RETURNS TABLE (item_id uuid, bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  SELECT c.item_id, (coalesce(octet_length(c.input), 0) + octet_length(c.output)
    + octet_length(c.meta) + coalesce(octet_length(c.trace), 0))::bigint
  FROM content c WHERE c.item_id = ANY (asked) AND c.item_id IN (SELECT within_reach(asked))
$$;

-- What is to be known of items beside their facts, as far as the caller knows them.
CREATE OR REPLACE FUNCTION states(asked uuid[])
RETURNS TABLE (item_id uuid, within_reach boolean, is_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
  WITH near AS MATERIALIZED (SELECT within_reach(asked) AS id)
  SELECT s.item_id, n.id IS NOT NULL, is_open(s.item_id)
  FROM item_state s LEFT JOIN near n ON n.id = s.item_id
  WHERE s.item_id = ANY (asked)
    AND (n.id IS NOT NULL OR knows(s.item_id) OR was_in_reach(s.item_id))
$$;

CREATE OR REPLACE FUNCTION put_chunk(file_hash text, place integer, bytes bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand('intake', 'lead', 'reviewer');
BEGIN
  IF octet_length(bytes) > 1048576 OR place NOT BETWEEN 0 AND 4096 THEN
    RAISE EXCEPTION 'a piece is at most 1 MB' USING ERRCODE = '54000';
  END IF;
  PERFORM FROM attachment a JOIN item_state s ON s.item_id = a.item_id
    WHERE a.hash = file_hash AND (s.private_to = caller
      OR (s.private_to IS NULL AND my_role() = 'intake'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no item of yours has this file' USING ERRCODE = '42501';
  END IF;
  IF my_role() <> 'intake' AND EXISTS (
    SELECT FROM attachment a JOIN item_state s ON s.item_id = a.item_id
    WHERE a.hash = file_hash AND s.private_to IS NULL) THEN
    RETURN;  -- the file of an item of the team's: intake sends it, and nobody adds to it
  END IF;
  IF my_role() = 'intake' THEN
    INSERT INTO attachment_chunk VALUES (file_hash, place, bytes)
      ON CONFLICT (hash, n) DO UPDATE SET data = excluded.data;
  ELSE
    INSERT INTO attachment_chunk VALUES (file_hash, place, bytes) ON CONFLICT DO NOTHING;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION chunk(file uuid, place integer) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE caller uuid := demand(); bytes bytea;
BEGIN
  IF my_role() = 'auditor' THEN
    INSERT INTO reading (person_id, item_id, at)
    SELECT caller, a.item_id, clock_timestamp() FROM attachment a
    WHERE a.id = file AND NOT EXISTS (SELECT FROM reading r WHERE r.person_id = caller
      AND r.item_id = a.item_id AND r.at > clock_timestamp() - interval '1 minute');
  END IF;
  SELECT c.data INTO bytes FROM attachment a JOIN attachment_chunk c ON c.hash = a.hash
  WHERE a.id = file AND c.n = place AND in_reach(a.item_id);
  RETURN bytes;
END $$;
