"""Labels out as files: a module a format, and the manifest that says what a file holds."""
