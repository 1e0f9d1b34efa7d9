"""Evidence files become A4 pages: recognised, cleaned and drawn in a process of their own."""
