"""The assessment as rows of the inner, in-memory database."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.domain.assessment import Assessment, Response, ResponseState, Round
from desktop.domain.evidence import DisclosureLevel, EvidenceId, EvidenceItem, EvidenceLink
from desktop.domain.undertaking import UndertakingDraft
from rubric.model import UndertakingKind

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Repository:
    """Reads whole assessments and writes the difference between two of them.

    Never commits: the caller decides when a change is complete.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def load(self) -> Assessment:
        """Read the assessment; a KeyError means that none was ever written."""
        profile = {
            str(row["name"]): str(row["value"])
            for row in self._connection.execute("SELECT name, value FROM profile")
        }
        fields: dict[str, object] = {name: profile[name] for name in FIELD_LABELS}
        fields["founded_on"] = date.fromisoformat(profile["founded_on"])
        return Assessment(
            rubric_id=profile["rubric_id"],
            year=int(profile["year"]),
            round=Round(profile["round"]),
            applicant=Applicant.model_validate(fields),
            responses=self._responses(),
            evidence=self._evidence(),
            links=self._links(),
            undertakings=self._undertakings(),
        )

    def write(self, old: Assessment | None, new: Assessment) -> None:
        """Write what differs between two snapshots; everything when there is no old one."""
        if old is None or _profile_rows(old) != _profile_rows(new):
            self._replace_profile(new)
        _write_changes(
            old.responses if old else {}, new.responses, self._put_response, self._drop_response
        )
        _write_changes(
            old.evidence if old else {}, new.evidence, self._put_evidence, self._drop_evidence
        )
        _write_changes(
            old.undertakings if old else {},
            new.undertakings,
            self._put_undertaking,
            self._drop_undertaking,
        )
        if old is None or old.links != new.links:
            self._replace_links(new.links)

    def next_evidence_id(self) -> EvidenceId:
        """Take the next number; a number is never given twice, not even after a removal."""
        row = self._connection.execute(
            "SELECT value FROM profile WHERE name = 'last_evidence_number'"
        ).fetchone()
        number = (int(row["value"]) if row else 0) + 1
        self._put_profile("last_evidence_number", str(number))
        return EvidenceId(f"E-{number:04d}")

    def signing_identity(self) -> tuple[bytes, bytes] | None:
        """The project's private key (PKCS#8 DER) and certificate (DER), if it has them."""
        row = self._connection.execute(
            "SELECT private_key, certificate FROM signing_identity"
        ).fetchone()
        return (bytes(row["private_key"]), bytes(row["certificate"])) if row else None

    def put_signing_identity(self, private_key: bytes, certificate: bytes) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO signing_identity VALUES (1, ?, ?)", (private_key, certificate)
        )

    def _responses(self) -> Mapping[str, Response]:
        rows = self._connection.execute("SELECT * FROM response")
        return MappingProxyType(
            {
                row["criterion_id"]: Response(
                    ResponseState(row["state"]),
                    row["note"],
                    datetime.fromisoformat(row["changed_at"]) if row["changed_at"] else None,
                )
                for row in rows
            }
        )

    def _evidence(self) -> Mapping[EvidenceId, EvidenceItem]:
        rows = self._connection.execute("SELECT * FROM evidence ORDER BY id")
        items = [
            EvidenceItem(
                id=EvidenceId(row["id"]),
                title=row["title"],
                file_name=row["file_name"],
                size=row["size"],
                sha256=row["sha256"],
                level=DisclosureLevel(row["level"]),
                object_id=row["object_id"],
                added_at=datetime.fromisoformat(row["added_at"]),
            )
            for row in rows
        ]
        return MappingProxyType({item.id: item for item in items})

    def _links(self) -> tuple[EvidenceLink, ...]:
        rows = self._connection.execute("SELECT * FROM link ORDER BY position")
        return tuple(
            EvidenceLink(
                evidence_id=EvidenceId(row["evidence_id"]),
                criterion_id=row["criterion_id"],
                locator=row["locator"],
                note=row["note"],
                stamped=bool(row["stamped"]),
            )
            for row in rows
        )

    def _undertakings(self) -> Mapping[UndertakingKind, UndertakingDraft]:
        rows = self._connection.execute("SELECT * FROM undertaking")
        drafts = [
            UndertakingDraft(
                kind=UndertakingKind(row["kind"]),
                answers=MappingProxyType(json.loads(row["answers"])),
                version=row["version"],
                printed_sha256=tuple(json.loads(row["printed_sha256"])),
                changed_at=datetime.fromisoformat(row["changed_at"]),
            )
            for row in rows
        ]
        return MappingProxyType({draft.kind: draft for draft in drafts})

    def _replace_profile(self, assessment: Assessment) -> None:
        for name, value in _profile_rows(assessment).items():
            self._put_profile(name, value)

    def _put_profile(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO profile VALUES (?, ?)", (name, value))

    def _put_response(self, criterion_id: str, response: Response) -> None:
        changed_at = response.changed_at.isoformat() if response.changed_at else None
        self._connection.execute(
            "INSERT OR REPLACE INTO response VALUES (?, ?, ?, ?)",
            (criterion_id, response.state.value, response.note, changed_at),
        )

    def _drop_response(self, criterion_id: str) -> None:
        self._connection.execute("DELETE FROM response WHERE criterion_id = ?", (criterion_id,))

    def _put_evidence(self, key: EvidenceId, item: EvidenceItem) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                item.title,
                item.file_name,
                item.size,
                item.sha256,
                item.level.value,
                item.object_id,
                item.added_at.isoformat(),
            ),
        )

    def _drop_evidence(self, key: EvidenceId) -> None:
        self._connection.execute("DELETE FROM evidence WHERE id = ?", (key,))

    def _put_undertaking(self, kind: UndertakingKind, draft: UndertakingDraft) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO undertaking VALUES (?, ?, ?, ?, ?)",
            (
                kind.value,
                json.dumps(dict(draft.answers), ensure_ascii=False, sort_keys=True),
                draft.version,
                json.dumps(draft.printed_sha256),
                draft.changed_at.isoformat(),
            ),
        )

    def _drop_undertaking(self, kind: UndertakingKind) -> None:
        self._connection.execute("DELETE FROM undertaking WHERE kind = ?", (kind.value,))

    def _replace_links(self, links: Iterable[EvidenceLink]) -> None:
        self._connection.execute("DELETE FROM link")
        self._connection.executemany(
            "INSERT INTO link (evidence_id, criterion_id, locator, note, stamped)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (link.evidence_id, link.criterion_id, link.locator, link.note, int(link.stamped))
                for link in links
            ],
        )


def _profile_rows(assessment: Assessment) -> dict[str, str]:
    rows = {name: str(value) for name, value in assessment.applicant}
    return {
        **rows,
        "rubric_id": assessment.rubric_id,
        "year": str(assessment.year),
        "round": assessment.round.value,
    }


def _write_changes(
    old: Mapping[_Key, _Value],
    new: Mapping[_Key, _Value],
    put: Callable[[_Key, _Value], None],
    drop: Callable[[_Key], None],
) -> None:
    for key, value in new.items():
        if old.get(key) != value:
            put(key, value)
    for key in old:
        if key not in new:
            drop(key)
