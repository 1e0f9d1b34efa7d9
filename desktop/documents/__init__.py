"""PDF pages and volumes, without signatures."""
