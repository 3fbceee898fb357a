"""The entry point of the command, also as `python -m painlink`."""

import atexit
import gc
import os
import signal
import sys
from typing import NoReturn

INTERRUPTED = 130  # what shells say of Ctrl-C
COMPLETING = "_PAINLINK_COMPLETE"  # what a shell sets when it asks what may be typed


def main() -> NoReturn:
    """Run the command; Ctrl-C ends it at once and without a word."""
    # Nothing that one answer leaves behind is worth looking for: 3 of 65 ms, and 7 at the end.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        # An exception would turn into noise wherever Python cannot pass it on, as while it ends.
        # Who starts painlink may want Ctrl-C ignored: then there is no such handler.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        if COMPLETING in os.environ:
            # Typer has Rich print the help texts for zsh and fish, if there is Rich: slowly, and
            # fish takes each line of a long text for something to type.
            sys.modules["rich"] = None  # type: ignore[assignment]

        from painlink.cli.app import app

        # What a shell of Windows leaves as it is, "*" or "~", is no file that somebody named.
        app(prog_name="painlink", windows_expand_args=False)
    except KeyboardInterrupt:  # before the lines above
        sys.exit(INTERRUPTED)
    sys.exit()


if __name__ == "__main__":
    main()
