"""Statistics over labels. Pure."""
