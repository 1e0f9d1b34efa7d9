"""What services hand over to open or make a project; the unlock methods behind it stay private."""

from desktop.storage.unlock.passphrase import KdfCost, Passphrase

__all__ = ["KdfCost", "Passphrase"]
