"""Changing levels: asks once before anything internal may leave."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.evidence import DisclosureLevel, EvidenceItem
from desktop.services.open_project import OpenProject
from desktop.ui.disclosure.level_words import needs_question
from desktop.ui.session import Session
from desktop.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop.ui.write_queue import WriteQueue


class LevelChange:
    """One question for one act, however many files it is about; 保持内部 is the default."""

    def __init__(self, session: Session, writes: WriteQueue, window: QWidget) -> None:
        self._session = session
        self._writes = writes
        self._window = window
        self.question: ConfirmDialog | None = None

    def change(
        self,
        items: Sequence[EvidenceItem],
        level: DisclosureLevel,
        on_kept: Callable[[], None] | None = None,
    ) -> None:
        """Set the level of items, after a question where one is due.

        Args:
            items: As the present snapshot has them.
            level: The new level.
            on_kept: Called when the answer was to keep internal items internal; the others of
                the same act are changed all the same.
        """
        held = [item for item in items if needs_question(item.level, level)]
        free = [item for item in items if item not in held]
        self._write(free, level)
        if not held:
            return
        dialog = ConfirmDialog(self._session.appearance, _question(held), self._window)
        self.question = dialog

        def decide(agreed: bool) -> None:  # noqa: FBT001 - the signal carries a bare boolean
            self.question = None
            dialog.deleteLater()
            if agreed:
                self._write(held, level)
            elif on_kept is not None:
                on_kept()

        dialog.decided.connect(decide)
        dialog.open()

    def _write(self, items: Sequence[EvidenceItem], level: DisclosureLevel) -> None:
        service = self._session.services.evidence
        for item in items:
            if item.level is not level:
                self._writes.write(
                    ("level", item.id),
                    level,
                    "修改提交级别",
                    _setter(service.set_level, item, level),
                )


def _setter(
    set_level: Callable[[OpenProject, str, DisclosureLevel], None],
    item: EvidenceItem,
    level: DisclosureLevel,
) -> Callable[[OpenProject], None]:
    return lambda project: set_level(project, item.id, level)


def _question(items: Sequence[EvidenceItem]) -> Question:
    what = f"《{items[0].title}》" if len(items) == 1 else f"所选的 {len(items)} 件内部材料"
    return Question(
        title="把文件改为“可提交”？",
        text=f"{what}现在是内部材料。改后会原样进入申报包，请先确认其中没有涉密内容。",
        act="改为可提交",
        safe="保持内部",
    )
