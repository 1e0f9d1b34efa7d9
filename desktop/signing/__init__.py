"""Integrity signatures on finished PDF files, and their verification."""
