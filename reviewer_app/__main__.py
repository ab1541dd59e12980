"""`python -m reviewer_app`, `reviewer-app`, and the launcher's `reviewer-app-window`."""

import sys


def main() -> None:
    """Runs the command line."""
    from reviewer_app.cli import run  # noqa: PLC0415 - so that the launcher imports no more than it needs

    sys.exit(run(sys.argv[1:]))


def open_window() -> None:
    """Opens the window on the user's profile."""
    from reviewer_app.cli import run  # noqa: PLC0415 - as above

    sys.exit(run([]))


if __name__ == "__main__":
    main()
