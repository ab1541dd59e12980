"""An agent's run, read from the shapes that runs come in."""
