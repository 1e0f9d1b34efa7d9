"""The styles that pages share, so that a package looks like one work."""

from dataclasses import replace

from desktop.documents.layout.fonts import Role
from desktop.documents.layout.text_style import Align, TextStyle

TITLE = TextStyle(Role.TITLE, 22, 34, Align.CENTER, latin_gap_em=0.15)
HEADINGS = (
    TextStyle(Role.SANS, 15, 24, Align.LEFT),
    TextStyle(Role.SANS, 12, 20, Align.LEFT),
    TextStyle(Role.SANS, 10.5, 18, Align.LEFT),
)
BODY = TextStyle(Role.BODY, 10.5, 18, Align.JUSTIFY, first_indent_em=2)
NOTE = TextStyle(Role.KAI, 9, 14, Align.JUSTIFY, grey=0.25)
DIGEST = TextStyle(Role.MONO, 8, 11, Align.LEFT)
"""SHA-256 values and identifiers of forms."""
OFFICIAL_BODY = TextStyle(
    Role.FANGSONG, 16, 28.99, Align.JUSTIFY, first_indent_em=2, latin_gap_em=0.125
)
"""Text of official papers: 3号, 22 lines of 28 characters on a page with `OFFICIAL_MARGINS`."""
OFFICIAL_TITLE = replace(TITLE, role=Role.XIAOBIAOSONG)
OFFICIAL_SIGNATURE = replace(OFFICIAL_BODY, align=Align.RIGHT, first_indent_em=0, right_indent_em=4)
"""Name and date at the end of official papers."""
OFFICIAL_ANNEX = TextStyle(Role.HEITI, 16, 28.99, Align.LEFT, latin_gap_em=0)
"""附件3, at the top left of an annex."""
