"""The Connections page: where outputs come from and labels go, set up, watched and mended."""
