"""The paper of an undertaking or statement, to be printed, signed by hand and stamped.

Laid out after GB/T 9704-2012 by analogy: text area 156 × 225 mm, 22 lines of 28 characters, body
三号 (16 pt), title 二号 (22 pt). A paper that would run over by a little is set smaller, to 四号
(14 pt), so that text, name, date and seal stand on one sheet; a longer one keeps 三号 on several.
The place of the seal stays empty: nothing is drawn where the unit's name and the date stand.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.canvas import A4_PT, mm, new_canvas
from desktop.documents.layout.chinese_text import balanced_width, break_lines, text_width
from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.line import Line
from desktop.documents.layout.page_frame import (
    OFFICIAL_MARGINS,
    PageContext,
    PageFrame,
    PageNumbers,
    draw_frame,
)
from desktop.documents.layout.seals import SEAL_DIAMETER_MM
from desktop.documents.layout.text_block import draw_lines
from desktop.documents.layout.text_style import Align, TextStyle
from desktop.domain.dates import official_date
from desktop.domain.undertaking import UndertakingDocument

_FRAME = PageFrame(margins=OFFICIAL_MARGINS, numbers=PageNumbers.OUTER)
_TITLE = TextStyle(Role.XIAOBIAOSONG, 22, 36, Align.CENTER)
_FOOT = TextStyle(Role.SANS, 8, 11, Align.LEFT, grey=0.45)
_SIGNATURE_INDENT_EM = 4
_SEAL_MM = 45
_ROUNDING_PT = 0.01
_KEPT_WITH_SIGNATURE = 2
"""Lines of text that stay on the page of the signature: a seal never stands on an empty page."""


@dataclass(frozen=True)
class SealPlace:
    """Where the seal belongs, in points from the top left corner of a page; nothing is drawn."""

    page_index: int
    left: float
    top: float
    diameter: float


@dataclass(frozen=True)
class SetUndertaking:
    """One paper, set: its PDF, how many pages it has, and where the seal belongs."""

    pdf: bytes
    page_count: int
    seal: SealPlace


@dataclass(frozen=True)
class _Setting:
    """Size of the characters and distance of the lines, in points."""

    size: float
    pitch: float

    @property
    def body(self) -> TextStyle:
        return TextStyle(Role.FANGSONG, self.size, self.pitch, first_indent_em=2)

    @property
    def flush(self) -> TextStyle:
        return TextStyle(Role.FANGSONG, self.size, self.pitch, Align.LEFT)


_OFFICIAL = _Setting(16, mm(225) / 22)
_SETTINGS = (_OFFICIAL, _Setting(15, 25), _Setting(14, 22.5), _Setting(14, 21))


def undertaking_pdf(document: UndertakingDocument, faces: FontSet) -> bytes:
    """The PDF of one paper; the same document and fonts give the same bytes."""
    return set_undertaking(document, faces).pdf


def set_undertaking(document: UndertakingDocument, faces: FontSet) -> SetUndertaking:
    """Typeset one paper."""
    paper = next(
        (
            paper
            for setting in _SETTINGS
            if len((paper := _Paper(document, setting, faces)).pages) == 1
        ),
        _Paper(document, _OFFICIAL, faces),
    )
    return SetUndertaking(paper.pdf(), len(paper.pages), paper.seal())


def text_check_code(document: UndertakingDocument) -> str:
    """Eight characters that change when any word of the paper changes."""
    words = "\n".join(
        (
            document.title,
            document.salutation,
            *document.paragraphs,
            *document.attachments,
            document.signatory,
            document.signed_on.isoformat(),
        )
    )
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:8].upper()


class _Paper:
    """One document in one setting, cut into pages."""

    def __init__(self, document: UndertakingDocument, setting: _Setting, faces: FontSet) -> None:
        self._document = document
        self._setting = setting
        self._faces = faces
        self._title_width = balanced_width(document.title, _TITLE, _FRAME.width_pt, faces)
        self._title = break_lines(document.title, _TITLE, self._title_width, faces)
        self._date_row = 0
        self._signature = self._signature_lines()
        self.pages = self._cut(self._body_lines())

    def pdf(self) -> bytes:
        target = BytesIO()
        document = self._document
        canvas = new_canvas(target, self._faces, title=document.title, author=document.signatory)
        for index in range(len(self.pages)):
            self._draw_page(canvas, index)
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    def seal(self) -> SealPlace:
        """Over name and date, which a seal covers with its middle; centred on the date."""
        last = len(self.pages) - 1
        rows = self._signature[: self._date_row + 1]
        date, diameter = rows[-1], mm(SEAL_DIAMETER_MM)
        body_end = self._body_top(last) - _height(self.pages[last])
        middle = body_end - self._setting.pitch - _height(rows) / 2
        centre = _FRAME.left_pt + date.start_pt + date.width_pt / 2
        top = A4_PT[1] - middle - diameter / 2
        return SealPlace(last, centre - diameter / 2, top, diameter)

    def _body_top(self, index: int) -> float:
        """Upper edge of the body of a page, from the bottom of the page."""
        above = _height(self._title) + 2 * self._setting.pitch if index == 0 else 0.0
        return _FRAME.top_pt - above

    def _draw_page(self, canvas: Canvas, index: int) -> None:
        draw_frame(canvas, _FRAME, PageContext(index, index + 1, len(self.pages)), self._faces)
        if index == 0:
            x = _FRAME.left_pt + (_FRAME.width_pt - self._title_width) / 2
            draw_lines(canvas, self._title, x, _FRAME.top_pt - self._setting.pitch)
        y = draw_lines(canvas, self.pages[index], _FRAME.left_pt, self._body_top(index))
        if index == len(self.pages) - 1:
            draw_lines(canvas, tuple(self._signature), _FRAME.left_pt, y - self._setting.pitch)
        self._draw_foot(canvas)

    def _body_lines(self) -> list[Line]:
        document, body = self._document, self._setting.body
        lines = self._set(document.salutation, self._setting.flush)
        for paragraph in document.paragraphs:
            lines.extend(self._set(paragraph, body))
        if document.attachments:
            lines.extend(self._set("", body))
        for number, text in enumerate(document.attachments, 1):
            head = "附件：" if number == 1 else "　　　"
            lines.extend(self._set(f"{head}{number}. {text}", body))
        return lines

    def _signature_lines(self) -> list[Line]:
        """Name, signature and date, ending four characters before the right edge."""
        document, size = self._document, self._setting.size
        rows = (
            f"{document.signatory_label}：{document.signatory}（盖章）",
            "法定代表人（签字）：",
        )
        widest = max(text_width(row, self._setting.flush, self._faces) for row in rows)
        room = _FRAME.width_pt - _SIGNATURE_INDENT_EM * size
        block = TextStyle(
            Role.FANGSONG,
            size,
            self._setting.pitch * 1.2,
            Align.LEFT,
            indent_em=max(2.0, (room - widest) / size),
        )
        date = TextStyle(Role.FANGSONG, size, self._setting.pitch * 1.2, Align.RIGHT)
        contact = f"联系人：{document.contact}　　联系电话：{document.phone}"
        named = [line for row in rows for line in self._set(row, block)]
        self._date_row = len(named)
        return [
            *named,
            *self._set(official_date(document.signed_on), date, room),
            *self._set("", self._setting.flush),
            *self._set(contact, self._setting.body),
        ]

    def _cut(self, body: list[Line]) -> list[tuple[Line, ...]]:
        """Cut the body so that the signature has text above it and room for the seal."""
        pitch = self._setting.pitch
        needed = max(_height(self._signature), mm(_SEAL_MM)) + pitch
        room = _FRAME.height_pt - _height(self._title) - 2 * pitch
        pages: list[tuple[Line, ...]] = []
        while True:
            fitting = min(len(body), int((room + _ROUNDING_PT) // pitch))
            if fitting == len(body) and room - fitting * pitch >= needed - _ROUNDING_PT:
                return [*pages, tuple(body)]
            if fitting == len(body):
                fitting = len(body) - _KEPT_WITH_SIGNATURE
            pages.append(tuple(body[:fitting]))
            body = body[fitting:]
            room = _FRAME.height_pt

    def _draw_foot(self, canvas: Canvas) -> None:
        document = self._document
        text = (
            f"条目 {document.criterion_id}　文书 {document.kind.value}　"
            f"第 {document.version} 版　文本校验码 {text_check_code(document)}\n"
            "签字、盖章后请用不低于 150 dpi 彩色扫描；打印稿本身不计分。"
        )
        draw_lines(canvas, tuple(self._set(text, _FOOT)), _FRAME.left_pt, mm(16))

    def _set(self, text: str, style: TextStyle, width: float = _FRAME.width_pt) -> list[Line]:
        return list(break_lines(text, style, width, self._faces))


def _height(lines: Sequence[Line]) -> float:
    return sum(line.style.leading_pt for line in lines)
