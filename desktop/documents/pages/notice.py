"""The page that stands for a material which is not shown page by page."""

from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.page_frame import Margins, PageFrame, PageNumbers
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.pages.base import digest_cell
from desktop.documents.volume import EvidencePart


def notice_pdf(part: EvidencePart, faces: FontSet) -> bytes:
    """Say what the file is, why it is not shown here and under which name it is embedded."""
    item = part.material.item
    frame = PageFrame(margins=Margins(top=35), numbers=PageNumbers.NONE)
    writer = PageWriter(faces, frame, title=part.material.label)
    writer.title("本材料未逐页展示")
    writer.key_values(
        [
            ("材料编号", part.material.label),
            ("题名", faces.printable(item.title)),
            ("原因", part.note),
            ("附件名称", part.attachment_name or "无"),
            ("字节数", f"{item.size:,}"),
            ("SHA-256", digest_cell(item.sha256).text),
        ],
        key_width_mm=36,
    )
    writer.note("在支持附件的 PDF 软件的“附件”栏里可以取出原文件。")
    return writer.finish().pdf
