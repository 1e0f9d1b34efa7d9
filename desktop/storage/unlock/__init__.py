"""The ways into a project file."""
