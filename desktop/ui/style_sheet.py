"""The one style sheet, filled from the tokens; rules speak of dynamic properties, not of names."""

import re

from desktop.ui.theme import Theme
from desktop.ui.tokens import Token

_FRAMES = """
QMainWindow, QDialog, QMessageBox { background: $app; }
QDialog[kind="decision"] { background: $raised; }
QFrame[kind="card"], QFrame[kind="bar"] { background: $surface; }
QFrame[kind="card"] { border: 1px solid $border; border-radius: 6@px; }
QFrame[kind="card"][state="selected"] { border-color: $pri; background: $pri_tint; }
QFrame[kind="row"] { background: transparent; border: none; border-top: 1px solid $border; }
QFrame[kind="row"][state="selected"] { background: $pri_tint; }
QFrame[kind="columns"] { background: $sunken; border: none; }
QFrame[kind="line"] { background: $border; border: none; }
QFrame[kind="sunken"] {
  background: $sunken; border: 1px solid $border; border-radius: 4@px; }
QFrame[kind="hint"] { background: $pri_tint; border: none; border-left: 3px solid $pri; }
QFrame[kind="toast"] { background: $tip; border-radius: 4@px; }
QFrame[kind="empty"], QFrame[kind="drop"] {
  background: $sunken; border: 1px dashed $border_strong; border-radius: 6@px; }
QFrame[kind="drop"] { background: $surface; }
QFrame[kind="drop"][state="over"] { background: $pri_tint; border: 1px solid $pri; }
QFrame[kind="message"][rank="error"] {
  background: $seal_tint; border: 1px solid $seal_line; border-radius: 4@px; }
QFrame[kind="message"][rank="warning"] {
  background: $warn_tint; border: 1px solid $warn_line; border-radius: 4@px; }
QFrame[kind="message"][rank="info"] {
  background: $info_tint; border: 1px solid $info_line; border-radius: 4@px; }
QFrame[kind="message"][rank="good"] {
  background: $pri_tint; border: 1px solid $pri_soft; border-radius: 4@px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
"""

_LABELS = """
QLabel { background: transparent; border: none; }
QLabel[kind="ring"] { font-size: 42@px; font-weight: bold; }
QLabel[kind="figure"] { font-size: 28@px; font-weight: bold; }
QLabel[kind="points"] { font-size: 24@px; font-weight: bold; }
QLabel[kind="title"] { font-size: 20@px; font-weight: bold; }
QLabel[kind="official"] { font-size: 17@px; font-weight: bold; }
QLabel[kind="official"][tone="link"] { color: $link; }
QLabel[kind="heading"] { font-size: 15@px; font-weight: bold; }
QLabel[kind="strong"] { font-weight: bold; }
QLabel[kind="compact"] { font-size: 13@px; }
QLabel[kind="secondary"] { font-size: 13@px; color: $text2; }
QLabel[kind="caption"] { font-size: 12@px; color: $text3; }
QLabel[kind="error"] { font-size: 12@px; color: $seal; }
QLabel[kind="caution"] { font-size: 12@px; color: $warn; }
QLabel[kind="on_tip"] { color: $tip_on; }
QLabel[kind="badge"] {
  font-size: 12@px; color: $text2; background: $sunken; border: 1px solid $border;
  border-radius: 3@px; padding: 0 6@px; min-height: 18@px; max-height: 18@px; }
QLabel[kind="badge"][rank="error"] {
  color: $seal; background: $seal_tint; border-color: $seal_line; }
QLabel[kind="badge"][rank="warning"] {
  color: $warn; background: $warn_tint; border-color: $warn_line; }
QLabel[kind="badge"][rank="info"] {
  color: $info; background: $info_tint; border-color: $info_line; }
QLabel[kind="badge"][rank="good"] { color: $link; background: $pri_tint; border-color: $pri_soft; }
QLabel:disabled { color: $disabled; }
QToolTip {
  color: $tip_on; background: $tip; border: none; padding: 4@px 8@px; font-size: 13@px; }
"""

_BUTTONS = """
QPushButton {
  color: $text; background: $surface; border: 1px solid $border_strong; border-radius: 4@px;
  padding: 0 14@px; min-height: 30@px; }
QPushButton:hover { background: $row_hover; }
QPushButton:pressed { background: $sel; }
QPushButton[kind="tool"] { border-color: $border; }
QPushButton[kind="primary"] { color: $pri_on; background: $pri; border-color: $pri; }
QPushButton[kind="primary"]:hover { background: $pri_hover; border-color: $pri_hover; }
QPushButton[kind="primary"]:pressed { background: $pri_press; border-color: $pri_press; }
QPushButton[kind="danger"] { color: $pri_on; background: $seal_fill; border-color: $seal_fill; }
QPushButton[kind="text"] {
  color: $link; background: transparent; border-color: transparent; padding: 0 8@px; }
QPushButton[kind="text"]:hover { background: $row_hover; }
QPushButton[kind="toast"] {
  color: $tip_link; background: transparent; border-color: transparent; padding: 0 8@px;
  font-weight: bold; }
QPushButton[density="compact"] { min-height: 26@px; font-size: 13@px; padding: 0 10@px; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {
  color: $disabled; background: $sunken; border-color: $border; }
QPushButton[kind="text"]:disabled { background: transparent; border-color: transparent; }
QToolButton { color: $text; background: transparent; border: 1px solid transparent;
  border-radius: 4@px; }
QToolButton:hover { background: $row_hover; }
QToolButton:pressed { background: $sel; }
QToolButton[kind="icon"] { min-width: 28@px; min-height: 28@px; padding: 0; border: none; }
QToolButton[kind="bordered"] {
  background: $surface; border-color: $border_strong; min-width: 30@px; min-height: 30@px; }
QToolButton[kind="segment"] {
  background: $surface; border: 1px solid $border_strong; border-left-width: 0; border-radius: 0;
  padding: 0 10@px; min-height: 30@px; }
QToolButton[kind="segment"][place="first"], QToolButton[kind="segment"][place="only"] {
  border-left-width: 1px;
  border-top-left-radius: 4@px; border-bottom-left-radius: 4@px; }
QToolButton[kind="segment"][place="last"], QToolButton[kind="segment"][place="only"] {
  border-top-right-radius: 4@px; border-bottom-right-radius: 4@px; }
QToolButton[kind="segment"]:hover { background: $row_hover; }
QToolButton[kind="segment"]:checked { color: $link; background: $sel; font-weight: bold; }
QToolButton[kind="segment"]:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {
  color: $text; background: $surface; border: 1px solid $border_strong; border-radius: 4@px;
  selection-background-color: $pri; selection-color: $pri_on; }
QLineEdit { padding: 0 8@px; min-height: 30@px; }
QLineEdit[density="password"] { min-height: 34@px; }
QLineEdit[density="compact"] { min-height: 26@px; font-size: 13@px; }
QPlainTextEdit, QTextEdit { padding: 4@px 6@px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled {
  background: $sunken; border-color: $border; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $disabled; }
QLineEdit[state="invalid"], QPlainTextEdit[state="invalid"] { border-color: $seal; }
QCheckBox, QRadioButton { color: $text; background: transparent; spacing: 8@px;
  min-height: 28@px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
"""

_VIEWS = """
QAbstractItemView {
  color: $text; background: $surface; border: none; outline: none; font-size: 13@px;
  selection-background-color: $sel; selection-color: $text; gridline-color: $border; }
QTableView::item { border-bottom: 1px solid $border; padding: 0 4@px; }
QTreeView::item { min-height: 30@px; padding: 0 4@px; }
QListView::item { min-height: 30@px; padding: 0 8@px; }
QAbstractItemView::item:hover { background: $row_hover; }
QAbstractItemView::item:selected { color: $text; background: $sel; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section {
  color: $text2; background: $sunken; border: none; border-bottom: 1px solid $border;
  padding: 0 8@px; min-height: 31@px; font-size: 12@px; }
QTableCornerButton::section { background: $sunken; border: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border_strong;
  font-size: 14@px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $sunken; }
QCalendarWidget QAbstractItemView { selection-background-color: $pri; selection-color: $pri_on; }
QCalendarWidget QAbstractItemView::item:selected { color: $pri_on; background: $pri; }
"""

_REST = """
QMenu { color: $text; background: $raised; border: 1px solid $border_strong; padding: 4@px 0; }
QMenu::item { padding: 6@px 20@px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4@px 0; }
QTabBar::tab {
  color: $text2; background: transparent; border: none; padding: 6@px 4@px; margin-right: 20@px;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $link; border-bottom-color: $pri; font-weight: bold; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QProgressBar {
  background: $track; border: none; border-radius: 4@px; min-height: 8@px; max-height: 8@px; }
QProgressBar::chunk { background: $ok; border-radius: 4@px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12@px; }
QScrollBar:horizontal { height: 12@px; }
QScrollBar::handle { background: $border_strong; border-radius: 3@px; margin: 3@px; }
QScrollBar::handle:vertical { min-height: 32@px; }
QScrollBar::handle:horizontal { min-width: 32@px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; width: 0; height: 0; }
QGraphicsView { background: $app; border: none; }
"""

_LENGTH = re.compile(r"(\d+)@px")
_COLOUR = re.compile(r"\$([a-z_0-9]+)")


def build_style_sheet(theme: Theme) -> str:
    """Fill the rules with one theme's colours and scaled lengths; empty for contrast themes."""
    if theme.high_contrast:
        return ""
    rules = _FRAMES + _LABELS + _BUTTONS + _INPUTS + _VIEWS + _REST
    scaled = _LENGTH.sub(lambda match: f"{theme.px(int(match[1]))}px", rules)
    return _COLOUR.sub(lambda match: theme.colours.of(Token(match[1])), scaled)
