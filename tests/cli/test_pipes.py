"""Pipes as people write them: whole sentences come through, and nobody hears of a closed end."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import KNOWLEDGE, ROOT
from tests.terminal import environment

pytestmark = pytest.mark.slow

# What is typed in bash, and what stands in what comes of it.
PIPES = {
    "painlink explain neck | grep -i moderate": "moderate",
    "painlink explain back headache | grep 'come together'": "They probably come together often.",
    "painlink explain back headache | head -n 1": "Back pain and headache: are they linked?",
    "painlink explain back headache | tail -n 1": "Ask before you change a medicine.",
    "painlink redflags | head -c 13": "Warning signs",
    "painlink redflags back | less -R": "Warning signs: back pain",
    "painlink list areas | fzf --filter '^knee'": "knee",
    "painlink explain back head --json | jq -r .verdict": "They probably come together often.",
    "painlink list sources --json | jq -r '.items[].id' | grep -c .": f"{len(KNOWLEDGE.sources)}\n",
    "painlink list areas | grep -c '^[a-z].*: '": f"{len(KNOWLEDGE.areas)}\n",
    "painlink list links | sort | grep -m 1 '^wrist'": "wrist-hand--",
    "painlink list mechanisms | awk -F: '/^poor-sleep/ {print $1}'": "poor-sleep",
    "painlink list areas | cut -d : -f 1 | grep -x knee": "knee",
    "echo 'neck head' | xargs painlink explain | head -n 1": "Neck pain and headache",
    "printf 'neck\\nknee\\n' | while read -r area; do painlink explain $area | head -n 1; done": (
        "Knee pain: what else may be linked with it?"
    ),
    "painlink explain neck | tee neck.txt | wc -l && cmp neck.txt <(painlink explain neck)": "\n",
    "painlink explain neck > neck.txt && head -n 1 neck.txt": "Neck pain: what else",
    "painlink explain neck 2>&1 >/dev/null | wc -l": "0",
    "painlink explain neck --html | grep -o '<h1>.*</h1>'": "<h1>Neck pain",
    "painlink explain neck --markdown | sed -n 1p": "# Neck pain",
    "painlink explain neck | fold -s -w 60 | head -n 3": "Neck pain",
    "painlink explain xyzzy 2>/dev/null || echo none": "none",
    "diff <(painlink explain neck) <(painlink explain neck --plain) && echo same": "same",
    "painlink explain neck -o - | cat | head -n 1": "Neck pain",
    "for area in neck knee; do painlink explain $area -o $area.md; done 2>/dev/null; ls": "knee.md",
}
TOOLS = ("fzf", "jq", "less")
AS_UTF8 = ["--html", "--markdown", "--json"]
ODD = {  # what an old console, or a bare one, says of its letters
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "LC_ALL=C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "ascii:strict": {"PYTHONIOENCODING": "ascii:strict"},
}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programs")
    program = folder / "painlink"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -P -m painlink "$@"\n')
    program.chmod(0o755)
    return folder


def piped(
    programs: Path, folder: Path, line: str, **changed: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        ["bash", "-c", line],  # noqa: S607
        cwd=folder,
        env=environment(PATH=f"{programs}:{os.environ['PATH']}", **changed),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("line", list(PIPES))
def test_a_pipe_does_what_it_was_written_for(programs: Path, tmp_path: Path, line: str):
    missing = [tool for tool in TOOLS if f"| {tool} " in line and not shutil.which(tool)]
    if missing:
        pytest.skip(f"there is no {missing[0]} here")

    result = piped(programs, tmp_path, line, LC_ALL="C.UTF-8")

    assert (result.returncode, result.stderr) == (0, b"")
    assert PIPES[line] in result.stdout.decode("utf-8", "strict")
    assert result.stdout


@pytest.mark.parametrize("form", AS_UTF8)
@pytest.mark.parametrize("odd", list(ODD))
def test_what_says_that_it_is_utf8_is(programs: Path, tmp_path: Path, form: str, odd: str):
    line = f"painlink list sources {form} > sources"

    result = piped(programs, tmp_path, line, **ODD[odd])

    written = (tmp_path / "sources").read_bytes()
    assert (result.returncode, result.stderr) == (0, b"")
    assert "Ødegård" in written.decode("utf-8", "strict")
    assert b"\r" not in written


@pytest.mark.parametrize("command", ["schema approaches", "validate examples/clinic.yaml --json"])
def test_so_is_what_tools_read(programs: Path, command: str):
    line = f"painlink {command}"

    odd = piped(programs, ROOT, line, **ODD["cp1252"])
    usual = piped(programs, ROOT, line, LC_ALL="C.UTF-8")

    assert odd.stdout == usual.stdout
    assert usual.stdout.decode("utf-8", "strict").startswith("{")


def test_plain_text_keeps_to_the_letters_of_the_console(programs: Path, tmp_path: Path):
    line = "painlink list sources | grep -a 'Sand T, Engstr'"

    western = piped(programs, tmp_path, line, **ODD["cp1252"])
    bare = piped(programs, tmp_path, line, **ODD["LC_ALL=C"])

    assert (western.stderr, bare.stderr) == (b"", b"")
    assert "Ødegård" in western.stdout.decode("cp1252")
    assert b"?deg?rd SS" in bare.stdout
