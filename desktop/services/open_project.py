"""One open project: its present snapshot, and the one way to change it."""

import json
from pathlib import Path
from threading import RLock

from desktop.clock import Clock
from desktop.domain.assessment import Assessment
from desktop.services.errors import ProjectLacksAssessmentError, ReadOnlyProjectError
from desktop.services.events import AssessmentChanged, EventBus
from desktop.storage.project_file import ProjectFile
from desktop.storage.repository import Repository
from rubric.model import Rubric


class OpenProject:
    """A project file, unlocked, with the rubric edition that it is assessed against.

    Services serialise their work on it by `lock`; readers take the frozen `assessment` without
    waiting. `actor` names who changes things in the history: a face or, where known, a person.
    """

    def __init__(self, file: ProjectFile, rubric: Rubric, clock: Clock, actor: str) -> None:
        try:
            assessment = Repository(file.database).load()
        except KeyError as error:
            raise ProjectLacksAssessmentError from error
        self.file = file
        self.rubric = rubric
        self.clock = clock
        self.actor = actor
        self.lock = RLock()
        self.events = EventBus()
        self._assessment = assessment

    @property
    def assessment(self) -> Assessment:
        """The last committed snapshot."""
        return self._assessment

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def read_only(self) -> bool:
        return self.file.read_only

    @property
    def repository(self) -> Repository:
        return Repository(self.file.database)

    def require_writable(self) -> None:
        """Raises ReadOnlyProjectError when nothing can be changed."""
        if self.file.read_only:
            raise ReadOnlyProjectError

    def commit(self, assessment: Assessment, action: str, details: dict[str, str]) -> None:
        """Make a snapshot the present one: written, recorded in the history, on the disk.

        Either all of it happens or nothing does; on failure the project stands as it was.

        Args:
            assessment: The new snapshot.
            action: Stable code of what was done, such as "response.state".
            details: What the history keeps of it.
        """
        with self.lock:
            self.require_writable()
            try:
                self.repository.write(self._assessment, assessment)
                self.file.history.append(
                    at=self.clock.now(), actor=self.actor, action=action, details=details
                )
                self.file.commit()
            except BaseException:
                self.file.rollback()
                raise
            self._assessment = assessment
        self.events.publish(AssessmentChanged(action))

    def history_lines(self) -> tuple[tuple[str, str, str, str], ...]:
        """The history for people: time (UTC ISO), actor, action code, details as JSON."""
        with self.lock:
            return tuple(
                (
                    entry.at.isoformat(timespec="seconds"),
                    entry.actor,
                    entry.action,
                    json.dumps(entry.details, ensure_ascii=False, sort_keys=True),
                )
                for entry in self.file.history.entries()
            )

    def check_history(self) -> int:
        """Compute the chain of the history again and count its entries.

        Raises:
            The storage error of a damaged history: an entry was altered, put in or taken out.
        """
        with self.lock:
            return self.file.history.verify_chain()

    def close(self) -> None:
        """Release the file; nothing is lost, because every change was committed at once."""
        with self.lock:
            self.file.close()
