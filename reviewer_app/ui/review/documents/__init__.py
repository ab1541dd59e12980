"""Attachments and guidelines beside the output."""
