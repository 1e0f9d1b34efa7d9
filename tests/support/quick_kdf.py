"""A real but cheap cost of deriving keys, for tests that are about something else."""

from desktop.storage.credentials import KdfCost

QUICK_KDF = KdfCost(memory_kib=64, passes=1, lanes=1)
