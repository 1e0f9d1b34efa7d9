import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.documents import package_reader
from desktop.documents.errors import AssemblyCancelledError
from desktop.documents.package_builder import BuiltVolume, build_volume
from desktop.documents.pages.registry import PAGES
from desktop.documents.volume import Volume
from desktop.domain.package_record import RECORD_NAME, PackageRecord, score_record
from rubric.page_ids import PAGE_IDS
from tests.support.builders import an_assessment
from tests.support.volumes import FINGERPRINT, a_volume, text_of, written

BAD_STARTS = "，。；：！？》、）”’"
BAD_ENDS = "《（“‘"


@pytest.fixture(scope="module")
def volume() -> Volume:
    return a_volume()


@pytest.fixture(scope="module")
def built(volume: Volume, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuiltVolume]:
    path = tmp_path_factory.mktemp("volume") / "v.pdf"
    return path, written(volume, path)


def test_every_page_that_a_rubric_can_name_is_there() -> None:
    assert {spec.id for spec in PAGES} | {"evidence"} == set(PAGE_IDS)


def test_another_program_finds_the_file_sound(built: tuple[Path, BuiltVolume]) -> None:
    subprocess.run(["qpdf", "--check", built[0]], check=True, capture_output=True)


def test_the_contents_name_the_pages_where_things_really_stand(
    volume: Volume, built: tuple[Path, BuiltVolume]
) -> None:
    path, result = built
    contents = result.layout.sections["contents"]
    listed = text_of(path, contents.first, contents.first + contents.count - 1)
    for title, page_id in (
        ("单位基本情况", "profile"),
        ("材料清单与校验值", "manifest"),
        ("签名与验证说明", "signature"),
    ):
        first = result.layout.sections[page_id].first
        assert title in text_of(path, first, first)
        assert title in listed
        assert str(first) in listed.split()
    for part in volume.parts:
        span = result.layout.evidence[part.material.label]
        for number in range(span.count):
            page = span.first + number
            label = f"{part.material.label} 第{number + 1}/{span.count}页"
            assert label.replace(" ", "") in text_of(path, page, page).replace(" ", "")


def test_pages_are_numbered_to_the_last(built: tuple[Path, BuiltVolume]) -> None:
    path, result = built
    for page in range(2, result.page_count + 1):
        text = text_of(path, page, page).replace(" ", "")
        assert f"第{page}页共{result.page_count}页" in text


def test_every_official_text_can_be_copied_from_the_score_sheet(
    volume: Volume, built: tuple[Path, BuiltVolume]
) -> None:
    path, result = built
    span = result.layout.sections["score_sheet"]
    text = plain(text_of(path, span.first, span.first + span.count - 1))
    for criterion in volume.rubric.criteria():
        assert criterion.id in text
    assert "自评(预评)得分" in text
    assert "园区" in text


def test_names_with_rare_characters_come_out_whole(built: tuple[Path, BuiltVolume]) -> None:
    text = text_of(built[0])
    assert "𬭎" in text
    assert "䶮" in text
    assert "〔U+1F600〕" in text


def test_withheld_items_are_named_by_number_and_digest_only(
    volume: Volume, built: tuple[Path, BuiltVolume]
) -> None:
    text = plain(text_of(built[0]))
    assert "示例材料4" not in text
    assert "内部材料（E-0004）" in text
    assert "示例材料5" in text
    for number in (4, 5):
        assert f"{number:064x}"[-4:] in text
    assert len([item for item in volume.materials if item.withheld]) == 2


def test_digests_of_every_item_stand_in_the_manifest(
    volume: Volume, built: tuple[Path, BuiltVolume]
) -> None:
    text = re.sub(r"\s", "", text_of(built[0]))
    for material in volume.materials:
        assert material.item.sha256 in text


def test_the_fingerprint_is_on_the_cover_and_beside_the_explanation(
    built: tuple[Path, BuiltVolume],
) -> None:
    path, result = built
    for page in (1, result.layout.sections["signature"].first):
        assert plain(text_of(path, page, page)).count(FINGERPRINT[:32].upper()) >= 2


def test_no_line_of_running_text_begins_or_ends_as_a_printer_forbids(
    built: tuple[Path, BuiltVolume],
) -> None:
    path, result = built
    for page_id in ("undertakings", "signature"):
        page = result.layout.sections[page_id].first
        for line in text_of(path, page, page).splitlines():
            stripped = line.strip()
            if len(stripped) > 1:
                assert stripped[0] not in BAD_STARTS, line
                assert stripped[-1] not in BAD_ENDS, line


def test_what_must_never_be_said_is_not_said(built: tuple[Path, BuiltVolume]) -> None:
    text = plain(text_of(built[0]))
    for word in ("合格", "电子签章", "数字印章", "【", "】", "None"):
        assert word not in text


def test_the_record_computes_to_the_printed_score(
    volume: Volume, built: tuple[Path, BuiltVolume]
) -> None:
    record = PackageRecord.model_validate_json(
        package_reader.read_attachment(built[0], RECORD_NAME)
    )
    assert score_record(record.recomputed(volume.rubric)) == record.score
    assert record.score.conservative == score_record(volume.sheet).conservative
    placements = {item.label: item.placement for item in record.evidence}
    assert placements["1.1.1-01"] == "pages"
    assert placements["2.1.1-01"] == "attachment"
    assert placements["6.1.1-01"] == "withheld"


def test_what_cannot_be_shown_is_embedded_byte_for_byte(
    built: tuple[Path, BuiltVolume],
) -> None:
    assert package_reader.read_attachment(built[0], "2.1.1-01.docx") == b"PK\x03\x04 made up"


def test_the_outline_leads_to_every_part_and_material(
    volume: Volume, built: tuple[Path, BuiltVolume]
) -> None:
    done = subprocess.run(
        ["qpdf", "--json", "--json-key=outlines", built[0]], check=True, capture_output=True
    )
    outlines = json.loads(done.stdout)["outlines"]
    titles = [entry["title"] for entry in outlines]
    assert "单位基本情况" in titles
    (evidence,) = [entry for entry in outlines if entry["title"] == "证明材料"]
    assert len(evidence["kids"]) == len(volume.parts)


def test_the_same_volume_gives_the_same_bytes(
    volume: Volume, built: tuple[Path, BuiltVolume], tmp_path: Path
) -> None:
    written(volume, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == built[0].read_bytes()


def test_an_empty_assessment_makes_a_volume_too(tmp_path: Path) -> None:
    result = written(a_volume(an_assessment()), tmp_path / "empty.pdf")
    text = text_of(tmp_path / "empty.pdf")
    assert "本申报包没有放入证明材料" in text
    assert "全部已关联的材料都已放入" in text
    assert result.page_count > 5


def test_long_names_and_notes_stay_inside_the_page(volume: Volume, tmp_path: Path) -> None:
    applicant = volume.assessment.applicant.model_copy(update={"name": "示例" * 90 + "有限公司"})
    assessment = replace(volume.assessment, applicant=applicant)
    written(replace(volume, assessment=assessment), tmp_path / "long.pdf")
    boxes = subprocess.run(
        ["pdftotext", "-bbox", tmp_path / "long.pdf", "-"], check=True, capture_output=True
    ).stdout.decode("utf-8")
    edges = [float(edge) for edge in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(edges) < 595.3


def test_cancelling_stops_the_joining(volume: Volume, tmp_path: Path) -> None:
    with (tmp_path / "c.pdf").open("w+b") as target, pytest.raises(AssemblyCancelledError):
        build_volume(volume, target, progress=lambda _done, _total: None, cancelled=lambda: True)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)
