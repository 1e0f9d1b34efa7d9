"""The committed state: the image of the inner database in sealed blocks under its root."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Self

from desktop.errors import AppError
from desktop.storage.container import FORMAT, Container
from desktop.storage.errors import (
    DamagedPart,
    DamagedProjectError,
    DeviceFailedError,
    NewerProjectError,
)
from desktop.storage.key_slots import slots_digest
from desktop.storage.sealing import (
    BLOCK_BYTES,
    Root,
    Sealer,
    block_count,
    block_mark,
    decode_root,
    root_versions,
)


class SealedImage:
    """What the file holds as committed, and how the next state is written.

    Attributes:
        content: The image of the inner database as last committed.
    """

    def __init__(
        self, container: Container, sealer: Sealer, root: Root, sealed_root: bytes, content: bytes
    ) -> None:
        """Take a state that was verified; `read` and `first` make one."""
        self._container = container
        self._sealer = sealer
        self._root = root
        self._sealed_root = sealed_root
        self._trusted = True
        self.content = content

    @classmethod
    def first(cls, container: Container, sealer: Sealer) -> Self:
        """The state of a new file before its first commit."""
        root = Root(FORMAT, FORMAT, 0, 0, b"", ())
        return cls(container, sealer, root, b"", b"")

    @classmethod
    def read(cls, container: Container, sealer: Sealer) -> Self:
        """Verify and decrypt the committed state.

        Raises:
            NewerProjectError: The authenticated root asks for a newer program.
            DamagedProjectError: Root, slots or blocks are not what was committed.
        """
        sealed_root = container.root
        opened = sealer.open_root(sealed_root)
        written, oldest = root_versions(opened)
        if oldest > FORMAT:
            raise NewerProjectError(oldest, FORMAT)
        if (written, oldest) != (container.format, container.min_reader):
            raise DamagedProjectError(DamagedPart.HEADER)
        root = decode_root(opened)
        if root.slot_digest != slots_digest(container.slots()):
            raise DamagedProjectError(DamagedPart.SLOTS)
        if container.block_total() != len(root.marks):
            raise DamagedProjectError(DamagedPart.RECORDS)
        content = b"".join(
            sealer.open_block(number, container.block(number), mark)
            for number, mark in enumerate(root.marks)
        )
        if len(content) != root.image_length:
            raise DamagedProjectError(DamagedPart.RECORDS)
        return cls(container, sealer, root, sealed_root, content)

    @property
    def generation(self) -> int:
        """Number of the last commit, from 1."""
        return self._root.generation

    def write(self, content: bytes) -> None:
        """Write the next state into the container's open transaction and make it durable.

        On failure the transaction is dropped. If it cannot be made sure that the file then holds
        the previous state, nothing is written any more until the project is opened anew.

        Raises:
            StorageFullError, DeviceFailedError, ReadOnlyStorageError.
        """
        if not self._trusted:
            raise DeviceFailedError
        try:
            marks = list(self._root.marks[: block_count(len(content))])
            for number, piece in self._changes(content):
                sealed = self._sealer.seal_block(number, piece)
                self._container.put_block(number, sealed)
                marks[number:] = [block_mark(sealed), *marks[number + 1 :]]
            self._container.drop_blocks(len(marks))
            root = replace(
                self._root,
                generation=self._root.generation + 1,
                image_length=len(content),
                slot_digest=slots_digest(self._container.slots()),
                marks=tuple(marks),
            )
            sealed_root = self._sealer.seal_root(root)
            self._container.put_root(sealed_root)
            self._container.commit()
        except BaseException:
            self._trusted = self._holds_previous()
            raise
        self._root, self._sealed_root, self.content = root, sealed_root, content

    def _changes(self, content: bytes) -> Iterator[tuple[int, memoryview]]:
        """The blocks that differ from the committed ones."""
        old, new = memoryview(self.content), memoryview(content)
        for number in range(block_count(len(content))):
            span = slice(number * BLOCK_BYTES, (number + 1) * BLOCK_BYTES)
            if new[span] != old[span]:
                yield number, new[span]

    def _holds_previous(self) -> bool:
        """Drop the transaction and look whether the file is as it was."""
        try:
            self._container.rollback()
            stored = self._container.root
        except AppError:
            return False
        return stored == self._sealed_root
