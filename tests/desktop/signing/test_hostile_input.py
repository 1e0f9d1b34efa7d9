import errno
import io

import pytest

from desktop.signing.hostile_input import is_damage
from desktop.signing.pdf_file import size_of_pdf


def test_an_offset_that_the_system_refuses_is_the_files_fault() -> None:
    assert is_damage(OSError(errno.EINVAL, ""))
    assert is_damage(OSError(errno.EOVERFLOW, ""))
    assert is_damage(io.UnsupportedOperation())


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_failing_drive_is_not_the_files_fault(number: int) -> None:
    assert not is_damage(OSError(number, ""))


def test_the_size_of_a_pdf_is_told_and_the_position_is_its_start() -> None:
    opened = io.BytesIO(b"junk\n%PDF-1.7" + bytes(2000))
    opened.seek(77)
    assert size_of_pdf(opened) == 2013
    assert opened.tell() == 0
