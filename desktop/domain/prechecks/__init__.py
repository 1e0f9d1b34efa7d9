"""Findings before a package is built, one rule per module."""
