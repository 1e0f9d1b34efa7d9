"""申报包: pre-check, build, result, verification."""
