"""The team over its hub: belonging to it, exchanging facts with it, taking items along."""
