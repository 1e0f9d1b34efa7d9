"""The program's version, stated once; `pyproject.toml` is checked against it in the tests."""

PROGRAM_VERSION = "0.1.0"
