"""逐项自评: the tree of criteria, the card of one, and the page that proves it."""
