"""JSON as text: read without loss, laid out, edited in place, compared field by field."""
