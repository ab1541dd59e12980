"""The queue: what waits, in which order, and how to find something in it."""
