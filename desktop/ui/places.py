"""Places of the window, named so that screens can lead to each other without knowing each other."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where to go.

    Attributes:
        screen_id: Id of a screen in `navigation.SCREENS`.
        key: What to show there: a criterion id on 逐项自评, an evidence id on 证据库, a paper's
            kind on 承诺书; empty for the screen as it stands.
    """

    screen_id: str
    key: str = ""


OVERVIEW = "overview"
CRITERIA = "criteria"
EVIDENCE = "evidence"
UNDERTAKINGS = "undertakings"
PACKAGE = "package"
HISTORY = "history"
SETTINGS = "settings"
