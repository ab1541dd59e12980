"""The card of the output: read, or put right."""
