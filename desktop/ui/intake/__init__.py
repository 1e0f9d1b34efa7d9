"""Taking files in from the file manager, and saying what became of each."""
