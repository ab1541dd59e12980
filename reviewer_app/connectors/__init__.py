"""Where outputs come from and where labels go. A connector knows no other."""
