"""The review desk: one item whole, and what a person can do with it."""
