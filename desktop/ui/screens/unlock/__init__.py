"""Unlocking a project file."""
