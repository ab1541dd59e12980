"""JSON as a form: fields, groups and tables over one text. It knows no page and no desk."""
