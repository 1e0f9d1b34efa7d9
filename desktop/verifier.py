"""The stand-alone verifier `miping-verify`: needs neither the window nor the store."""

from pathlib import Path

import click

from desktop.cli.chinese import ChineseCommand
from desktop.cli.main_loop import run_command
from desktop.cli.output import AS_JSON
from desktop.cli.verify_command import PACKAGE_FILE, VERIFY_HELP, run_verification
from desktop.services.verification_service import VerificationService


@click.command("miping-verify", cls=ChineseCommand, help=VERIFY_HELP)
@PACKAGE_FILE
@AS_JSON
def verify(package_file: Path, *, as_json: bool) -> int:
    """Verify one package file."""
    return run_verification(VerificationService(), package_file, as_json=as_json)


def main() -> int:
    """Run the verifier; exit code 0 only when the package is whole."""
    return run_command(verify, "miping-verify", None, None)
