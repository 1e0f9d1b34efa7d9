from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.services.services import Services
from desktop.ui.appearance import Appearance
from desktop.ui.screens.criteria.outline import Outline
from desktop.ui.screens.criteria.presenter import CriteriaPresenter
from desktop.ui.screens.criteria.tree_model import OutlineModel
from desktop.ui.screens.criteria.tree_pane import TreePane
from desktop.ui.session import Session


def an_outline(session: Session) -> Outline:
    return CriteriaPresenter(session.services, session.require_project()).outline


def shown(pane: TreePane) -> list[str]:
    """What the tree shows of criteria, from the top."""
    model, found = pane.tree.model(), []

    def walk(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if model.rowCount(index) == 0:
                found.append(str(index.data(Qt.ItemDataRole.DisplayRole)).split()[0])
            walk(index)

    walk(QModelIndex())
    return found


def test_the_model_keeps_the_rules_of_models(session: Session) -> None:
    model = OutlineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_outline(an_outline(session))
    assert model.rowCount() == 7
    index = model.index_of("4.1.4")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("4.1.4 涵盖涉密委托加工")
    assert not model.index_of("9.9.9").isValid()


def test_words_and_unfinished_narrow_the_tree(
    qtbot: QtBot, session: Session, services: Services, appearance: Appearance
) -> None:
    project = session.require_project()
    services.assessments.set_state(project, "4.1.4", ResponseState.VERIFIED)
    pane = TreePane(appearance)
    qtbot.addWidget(pane)
    pane.show_outline(an_outline(session))
    assert len(shown(pane)) == 39
    pane.filter_edit.setText("委托加工")
    assert "4.1.4" in shown(pane)
    assert len(shown(pane)) < 39
    pane.unfinished_button.click()
    assert "4.1.4" not in shown(pane)
    pane.filter_edit.clear()
    assert len(shown(pane)) == 37  # 5.2.2 is 未到期 in November


def test_a_row_that_the_filter_takes_away_does_not_move_the_card(
    qtbot: QtBot, session: Session, services: Services, appearance: Appearance
) -> None:
    pane = TreePane(appearance)
    qtbot.addWidget(pane)
    pane.show_outline(an_outline(session))
    pane.show_current("4.1.4")
    pane.unfinished_button.click()
    with qtbot.assertNotEmitted(pane.chosen):
        project = session.require_project()
        services.assessments.set_state(project, "4.1.4", ResponseState.VERIFIED)
        pane.show_outline(an_outline(session))
    assert "4.1.4" not in shown(pane)


def test_the_keyboard_chooses_criteria_and_passes_over_headings(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    pane = TreePane(appearance)
    qtbot.addWidget(pane)
    pane.show_outline(an_outline(session))
    pane.show_current("4.1.5")
    with qtbot.waitSignal(pane.chosen) as chosen:
        QTest.keyClick(pane.tree, Qt.Key.Key_Down)
    assert chosen.args == ["4.2.1"]
