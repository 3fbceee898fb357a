"""The entry point of the command, also as `python -m painlink`."""

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130  # what shells say of Ctrl-C
_CANNOT_WRITE = 4  # as `painlink.errors`, which may not be loaded
_NO_ROOM = (  # what Python says of too little memory where it knows no better
    "failed to map",
    "can't load unicodedata",
    "without exception set",
    "without setting an exception",
)
# Each has a line of its own on a terminal, which may have 40 columns.
_TOO_LITTLE = (b"painlink: there is not enough memory.", b"Close other programs and try again.")
_MISSING = (b"painlink: Python finds no '%s'.", b"Install painlink again, with pip.")
_DAMAGED = (b"painlink: Python made a damaged file.", b"Delete it and try again:", b"%s")
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
        # A shell that asks what may be typed types nothing itself. Who does gets an answer.
        if os.environ.get(COMPLETING) and not sys.argv[1:]:
            # Typer has Rich print the help texts for zsh and fish, if there is Rich: slowly, and
            # fish takes each line of a long text for something to type.
            sys.modules["rich"] = None  # type: ignore[assignment]

            from painlink.cli.shells.tab import complete

            complete(COMPLETING)
        os.environ.pop(COMPLETING, None)

        from painlink.cli.app import app

        # What a shell of Windows leaves as it is, "*" or "~", is no file that somebody named.
        app(prog_name="painlink", windows_expand_args=False)
    except KeyboardInterrupt:  # before the lines above
        sys.exit(INTERRUPTED)
    except (MemoryError, ImportError, SyntaxError, SystemError) as error:
        if isinstance(error, MemoryError) or any(told in str(error) for told in _NO_ROOM):
            _end(_TOO_LITTLE)
        if isinstance(error, ModuleNotFoundError) and not str(error.name).startswith("painlink"):
            _end(_MISSING, str(error.name).encode())
        raise
    except (EOFError, ValueError, TypeError) as error:
        if damaged := _damaged(error):
            _end(_DAMAGED, repr(damaged).encode(errors="backslashreplace"))
        raise
    sys.exit()


def _damaged(error: Exception) -> str:
    """Return the compiled module that could not be read, or nothing if that is no such *error*.

    Where a disk is full, Python keeps the beginning of one, and stumbles over it ever after.
    """
    last = (error.__cause__ or error).__traceback__
    while last and last.tb_next:
        last = last.tb_next
    reads = last is not None and last.tb_frame.f_code.co_name == "_compile_bytecode"
    return str(last.tb_frame.f_locals.get("bytecode_path", "")) if last and reads else ""


def _end(told: tuple[bytes, ...], *named: bytes) -> NoReturn:
    """Tell what hinders Python itself, with nothing that wants memory or a module, and end."""
    with suppress(OSError):
        os.write(2, (b"\n" if os.isatty(2) else b" ").join(told) % named + b"\n")
    os._exit(_CANNOT_WRITE)


if __name__ == "__main__":
    main()
