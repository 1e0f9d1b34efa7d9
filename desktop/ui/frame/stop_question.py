"""What is asked before a running job is stopped."""

from desktop.ui.widgets.confirm_dialog import Question


def stop_question(act: str) -> Question:
    """Word the question; `act` is 锁定 or 退出."""
    return Question(
        title=f"停止正在进行的任务并{act}？",
        text="停止后不留下做了一半的文件，项目内容不受影响；任务需要重新开始。",
        act=f"停止任务并{act}",
        safe="继续任务",
    )
