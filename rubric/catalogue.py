"""The editions that the program carries, and editions in folders of one's own."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rubric import loader
from rubric.errors import UnknownEditionError
from rubric.model import Rubric
from rubric.problem import Problem


def available() -> tuple[str, ...]:
    """Give the ids of all editions shipped, sorted."""
    return tuple(
        sorted(
            folder.name
            for folder in _shipped().iterdir()
            if folder.is_dir() and (folder / loader.HEAD_FILE).is_file()
        )
    )


def load(edition_id: str) -> Rubric:
    """Load a shipped edition.

    Raises:
        UnknownEditionError: No such id.
        DamagedEditionError: Its files were changed or are incomplete.
    """
    known = available()
    if edition_id not in known:
        raise UnknownEditionError(edition_id, known)
    return loader.read(_shipped() / edition_id)


def load_folder(path: Path) -> Rubric:
    """Load an edition from a folder, its `rubric.toml` or any other file in it.

    Raises:
        DamagedEditionError: Names every file and line that is wrong.
    """
    return loader.read(_folder_of(path))


def check_folder(path: Path) -> tuple[Problem, ...]:
    """Tell all that is wrong with an edition; empty when nothing is.

    Args:
        path: The folder, its `rubric.toml` or any other file in it.
    """
    return loader.examine(_folder_of(path))[1]


def check_shipped(edition_id: str) -> tuple[Problem, ...]:
    """Tell all that is wrong with a shipped edition."""
    return loader.examine(_shipped() / edition_id)[1]


def _shipped() -> Traversable:
    return files("rubric") / "data"


def _folder_of(path: Path) -> Path:
    whole = path.resolve()
    folder = whole.parent if whole.is_file() else whole
    if folder.name == loader.SECTIONS_FOLDER and (folder.parent / loader.HEAD_FILE).is_file():
        return folder.parent
    return folder
