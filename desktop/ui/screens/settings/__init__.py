"""设置: the company, the password, the look, and what this program is."""
