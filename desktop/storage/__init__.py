"""The encrypted project file."""
