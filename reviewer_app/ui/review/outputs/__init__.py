"""An output as what it is: text, code, a table, a thread, steps."""
