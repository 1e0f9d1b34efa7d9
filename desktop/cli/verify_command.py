"""The verification of one package, shared by `miping verify` and `miping-verify`.

Imports nothing of the store or of the window.
"""

from pathlib import Path

import click

from desktop.cli.output import say, say_json, say_rows
from desktop.cli.paths import ANY_PATH
from desktop.services.verification_service import Verification, VerificationService
from rubric.points import Tenths, decimal_points

VERIFY_HELP = "验证申报包：是否完整、由谁签名、得分能否复算"
PACKAGE_FILE = click.argument("package_file", type=ANY_PATH, metavar="申报包.pdf")


def run_verification(verification: VerificationService, path: Path, *, as_json: bool) -> int:
    """Verify, report, and give the exit code: 0 only when the package is whole."""
    result = verification.verify(path)
    report(result, as_json=as_json)
    return 0 if result.intact else 1


def report(result: Verification, *, as_json: bool) -> None:
    """Print what a verification found."""
    if as_json:
        say_json(_view(result))
        return
    say("申报包完整，签名后未改动。" if result.intact else "申报包不完整，或已被改动。")
    if result.signed_by is not None:
        say_rows([("签名证书", result.signed_by), ("证书指纹", result.fingerprint_sha256 or "")])
    say("得分复算一致。" if result.score_matches else "得分无法复算，或复算不一致。")
    say_rows([("问题", problem.text) for problem in result.problems])


def _view(result: Verification) -> dict[str, object]:
    return {
        "intact": result.intact,
        "signed_by": result.signed_by,
        "fingerprint_sha256": result.fingerprint_sha256,
        "signed_at": result.signed_at.isoformat() if result.signed_at else None,
        "score_matches": result.score_matches,
        "conservative": _points(result.conservative),
        "expected": _points(result.expected),
        "evidence": result.evidence_count,
        "company": result.company,
        "problems": [problem.text for problem in result.problems],
    }


def _points(points: Tenths | None) -> str | None:
    return None if points is None else decimal_points(points)
