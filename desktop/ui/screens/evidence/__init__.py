"""证据库: every file of the project, what it proves and whether it may leave."""
