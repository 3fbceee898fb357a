"""Something happens at a moment of one's choice: at the call with that number to the system."""

import atexit
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

# What is asked of the system, and what of it can neither fail nor change anything.
SYSTEM = ("posix", "fcntl")
HARMLESS = (os.fspath, os.kill, os.getpid)
Strike = Callable[[], None]


@contextmanager
def struck(strike: Strike, at: int, events: Collection[str] = ("c_call",)) -> Iterator[list[int]]:
    """Have *strike* happen at the call with the number *at*, of all that the system is asked."""
    counted = [0]

    def watch(_: FrameType, event: str, what: object) -> None:
        if event in events and getattr(what, "__module__", "") in SYSTEM and what not in HARMLESS:
            counted[0] += 1
            if counted[0] == at:
                strike()

    sys.setprofile(watch)
    try:
        yield counted
    finally:
        sys.setprofile(None)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


# A fork of whoever runs the tests would copy all that it has made: here little is there to copy.
KILLING = """
import os, pickle, sys
from tests.striking import kill, struck

while asked := sys.stdin.buffer.peek(1):
    write, at, events = pickle.load(sys.stdin.buffer)
    if not (child := os.fork()):
        with struck(kill, at, events):
            write()
        os._exit(0)
    _, ended = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(ended), flush=True)
"""


@cache
def _killing() -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", KILLING],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(process.communicate)
    return process


def is_killed(
    write: Callable[[], object], *, at: int, events: Collection[str] = ("c_call",)
) -> bool:
    """Return whether a process that shall *write* came to the moment at which it is killed."""
    process = _killing()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(pickle.dumps((write, at, events)))
    process.stdin.flush()
    ended = int(process.stdout.readline())
    assert ended in (0, -signal.SIGKILL)
    return ended != 0
