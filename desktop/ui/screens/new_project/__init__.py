"""Making a project file."""
