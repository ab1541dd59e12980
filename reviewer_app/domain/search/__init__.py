"""The language of the search box: what is typed, read into conditions with their places."""
