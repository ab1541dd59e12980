"""The settings page: the reviewer's name, the theme, the size of content."""
