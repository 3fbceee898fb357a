"""The entry point of the command, also as `python -m painlink`."""

import sys

INTERRUPTED = 130  # what shells say of Ctrl-C


def main() -> None:
    """Run the command; Ctrl-C ends it quietly even while it is still starting."""
    try:
        # Inside, so that Ctrl-C while these load is caught as well.
        from painlink.cli import app

        app(prog_name="painlink")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
