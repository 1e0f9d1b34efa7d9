"""Pages of evidence beside the work, and the places in them."""
