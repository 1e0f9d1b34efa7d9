"""Theme and text size, taken up at once and kept for the next start."""

from PySide6.QtWidgets import QApplication, QGridLayout

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.look_store import LookStore
from desktop.ui.theme import TextScale, ThemeChoice
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.segmented_control import Segment, SegmentedControl


class LookCard(Card):
    """Belongs to this computer, not to the project."""

    def __init__(self, appearance: Appearance, store: LookStore) -> None:
        super().__init__(appearance, "外观")
        self._store = store
        choice, scale = store.load()
        self.theme = SegmentedControl(
            appearance, "主题", [Segment(item.name, item.value) for item in ThemeChoice]
        )
        self.scale = SegmentedControl(
            appearance, "字号", [Segment(item.name, item.word) for item in TextScale]
        )
        self.theme.choose(choice.name)
        self.scale.choose(scale.name)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(appearance.measures.space_12)
        for row, (word, control) in enumerate((("主题", self.theme), ("字号", self.scale))):
            grid.addWidget(TextLabel(word, LabelKind.COMPACT), row, 0)
            grid.addWidget(control, row, 1)
            control.chosen.connect(self._take)
        self.body.addLayout(grid)
        remark = "只保存在本机，与项目无关；页面预览始终按纸面显示。"
        self.body.addWidget(TextLabel(remark, LabelKind.CAPTION, wraps=True))

    def _take(self, _key: str) -> None:
        choice, scale = ThemeChoice[self.theme.current], TextScale[self.scale.current]
        self._store.save(choice, scale)
        application = QApplication.instance()
        if isinstance(application, MipingApplication):
            application.set_look(choice, scale)
