-- Nobody runs anything but what members need; what is not named here is for the owner alone.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA hub FROM PUBLIC, __member__;
GRANT EXECUTE ON FUNCTION
  my_device(), me(), my_role(), audiences(), is_me(uuid), in_reach(uuid), was_in_reach(uuid),
  knows(uuid), has_judged(uuid), sees_decision(uuid, uuid, text),
  sees_entry(uuid, text, uuid, uuid, text, text),
  entries_about(uuid[], boolean), own_entries(uuid, integer, integer), texts_of(uuid[]),
  gold_of(uuid[]), put_facts(uuid, integer[], text[], uuid[], text[], text[], text[], text[], text[], text[], text[],
    text[]),
  put_items(text, json[], text[], text[], text[], text[], text),
  contents(uuid[], integer), sizes(uuid[]), states(uuid[]), put_chunk(text, integer, bytea),
  chunk(uuid, integer), claim(uuid[], uuid, integer, integer, boolean),
  release_claims(uuid[], uuid), leases(), take_source(text, uuid, integer),
  free_source(text, uuid),
  invite(uuid, text, text, json, text, timestamptz, boolean), join_team(uuid, text, text, text),
  bring_history(uuid, uuid, text, text), put_annotators(uuid[], text[], text),
  revoke_member(text), leave_team(), change_member(text, text, json), set_away(uuid, timestamptz),
  rename_me(text), change_password(text), change_key(text), new_segment(uuid), members(), epoch(),
  hello(integer, timestamptz), news(xid8, bigint, integer), horizon(), has_read(xid8, bigint, uuid),
  reach_after(uuid, integer), tally(), heads(), put_witness(uuid[], integer[], text[], text[],
    timestamptz), stalls(), end_stalls()
TO __member__;
