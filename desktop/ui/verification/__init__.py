"""The answer to 验证申报包, for the start page and the page of an open project."""
