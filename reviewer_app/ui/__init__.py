"""The window. It shows and asks; it never decides, queries or computes."""
