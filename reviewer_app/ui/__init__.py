"""The window. It asks services and shows what they answer; nothing below knows Qt."""
