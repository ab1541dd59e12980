"""A JSON text as a form: its fields, what each may hold, and what is wrong."""
