"""The entry point of the command, also as `python -m painlink`."""

import sys

from painlink.errors import ExitCode


def main() -> None:
    """Run the command; Ctrl-C ends it quietly even while it is still starting."""
    try:
        from painlink.cli import app

        app(prog_name="painlink")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    main()
