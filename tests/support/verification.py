"""What `miping verify` says of a package that is not whole."""

import json
import re
from pathlib import Path
from typing import Any, Final

from tests.support.command_line import CommandLine

KEYS: Final = {
    "intact",
    "signed_by",
    "fingerprint_sha256",
    "signed_at",
    "score_matches",
    "conservative",
    "expected",
    "evidence",
    "company",
    "problems",
}


def not_whole(line: CommandLine, path: Path) -> dict[str, Any]:
    """What is said of a package that is not whole; the machine and the person hear the same."""
    code, out, err = line.run("verify", str(path), "--json")
    assert (code, err) == (1, "")
    told: dict[str, Any] = json.loads(out)
    assert set(told) == KEYS
    assert told["intact"] is False
    assert told["problems"]
    code, out, err = line.run("verify", str(path))
    assert (code, err) == (1, "")
    assert out.startswith("申报包不完整，或已被改动。\n")
    for problem in told["problems"]:
        assert re.search("[\u4e00-\u9fff]", problem)
        assert f"问题\t{problem}\n" in out
    return told
