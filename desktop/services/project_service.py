"""Creating and opening projects."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop.clock import Clock
from desktop.domain.applicant import Applicant, applicant_from_fields
from desktop.domain.assessment import Assessment, Round
from desktop.domain.errors import YearError
from desktop.services.errors import CompanyFileError, UnknownRubricError
from desktop.services.open_project import OpenProject
from desktop.storage.credentials import KdfCost, Passphrase
from desktop.storage.project_file import ProjectFile
from desktop.storage.repository import Repository
from rubric import catalogue
from rubric.errors import RubricError
from rubric.model import Rubric

DEFAULT_RUBRIC = "chongqing_2023"
_YEARS = range(2000, 2100)


class ProjectService:
    """Makes and opens project files; holds no project itself."""

    def __init__(self, clock: Clock, kdf: KdfCost, actor: str) -> None:
        self._clock = clock
        self._kdf = kdf
        self._actor = actor

    def read_company_file(self, path: Path) -> Applicant:
        """Read and check a company file (JSON object in UTF-8).

        Raises:
            CompanyFileError: It cannot be read, or is no JSON object.
            ProfileError: A field is missing or cannot be right.
        """
        try:
            fields = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise CompanyFileError from error
        if not isinstance(fields, dict):
            raise CompanyFileError
        return self.applicant(fields)

    def applicant(self, fields: object) -> Applicant:
        """Check the fields of a form; raises ProfileError for the first that cannot be right."""
        return applicant_from_fields(fields, self._clock.today())

    def this_year(self) -> int:
        """The year that a new project is most likely about."""
        return self._clock.today().year

    def create(
        self,
        path: Path,
        applicant: Applicant,
        year: int,
        password: str,
        rubric_id: str = DEFAULT_RUBRIC,
    ) -> OpenProject:
        """Make a new project file and leave it open; an existing file is never overwritten.

        Raises:
            YearError, UnknownRubricError, and the storage errors of a file that cannot be made.
        """
        rubric = load_rubric(rubric_id)
        if year not in _YEARS:
            raise YearError(str(year))
        assessment = Assessment(rubric.id, year, Round.SELF_ASSESSMENT, applicant)
        file = ProjectFile.create(path, Passphrase(password), kdf=self._kdf)
        try:
            Repository(file.database).write(None, assessment)
            file.history.append(
                at=self._clock.now(),
                actor=self._actor,
                action="project.created",
                details={"rubric": rubric.id, "year": str(year)},
            )
            file.commit()
            return OpenProject(file, rubric, self._clock, self._actor)
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise

    def open(self, path: Path, password: str, *, read_only: bool = False) -> OpenProject:
        """Unlock a project file.

        Raises:
            The storage errors: missing, no project, wrong password, damaged, from a newer
            version, open elsewhere; UnknownRubricError when its edition is not shipped.
        """
        file = ProjectFile.open(path, Passphrase(password), read_only=read_only)
        try:
            rubric = load_rubric(_rubric_id_of(file))
            return OpenProject(file, rubric, self._clock, self._actor)
        except BaseException:
            file.close()
            raise

    def change_password(self, project: OpenProject, old: str, new: str) -> None:
        """Give a project a new password; copies made earlier keep the old one."""
        with project.lock:
            project.require_writable()
            project.file.change_password(Passphrase(old), Passphrase(new), kdf=self._kdf)


def load_rubric(rubric_id: str) -> Rubric:
    """Load a shipped edition; raises UnknownRubricError."""
    try:
        return catalogue.load(rubric_id)
    except RubricError as error:
        raise UnknownRubricError(rubric_id) from error


def rubric_ids() -> tuple[str, ...]:
    """Editions that this program carries."""
    return catalogue.available()


def _rubric_id_of(file: ProjectFile) -> str:
    row = file.database.execute("SELECT value FROM profile WHERE name = 'rubric_id'").fetchone()
    return str(row["value"]) if row else ""


def profile_fields(applicant: Applicant) -> Mapping[str, str]:
    """The profile as texts by field name, as a form shows them."""
    return {name: str(value) for name, value in applicant}
