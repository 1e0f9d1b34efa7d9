"""承诺书: three panes around the paper that will be printed."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.jobs import Job, JobContext
from desktop.services.preview_service import PageImage
from desktop.services.undertaking_service import PreparedUndertaking
from desktop.ui.intake.intake import IntakeReport
from desktop.ui.places import EVIDENCE, Place
from desktop.ui.screen import Screen
from desktop.ui.screens.undertakings.acts import PaperActs, intake_problem
from desktop.ui.screens.undertakings.content import FormContent
from desktop.ui.screens.undertakings.form_pane import FormPane
from desktop.ui.screens.undertakings.panes import PaperPanes
from desktop.ui.screens.undertakings.paper_pane import PaperPane
from desktop.ui.screens.undertakings.presenter import UndertakingsPresenter
from desktop.ui.screens.undertakings.progress_pane import ProgressPane
from desktop.ui.session import Session
from desktop.ui.widgets.page_canvas import Fit
from desktop.ui.widgets.page_preview import PageRequest
from desktop.ui.widgets.rank import Rank
from rubric.model import UndertakingKind

_REST_MS: Final = 120
_NAME: Final = "承诺书.pdf"
_SETTING: Final = "正在编排正文…"

_Drawn = tuple[PreparedUndertaking, PageImage]


class UndertakingsScreen(Screen):
    """The paper is set in a job, from what stands in the form, whenever that changes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        project = session.require_project()
        appearance, read_only = session.appearance, project.read_only
        self.presenter = UndertakingsPresenter(session.services, project)
        self.form = FormPane(appearance, self.presenter.papers(), read_only=read_only)
        self.paper = PaperPane(appearance)
        self.progress = ProgressPane(appearance, read_only=read_only)
        self.layout_panes = PaperPanes(appearance, self.form, self.paper, self.progress)
        self.acts = PaperActs(session, self.presenter, self)
        self._prepared: PreparedUndertaking | None = None
        self._kind: UndertakingKind | None = None
        self._asked: object = None
        self._serial = 0
        self._missing: tuple[str, ...] = ()
        self._fault: AppError | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.layout_panes)
        self._connect()
        self.refresh()

    @property
    def prepared(self) -> PreparedUndertaking | None:
        """The paper that is shown, when there is one."""
        return self._prepared

    @override
    def show_place(self, key: str) -> None:
        self.form.hand_over()
        if key and self.presenter.show(key):
            self.refresh()

    @override
    def place_key(self) -> str:
        return self.presenter.kind.value

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.form, self.paper, self.progress)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+P", "打印承诺书"),)

    @override
    def leave(self) -> None:
        self.form.hand_over()

    @Slot()
    def refresh(self) -> None:
        """Show the present snapshot and what is typed on top of it."""
        if self.session.project is None:
            return
        content = self.presenter.form()
        if self.presenter.kind is not self._kind:
            self._kind = self.presenter.kind
            self._prepared = None
            self.paper.done.hide()
        self.form.papers.show_lines(self.presenter.papers(), self.presenter.kind)
        self.form.show_form(content)
        self._ask_for_paper(content)
        self._show_progress()

    def _ask_for_paper(self, content: FormContent) -> None:
        if not content.is_open:
            self._serial += 1
            self._prepared, self._asked = None, None
            self.paper.show_nothing(self.presenter.template.title, content.refusal)
            return
        project = self.session.require_project()
        answers = dict(self.presenter.answers())
        kept = project.assessment.undertakings.get(content.kind)
        wish = (content.kind, answers, project.assessment.applicant, kept)
        if wish != self._asked:
            self._asked = wish
            self._serial += 1
            if self._prepared is None:
                title = self.presenter.template.title
                self.paper.show_nothing(title, _SETTING, Rank.INFO)
            self._rest.start()

    def _set_paper(self) -> None:
        """Queue the setting of the paper as it stands in the form now."""
        serial, kind = self._serial, self.presenter.kind
        job = self._job(serial, kind, self.presenter.answers())
        self.session.run(
            job,
            lambda drawn: self._show_paper(serial, drawn),
            lambda error: self._show_fault(serial, error),
        )

    def _job(
        self, serial: int, kind: UndertakingKind, answers: Mapping[str, str]
    ) -> Job[_Drawn | None]:
        project, services = self.session.require_project(), self.session.services
        width = max(self.paper.pages.canvas.wanted_width(), 1)

        def run(_context: JobContext) -> _Drawn | None:
            if serial != self._serial:  # overtaken while it waited
                return None
            prepared = services.undertakings.preview(project, kind, answers)
            return prepared, services.previews.page_of(_NAME, prepared.pdf, 0, width)

        return Job("编排承诺书", run)

    def _show_paper(self, serial: int, drawn: _Drawn | None) -> None:
        if drawn is None or serial != self._serial:
            return
        prepared, first = drawn
        self._prepared, self._missing, self._fault = prepared, (), None
        self.form.show_faults({})
        self.paper.show_paper(prepared, first, self.presenter.cautions(prepared))
        self.paper.allow("项目以只读方式打开。" if self.form.read_only else "")
        self._show_progress()

    def _show_fault(self, serial: int, error: AppError) -> None:
        if serial != self._serial:
            return
        self._prepared, self._fault = None, error
        faults = self.presenter.faults(error, reveal=False)
        self._missing = faults.names
        self.form.show_faults(faults.by_field)
        self.paper.show_nothing(self.presenter.template.title, faults.sentence)
        self.paper.offer_fields(offered=bool(faults.names))
        self._show_progress()

    def _reveal(self) -> None:
        """Mark what is missing and go to the first of it."""
        if self._fault is not None:
            faults = self.presenter.faults(self._fault, reveal=True)
            self.form.show_faults(faults.by_field)
            self.form.focus_first(faults.names)

    def _show_progress(self) -> None:
        self.progress.show_progress(self.presenter.progress(self._prepared))

    def _draw(self, request: PageRequest) -> None:
        prepared, previews = self._prepared, self.session.services.previews
        if prepared is None:
            return
        job = Job(
            "读取预览",
            lambda _c: previews.page_of(_NAME, prepared.pdf, request.index, request.width),
        )
        self.session.run(
            job,
            lambda image: self.paper.pages.deliver(request, image.png),
            lambda error: self.paper.pages.fail(request, explain(error).text),
        )

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self._rest.timeout.connect(self._set_paper)
        self.layout_panes.narrowed.connect(self._fit)
        self.form.papers.chosen.connect(self._choose)
        self.form.answered.connect(self._answer)
        self.form.written.connect(self._write)
        self.paper.page_wanted.connect(self._draw)
        self.paper.export_requested.connect(self._export)
        self.paper.print_requested.connect(self._print)
        self.paper.fields_requested.connect(self._reveal)
        self.progress.files_dropped.connect(self.acts.attach)
        self.progress.scans.zone.choose_requested.connect(self.acts.choose_scans)
        self.progress.scans.opened.connect(lambda name: self.session.go(Place(EVIDENCE, name)))
        self.progress.scans.released.connect(self.acts.release)
        self.progress.check.verify_requested.connect(self.acts.verify)
        self.acts.exported.connect(self._say_exported)
        self.acts.reader_missing.connect(self._say_no_reader)
        self.acts.scans_taken.connect(self._say_intake)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._print)

    def _fit(self, narrow: bool) -> None:  # noqa: FBT001 - the signal carries a bare boolean
        self.paper.fit(Fit.WIDTH if narrow else Fit.PAGE)

    def _choose(self, kind: UndertakingKind) -> None:
        self.show_place(kind.value)

    def _answer(self, field: str, answer: str) -> None:
        self.presenter.answer(field, answer)
        self.paper.done.hide()
        self.refresh()

    def _write(self, name: str, text: str) -> None:
        self.presenter.set_value(name, text)
        self.paper.done.hide()
        self.refresh()

    def _export(self) -> None:
        self.form.hand_over()
        if self.paper.export_button.isEnabled():
            self.acts.choose_target()

    def _print(self) -> None:
        self.form.hand_over()
        if self._prepared is not None and self.paper.print_button.isEnabled():
            self.acts.print_version(self._prepared.draft.version)

    def _say_exported(self, name: str) -> None:
        words = f"打印件“{name}”已导出。用 A4 纸单面打印，签字、盖章后彩色扫描，在右侧回传。"
        self.paper.say(words, Rank.GOOD)

    def _say_no_reader(self, name: str) -> None:
        words = f"打印件“{name}”已导出，但系统没有能打开 PDF 的程序。请在能打印的电脑上打开该文件。"
        self.paper.say(words, Rank.WARNING)

    def _say_intake(self, report: IntakeReport) -> None:
        self.progress.scans.problem.say(intake_problem(report))
