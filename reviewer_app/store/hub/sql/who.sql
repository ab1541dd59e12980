-- Who asks: the login of the session, its device, its person, that person's role and audiences.
-- A name sorts otherwise than a text, and an index of texts is passed over unless told which it is.
-- These are asked for each row, so they are plpgsql, which keeps its plans: in SQL each would be
-- planned anew whenever another function calls it. A few pages are read whole unless forbidden.
CREATE OR REPLACE FUNCTION my_device() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp
SET enable_seqscan = off AS $$
BEGIN
  RETURN (
    SELECT l.device_id FROM login l
    WHERE l.login = session_user COLLATE "default" AND l.revoked_at IS NULL);
END $$;

CREATE OR REPLACE FUNCTION me() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp
SET enable_seqscan = off AS $$
BEGIN
  RETURN (
    SELECT p.id FROM login l JOIN device d ON d.id = l.device_id JOIN person p ON p.id = d.person_id
    WHERE l.login = session_user COLLATE "default" AND l.revoked_at IS NULL AND p.revoked_at IS NULL);
END $$;

CREATE OR REPLACE FUNCTION my_role() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT p.role FROM person p WHERE p.id = me());
END $$;

CREATE OR REPLACE FUNCTION audiences() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(m.audience), '{}') FROM membership m
    WHERE m.person_id = me() AND m.until IS NULL);
END $$;

CREATE OR REPLACE FUNCTION is_me(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
BEGIN
  RETURN (
    SELECT coalesce(asked = me(), false)
      OR EXISTS (SELECT FROM person p WHERE p.id = asked AND p.same_as = me()));
END $$;

-- Refuses whoever is no member, or has none of the roles; no role named means any.
CREATE OR REPLACE FUNCTION demand(VARIADIC roles text[] DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE asking uuid := me();
BEGIN
  IF asking IS NULL THEN
    RAISE EXCEPTION 'not a member of this hub' USING ERRCODE = '42501', HINT = 'member';
  END IF;
  IF cardinality(roles) > 0 AND NOT my_role() = ANY (roles) THEN
    RAISE EXCEPTION 'only for %', array_to_string(roles, ' or ')
      USING ERRCODE = '42501', HINT = 'role';
  END IF;
  RETURN asking;
END $$;
