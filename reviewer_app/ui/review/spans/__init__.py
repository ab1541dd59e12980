"""Pieces of an output that are marked with what is wrong with them."""
