"""Reviewer: people judge what AI agents produce, and every judgement becomes a label."""

__version__ = "0.1.0"
