"""Ranks of messages and badges, with the icon and colour that go with each."""

from enum import StrEnum

from desktop.ui.resources import Icon
from desktop.ui.tokens import Token


class Rank(StrEnum):
    """How serious something is; the values are the style sheet's words."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    GOOD = "good"
    NEUTRAL = "neutral"

    @property
    def word(self) -> str:
        """The word for people and screen readers; nothing is told by colour alone."""
        return _WORDS[self]

    @property
    def icon(self) -> Icon:
        return _ICONS[self]

    @property
    def token(self) -> Token:
        return _TOKENS[self]


_WORDS = {
    Rank.ERROR: "错误",
    Rank.WARNING: "警告",
    Rank.INFO: "提示",
    Rank.GOOD: "完成",
    Rank.NEUTRAL: "说明",
}
_ICONS = {
    Rank.ERROR: Icon.ERROR,
    Rank.WARNING: Icon.WARNING,
    Rank.INFO: Icon.INFO,
    Rank.GOOD: Icon.CHECKED,
    Rank.NEUTRAL: Icon.INFO,
}
_TOKENS = {
    Rank.ERROR: Token.SEAL,
    Rank.WARNING: Token.WARN,
    Rank.INFO: Token.INFO,
    Rank.GOOD: Token.OK,
    Rank.NEUTRAL: Token.TEXT3,
}
