"""What several forms check in the same way, without Qt."""
