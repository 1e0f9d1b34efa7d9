from dataclasses import replace

import pytest

from desktop.signing.report import ProblemCode, SignatureReport
from tests.support.test_pki import MADE_AT, SIGNED_AT

WHOLE = SignatureReport(signature_count=1, problems=())


def test_a_report_without_a_signature_is_never_intact() -> None:
    assert WHOLE.intact
    assert not replace(WHOLE, signature_count=0).intact
    assert not replace(WHOLE, signature_count=2).intact


@pytest.mark.parametrize("problem", ProblemCode)
def test_only_problems_of_time_leave_a_file_intact(problem: ProblemCode) -> None:
    of_time = problem.value in {
        "signing_time_missing",
        "certificate_not_yet_valid",
        "certificate_expired",
    }
    assert replace(WHOLE, problems=(problem,)).intact is of_time


def test_the_certificate_counts_as_valid_only_when_all_three_times_are_known() -> None:
    known = replace(
        WHOLE,
        signed_at=SIGNED_AT,
        certificate_not_before=MADE_AT,
        certificate_not_after=SIGNED_AT,
    )
    assert known.certificate_valid_at_signing
    assert not replace(known, signed_at=None).certificate_valid_at_signing
    assert not replace(known, certificate_not_before=None).certificate_valid_at_signing
    assert not replace(known, certificate_not_after=MADE_AT).certificate_valid_at_signing
