"""The entry point of the command, also as `python -m painlink`.

Some habits here are for speed alone: no collection of garbage, one module left unread, one command
prepared instead of ten, no tidying up. Without them `painlink explain` takes a quarter longer.
"""

import gc
import os
import sys
from typing import NoReturn

INTERRUPTED = 130  # what shells say of Ctrl-C
COMPLETING = "_PAINLINK_COMPLETE"  # what a shell sets when it asks what may be typed


def main() -> NoReturn:
    """Run the command; Ctrl-C ends it at once and without a word."""
    # Nothing that one answer leaves behind is worth looking for.
    gc.disable()
    try:
        import signal

        # An exception would turn into noise wherever Python cannot pass it on, as while it ends.
        # Who starts painlink may want Ctrl-C ignored: then there is no such handler.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)

        from painlink.late import leave_unread

        # Typer needs it where a shell is set up for completion; nothing else starts a program.
        leave_unread("subprocess")

        if COMPLETING in os.environ:
            # Typer has Rich print the help texts for zsh and fish, if there is Rich: slowly, and
            # fish takes each line of a long text for something to type.
            sys.modules["rich"] = None  # type: ignore[assignment]

        from painlink.cli.app import app, prepare_only

        if len(sys.argv) > 1:
            prepare_only(sys.argv[1])
        app(prog_name="painlink")
    except KeyboardInterrupt:  # before the lines above
        sys.exit(INTERRUPTED)
    except SystemExit as ending:
        _end(ending)
    sys.exit()


def _end(ending: SystemExit) -> NoReturn:
    """End with the exit code of *ending*, and do not tidy up first: the system does, and faster.

    What measures a run, as profilers do, needs Python to end by itself.
    """
    if isinstance(ending.code, int) and not (sys.getprofile() or sys.gettrace()):
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        except (OSError, ValueError):
            raise ending from None  # Python tells what is lost
        os._exit(ending.code)
    raise ending


if __name__ == "__main__":
    main()
