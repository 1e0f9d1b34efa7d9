"""Reusable parts of the window; they know no service."""
