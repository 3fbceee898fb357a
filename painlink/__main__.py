"""The entry point of the command, also as `python -m painlink`."""

import sys

INTERRUPTED = 130  # what shells say of Ctrl-C


def main() -> None:
    """Run the command; Ctrl-C ends it at once and without a word."""
    try:
        import signal

        # An exception would turn into noise wherever Python cannot pass it on, as while it ends.
        # Who starts painlink may want Ctrl-C ignored: then there is no such handler.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)

        from painlink.cli import app

        app(prog_name="painlink")
    except KeyboardInterrupt:  # before the lines above
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
