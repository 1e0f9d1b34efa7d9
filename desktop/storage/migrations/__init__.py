"""Frozen steps of the inner schema."""
