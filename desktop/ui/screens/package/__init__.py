"""申报包: what the pre-check found, what goes in, building and verifying it."""
