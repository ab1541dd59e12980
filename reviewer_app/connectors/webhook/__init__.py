"""Labels as signed calls to an address of the person's own.

Each change of a label is one POST of one JSON document:

    {"type": "label.updated", "id": "…", "version": 2, "label": {…},
     "item": {"source": "…", "external_id": "…", "digest": "…"}, "sent_at": "…"}

`type` is `label.withdrawn`, and `label` null, where a label is taken back; `ping` asks whether
anybody listens. `id` is the item's: a later `version` of it replaces an earlier one, and one that
is not later than what the receiver has is to be dropped, since calls may overtake each other.

Calls are signed in the manner of the Standard Webhooks specification, whose libraries verify
them. A receiver without one does what `signature.verify` does, on the body as it came:

1. refuse a call whose `webhook-timestamp` (seconds since 1970) is more than five minutes away
   from its own clock, so that nobody sends an old call again;
2. compute HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}` with the secret (what
   follows `whsec_`, base64-decoded; a secret without that beginning as its UTF-8 bytes);
3. compare it in constant time with each `v1,<base64>` in `webhook-signature`, of which there are
   two while a secret is being replaced;
4. drop a call whose `webhook-id` it has seen: a call is repeated, under the same id, until it is
   answered with a status from 200 to 299.
"""

from reviewer_app.connectors.webhook.signature import SignatureInvalid, verify
from reviewer_app.connectors.webhook.sink import WebhookSink

__all__ = ["SignatureInvalid", "WebhookSink", "verify"]
