"""The typesetting base: fonts, Chinese lines, tables and pages."""
