"""The copy of an edition that each test may damage."""

from pathlib import Path

import pytest

from tests.rubric.edition_copy import EditionCopy, copy_edition


@pytest.fixture
def edition(tmp_path: Path) -> EditionCopy:
    return copy_edition(tmp_path)
