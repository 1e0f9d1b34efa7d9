from pathlib import Path

import pytest

from rubric import catalogue
from rubric.errors import UnknownEditionError
from tests.rubric.edition_copy import EDITION, ORGANISATION, EditionCopy


@pytest.mark.parametrize("name", ["chongqing_2024", "", "..", "../data/chongqing_2023"])
def test_an_unknown_id_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownEditionError) as caught:
        catalogue.load(name)
    assert caught.value.known == catalogue.available()
    assert str(caught.value) == "rubric.unknown_edition"


@pytest.mark.parametrize("name", ["", "rubric.toml", "hints.toml", "sections", ORGANISATION])
def test_an_edition_is_found_from_any_of_its_files(edition: EditionCopy, name: str) -> None:
    assert catalogue.load_folder(edition.folder / name).id == EDITION
    assert catalogue.check_folder(edition.folder / name) == ()


def test_a_relative_path_does(edition: EditionCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(edition.folder)
    assert catalogue.check_folder(Path()) == ()
    assert catalogue.check_folder(Path("rubric.toml")) == ()
    monkeypatch.chdir(edition.folder / "sections")
    assert catalogue.check_folder(Path("01_organisation.toml")) == ()


def test_a_path_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    (problem,) = catalogue.check_folder(tmp_path / "nothing")
    assert (problem.path, problem.line) == (tmp_path / "nothing" / "rubric.toml", 1)
