"""What the user does on the card becomes changes in the queue."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel, EvidenceLink
from desktop.ui.disclosure.level_change import LevelChange
from desktop.ui.formats import size_text
from desktop.ui.linking.choice_dialog import Choice, ChoiceDialog, ChoiceTexts
from desktop.ui.screens.criteria.card import CriterionCard
from desktop.ui.screens.criteria.card_content import CardContent, LinkLine
from desktop.ui.screens.criteria.decline_dialog import DeclineDialog
from desktop.ui.screens.criteria.link_row import LinkRow
from desktop.ui.screens.criteria.presenter import (
    CriteriaPresenter,
    with_locator,
    with_note,
    with_stamp,
)
from desktop.ui.session import Session
from desktop.ui.write_queue import WriteQueue

_STATE, _NOTE, _LOCATOR, _LINK_NOTE, _STAMP, _LINK = (
    "state",
    "note",
    "locator",
    "link_note",
    "stamp",
    "link",
)


class CardActs(QObject):
    """Holds no state of its own beside open dialogs; `on_way` lays pending changes over content."""

    def __init__(
        self,
        session: Session,
        presenter: CriteriaPresenter,
        card: CriterionCard,
        refresh: Callable[[], None],
    ) -> None:
        super().__init__(card)
        self._session = session
        self._presenter = presenter
        self._card = card
        self._refresh = refresh
        self.writes = WriteQueue(session, refresh)
        self.levels = LevelChange(session, self.writes, card)
        self.dialog: DeclineDialog | ChoiceDialog | None = None
        card.state.state_chosen.connect(self.choose_state)
        card.action_bar.state_requested.connect(self.choose_state)
        card.note.written.connect(self._write_note)
        card.links.link_requested.connect(self._pick_links)
        card.links.row_made.connect(self._connect_row)
        session.closing.connect(self.writes.resubmit)

    def on_way(self, content: CardContent) -> CardContent:
        """The content as it will be when everything queued is on the disk."""
        state = self.writes.pending((_STATE, content.id))
        note = self.writes.pending((_NOTE, content.id))
        if content.waiting or not isinstance(state, ResponseState):
            state = content.state
        return replace(
            content,
            state=state,
            note=note if isinstance(note, str) else content.note,
            lines=tuple(self._line_on_way(content.id, line) for line in content.lines),
        )

    def choose_state(self, state: ResponseState) -> None:
        """State how far the current criterion is; 不申报 asks for a reason first."""
        self._card.hand_over()
        if state is ResponseState.NOT_CLAIMED:
            self._ask_reason()
        else:
            self._write_state(self._presenter.current, state, None)

    def write_locator(self, evidence_id: str, locator: str) -> None:
        """Keep where in an item the proof stands."""
        self._write_link(_LOCATOR, evidence_id, locator.strip(), with_locator(locator))

    def _connect_row(self, row: LinkRow) -> None:
        row.locator_changed.connect(self.write_locator)
        row.note_changed.connect(self._write_link_note)
        row.stamp_changed.connect(self._write_stamp)
        row.level_chosen.connect(self._choose_level)
        row.unlink_requested.connect(self._unlink)

    def _line_on_way(self, criterion_id: str, line: LinkLine) -> LinkLine:
        old = line.link
        pending = {
            kind: self.writes.pending((kind, criterion_id, line.item.id))
            for kind in (_LOCATOR, _LINK_NOTE, _STAMP)
        }
        link = replace(
            old,
            locator=old.locator if pending[_LOCATOR] is None else str(pending[_LOCATOR]),
            note=old.note if pending[_LINK_NOTE] is None else str(pending[_LINK_NOTE]),
            stamped=old.stamped if pending[_STAMP] is None else bool(pending[_STAMP]),
        )
        level = self.writes.pending(("level", line.item.id))
        item = replace(line.item, level=level) if isinstance(level, DisclosureLevel) else line.item
        return replace(line, item=item, link=link)

    def _write_state(self, criterion_id: str, state: ResponseState, note: str | None) -> None:
        write = self._presenter.state_write(criterion_id, state, note)
        self.writes.write((_STATE, criterion_id), state, "保存状态", write)
        self._refresh()

    def _ask_reason(self) -> None:
        criterion_id = self._presenter.current
        note = self._card.note.editor.toPlainText()
        dialog = DeclineDialog(self._session.appearance, criterion_id, note, self._window())
        dialog.reasoned.connect(
            lambda reason: self._write_state(criterion_id, ResponseState.NOT_CLAIMED, reason)
        )
        self._open(dialog)

    def _write_note(self, criterion_id: str, note: str) -> None:
        write = self._presenter.note_write(criterion_id, note)
        self.writes.write((_NOTE, criterion_id), note, "保存说明", write)

    def _write_link_note(self, evidence_id: str, note: str) -> None:
        self._write_link(_LINK_NOTE, evidence_id, note.strip(), with_note(note))

    def _write_stamp(self, evidence_id: str, stamped: bool) -> None:  # noqa: FBT001 - a Qt signal's
        self._write_link(_STAMP, evidence_id, stamped, with_stamp(stamped=stamped))

    def _write_link(
        self,
        kind: str,
        evidence_id: str,
        value: object,
        change: Callable[[EvidenceLink], EvidenceLink],
    ) -> None:
        criterion_id = self._presenter.current
        write = self._presenter.link_write(evidence_id, criterion_id, change)
        self.writes.write((kind, criterion_id, evidence_id), value, "保存关联", write)

    def _unlink(self, evidence_id: str) -> None:
        criterion_id = self._presenter.current
        write = self._presenter.unlink_write(evidence_id, criterion_id)
        self.writes.write((_LINK, criterion_id, evidence_id), None, "解除关联", write)

    def _pick_links(self) -> None:
        criterion_id = self._presenter.current
        choices = [
            Choice(
                item.id,
                f"{item.id}  {item.title}（{item.level.value}，{size_text(item.size)}）",
                item.file_name,
            )
            for item in self._presenter.unlinked()
        ]
        nothing = "证据库里没有可再关联的文件，请先添加文件。"
        texts = ChoiceTexts(f"关联到条目 {criterion_id}", "证据", nothing)
        picker = ChoiceDialog(self._session.appearance, texts, choices, self._window())
        picker.picked.connect(lambda chosen: self._link_all(criterion_id, chosen))
        self._open(picker)

    def _link_all(self, criterion_id: str, chosen: tuple[str, ...]) -> None:
        for evidence_id in chosen:
            write = self._presenter.new_link_write(evidence_id, criterion_id)
            self.writes.write((_LINK, criterion_id, evidence_id), evidence_id, "关联证据", write)

    def _choose_level(self, evidence_id: str, level: DisclosureLevel) -> None:
        item = self._session.require_project().assessment.item(evidence_id)
        self.levels.change([item], level, self._refresh)

    def _window(self) -> QWidget:
        return self._card.window()

    def _open(self, dialog: DeclineDialog | ChoiceDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._close_dialog)
        dialog.open()

    def _close_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._refresh()
