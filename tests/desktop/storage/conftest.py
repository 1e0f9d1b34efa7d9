"""A fresh project for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage.project_file import ProjectFile
from tests.support.project_files import create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the project lies; Chinese, with a blank and signs that URIs treat specially."""
    folder = tmp_path / "保密办 50%#?"
    folder.mkdir()
    return folder / "示例 项目.miping"


@pytest.fixture
def project(path: Path) -> Iterator[ProjectFile]:
    """An open, empty project."""
    with create(path) as made:
        yield made
