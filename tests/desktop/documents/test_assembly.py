"""Joining volumes: everything numbered, labelled, linked and embedded, and nothing changed."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

from desktop.documents.assembly import VolumeAssembler, page_count_of
from desktop.documents.errors import (
    AssemblyCancelledError,
    AttachmentNameError,
    DamagedPdfError,
    LockedPdfError,
)
from desktop.documents.evidence.normalise import normalise
from tests.desktop.documents.evidence import hostile, pages

FONT = "AssemblyTest"
FONT_FILE = Path(__file__).parents[3] / "resources" / "fonts" / "NotoSansSC-Medium.ttf"


@pytest.fixture(autouse=True)
def font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE)))


def evidence(data: bytes) -> bytes:
    return normalise("示例", data).pages_pdf or b""


def a_volume() -> VolumeAssembler:
    """A cover, a page of contents and two pieces of evidence with three and one pages."""
    volume = VolumeAssembler(FONT)
    volume.add_pages(hostile.a_pdf(text="cover"), numbered=False)
    contents = volume.add_pages(hostile.a_pdf(text="contents"))
    first = volume.add_evidence(evidence(hostile.a_pdf(3)), "1.1.1-01")
    second = volume.add_evidence(evidence(hostile.a_jpeg()), "7.1.2-02")
    volume.add_bookmark(("封面",), 0)
    volume.add_bookmark(("证明材料", "1.1.1 保密制度", "示例制度.pdf"), first)
    volume.add_bookmark(("证明材料", "7.1.2 示例", "照片.jpg"), second)
    volume.add_link(contents, (50, 700, 300, 720), second)
    volume.attach("自评数据.json", b'{"a": 1}', mime="application/json", description="自评数据")
    volume.attach("原件😀.docx", b"PK\x03\x04", mime="application/msword", description="原件")
    return volume


def saved(volume: VolumeAssembler) -> bytes:
    stream = io.BytesIO()
    volume.save(stream, "示例公司申报材料")
    return stream.getvalue()


def test_parts_keep_their_order_and_know_their_first_page() -> None:
    volume = VolumeAssembler(FONT)
    assert volume.add_pages(hostile.a_pdf(2)) == 0
    assert volume.add_evidence(evidence(hostile.a_pdf(3)), "1.1.1-01") == 2
    assert volume.add_pages(hostile.a_pdf(1)) == 5
    assert volume.page_count == 6


def test_pages_carry_running_numbers_and_labels() -> None:
    texts = pages.text_of(saved(a_volume())).split("\f")
    assert "共" not in texts[0]
    assert "第 2 页 共 6 页" in texts[1]
    assert "1.1.1-01 第3/3页" in texts[4]
    assert "第 5 页 共 6 页" in texts[4]
    assert "made-up page 3" in texts[4]
    assert "7.1.2-02 第1/1页" in texts[5]


def test_other_programs_find_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "卷.pdf"
    file.write_bytes(saved(a_volume()))
    check = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
    assert check.returncode == 0, check.stdout + check.stderr
    fonts = subprocess.run(["pdffonts", file], capture_output=True, check=True).stdout.decode()
    assert [line for line in fonts.splitlines() if "NotoSansSC" in line and " yes yes yes" in line]


def test_bookmarks_make_a_tree() -> None:
    with pikepdf.open(io.BytesIO(saved(a_volume()))) as document, document.open_outline() as tree:
        cover, material = tree.root
        assert (cover.title, material.title) == ("封面", "证明材料")
        assert [child.title for child in material.children] == ["1.1.1 保密制度", "7.1.2 示例"]
        photo = material.children[1].children[0]
        assert photo.title == "照片.jpg"
        assert isinstance(photo.destination, pikepdf.Array)
        assert document.pages.index(pikepdf.Page(photo.destination[0])) == 5


def test_readers_call_pages_as_they_are_printed() -> None:
    with pikepdf.open(io.BytesIO(saved(a_volume()))) as document:
        labels = [str(page.label) for page in document.pages]
    assert labels == ["1", "2", "1.1.1-01/1", "1.1.1-01/2", "1.1.1-01/3", "7.1.2-02/1"]


def test_a_link_leads_to_its_page() -> None:
    with pikepdf.open(io.BytesIO(saved(a_volume()))) as document:
        (link,) = document.pages[1].obj.Annots
        assert document.pages.index(pikepdf.Page(link.Dest[0])) == 5
        assert (int(link.F), [float(edge) for edge in link.Rect]) == (4, [50, 700, 300, 720])


def test_embedded_files_keep_their_bytes_and_chinese_names() -> None:
    with pikepdf.open(io.BytesIO(saved(a_volume()))) as document:
        assert document.attachments["自评数据.json"].get_file().read_bytes() == b'{"a": 1}'
        specification = document.attachments["原件😀.docx"].obj
        assert str(specification.UF) == "原件😀.docx"
        assert specification.AFRelationship == Name.Supplement
        assert specification.EF.F.Subtype == Name("/application/msword")
        assert len(document.Root.AF) == 2


def test_title_and_language_are_told_alike_in_both_places() -> None:
    with pikepdf.open(io.BytesIO(saved(a_volume()))) as document:
        metadata = document.open_metadata()
        assert metadata["dc:title"] == str(document.docinfo.Title) == "示例公司申报材料"
        assert metadata["pdf:Producer"] == str(document.docinfo.Producer)
        assert str(document.Root.Lang) == "zh-CN"
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_equal_parts_give_equal_bytes() -> None:
    assert saved(a_volume()) == saved(a_volume())


def test_pictures_are_taken_over_byte_for_byte() -> None:
    part = evidence(hostile.a_jpeg())
    volume = VolumeAssembler(FONT)
    volume.add_evidence(part, "1.1.1-01")
    with pikepdf.open(io.BytesIO(part)) as document:
        (picture,) = [
            item.read_raw_bytes()
            for item in document.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == Name.Image
        ]
    assert picture in saved(volume)


def test_pages_that_share_resources_get_each_their_own_number() -> None:
    def change(document: pikepdf.Pdf) -> None:
        shared = document.make_indirect(Dictionary())
        for page in document.pages:
            page.obj.Resources = shared

    volume = VolumeAssembler(FONT)
    volume.add_pages(hostile.changed(hostile.a_pdf(3), change))
    texts = pages.text_of(saved(volume)).split("\f")
    assert ["第 1 页" in texts[0], "第 2 页" in texts[1], "第 3 页" in texts[2]] == [True] * 3


def test_progress_is_told_to_its_end() -> None:
    steps: list[tuple[int, int]] = []
    a_volume().save(io.BytesIO(), "示例", progress=lambda done, total: steps.append((done, total)))
    assert steps[0] == (1, 7)
    assert steps[-1] == (7, 7)


@pytest.mark.parametrize("after", range(6))
def test_it_stops_between_any_two_steps(after: int) -> None:
    asked = iter([False] * after + [True])
    with pytest.raises(AssemblyCancelledError):
        a_volume().save(io.BytesIO(), "示例", is_cancelled=lambda: next(asked))


def test_a_failure_of_the_disk_is_not_hidden() -> None:
    class FullDisk(io.BytesIO):
        @override
        def write(self, _data: object, /) -> int:
            raise OSError(28, "made-up: no space")

    with pytest.raises(OSError, match="no space"):
        a_volume().save(FullDisk(), "示例")


@pytest.mark.parametrize(
    ("pdf", "error"),
    [
        (b"", DamagedPdfError),
        (b"made-up junk", DamagedPdfError),
        (hostile.locked(user="made-up"), LockedPdfError),
    ],
)
@pytest.mark.parametrize(
    "use",
    [
        page_count_of,
        lambda pdf: VolumeAssembler(FONT).add_pages(pdf),
        lambda pdf: VolumeAssembler(FONT).add_evidence(pdf, "1.1.1-01"),
    ],
)
def test_a_part_that_cannot_be_read_is_refused_at_once(
    pdf: bytes, error: type[Exception], use: Callable[[bytes], int]
) -> None:
    with pytest.raises(error):
        use(pdf)


def test_pages_are_counted() -> None:
    assert page_count_of(hostile.a_pdf(7)) == 7


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "..\\x", "原件😀.docx"])
def test_a_name_that_is_a_path_or_taken_is_refused(name: str) -> None:
    with pytest.raises(AttachmentNameError):
        a_volume().attach(name, b"", mime="text/plain", description="")


def test_a_name_of_255_bytes_is_kept() -> None:
    name = "证" * 83 + ".docx"
    volume = a_volume()
    volume.attach(name, b"x", mime="text/plain", description="")
    with pikepdf.open(io.BytesIO(saved(volume))) as document:
        assert document.attachments[name].get_file().read_bytes() == b"x"
