"""Records of files and bodies: streams of bytes, cut into records, read on from a mark."""
