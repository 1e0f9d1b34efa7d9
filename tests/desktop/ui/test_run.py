"""The program starts, shows its window and ends without a crash of Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from desktop.bootstrap import build_services
from desktop.ui import run as module
from desktop.ui.application import MipingApplication

class Short(MipingApplication):
    def exec(self):
        QTimer.singleShot(0, self.closeAllWindows)
        return super().exec()

module.MipingApplication = Short
code = module.run(build_services("测试"), ["miping", *sys.argv[1:]])
print("ended", code)
sys.exit(code)
"""


@pytest.mark.parametrize("arguments", [[], ["申报包.pdf"], ["示例.miping"]])
def test_the_window_opens_and_closes(arguments: list[str], home: Path) -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", SCRIPT, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, timeout=120, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "ended 0"
    assert "Traceback" not in done.stderr
    assert home.is_dir()
