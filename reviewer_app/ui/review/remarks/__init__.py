"""What goes beside a verdict: error types, severity, the step's questions, a comment."""
