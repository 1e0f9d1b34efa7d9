"""What this company answered and what follows from it; pure: no files, no clock, no Qt."""
