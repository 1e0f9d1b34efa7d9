"""证据库: filters, table and details; files and folders may be dropped anywhere on the page."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.evidence import DisclosureLevel, EvidenceItem
from desktop.ui.intake.intake import IntakeReport
from desktop.ui.places import CRITERIA, Place
from desktop.ui.preview.evidence_preview import EvidencePreview
from desktop.ui.screen import Screen
from desktop.ui.screens.evidence.acts import LibraryActs
from desktop.ui.screens.evidence.content import Scope
from desktop.ui.screens.evidence.details_pane import DetailsPane
from desktop.ui.screens.evidence.filter_pane import FilterPane
from desktop.ui.screens.evidence.library_page import LibraryPage
from desktop.ui.screens.evidence.presenter import EvidencePresenter
from desktop.ui.session import Session
from desktop.ui.size_class import SizeClass, WidthClass, size_class
from desktop.ui.widgets.drop_zone import dropped_paths

_FILTERS: Final = 176
_DETAILS: Final = {WidthClass.WIDE: 420, WidthClass.NORMAL: 320}
_DETAILS_NARROW: Final = 296

_KEYS: Final = (
    ("空格键 / F9", "预览开关"),
    ("F2", "重命名"),
    ("Ctrl+I", "导入文件"),
    ("Ctrl+V", "粘贴复制的文件"),
    ("Delete", "从项目中删除（先询问）"),
)


class EvidenceScreen(Screen):
    """Shows every file of the project."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        project = session.require_project()
        self.setAcceptDrops(True)
        self.read_only = project.read_only
        self._form: SizeClass | None = None
        self.presenter = EvidencePresenter(session.services, project)
        self.filters = FilterPane(session.appearance)
        self.page = LibraryPage(session.appearance, read_only=project.read_only)
        self.table = self.page.table
        self.details = DetailsPane(session.appearance, read_only=project.read_only)
        self.preview = EvidencePreview(session, takes_pages=False)
        self.side = QStackedWidget()
        self.side.addWidget(self.details)
        self.side.addWidget(self.preview)
        self.acts = LibraryActs(session, self.presenter, self, self.refresh, self.page.say)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.filters.show_filter(self.presenter.filter)
        self.refresh()

    @override
    def show_place(self, key: str) -> None:
        if key and not self.table.select(key):
            self._clear_filter()
            self.table.select(key)

    @override
    def place_key(self) -> str:
        return self.table.current

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.filters, self.page, self.side)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    @Slot()
    def refresh(self) -> None:
        """Show the present snapshot."""
        self.presenter.refresh()
        self.filters.show_counters(self.presenter.counters)
        self._show_rows()
        self._show_selection()

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Take files and folders in."""
        if not self.read_only:
            self.acts.import_files(paths, self._show_report)

    def choose_files(self) -> None:
        """Let the user choose files to be taken in."""
        if self.read_only:
            return
        chooser = QFileDialog(self, "导入文件")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(
            lambda chosen: self.attach(tuple(Path(name) for name in chosen))
        )
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def paste_files(self) -> None:
        """Take in the files that were copied in the file manager."""
        data = QGuiApplication.clipboard().mimeData()
        paths = dropped_paths(data)
        if paths:
            self.attach(paths)

    def toggle_preview(self) -> None:
        """Space: the page of the chosen file, or its details again."""
        item = self._one()
        showing = self.side.currentWidget() is self.preview
        if showing or item is None:
            self.side.setCurrentWidget(self.details)
        else:
            self.side.setCurrentWidget(self.preview)
            self.preview.show_item(item)
            self.page.details_button.setChecked(True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()) and not self.read_only:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths and not self.read_only:
            event.acceptProposedAction()
            self.attach(paths)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        form = size_class(window.width(), window.height())
        if form != self._form:
            self._form = form
            self._take_form(form)

    def _take_form(self, form: SizeClass) -> None:
        narrow = form.width is WidthClass.NARROW
        px = self.session.appearance.px
        self.page.set_narrow(narrow=narrow)
        self.table.set_compact(compact=form.compact)
        self._arrange()
        side = px(_DETAILS.get(form.width, _DETAILS_NARROW))
        rest = max(self.width() - px(_FILTERS) - side, px(_DETAILS_NARROW))
        self._splitter.setSizes([px(_FILTERS), rest, side])

    def _arrange(self) -> None:
        narrow = self._form is not None and self._form.width is WidthClass.NARROW
        self.filters.setVisible(not narrow or self.page.filter_button.isChecked())
        self.side.setVisible(not narrow or self.page.details_button.isChecked())

    def _connect(self) -> None:
        page, details = self.page, self.details
        self.session.changed.connect(self.refresh)
        self.filters.scope_chosen.connect(self._choose_scope)
        self.filters.levels_chosen.connect(self._choose_levels)
        page.search.textChanged.connect(self._choose_words)
        page.clear_requested.connect(self._clear_filter)
        page.import_requested.connect(self.choose_files)
        page.paths_dropped.connect(self.attach)
        page.filter_button.toggled.connect(self._arrange)
        page.details_button.toggled.connect(self._arrange)
        self.table.selection_changed.connect(self._show_selection)
        self.table.preview_wanted.connect(self.toggle_preview)
        self.table.doubleClicked.connect(self.toggle_preview)
        self.preview.closed.connect(self.toggle_preview)
        details.preview_requested.connect(self.toggle_preview)
        details.rename_requested.connect(self.rename)
        details.remove_requested.connect(self.remove)
        details.extract_requested.connect(self.extract)
        details.levels.level_chosen.connect(self._choose_level)
        details.links.link_requested.connect(self.link)
        details.links.unlink_requested.connect(self._unlink)
        details.links.criterion_activated.connect(self._open_criterion)

    def _add_keys(self) -> None:
        acts = (
            ("F2", self.rename),
            ("Delete", self.remove),
            ("Ctrl+I", self.choose_files),
            ("F9", self.toggle_preview),
        )
        for keys, act in acts:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste_files)

    def rename(self) -> None:
        """F2: another title for the chosen file."""
        self._with_one(self.acts.rename)

    def remove(self) -> None:
        """Delete the chosen file, after a question."""
        self._with_one(self.acts.remove)

    def extract(self) -> None:
        """Write the chosen file outside of the project."""
        item = self._one()
        if item is not None:
            self.acts.choose_target(item)

    def link(self) -> None:
        """Link the chosen file to criteria."""
        self._with_one(self.acts.link)

    def _with_one(self, act: Callable[[EvidenceItem], None]) -> None:
        item = self._one()
        if item is not None and not self.read_only:
            act(item)

    def _one(self) -> EvidenceItem | None:
        """The chosen file, when it is the only one."""
        chosen = self.presenter.items(self.table.selected)
        return chosen[0] if len(chosen) == 1 else None

    def _unlink(self, criterion_id: str) -> None:
        item = self._one()
        if item is not None:
            self.acts.unlink(item.id, criterion_id)

    def _open_criterion(self, criterion_id: str) -> None:
        self.session.go(Place(CRITERIA, criterion_id))

    def _choose_level(self, level: DisclosureLevel) -> None:
        self.acts.set_level(self.table.selected, level)

    def _choose_words(self, text: str) -> None:
        self.presenter.set_words(text)
        self._show_rows()

    def _choose_scope(self, scope: Scope) -> None:
        self.presenter.set_scope(scope)
        self._show_rows()

    def _choose_levels(self, levels: frozenset[DisclosureLevel]) -> None:
        self.presenter.set_levels(levels)
        self._show_rows()

    def _clear_filter(self) -> None:
        self.presenter.clear_filter()
        self.page.search.clear()
        self.filters.show_filter(self.presenter.filter)
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.presenter.rows
        self.table.show_rows(rows)
        self.page.show_emptiness(no_files=self.presenter.is_empty, no_match=not rows)

    def _show_selection(self) -> None:
        chosen = self.presenter.items(self.table.selected)
        details = self.presenter.details(chosen[0].id) if len(chosen) == 1 else None
        if details is not None:
            self.details.show_details(details)
        elif chosen:
            self.details.show_several(chosen)
        else:
            self.details.show_nothing()
        if self.side.currentWidget() is self.preview:
            self.preview.show_item(details.item if details else None)

    def _show_report(self, report: IntakeReport) -> None:
        self.page.intake.show_report(report)
        if report.taken:
            self.show_place(report.taken[-1].attached.item.id)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.filters, self.page, self.side):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
