"""Every processor takes its share of the work, and nobody can tell from what comes of it."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NoReturn, TypeVar

from painlink.errors import PainlinkError

Made = TypeVar("Made")

_MOST = 8  # processes: each has its own memory
_ENDED = "a part of painlink was ended from outside, perhaps for want of memory."


def processors() -> int:
    """Return how many processes are worth having here."""
    # One that begins as a copy has all it needs at once; only Linux copies safely.
    return min(len(os.sched_getaffinity(0)), _MOST) if sys.platform == "linux" else 1


@contextmanager
def each_made(make: Callable[[int], Made], count: int, *, workers: int) -> Iterator[Iterator[Made]]:
    """Lend what *make* makes of each number below *count*, in order, made by so many *workers*.

    Raises:
        PainlinkError: when one of them was ended from outside.
    """
    if workers < 2:  # noqa: PLR2004, nobody to share with
        yield map(make, range(count))
        return
    helpers: list[int] = []
    heard: list[BinaryIO] = []
    try:
        for number in range(workers):
            ears, mouth = os.pipe()
            heard.append(os.fdopen(ears, "rb"))
            if (helper := os.fork()) == 0:
                _help(make, range(number, count, workers), mouth, heard)
            os.close(mouth)
            helpers.append(helper)
        yield (_next(heard[place % workers]) for place in range(count))
    finally:
        for one in heard:  # who still works for us finds out as it tells
            one.close()
        for helper in helpers:
            with suppress(OSError):
                os.waitpid(helper, 0)


def _help(
    make: Callable[[int], object], share: range, mouth: int, heard: Sequence[BinaryIO]
) -> NoReturn:
    """Make a *share* of all and tell of each, or of what went wrong, for as long as one listens."""
    from pickle import dump

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal interrupts all: one tells it
        for one in heard:
            os.close(one.fileno())
        with os.fdopen(mouth, "wb") as told:
            for number in share:
                try:
                    made, wrong = make(number), None
                except Exception as error:  # noqa: BLE001, it is raised where somebody listens
                    made, wrong = None, error
                dump((made, wrong), told)
                told.flush()
    finally:
        os._exit(0)


def _next(heard: BinaryIO) -> Any:  # noqa: ANN401, whatever was made
    from pickle import load

    try:
        made, wrong = load(heard)  # noqa: S301, of this very program
    except EOFError:
        raise PainlinkError(_ENDED) from None
    if wrong:
        raise wrong
    return made
