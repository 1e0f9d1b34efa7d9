"""逐项自评: the screen that leads from criterion to criterion."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.assessment import ResponseState
from desktop.services.evidence_service import LinkWish
from desktop.ui.intake.intake import IntakeReport, intake_job
from desktop.ui.places import UNDERTAKINGS, Place
from desktop.ui.preview.evidence_preview import EvidencePreview
from desktop.ui.preview.locator import page_of, with_page
from desktop.ui.screen import Screen
from desktop.ui.screens.criteria.card import CriterionCard
from desktop.ui.screens.criteria.card_acts import CardActs
from desktop.ui.screens.criteria.card_content import CardContent, CardFinding, LinkLine, Remedy
from desktop.ui.screens.criteria.link_row import LinkRow
from desktop.ui.screens.criteria.panes import CriteriaPanes
from desktop.ui.screens.criteria.presenter import CriteriaPresenter
from desktop.ui.screens.criteria.tree_pane import TreePane
from desktop.ui.session import Session
from desktop.ui.size_class import SizeClass

_KEYS: Final = (
    ("Ctrl+PgUp / Ctrl+PgDn", "上一个 / 下一个条目"),
    ("Ctrl+Shift+PgDn", "下一个未完成的条目"),
    ("Ctrl+Enter", "标为材料齐"),
    ("Ctrl+I", "添加文件"),
    ("Ctrl+L", "以本页为定位"),
    ("F9", "预览开关"),
)


class CriteriaScreen(Screen):
    """Shows the project as it will be when everything queued is on the disk."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        project = session.require_project()
        self.presenter = CriteriaPresenter(session.services, project)
        self.tree = TreePane(session.appearance)
        self.card = CriterionCard(session.appearance, read_only=project.read_only)
        self.acts = CardActs(session, self.presenter, self.card, self.refresh)
        self.preview = EvidencePreview(session, takes_pages=not project.read_only)
        self.form = CriteriaPanes(session.appearance, self.tree, self.card, self.preview)
        self._content = self.presenter.card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.form)
        self._connect()
        self._add_keys()
        self.refresh()
        self.tree.show_current(self.presenter.current)
        self._preview_current()

    @property
    def content(self) -> CardContent:
        """What the card shows."""
        return self._content

    @override
    def show_place(self, key: str) -> None:
        if key:
            self.go_to(key)

    @override
    def place_key(self) -> str:
        return self.presenter.current

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.tree, self.card, self.preview)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    @override
    def leave(self) -> None:
        self.card.hand_over()

    def go_to(self, criterion_id: str) -> None:
        """Show another criterion; what was typed on the old one is kept first."""
        self.card.hand_over()
        if not self.presenter.show(criterion_id):
            return
        self.refresh()
        self.tree.show_current(criterion_id)
        self.form.show_card()
        self._preview_current()

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Take files and folders in for the current criterion."""
        project, evidence = self.session.require_project(), self.session.services.evidence
        criterion_id = self.presenter.current
        job = intake_job(evidence, project, paths, LinkWish((criterion_id,)))
        self.session.run(job, lambda report: self._show_report(criterion_id, report))

    def choose_files(self) -> None:
        """Let the user choose files to be taken in."""
        if self.card.read_only:
            return
        chooser = QFileDialog(self, f"添加到条目 {self.presenter.current}")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(self._take_chosen)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot()
    def refresh(self) -> None:
        """Show the present snapshot, with what is on its way to the disk on top of it."""
        self.presenter.refresh()
        self._content = self.acts.on_way(self.presenter.card())
        self.tree.show_outline(self.presenter.outline)
        self.card.show_content(self._content)
        presenter = self.presenter
        steps = (presenter.previous, presenter.next, presenter.next_unfinished)
        self.card.steps.show_steps(presenter.position, *steps)
        self.form.tree_button.setText(presenter.title)
        shown = self.preview.item
        if (shown is None) == bool(self._content.lines) or (shown and not self._line(shown.id)):
            self._preview_current()

    def _connect(self) -> None:
        card = self.card
        card.files_dropped.connect(self.attach)
        card.steps.step_requested.connect(self.go_to)
        card.findings.remedy_requested.connect(self._remedy)
        card.links.add_requested.connect(self.choose_files)
        card.links.current_changed.connect(self._preview)
        card.links.row_made.connect(self._connect_row)
        self.session.changed.connect(self.refresh)
        self.tree.chosen.connect(self.go_to)
        self.preview.page_taken.connect(self._take_page)
        self.preview.closed.connect(self.form.toggle_preview)
        self.form.form_changed.connect(self._take_form)

    def _connect_row(self, row: LinkRow) -> None:
        row.preview_requested.connect(self._open_preview)

    def _add_keys(self) -> None:
        acts = (
            ("Ctrl+PgUp", lambda: self._step(self.presenter.previous)),
            ("Ctrl+PgDown", lambda: self._step(self.presenter.next)),
            ("Ctrl+Shift+PgDown", lambda: self._step(self.presenter.next_unfinished)),
            ("Ctrl+Return", self._mark_ready),
            ("Ctrl+Enter", self._mark_ready),
            ("Ctrl+L", self.preview.take_page),
            ("Ctrl+I", self.choose_files),
            ("F9", self.form.toggle_preview),
        )
        for keys, act in acts:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _step(self, criterion_id: str | None) -> None:
        if criterion_id is not None:
            self.go_to(criterion_id)

    def _mark_ready(self) -> None:
        """Ctrl+Enter: where the button would say 标为材料齐, and nothing stands against it."""
        held = self.card.read_only or self._content.readiness or self._content.waiting
        if not held and self._content.state in (
            ResponseState.NOT_STARTED,
            ResponseState.PREPARING,
        ):
            self.acts.choose_state(ResponseState.READY)

    def _take_form(self, form: SizeClass) -> None:
        self.tree.set_compact(compact=form.compact)
        self.card.set_compact(compact=form.compact)

    def _take_chosen(self, chosen: list[str]) -> None:
        self.attach(tuple(Path(name) for name in chosen))

    def _show_report(self, criterion_id: str, report: IntakeReport) -> None:
        """Say what became of the files, also when another criterion is shown by now."""
        self.card.intake.show_report(report, f"条目 {criterion_id}：")
        if criterion_id == self.presenter.current and report.taken:
            self._preview(report.taken[-1].attached.item.id)
            self.card.links.make_current(report.taken[-1].attached.item.id)

    def _remedy(self, finding: CardFinding) -> None:
        match finding.remedy:
            case Remedy.CHOOSE_LEVEL:
                row = self.card.links.row(finding.place)
                if row is not None:
                    row.level.setFocus(Qt.FocusReason.OtherFocusReason)
                    row.level.showPopup()
            case Remedy.ADD_FILES:
                self.choose_files()
            case Remedy.WRITE_NOTE:
                self.card.note.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            case Remedy.OPEN_PAPERS:
                papers = self.session.require_project().rubric.criterion(self._content.id).papers
                self.session.go(Place(UNDERTAKINGS, papers[0].value if papers else ""))
            case Remedy.NONE:
                return

    def _line(self, evidence_id: str) -> LinkLine | None:
        return next((line for line in self._content.lines if line.item.id == evidence_id), None)

    def _preview_current(self) -> None:
        self._preview(self.card.links.current)

    def _preview(self, evidence_id: str) -> None:
        """Show an item of this criterion at the page that its locator names."""
        line = self._line(evidence_id)
        if line is None:
            self.preview.show_item(None)
            return
        elsewhere = self.presenter.used_elsewhere(evidence_id)
        foot = f"同一文件还用于 {'、'.join(elsewhere)}" if elsewhere else ""
        self.preview.show_item(line.item, page_of(line.link.locator), foot)

    def _open_preview(self, evidence_id: str) -> None:
        self.card.links.make_current(evidence_id, opened=True)
        self._preview(evidence_id)
        self.form.show_preview()

    def _take_page(self, evidence_id: str, page: int) -> None:
        """Write the shown page into the locator of the same item."""
        line, row = self._line(evidence_id), self.card.links.row(evidence_id)
        if line is None or row is None:
            return
        row.locator.setText(with_page(row.locator.text(), page))
        self.acts.write_locator(evidence_id, row.locator.text())
