"""Running what is measured: in turn, each checked to do what it was to do."""

import json
import os
import pty
import resource
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from tests.benchmarks.rows import Command, Row

WARM_UP = 1  # rounds that are not counted: the first fills the caches of the system
_PATH = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True, slots=True)
class Sample:
    """What a round gave of a row: *value* as it shows, and what the processor *spent* on it.

    For a time, *spent* is the time of the processor, of the system's work for it too; else both
    are the same.
    """

    value: float
    spent: float


class Failed(Exception):
    """A command did not do what it was to do, so that its time means nothing."""


def surroundings(home: Path) -> dict[str, str]:
    """Return all the settings that what is measured finds, with its home in *home*.

    Nothing of whoever starts the benchmark: with `PYTHONDONTWRITEBYTECODE` or `PYTHONUNBUFFERED`
    set, as where tests run, every command would be slower than people find it.
    """
    return {"PATH": _PATH, "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def measured(
    commands: Sequence[Command],
    home: Path,
    *,
    rounds: int,
    say: Callable[[str], None] = lambda _: None,
) -> dict[Row, list[Sample]]:
    """Return for each row of *commands* what each of its *rounds* gave, in their order.

    A round runs every command once, in an order of its own, so that a busy moment, and what runs
    before, fall on all of them alike.
    """
    samples: dict[Row, list[Sample]] = {row: [] for command in commands for row in command.rows}
    for number in range(WARM_UP + rounds):
        say(f"round {number + 1} of {WARM_UP + rounds}")
        order = list(commands)
        Random(number).shuffle(order)
        for command in order:
            if command.most_rounds is not None and number >= WARM_UP + command.most_rounds:
                continue
            given = run(command, home)
            if number >= WARM_UP:
                for row, sample in zip(command.rows, given, strict=True):
                    samples[row].append(sample)
    return samples


def run(command: Command, home: Path) -> tuple[Sample, ...]:
    """Run *command* once and return what it gives for each of its rows.

    Raises:
        Failed: when it did not do what it was to do.
    """
    start = _in_terminal if command.in_terminal else _piped
    environment = surroundings(home) | dict(command.environment)
    spent, began = _spent(), perf_counter()
    try:
        exit_code, output = start(command.words, environment, home)
    except OSError as error:
        raise Failed(f"{_named(command)}: {error}") from None
    timed = Sample(1000 * (perf_counter() - began), 1000 * (_spent() - spent))
    if exit_code != command.exit_code or command.says not in output:
        raise Failed(
            f"{_named(command)}: expected exit code {command.exit_code} and {command.says!r}; "
            f"found {exit_code} and {output[-500:]!r}"
        )
    if not command.reports:
        return (timed,)
    return tuple(Sample(number, number) for number in _reported(command, output))


def _spent() -> float:
    """Return the seconds of processor that all processes took that have ended so far."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def _named(command: Command) -> str:
    return command.rows[0].name


def _reported(command: Command, output: str) -> Iterable[float]:
    try:
        numbers: list[float] = json.loads(output.splitlines()[-1])
    except (IndexError, ValueError):
        raise Failed(f"{_named(command)}: expected numbers; found {output[-500:]!r}") from None
    return numbers


def _piped(words: Sequence[str], environment: Mapping[str, str], home: Path) -> tuple[int, str]:
    done = subprocess.run(
        words,
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode(errors="replace")


def _in_terminal(
    words: Sequence[str], environment: Mapping[str, str], home: Path
) -> tuple[int, str]:
    """Run *words* in a terminal, which takes what they write as fast as they write it.

    It measures the same as `FORCE_COLOR` in a pipe, to 2%: what is styled costs, not the terminal.
    """
    screen, theirs = pty.openpty()
    try:
        with subprocess.Popen(
            words, cwd=home, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
        ) as process:
            os.close(theirs)
            output = b"".join(iter(lambda: _next_piece(screen), b""))
        return process.returncode, output.decode(errors="replace")
    finally:
        os.close(screen)


def _next_piece(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:  # how Linux says that nobody writes any more
        return b""
