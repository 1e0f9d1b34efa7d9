"""签名与验证说明: what the signature says, what it does not, and how to check it."""

from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.tables import Cell, Column, Row, Table
from desktop.documents.layout.text_style import Align
from desktop.documents.pages.base import PageSpec, digest_cell
from desktop.documents.volume import Layout, Volume

_PARAGRAPHS = (
    (
        "本文件由申报单位用秘评生成，生成后立即加上完整性签名(防篡改)。签名表明：自签名起，"
        "文件没有任何一个字节被改动。"
    ),
    (
        "签名所用的密钥和证书由申报单位在本机制作，保存在加密的项目文件里。它不是公章，"
        "也不是电子认证服务机构签发的证书；其他阅读软件会提示“签名者身份未知”或“不受信任”，"
        "属于正常情况。要确认签名者，请用申报单位另行提供的证书指纹与下表核对。"
    ),
    "签名时间取自生成时的本机时钟，没有可信时间戳。",
    (
        "验证方法：用秘评打开“验证申报包”，或运行 miping verify；也可用 Adobe Acrobat 等"
        "支持 PDF 签名的软件查看。签名后请勿在任何软件里另存本文件，否则签名失效。"
    ),
    "本文件附有 assessment.json，载有各条目状态和得分，验证程序据此复算自评(预评)得分。",
)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    del layout
    signer = volume.signer
    writer.title("签名与验证说明")
    for text in _PARAGRAPHS:
        writer.paragraph(text, space_after_mm=1.5)
    writer.spacer(3)
    columns = (Column(36, Align.CENTER), Column(120))
    rows = (
        Row((Cell("证书名称"), Cell(writer.faces.printable(signer.name)))),
        Row((Cell("证书指纹（SHA-256）"), digest_cell(signer.fingerprint_sha256.upper()))),
        Row(
            (
                Cell("证书有效期"),
                Cell(f"{signer.valid_from.isoformat()} 至 {signer.valid_to.isoformat()}"),
            )
        ),
        Row((Cell("生成程序"), Cell(f"秘评 {volume.program_version}"))),
        Row((Cell("评分标准校验值"), digest_cell(volume.rubric.official_sha256))),
    )
    writer.table(Table(columns, rows))
    writer.heading("本文件所用字体", 2, bookmark=False)
    families = {record.family: record.from_system for record in writer.faces.records()}
    for family, from_system in families.items():
        writer.note(f"{family}（{'本机字体' if from_system else '程序自带'}）")


PAGE = PageSpec("signature", "签名与验证说明", _build)
