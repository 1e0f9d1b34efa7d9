"""The window's main function."""

import shiboken6

from desktop.services.services import Services
from desktop.ui.application import MipingApplication
from desktop.ui.entrance import Entrance
from desktop.ui.look_store import LookStore
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from desktop.ui.user_files import user_folder, window_settings


def run(services: Services, arguments: list[str]) -> int:
    """Show the window until it is closed.

    Args:
        services: From the composition root.
        arguments: The program's name, and a project or package file if one was double-clicked.

    Returns:
        The exit code of the event loop.
    """
    app = MipingApplication(arguments)
    app.crash_reporter.install()
    folder = user_folder()
    settings = window_settings(folder)
    app.set_look(*LookStore(settings).load())
    session = Session(services, app.appearance)
    session.runner.crashed.connect(app.crash_reporter.report)
    entrance = Entrance(session, folder)
    window = MainWindow(session, entrance.page, settings)
    window.new_requested.connect(entrance.new_project)
    window.open_requested.connect(entrance.choose_project)
    window.show()
    entrance.start_with(app.arguments()[1:])
    code = app.exec()
    session.shutdown()
    services.previews.close()
    app.crash_reporter.uninstall()
    # Qt objects that Python would tear down in its own order crash the process at exit.
    for owned in (window, session, app):
        shiboken6.delete(owned)
    return code
