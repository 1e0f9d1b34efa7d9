"""The worked example of the authoring guide is a whole edition."""

import re
from pathlib import Path

from rubric import catalogue
from rubric.model import DateRule
from tests.rubric.edition_copy import SHIPPED

GUIDE = (SHIPPED.parent / "README.md").read_text(encoding="utf-8")
FILES = r"(?ms)^`(\S+\.toml)`\n\n```toml\n(.*?)^```"


def written_example(parent: Path) -> Path:
    """Write every file that stands in the guide."""
    folder = parent / "example_city"
    (folder / "sections").mkdir(parents=True)
    for name, text in re.findall(
        r"^`(\S+\.toml)`\n\n```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_example_passes_every_check(tmp_path: Path) -> None:
    folder = written_example(tmp_path)
    assert catalogue.check_folder(folder) == ()
    assert [criterion.id for criterion in catalogue.load_folder(folder).criteria()] == [
        "1.1.1",
        "1.1.2",
        "1.2.1",
        "2.1.1",
    ]


def test_the_guide_names_every_date_rule() -> None:
    assert [rule.value for rule in DateRule if f"`{rule.value}`" not in GUIDE] == []
