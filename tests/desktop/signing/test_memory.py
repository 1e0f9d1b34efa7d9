import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

MEGABYTE = 1024 * 1024
PROGRAM = """
import sys
from pathlib import Path
from desktop.signing.sign_pdf import sign
from desktop.signing.verify import verify
from tests.support.test_pki import SIGNED_AT, identity
source, target = Path(sys.argv[1]), Path(sys.argv[2])
with source.open("rb") as read, target.open("w+b") as written:
    sign(read, written, identity(), SIGNED_AT)
with target.open("rb") as read:
    assert verify(read).intact
status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
(peak,) = [line.split()[1] for line in status if line.startswith("VmHWM:")]
sys.stdout.write(peak)
"""


def peak_of_signing(size: int, folder: Path) -> int:
    """Bytes of memory that a fresh process needs to sign and verify a PDF of this size."""
    source = folder / f"{size}.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root["/Ballast"] = document.make_stream(os.urandom(size))
        document.save(source)
    command = [sys.executable, "-c", PROGRAM, str(source), str(folder / f"{size}-signed.pdf")]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return int(said) * 1024


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the peak is read from Linux's /proc"
)
def test_signing_and_verifying_100_megabytes_needs_no_more_memory_than_a_small_file(
    tmp_path: Path,
) -> None:
    small = peak_of_signing(1000, tmp_path)
    large = peak_of_signing(100 * MEGABYTE, tmp_path)
    assert large - small < 20 * MEGABYTE
    assert large < 200 * MEGABYTE
