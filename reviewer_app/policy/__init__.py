"""Policies: what to flag, how much of a person a step gets, what to draw for audit. Pure."""
