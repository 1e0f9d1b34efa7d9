"""Where the program starts: the window, or the command line."""

import sys
from multiprocessing import freeze_support


def window() -> int:
    """Start the window; a project file may be given as the only argument."""
    freeze_support()  # in a frozen program the evidence worker starts by running it again
    from desktop.bootstrap import build_services  # noqa: PLC0415  start-up shows a window first
    from desktop.ui.run import run  # noqa: PLC0415  Qt is not needed by the console

    return run(build_services("窗口"), sys.argv)


def console() -> int:
    """Run one command of the command line."""
    freeze_support()
    from desktop.bootstrap import build_services  # noqa: PLC0415  kept beside its twin above
    from desktop.cli.main import main  # noqa: PLC0415  the window needs no command line

    return main(build_services("命令行"))


if __name__ == "__main__":
    sys.exit(window())
