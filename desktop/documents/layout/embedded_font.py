"""TrueType fonts as reportlab embeds them, with a character map that every reader understands."""

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont
from typing_extensions import override

_BLOCK = 100
"""Most entries that one `beginbfchar` may hold (PDF 32000-1, 9.10.3)."""

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""

_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def to_unicode_map(subset: Sequence[int]) -> str:
    """Write the ToUnicode map of a simple font.

    reportlab 5.1.0 writes code points above U+FFFF with five digits, and readers then copy out a
    different character: rare characters of names would be lost. It also writes more entries in a
    block than the format allows.

    Args:
        subset: Code point for each code from 0 on; 0 stands for an unused code.
    """
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    parts = [_HEAD]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        parts.append(f"{len(block)} beginbfchar")
        parts.extend(block)
        parts.append("endbfchar")
    parts.append(_TAIL)
    return "\n".join(parts)


class EmbeddedFont(TTFont):
    """A font whose text can be copied out of the PDF unchanged, rare characters included."""

    @override
    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        subsets = tuple(tuple(subset) for subset in self.state[doc].subsets)
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            prefix = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX))
            stream = doc.idToObject[f"toUnicodeCMap:{prefix.decode('pdfdoc')}"]
            setattr(stream, "content", to_unicode_map(subset))  # noqa: B010 - typed as bare object
