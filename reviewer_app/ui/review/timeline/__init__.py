"""What the agent did: the steps of a run under one another, on one axis of time."""
