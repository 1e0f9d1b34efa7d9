"""Plain words about a new password; nothing is forbidden."""

from typing import Final

_SHORT: Final = 8
_GOOD: Final = 12


def strength_hint(password: str) -> str:
    """A plain word about the length."""
    length = len(password)
    if not length:
        return "长的密码更难猜，可用几个不相关的词连成一句。"
    if length < _SHORT:
        return f"{length} 个字符，容易被猜中，建议 {_GOOD} 个以上。"
    if length < _GOOD:
        return f"{length} 个字符，可用；{_GOOD} 个以上更稳妥。"
    return f"{length} 个字符，长度合适。"


def repeat_fault(password: str, repeat: str) -> str:
    """Why the second entry is not right; empty when it is."""
    return "" if password == repeat else "两次输入的密码不一致。"
