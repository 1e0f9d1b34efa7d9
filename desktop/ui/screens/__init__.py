"""One folder for each page; pages do not know each other and lead to places by id."""
