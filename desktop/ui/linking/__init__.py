"""Joining evidence and criteria, from either side."""
