"""The cover: what is applied for, by whom, to whom, and the certificate's fingerprint."""

from desktop.documents.layout.fonts import Role
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.text_style import Align, Span, TextStyle
from desktop.documents.pages.base import NOTICE, PageSpec
from desktop.documents.volume import Layout, Volume
from desktop.domain.dates import official_date

_NAME = TextStyle(Role.TITLE, 26, 42, Align.CENTER)
_SUB = TextStyle(Role.SANS, 16, 28, Align.CENTER)
_SMALL = TextStyle(Role.SANS, 10, 17, Align.CENTER, grey=0.2)
_MONO = TextStyle(Role.MONO, 9, 15, Align.CENTER, grey=0.2)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    """Write the cover; it does not depend on where anything stands."""
    del layout
    faces, assessment = writer.faces, volume.assessment
    applicant = assessment.applicant
    writer.spacer(38)
    writer.title(volume.rubric.award, _NAME, space_after_mm=2)
    writer.title("申报材料", _NAME, space_after_mm=10)
    writer.title(f"{assessment.year} 年度　{assessment.round.value}轮", _SUB, space_after_mm=34)
    writer.key_values(
        [
            ("申报单位", faces.printable(applicant.name)),
            ("收文单位", faces.printable(applicant.recipient)),
            ("推荐单位", faces.printable(applicant.recommender)),
            ("编制日期", official_date(volume.built_on)),
        ],
        key_width_mm=34,
    )
    writer.spacer(20)
    writer.paragraph("本文件带有完整性签名(防篡改)，证书指纹（SHA-256）", _SMALL)
    writer.paragraph([Span(line) for line in _fingerprint(volume.signer.fingerprint_sha256)], _MONO)
    writer.spacer(3)
    writer.paragraph(NOTICE, _SMALL)


def _fingerprint(digest: str) -> tuple[str, ...]:
    groups = [digest[index : index + 4].upper() for index in range(0, len(digest), 4)]
    half = len(groups) // 2
    return (" ".join(groups[:half]) + "\n", " ".join(groups[half:]))


PAGE = PageSpec("cover", "封面", _build, listed=False)
