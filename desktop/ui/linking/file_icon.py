"""The icon for a kind of file."""

from pathlib import PurePath
from typing import Final

from desktop.ui.resources import Icon

_PICTURES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".heic"})


def file_icon(file_name: str) -> Icon:
    """PDF, picture, or any other document, by the name's ending."""
    ending = PurePath(file_name).suffix.lower()
    if ending == ".pdf":
        return Icon.PDF
    return Icon.PHOTO if ending in _PICTURES else Icon.DOCUMENT
