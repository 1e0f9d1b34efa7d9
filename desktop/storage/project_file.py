"""The project file: one encrypted file with its inner database, evidence and history.

Everything a caller changes, in the inner database and in the evidence, is one pending
transaction until `commit`, which is durable when it returns. A project file may be used from any
thread, by one at a time: the caller serialises the calls.
"""

import secrets
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.storage import inner_database
from desktop.storage.container import Container
from desktop.storage.errors import EmptySecretError, ReadOnlyStorageError
from desktop.storage.evidence_store import EvidenceStore
from desktop.storage.file_place import discard, new_file, require_file
from desktop.storage.history import History
from desktop.storage.key_slots import KeySlot, unwrap_key, wrap_key
from desktop.storage.sealed_image import SealedImage
from desktop.storage.sealing import KEY_BYTES, PROJECT_ID_BYTES, Sealer
from desktop.storage.unlock.base import Secret
from desktop.storage.unlock.passphrase import KdfCost, Passphrase
from desktop.storage.unlock.registry import known_kinds

# What a service needs to name; the package of the unlock methods is private to the store.
__all__ = ("KdfCost", "Passphrase", "ProjectFile")


class ProjectFile:
    """An open, locked, unlocked project file.

    Attributes:
        path: Where it lies.
        database: The inner database, in memory, rows by name. SQL runs on it as usual, but only
            `commit` of the project file makes a change last; its own `commit` is never called.
        objects: The evidence.
        history: Who did what.
        project_id: 16 random bytes that name the project for ever.
    """

    def __init__(self, path: Path, container: Container, image: SealedImage) -> None:
        """Take an open container over; `create` and `open` make one."""
        self.path = path
        self.project_id = container.project_id
        self.database = inner_database.load(image.content)
        self.objects = EvidenceStore(container, self.database, self.rollback)
        self.history = History(self.database, self.project_id)
        self._container = container
        self._image = image

    @classmethod
    def create(cls, path: Path, secret: Passphrase, *, kdf: KdfCost) -> Self:
        """Make a new project and leave it open.

        The file appears whole under its name or not at all; an existing one is never replaced.

        Args:
            path: The file to make, in an existing folder.
            secret: The first way in.
            kdf: What deriving its key shall cost.

        Raises:
            EmptySecretError, ProjectExistsError, FolderMissingError, NameRefusedError,
            StorageFullError, ReadOnlyStorageError, AccessDeniedError, DeviceFailedError.
        """
        _refuse_empty(secret)
        project_id = secrets.token_bytes(PROJECT_ID_BYTES)
        project_key = secrets.token_bytes(KEY_BYTES)
        with new_file(path) as passing:
            slot = wrap_key(project_key, project_id, secret.enrol(kdf))
            _write_first(passing, project_id, project_key, slot)
        try:
            return cls._over(path, Container.open(path, read_only=False), project_key)
        except BaseException:
            discard(path)
            raise

    @classmethod
    def open(cls, path: Path, secret: Secret, *, read_only: bool = False) -> Self:
        """Lock and unlock a project.

        Args:
            path: The file.
            secret: Opens at least one key slot.
            read_only: Leave the file as it is, for a protected medium; several readers may share
                it, and no writer can open it meanwhile.

        Raises:
            ProjectMissingError, NotAProjectError, NewerProjectError, TruncatedProjectError,
            ProjectBusyError, ReadOnlyStorageError, UnfinishedWriteError, AccessDeniedError,
            NameRefusedError: Before any key is derived.
            WrongSecretError, KdfCostError: Of the secret and its slot.
            DamagedProjectError: With the part that is damaged.
            DeviceFailedError: The medium cannot be read.
        """
        require_file(path)
        container = Container.open(path, read_only=read_only)
        try:
            _, project_key = unwrap_key(container.slots(), container.project_id, secret)
        except BaseException:
            container.close()
            raise
        return cls._over(path, container, project_key)

    @classmethod
    def _over(cls, path: Path, container: Container, project_key: bytes) -> Self:
        """Open what the project key opens; closes the container if that fails."""
        try:
            sealer = Sealer(project_key, container.project_id)
            project = cls(path, container, SealedImage.read(container, sealer))
            project._migrate()
        except BaseException:
            container.close()
            raise
        return project

    @property
    def generation(self) -> int:
        """Number of the last commit, from 1; a smaller one than seen before is an old copy."""
        return self._image.generation

    @property
    def read_only(self) -> bool:
        return self._container.read_only

    @property
    def unlock_kinds(self) -> tuple[str, ...]:
        """The ways into this project that the program knows, in the order to offer them."""
        present = {slot.kind for slot in self._container.slots()}
        return tuple(kind for kind in known_kinds() if kind in present)

    def commit(self) -> None:
        """Make everything pending durable; on failure the last committed state is back.

        Raises:
            ReadOnlyStorageError, StorageFullError, DeviceFailedError.
        """
        self._require_writable()
        if self.database.serialize() == self._image.content:
            self.rollback()
        else:
            self._write()

    def rollback(self) -> None:
        """Return to the last committed state; pending evidence is dropped."""
        self.database.rollback()
        if self.database.serialize() != self._image.content:
            inner_database.restore(self.database, self._image.content)
        self._container.rollback()

    def change_password(self, old: Passphrase, new: Passphrase, kdf: KdfCost) -> None:
        """Let a new password open the slot that the old one opens; the old one then opens nothing.

        What is pending is committed with it. Copies of the file that were made earlier still open
        with the old password.

        Raises:
            WrongSecretError, EmptySecretError, KdfCostError, DamagedProjectError: Nothing changed
                and what is pending stays so.
            ReadOnlyStorageError, StorageFullError, DeviceFailedError: As `commit`.
        """
        self._require_writable()
        _refuse_empty(new)
        slot, project_key = unwrap_key(self._container.slots(), self.project_id, old)
        fresh = wrap_key(project_key, self.project_id, new.enrol(kdf), slot.number)
        self._write(fresh)

    def close(self) -> None:
        """Release the file; what is pending is dropped. May be called twice."""
        self.database.close()
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _write(self, slot: KeySlot | None = None) -> None:
        """Commit the inner database, pending evidence, and a key slot if one is given."""
        try:
            self._container.begin()
            if slot is not None:
                self._container.put_slot(slot)
            self._image.write(self.database.serialize())
        except BaseException:
            self.rollback()
            raise
        self.database.commit()
        self._container.return_space()

    def _migrate(self) -> None:
        """Bring the inner schema up to date; in memory only when nothing may be written."""
        if not inner_database.migrate(self.database):
            return
        if self.read_only:
            self.database.commit()
            self._image.content = self.database.serialize()
        else:
            self._write()

    def _require_writable(self) -> None:
        if self.read_only:
            raise ReadOnlyStorageError


def _write_first(passing: Path, project_id: bytes, project_key: bytes, slot: KeySlot) -> None:
    """Fill an empty file with a project that has one way in and an empty inner database."""
    database = inner_database.empty()
    try:
        inner_database.migrate(database)
        container = Container.create(passing, project_id)
        try:
            container.put_slot(slot)
            image = SealedImage.first(container, Sealer(project_key, project_id))
            image.write(database.serialize())
        finally:
            container.close()
    finally:
        database.close()


def _refuse_empty(secret: Passphrase) -> None:
    if not secret.text:
        raise EmptySecretError
