"""Cards of the right column: round, certificate, result, verification."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.assessment import Round
from desktop.messages import Message
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.package.content import CertificateContent, ResultContent
from desktop.ui.tokens import TYPE, Token
from desktop.ui.verification.sentences import VerificationSentences
from desktop.ui.verification.words import VerificationWords
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import ActionButton, IconButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

SIGNATURE_IS_NO_SEAL = (
    "完整性签名(防篡改)，用于发现改动，不等同公章。"
    "他人的软件会显示“签名者身份未知”；时间取自本机时钟。"
)
NO_CERTIFICATE = "还没有签名证书。第一次生成申报包时为本项目制作，密钥只存在加密的项目文件里。"


class RoundCard(Card):
    """Where the application stands, and the way to the next round."""

    next_requested = Signal()

    def __init__(self, appearance: Appearance, *, read_only: bool) -> None:
        super().__init__(appearance, "轮次")
        self._read_only = read_only
        self.badge = Badge("", Rank.GOOD)
        self.header.addWidget(self.badge)
        self._words = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self.button = ActionButton(appearance, "", icon=Icon.NEXT, compact=True)
        self.body.addWidget(self._words)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.next_requested)

    def show_round(self, present: Round, following: Round | None) -> None:
        """Show the present round and offer the next."""
        self.badge.setText(present.value)
        self.button.setVisible(following is not None)
        self.button.setEnabled(not self._read_only)
        if following is None:
            self._words.setText("已是最后一轮。缺盖章扫描件在本轮是错误。")
            return
        self.button.setText(f"进入下一轮：{following.value}")
        readiness = "项目以只读方式打开。" if self._read_only else "本轮材料递交后再进入下一轮。"
        self._words.setText(readiness)


class CertificateCard(Card):
    """Who vouches that nothing was changed; never called a seal."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "签名证书")
        self._absent = TextLabel("正在读取…", LabelKind.SECONDARY, wraps=True)
        self._facts = QWidget()
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(appearance.measures.space_16)
        grid.setVerticalSpacing(appearance.measures.space_4)
        grid.setColumnStretch(1, 1)
        self.name = TextLabel("", LabelKind.COMPACT, wraps=True, selectable=True)
        self.period = TextLabel("", LabelKind.COMPACT, wraps=True)
        self.fingerprint = TextLabel("", LabelKind.COMPACT, wraps=True, selectable=True)
        self.fingerprint.setFont(appearance.mono_font(TYPE.caption))
        rows = (("名称", self.name), ("有效期", self.period), ("指纹", self.fingerprint))
        for row, (word, value) in enumerate(rows):
            value.setAccessibleName(word)
            label = TextLabel(word, LabelKind.SECONDARY)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self.caution = MessageBar(appearance, Rank.ERROR, "")
        self.body.addWidget(self._absent)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.caution)
        self.body.addWidget(MessageBar(appearance, Rank.INFO, SIGNATURE_IS_NO_SEAL))
        self._facts.hide()
        self.caution.hide()

    def show_certificate(self, content: CertificateContent | None) -> None:
        """Show the certificate, or that there is none yet."""
        self._absent.setText(NO_CERTIFICATE)
        self._absent.setVisible(content is None)
        self._facts.setVisible(content is not None)
        self._warn(content.caution if content else "")
        if content is not None:
            self.name.setText(content.name)
            self.period.setText(content.period)
            self.fingerprint.setText(content.fingerprint)

    def show_failure(self, message: Message) -> None:
        """Say why the certificate cannot be read."""
        self._absent.hide()
        self._facts.hide()
        self._warn(f"{message.text}{message.advice}")

    def _warn(self, text: str) -> None:
        self.caution.setVisible(bool(text))
        if text:
            self.caution.show_message(Rank.ERROR, text)


class ResultCard(Card):
    """The last package that was built while the project is open."""

    copy_requested = Signal(str)
    open_requested = Signal()
    folder_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "生成结果")
        self._sha256 = ""
        self.header.insertWidget(1, Badge("已通过验证", Rank.GOOD))
        self.name = ElidedLabel("", LabelKind.STRONG, elide=Qt.TextElideMode.ElideMiddle)
        self.folder = ElidedLabel("", LabelKind.SECONDARY, elide=Qt.TextElideMode.ElideMiddle)
        self.measure = TextLabel("", LabelKind.COMPACT, wraps=True)
        self.score = TextLabel("", LabelKind.COMPACT, wraps=True)
        self.hash = _code(appearance, "SHA-256")
        self.fingerprint = _code(appearance, "证书指纹")
        self.copy_button = IconButton(appearance, Icon.COPY, "复制 SHA-256")
        self._remarks = QVBoxLayout()
        self._shown: list[QWidget] = []
        self._appearance = appearance
        self._lay_out()
        self.hide()

    def show_result(self, content: ResultContent) -> None:
        """Show another package."""
        self._sha256 = content.sha256
        self.name.setText(content.file_name)
        self.folder.setText(content.folder)
        self.measure.setText(content.size)
        self.score.setText(content.score)
        self.hash.setText(content.sha256_groups)
        self.fingerprint.setText(content.fingerprint)
        for label in self._shown:
            self._remarks.removeWidget(label)
            label.deleteLater()
        self._shown = [TextLabel(text, LabelKind.SECONDARY, wraps=True) for text in content.remarks]
        for label in self._shown:
            self._remarks.addWidget(label)
        self.show()

    def _lay_out(self) -> None:
        appearance = self._appearance
        hashes = QHBoxLayout()
        hashes.addWidget(self.hash, 1)
        hashes.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        open_button = ActionButton(appearance, "打开申报包", icon=Icon.PDF, compact=True)
        folder_button = ActionButton(appearance, "打开位置", icon=Icon.FOLDER_OPEN, compact=True)
        buttons.addWidget(open_button)
        buttons.addWidget(folder_button)
        buttons.addStretch(1)
        for part in (self.name, self.folder, self.measure, self.score):
            self.body.addWidget(part)
        self.body.addWidget(TextLabel("SHA-256", LabelKind.CAPTION))
        self.body.addLayout(hashes)
        self.body.addWidget(TextLabel("证书指纹（SHA-256）", LabelKind.CAPTION))
        self.body.addWidget(self.fingerprint)
        self.body.addLayout(self._remarks)
        self.body.addLayout(buttons)
        self.copy_button.clicked.connect(lambda: self.copy_requested.emit(self._sha256))
        open_button.clicked.connect(self.open_requested)
        folder_button.clicked.connect(self.folder_requested)


class VerificationCard(Card):
    """What the verification of any package found."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "验证结果")
        self.file_name = ElidedLabel("", LabelKind.SECONDARY, elide=Qt.TextElideMode.ElideMiddle)
        self.sentences = VerificationSentences(appearance)
        self._mark = IconLabel(appearance, Icon.VERIFY, Token.TEXT2)
        self.answer = TextLabel("", LabelKind.STRONG)
        row = QHBoxLayout()
        row.addWidget(self._mark)
        row.addWidget(self.answer, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.file_name)
        self.body.addWidget(self.sentences)
        self.hide()

    def show_working(self, file_name: str) -> None:
        """Say that a file is being verified."""
        self.file_name.setText(file_name)
        self.answer.setText("正在验证…")
        self._mark.show_icon(Icon.REPEAT, Token.TEXT2)
        self.sentences.show_lines(())
        self.show()

    def show_words(self, words: VerificationWords, rank: Rank) -> None:
        """Show the answer."""
        self.answer.setText(words.title)
        self._mark.show_icon(rank.icon, rank.token)
        self.sentences.show_lines(words.lines)


def _code(appearance: Appearance, name: str) -> TextLabel:
    label = TextLabel("", LabelKind.COMPACT, wraps=True, selectable=True)
    label.setFont(appearance.mono_font(TYPE.compact))
    label.setAccessibleName(name)
    return label
