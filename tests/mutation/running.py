"""Mutants run: each in a process of its own, forked from one that has all tests loaded."""

import importlib
import os
import resource
from collections.abc import Sequence
from contextlib import redirect_stdout
from enum import IntEnum
from io import StringIO
from pathlib import Path

import pytest

from painlink.knowledge import loading
from tests.conftest import KNOWLEDGE, ROOT
from tests.mutation.grafting import exchange, graft
from tests.mutation.planting import planted

QUIET = ["-q", "-x", "--assert=plain", "-p", "no:cacheprovider", "-o", "addopts=--strict-markers"]
PASSED = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
MAKE_KNOWLEDGE = ("reading", "rules", "knowledge")  # rooms that made what is loaded already


class End(IntEnum):
    """What became of a mutant, as the exit code of its process."""

    SURVIVED = 0
    KILLED = 1
    NOT_TRIED = 3  # it changes what a class is made of, which cannot be exchanged
    HANGS = 4


def load_tests(tests: Sequence[str]) -> None:
    """Load *tests*, all that they import and what pytest itself needs, once for every mutant."""
    files = " ".join(tests).split()
    for test in files:
        importlib.import_module(".".join(Path(test).with_suffix("").parts))
    with redirect_stdout(StringIO()):
        pytest.main([*QUIET, "--collect-only", files[0]])


def pass_by_themselves(tests: Sequence[str]) -> bool:
    """Return whether *tests* pass where no mistake is planted: else they would find every one."""
    child = os.fork()
    if not child:
        _be_silent()
        os._exit(int(any(pytest.main([*QUIET, *test.split()]) not in PASSED for test in tests)))
    return not os.waitpid(child, 0)[1]


def run(file: Path, number: int, tests: Sequence[str], *, seconds: int) -> End:
    """Return what becomes of a mutant of *file* in *tests*, each of which gets its turn.

    After so many *seconds* of the processor no further one begins; who takes four times as long
    without an end, hangs.
    """
    child = os.fork()
    if not child:
        _be_silent()
        resource.setrlimit(resource.RLIMIT_CPU, (seconds * 4, seconds * 4))
        os._exit(int(_in_child(file, number, tests, seconds)))
    _, status = os.waitpid(child, 0)
    return End.HANGS if os.WIFSIGNALED(status) else End(os.WEXITSTATUS(status))


def _in_child(file: Path, number: int, tests: Sequence[str], seconds: int) -> End:
    inside = file.relative_to(ROOT)
    module = importlib.import_module(".".join(inside.with_suffix("").parts))
    try:
        if not graft(module, planted(file.read_text(encoding="utf-8"), number)):
            return End.NOT_TRIED
    except BaseException:  # noqa: BLE001, a mutant may do anything: then no test even begins
        return End.KILLED
    ends = os.times().user + seconds
    for at, test in enumerate(tests):
        if at == 1 and inside.parts[1] in MAKE_KNOWLEDGE and not _reads_anew():
            return End.KILLED
        if os.times().user < ends and pytest.main([*QUIET, *test.split()]) not in PASSED:
            return End.KILLED
    return End.SURVIVED


def _reads_anew() -> bool:
    """Return whether painlink's own knowledge, with which every test begins, can still be read.

    From then on every test has it. It takes longer than the first tests, which make their own.
    """
    try:
        loading._shipped.cache_clear()  # noqa: SLF001, as in a process of its own
        exchange("KNOWLEDGE", KNOWLEDGE, loading.load())
    except BaseException:  # noqa: BLE001, as above
        return False
    return True


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
