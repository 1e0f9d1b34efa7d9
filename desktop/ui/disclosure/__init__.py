"""Deciding whether a file may leave the company."""
