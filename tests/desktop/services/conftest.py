from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from tests.support.builders import an_applicant
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD, quick_services


@pytest.fixture
def services(clock: FakeClock) -> Services:
    return quick_services(clock)


@pytest.fixture
def project(services: Services, tmp_path: Path) -> Iterator[OpenProject]:
    made = services.projects.create(tmp_path / "示例.miping", an_applicant(), 2026, PASSWORD)
    yield made
    made.close()
