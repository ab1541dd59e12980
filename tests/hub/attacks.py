"""What somebody who has a login and psql may try, as statements; each gives them nothing.

Names in `%(…)s` are filled with what the stage holds: ids that one would have to know first.
"""

READS: dict[str, str] = {
    "an item": "SELECT * FROM hub.item WHERE id = %(secret)s",
    "an item by its source's id": "SELECT * FROM hub.item WHERE external_id = 'out-2'",
    "items, one after the other": "SELECT * FROM hub.item WHERE pg_typeof(id)::text = 'uuid' "
    "AND id <> ALL (%(mine)s)",
    "why it was selected": "SELECT * FROM hub.selection WHERE item_id = %(secret)s",
    "its attachments": "SELECT * FROM hub.attachment WHERE item_id = %(secret)s",
    "its attachments by their hash": "SELECT * FROM hub.attachment WHERE hash = %(hash)s",
    "its content": "SELECT * FROM hub.content WHERE item_id = %(secret)s",
    "its content through the function": "SELECT * FROM hub.contents(ARRAY[%(secret)s]::uuid[])",
    "heads of contents": "SELECT * FROM hub.contents(ARRAY[%(secret)s]::uuid[], 1)",
    "a content that went to another": "SELECT * FROM hub.contents(ARRAY[%(gone)s]::uuid[])",
    "the size of its content": "SELECT * FROM hub.sizes(ARRAY[%(secret)s]::uuid[])",
    "what is known of it": "SELECT * FROM hub.states(ARRAY[%(secret)s]::uuid[])",
    "a piece of its file": "SELECT hub.chunk(%(file)s, 0)",
    "pieces of files": "SELECT * FROM hub.attachment_chunk",
    "its decisions": "SELECT * FROM hub.decision WHERE item_id = %(secret)s",
    "all decisions": "SELECT * FROM hub.decision",
    "the words of decisions": "SELECT * FROM hub.decision_text",
    "the words of a decision": "SELECT * FROM hub.texts_of(ARRAY[%(decision)s]::uuid[])",
    "the words of a blind one": "SELECT * FROM hub.texts_of(ARRAY[%(hidden)s]::uuid[])",
    "the journal": "SELECT * FROM hub.journal",
    "entries about it": "SELECT * FROM hub.entries_about(ARRAY[%(secret)s]::uuid[], true)",
    "the entry of a decision": "SELECT * FROM hub.entries_about("
    "ARRAY[%(decision)s]::uuid[], false)",
    "blind entries": "SELECT * FROM hub.entries_about(ARRAY[%(blind)s]::uuid[], true)",
    "a blind entry": "SELECT * FROM hub.entries_about(ARRAY[%(hidden)s]::uuid[], false)",
    "another device's chain": "SELECT * FROM hub.own_entries(%(bens_device)s, 0, 100)",
    "everybody's heads": "SELECT * FROM hub.heads()",
    "what others are told": "SELECT * FROM hub.feed",
    "a blind row of the feed": "SELECT n FROM generate_series(1, 2000) n "
    "WHERE hub.has_read(%(hidden_xid)s::xid8, n, %(blind)s)",
    "gold": "SELECT * FROM hub.gold",
    "gold through the function": "SELECT * FROM hub.gold_of(ARRAY[%(gold)s]::uuid[])",
    "leases": "SELECT * FROM hub.lease",
    "leases on what is not theirs": "SELECT * FROM hub.leases() WHERE item_id = %(secret)s",
    "who holds what is judged blind": "SELECT person_id FROM hub.leases() "
    "WHERE item_id = %(blind)s AND person_id IS NOT NULL",
    "what is beyond their reach": "SELECT * FROM hub.reach_after(NULL, 5000) r (id) "
    "WHERE id IN (%(secret)s, %(gone)s)",
    "invitations": "SELECT * FROM hub.invitation",
    "everybody with their invitations": "SELECT hub.members()",
    "logins": "SELECT * FROM hub.login",
    "who is in which pool": "SELECT * FROM hub.membership",
    "who reaches what": "SELECT * FROM hub.reach",
    "whether an item is blind": "SELECT * FROM hub.item_state",
    "whose the sources are": "SELECT * FROM hub.origin",
    "how far sources were read": "SELECT * FROM hub.source_cursor",
    "who read what": "SELECT * FROM hub.reading",
    "what happened": "SELECT * FROM hub.event",
    "how laptops stand": "SELECT * FROM hub.device_state",
    "who vouched": "SELECT * FROM hub.witness",
    "histories": "SELECT * FROM hub.history",
    "the hub's own row": "SELECT * FROM hub.hub",
    "the reach of an item": "SELECT 1 WHERE hub.in_reach(%(secret)s) "
    "OR hub.was_in_reach(%(secret)s) OR hub.knows(%(secret)s) OR hub.has_judged(%(secret)s)",
    "a decision's sight": "SELECT 1 WHERE hub.sees_decision(%(secret)s, %(cara)s, 'approve')",
    "a blind decision's sight": "SELECT 1 WHERE hub.sees_decision(%(blind)s, %(ben)s, 'reject')",
    "a claim on it": "SELECT * FROM hub.claim(ARRAY[%(secret)s]::uuid[], %(device)s, 60, 1)",
    "passwords": "SELECT * FROM pg_authid",
    "passwords, by the view": "SELECT usename, passwd FROM pg_shadow",
    "the hub's password settings": "SELECT * FROM pg_hba_file_rules",
    "a file": "SELECT pg_read_file('/etc/passwd')",
    "a folder": "SELECT * FROM pg_ls_dir('.')",
    "the server's log": "SELECT * FROM pg_ls_logdir()",
    "a file as an object": "SELECT lo_import('/etc/passwd')",
    "what others ask": "SELECT query FROM pg_stat_activity WHERE usename <> session_user "
    "AND query <> '' AND query <> '<insufficient privilege>'",
    "samples that the planner kept": "SELECT * FROM pg_stats WHERE schemaname = 'hub' "
    "AND tablename IN ('item', 'decision', 'content', 'journal', 'decision_text')",
    "how many rows were numbered": "SELECT last_value FROM hub.feed_seq_seq",
    "another's row by a lock": "SELECT * FROM hub.item WHERE id = %(secret)s FOR UPDATE",
}
"""Questions whose answer is a refusal or nothing."""

ACTS: dict[str, str] = {
    "become the owner": 'SET ROLE "{owner}"',
    "become another": 'SET ROLE "{ben}"',
    "be another": 'SET SESSION AUTHORIZATION "{ben}"',
    "be the server's master": "SET SESSION AUTHORIZATION postgres",
    "make a role": "CREATE ROLE mallory SUPERUSER",
    "grow": "ALTER ROLE CURRENT_USER SUPERUSER",
    "grow a little": "ALTER ROLE CURRENT_USER CREATEROLE",
    "live longer": "ALTER ROLE CURRENT_USER VALID UNTIL 'infinity'",
    "have more sessions": "ALTER ROLE CURRENT_USER CONNECTION LIMIT 100",
    "take another's password": "ALTER ROLE \"{ben}\" PASSWORD 'mine'",
    "lock another out": 'ALTER ROLE "{ben}" NOLOGIN',
    "drop another": 'DROP ROLE "{ben}"',
    "join the owner": 'GRANT "{owner}" TO CURRENT_USER',
    "join the programs' role": "GRANT pg_execute_server_program TO CURRENT_USER",
    "read everything": "GRANT pg_read_all_data TO CURRENT_USER",
    "take what the owner has": 'REASSIGN OWNED BY "{owner}" TO CURRENT_USER',
    "drop what the owner has": 'DROP OWNED BY "{owner}"',
    "make a schema": "CREATE SCHEMA mine",
    "make a table": "CREATE TABLE public.mine (a int)",
    "make a table in the hub": "CREATE TABLE hub.mine (a int)",
    "shadow a table": "CREATE TEMP TABLE person (id uuid)",
    "shadow a function": "CREATE FUNCTION public.digest(text) RETURNS text LANGUAGE sql "
    "AS 'SELECT $1'",
    "shadow a function in the hub": "CREATE FUNCTION hub.digest(varchar) RETURNS text "
    "LANGUAGE sql AS 'SELECT $1::text'",
    "shadow it for the session": "CREATE FUNCTION pg_temp.digest(text) RETURNS text LANGUAGE sql "
    "AS 'SELECT $1'",
    "replace a function": "CREATE OR REPLACE FUNCTION hub.me() RETURNS uuid LANGUAGE sql "
    "AS 'SELECT NULL::uuid'",
    "change a function": "ALTER FUNCTION hub.me() SECURITY INVOKER",
    "drop a function": "DROP FUNCTION hub.me() CASCADE",
    "an operator": "CREATE OPERATOR public.= (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text)",
    "make a view": "CREATE VIEW public.v AS SELECT * FROM hub.item",
    "a trigger": "CREATE TRIGGER t BEFORE INSERT ON hub.journal "
    "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "a rule": "CREATE RULE r AS ON SELECT TO hub.item DO INSTEAD NOTHING",
    "a policy": "CREATE POLICY p ON hub.item USING (true)",
    "drop a policy": "DROP POLICY sees ON hub.item",
    "no row security": "ALTER TABLE hub.item DISABLE ROW LEVEL SECURITY",
    "see without row security": "SET row_security = off; SELECT * FROM hub.item",
    "run a program": "COPY (SELECT 1) TO PROGRAM 'id'",
    "write a file": "COPY (SELECT 1) TO '/tmp/mine'",
    "read a file": "COPY hub.item FROM '/etc/passwd'",
    "do as a block": "DO $$ BEGIN EXECUTE 'SET ROLE \"{owner}\"'; END $$",
    "skip triggers": "SET session_replication_role = replica",
    "load a library": "LOAD '/tmp/mine.so'",
    "settings of the server": "ALTER SYSTEM SET ssl = off",
    "settings of the database": "ALTER DATABASE {database} SET search_path = public",
    "settings of another": 'ALTER ROLE "{ben}" SET search_path = public',
    "settings of everybody": "ALTER ROLE ALL SET search_path = public",
    "let everybody in": "GRANT ALL ON DATABASE {database} TO PUBLIC",
    "the rights of the schema": "GRANT ALL ON SCHEMA hub TO PUBLIC",
    "rename the schema": "ALTER SCHEMA hub RENAME TO gone",
    "drop the schema": "DROP SCHEMA hub CASCADE",
    "drop the database": "DROP DATABASE {database}",
    "end another's session": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE usename <> session_user",
    "a checkpoint": "CHECKPOINT",
    "another word in the log": "SELECT pg_rotate_logfile()",
    "a replica": "SELECT pg_create_physical_replication_slot('mine')",
    "a publication": "CREATE PUBLICATION p FOR ALL TABLES",
    "close a login": "SELECT hub.close_login('{ben}')",
    "open an invitation": "SELECT hub.open_invitation(gen_random_uuid(), NULL, 'm', 'lead', '[]', "
    "'x', now(), NULL)",
    "enrol": "SELECT hub.enrol(gen_random_uuid())",
    "end a member": "SELECT hub.end_member('{person}')",
    "reveal": "SELECT hub.reveal('{blind}')",
    "settle reach": "SELECT hub.settle(ARRAY['{blind}']::uuid[], '{{}}', '{{}}', '{{}}')",
    "wipe": "SELECT hub.wipe('{blind}')",
    "close invitations": "SELECT hub.close_invitations('{person}')",
}
"""Statements that change something or somebody; all are refused. Names in braces are filled in."""

OF_LEADS: dict[str, str] = {
    "revoke": "SELECT hub.revoke_member('ben')",
    "change another's role": "SELECT hub.change_member('ben', 'reviewer', '[\"finance\"]')",
    "change one's own role": "SELECT hub.change_member('{name}', 'lead', NULL)",
    "change one's own pools": "SELECT hub.change_member('{name}', NULL, '[\"finance\"]')",
    "send another away": "SELECT hub.set_away('{person}', now() + interval '1 year')",
}
"""What leads alone may do; `{name}` is who tries."""

READABLE = {
    "person", "device", "policy_version", "mode_change", "item", "selection", "attachment",
    "witness", "device_state",
}  # fmt: skip

CALLABLE = {
    "my_device", "me", "my_role", "audiences", "is_me", "in_reach", "was_in_reach", "knows",
    "has_judged", "sees_decision", "sees_entry", "entries_about", "own_entries", "texts_of",
    "gold_of", "put_facts", "put_items", "contents", "sizes", "states", "put_chunk", "chunk",
    "claim", "release_claims", "leases", "take_source", "free_source", "invite", "join_team",
    "bring_history", "put_annotators", "revoke_member", "leave_team", "change_member", "set_away",
    "rename_me", "change_password", "change_key", "new_segment", "members", "epoch", "hello",
    "news", "horizon", "has_read", "reach_after", "tally", "heads", "put_witness", "stalls",
    "end_stalls",
}  # fmt: skip
"""What members may call. Whoever adds a function adds attacks on it here."""
