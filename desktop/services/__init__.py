"""Use cases, one verb per method, free of Qt: the only door for both faces."""
