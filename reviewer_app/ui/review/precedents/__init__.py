"""What was decided before: items like this one, and what became of one's own."""
