"""Where memory runs out: one sentence and its exit code, and no file but a whole one."""

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from painlink.__main__ import main
from tests.conftest import ROOT
from tests.terminal import PAINLINK, environment

# A child that goes on by itself needs no other thread of those who run the tests.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

ASK = ["explain", "back", "headache"]
TOLD = b"painlink: there is not enough memory. Close other programs and try again.\n"
MEGABYTE = 2**20
LIMITS = range(14, 80, 2)  # megabytes
BARE = "import contextlib, json, re, signal, typing"  # what Python needs for anything
MOMENTS = 8
FIRST = 3  # before it nothing can be caught yet


def within(megabytes: int, *command: str | Path) -> "subprocess.CompletedProcess[bytes]":
    """Run a *command* that may have so much memory."""
    most = megabytes * MEGABYTE
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_AS, (most, most)),
        check=False,
    )


def test_with_too_little_memory_there_is_the_answer_or_a_sentence(tmp_path: Path):
    file, ends = tmp_path / "page.html", set()

    bare = next(one for one in LIMITS if not within(one, sys.executable, "-c", BARE).returncode)
    for limit in range(bare + 6, 80, 5):
        file.write_text("mine")
        result = within(limit, *PAINLINK, *ASK, "-o", file, "--force")
        is_whole = file.read_text().endswith("</html>\n")
        ends.add((result.returncode, is_whole or file.read_text() == "mine", result.stdout))
        told = (b"painlink: wrote ", b"painlink: could not use ")
        assert result.stderr == TOLD or result.stderr.startswith(told), limit
        assert list(tmp_path.iterdir()) == [file], limit

    assert ends - {(1, True, b"")} == {(0, True, b""), (4, True, b"")}  # 1: a file unread


def ended(arguments: list[str], at: int, told: Path) -> tuple[int, int]:
    """Return the exit code of a process whose memory runs out, and how many calls it made."""
    if (child := os.fork()) == 0:
        os._exit(run_out(arguments, at, told))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code, int(told.read_text()) if told.exists() else 0


def run_out(arguments: list[str], at: int, told: Path) -> int:
    counted = 0

    def watch(_: object, event: str, __: object) -> None:
        nonlocal counted
        if event == "call":
            counted += 1
            if counted == at:
                raise MemoryError

    sys.argv = ["painlink", *arguments]
    for stream in (1, 2):
        os.dup2(os.open(told.with_suffix(f".{stream}"), os.O_WRONLY | os.O_CREAT), stream)
    sys.stdout, sys.stderr = (os.fdopen(stream, "w") for stream in (1, 2))
    try:
        sys.setprofile(watch)
        main()
    except SystemExit as error:
        sys.setprofile(None)
        sys.stdout.flush()
        told.write_text(str(counted))
        return int(error.code or 0)
    except BaseException as error:  # noqa: BLE001, this process must not go on as pytest
        os.write(2, repr(error).encode())
        return 99


@pytest.mark.parametrize("form", ["--plain", "--html", "--json"])
def test_wherever_memory_runs_out_it_is_one_sentence(tmp_path: Path, form: str):
    whole = tmp_path / "whole"
    _, calls = ended([*ASK, form], 0, whole)
    assert calls > 1000

    for moment in range(MOMENTS):
        told = tmp_path / f"{moment}"
        code, _ = ended([*ASK, form], FIRST + calls * moment // MOMENTS, told)
        answer, said = (told.with_suffix(f".{one}").read_bytes() for one in (1, 2))
        if code == 0:
            assert (answer, said) == (whole.with_suffix(".1").read_bytes(), b""), moment
        else:
            assert (code, answer, said) == (4, b"", TOLD), moment
