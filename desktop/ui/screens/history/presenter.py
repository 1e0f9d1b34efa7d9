"""变更记录 without Qt: codes become words, and a filter narrows them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.domain.applicant import FIELD_LABELS
from desktop.ui.formats import hash_text, moment_text

OTHER: Final = "其他"
ACTIONS: Final = {
    "project.created": "新建项目",
    "profile.changed": "修改单位信息",
    "response.state": "修改条目状态",
    "response.note": "修改证明说明",
    "evidence.attached": "添加证据",
    "evidence.linked": "关联证据",
    "evidence.unlinked": "解除关联",
    "evidence.level": "修改提交级别",
    "evidence.renamed": "重命名证据",
    "evidence.removed": "删除证据",
    "undertaking.issued": "出具承诺书",
    "signing.identity_made": "制作签名证书",
    "package.built": "生成申报包",
    "round.entered": "进入下一轮",
}
"""Words of the codes that services write; any other code is shown as 其他."""

Details = Mapping[str, object]


@dataclass(frozen=True)
class HistoryRow:
    """One change as it is shown."""

    when: str
    actor: str
    action: str
    words: str


class HistoryPresenter:
    """Keeps the lines that were read last and the text that narrows them."""

    def __init__(self) -> None:
        self._rows: tuple[HistoryRow, ...] = ()
        self._filter = ""

    @property
    def rows(self) -> tuple[HistoryRow, ...]:
        """The newest first, without what the filter leaves out."""
        wanted = self._filter.casefold().split()
        return tuple(row for row in self._rows if all(word in _text(row) for word in wanted))

    @property
    def summary(self) -> str:
        """How many there are, and how many of them are shown."""
        shown, count = len(self.rows), len(self._rows)
        return f"{count} 条" if shown == count else f"{shown} / {count} 条"

    def take(self, lines: Sequence[tuple[str, str, str, str]]) -> None:
        """Take what was read, the oldest first: time, actor, action code, details as JSON."""
        self._rows = tuple(_row(line) for line in reversed(lines))

    def set_filter(self, text: str) -> None:
        """Show only lines that hold every word of a text."""
        self._filter = text


def _row(line: tuple[str, str, str, str]) -> HistoryRow:
    at, actor, code, details = line
    return HistoryRow(
        moment_text(datetime.fromisoformat(at)),
        actor,
        ACTIONS.get(code, OTHER),
        _words(code, json.loads(details)),
    )


def _text(row: HistoryRow) -> str:
    return f"{row.when} {row.actor} {row.action} {row.words}".casefold()


def _words(code: str, details: Details) -> str:
    """What a line says beside its action; unknown codes keep their name for the curious."""
    maker = _MAKERS.get(code)
    return maker({name: str(value) for name, value in details.items()}) if maker else code


Texts = Mapping[str, str]


def _criterion(texts: Texts) -> str:
    return f"条目 {texts.get('criterion', '')}"


def _state(texts: Texts) -> str:
    return f"{_criterion(texts)}：{_from_to(texts)}"


def _from_to(texts: Texts) -> str:
    return f"{texts.get('from', '')} → {texts.get('to', '')}"


def _item(texts: Texts) -> str:
    return texts.get("evidence", "")


def _linked(texts: Texts) -> str:
    criteria = texts.get("criteria") or texts.get("criterion", "")
    if not criteria:
        return _item(texts)
    return f"{_item(texts)}，条目 {criteria.replace(',', '、')}"


def _level(texts: Texts) -> str:
    return f"{_item(texts)}：{_from_to(texts)}"


def _profile(texts: Texts) -> str:
    names = texts.get("fields", "").split(",")
    return "、".join(FIELD_LABELS.get(name, name) for name in names)


def _created(texts: Texts) -> str:
    return f"{texts.get('year', '')} 年度"


def _paper(texts: Texts) -> str:
    return f"文书 {texts.get('kind', '')}，第 {texts.get('version', '')} 版"


def _package(texts: Texts) -> str:
    return f"{texts.get('pages', '')} 页，SHA-256 {hash_text(texts.get('sha256', ''))}"


def _identity(texts: Texts) -> str:
    return f"指纹 {hash_text(texts.get('fingerprint', ''))}"


_MAKERS: Final[Mapping[str, Callable[[Texts], str]]] = {
    "project.created": _created,
    "profile.changed": _profile,
    "response.state": _state,
    "response.note": _criterion,
    "evidence.attached": _linked,
    "evidence.linked": _linked,
    "evidence.unlinked": _linked,
    "evidence.level": _level,
    "evidence.renamed": _item,
    "evidence.removed": _item,
    "undertaking.issued": _paper,
    "signing.identity_made": _identity,
    "package.built": _package,
    "round.entered": _from_to,
}
