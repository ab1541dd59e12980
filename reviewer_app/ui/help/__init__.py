"""Help: every key from the action table, and the pages that explain the rest."""
