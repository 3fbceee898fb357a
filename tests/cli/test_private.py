"""painlink keeps what you ask to itself: no network, no trace on the disk but the file you name.

It starts no other program but a pager in a terminal: `test_pager.py` holds that it stores nothing.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from painlink.cli.app import app
from tests.conftest import ROOT, as_shipped

pytestmark = pytest.mark.slow

# Python tells a hook of all that reaches out of the process, however deep in a library it begins.
# The hook ends the process by itself: an exception could be swallowed on its way.
WATCHED = """
import os, sys

written = os.environ.pop("MAY_WRITE", "")
folder, name = os.path.split(written)
CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
HARMLESS = {"os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.putenv", "os.unsetenv"}
FORBIDDEN = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.",
    "telnetlib.", "webbrowser.", "sqlite3.", "ctypes.", "syslog.", "subprocess.", "shutil.",
    "tempfile.", "os.", "pty.", "builtins.input",
)

def may_be_written(path):
    if path == os.devnull:
        return True
    if not written or not isinstance(path, (str, os.PathLike)):
        return False
    where, called = os.path.split(os.fspath(path))
    return where == folder and (called == name or called.startswith(".painlink-"))

def watch(event, arguments):
    if event == "open":
        path, _, flags = arguments
        forbidden = flags & CHANGING and not may_be_written(path)
    elif event in HARMLESS:
        forbidden = False
    elif event in ("os.rename", "os.link"):
        forbidden = not all(map(may_be_written, arguments[:2]))
    elif event in ("os.chmod", "os.setxattr") and isinstance(arguments[0], int):
        forbidden = False  # what is open for writing was looked at above
    elif event in ("os.remove", "os.listxattr", "os.getxattr"):
        forbidden = not may_be_written(arguments[0])
    else:
        forbidden = event.startswith(FORBIDDEN)
    if forbidden:
        os.write(2, f"forbidden: {event} {arguments}".encode())
        os._exit(97)

sys.addaudithook(watch)
"""
RUN = "from painlink.__main__ import main\nmain()"
# One process for many answers: each line that it reads holds the words of one, a zero byte between.
ANSWERED = "answered: "
RUN_EACH = f"""
from painlink.__main__ import main
for line in sys.stdin.read().splitlines():
    sys.argv[1:] = line.split("\\0") if line else []
    try:
        main()
    except SystemExit as end:
        assert not end.code, line
    print({ANSWERED!r} + " ".join(sys.argv[1:]), flush=True)
"""

QUESTIONS = {
    "explain": ["back", "headache"],
    "handout": ["back", "headache"],
    "list": ["pairs"],
    "search": ["trigger", "points"],
    "show": ["central-sensitization"],
    "redflags": ["back"],
    "about": [],
    "review": ["back", "headache"],
    "validate": [str(ROOT / "examples" / "clinic.yaml")],
    "schema": ["mechanisms"],
}
NO_COMMANDS = [  # what is no command, yet answers
    [],
    ["--help"],
    ["--version"],
    ["explain", "--help"],
]
REFUSED = [["explain", "xyzzy"], ["explian"], ["--bad"], ["show", "nociplastik"]]
REFUSED_HERE = ("--force", "--example")  # one wants a file, one no kind
NEED_SOURCES = ("--bibtex", "--ris")
WITHOUT_SOURCES = ("list", "search", "about")  # what is asked of them here
WRITE = ("site",)  # what is there to write; tests/site holds where it does


def commands() -> list[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return [command for command in group.commands if command not in WRITE]


def switches(command: str) -> Iterator[str]:
    """Yield every option of *command* that takes no value: each form of its answer is one."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    for parameter in group.commands[command].params:
        if getattr(parameter, "is_flag", False):
            yield parameter.opts[0]


ASKED = [[command, *QUESTIONS.get(command, ())] for command in commands()]
SWITCHED = [
    [*asked, switch]
    for asked in ASKED
    for switch in switches(asked[0])
    if switch not in REFUSED_HERE and not (switch in NEED_SOURCES and asked[0] in WITHOUT_SOURCES)
]


Watched = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Return a folder that holds all that painlink could leave a trace in."""
    for place in ("home", "work", "temporary"):
        (tmp_path / place).mkdir()
    (tmp_path / "home" / ".bashrc").write_text("# mine\n")
    return tmp_path


@pytest.fixture
def watched(unwatched: Watched) -> Watched:
    """Run Python with the hook before anything of painlink is loaded."""

    def run(code: str, *arguments: str, **around: Any) -> "subprocess.CompletedProcess[str]":
        return unwatched(WATCHED + code, *arguments, **around)

    return run


@pytest.fixture
def unwatched(world: Path) -> Watched:

    def run(
        code: str,
        *arguments: str,
        may_write: Path | None = None,
        stdin: str = "",
        **environment: str,
    ) -> "subprocess.CompletedProcess[str]":
        # Python's own cache of what it compiled is not painlink's: -B.
        return subprocess.run(
            [sys.executable, "-B", "-c", code, *arguments],
            cwd=world / "work",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(as_shipped()),
                "HOME": str(world / "home"),
                "TMPDIR": str(world / "temporary"),
                "MAY_WRITE": str(may_write or ""),
                **environment,
            },
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def traces(world: Path) -> dict[str, tuple[int, int]]:
    """Return what lies in *world*, when it was last written and how long it is."""
    return {
        str(path.relative_to(world)): (path.stat().st_mtime_ns, path.stat().st_size)
        for path in world.rglob("*")
    }


def test_every_command_has_a_question_here():
    assert set(QUESTIONS) == set(commands())


FORBIDDEN = [
    ("import socket; socket.socket()", "socket.__new__"),
    ("import socket; socket.getaddrinfo('localhost', 80)", "socket.getaddrinfo"),
    ("import socket; socket.gethostname()", "socket.gethostname"),
    ("import urllib.request as u; u.urlopen('http://localhost')", "urllib.Request"),
    ("open('a', 'w')", "open"),
    ("open('a', 'a')", "open"),
    ("open('a', 'x')", "open"),
    ("open('a', 'r+')", "open"),
    ("import pathlib; pathlib.Path('a').write_text('b')", "open"),
    ("import pathlib; pathlib.Path('a').touch(exist_ok=False)", "open"),
    ("os.open('a', os.O_RDONLY | os.O_CREAT)", "open"),
    ("os.open('a', os.O_RDONLY | os.O_TRUNC)", "open"),
    ("import logging; logging.FileHandler('a')", "open"),
    ("os.mkdir('a')", "os.mkdir"),
    ("os.rmdir('a')", "os.rmdir"),
    ("os.remove('a')", "os.remove"),
    ("os.rename('a', 'b')", "os.rename"),
    ("os.replace('a', 'b')", "os.rename"),
    ("os.link('a', 'b')", "os.link"),
    ("os.symlink('a', 'b')", "os.symlink"),
    ("os.chmod('a', 0)", "os.chmod"),
    ("os.truncate('a', 0)", "os.truncate"),
    ("os.utime('a')", "os.utime"),
    ("import shutil; shutil.copyfile('a', 'b')", "shutil.copyfile"),
    ("import shutil; shutil.rmtree('a')", "shutil.rmtree"),
    ("import tempfile; tempfile.mkdtemp(dir='.')", "tempfile.mkdtemp"),
    ("import tempfile; tempfile.TemporaryFile()", "open"),
    ("import sqlite3; sqlite3.connect('a')", "sqlite3.connect"),
    ("import ctypes; ctypes.CDLL(None)", "ctypes.dlopen"),
    ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
    ("os.system('true')", "os.system"),
    ("os.execv('/bin/true', ['true'])", "os.exec"),
    ("os.posix_spawn('/bin/true', ['true'], {})", "os.posix_spawn"),
    ("os.fork()", "os.fork"),
    ("input()", "builtins.input"),
]
# Python starts once, without the hook, and forks for each statement.
CATCHES_EACH = f"""
import os, sys
for statement in sys.stdin.read().splitlines():
    if not os.fork():
        try:
            exec({WATCHED!r} + statement)
        except BaseException:
            pass
        os._exit(0)
    _, ended = os.wait()
    os.write(2, f" ended: {{os.waitstatus_to_exitcode(ended)}}\\n".encode())
"""


def test_the_hook_catches(unwatched: Watched, world: Path):
    before = traces(world)

    result = unwatched(CATCHES_EACH, stdin="\n".join(statement for statement, _ in FORBIDDEN))

    told = re.findall("^forbidden: ([^ ]+) .* ended: 97$", result.stderr, re.MULTILINE)
    assert told == [event for _, event in FORBIDDEN], result.stderr
    assert len(result.stderr.splitlines()) == len(FORBIDDEN)
    assert traces(world) == before


@pytest.mark.parametrize("styled", ["", "1"], ids=["plain", "styled"])
def test_no_form_of_an_answer_opens_a_socket_or_writes_a_file(
    watched: Watched, world: Path, styled: str
):
    before = traces(world)
    asked = [*NO_COMMANDS, *ASKED, *SWITCHED]
    lines = "".join("\0".join(words) + "\n" for words in asked)

    result = watched(RUN_EACH, stdin=lines, FORCE_COLOR=styled)

    told = re.findall(rf"((?:.*\n)*?){ANSWERED}(.*)\n", result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    assert [words for _, words in told] == [" ".join(words) for words in asked]
    assert [words for answer, words in told if not answer] == []
    assert traces(world) == before


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_neither_does_an_error(watched: Watched, world: Path, arguments: list[str]):
    before = traces(world)

    result = watched(RUN, *arguments)

    assert result.returncode in (1, 2)
    assert "forbidden" not in result.stderr
    assert traces(world) == before


def test_neither_does_a_shell_that_completes_a_word(watched: Watched, world: Path):
    before = traces(world)

    result = watched(
        RUN,
        _PAINLINK_COMPLETE="complete_bash",
        COMP_WORDS="painlink explain shou",
        COMP_CWORD="2",
    )

    assert (result.returncode, result.stdout.split()) == (0, ["shoulder"])
    assert traces(world) == before


@pytest.mark.parametrize("name", ["page", "page.txt", "page.md", "page.html", "page.json"])
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["new", "replaced"])
def test_with_output_it_writes_that_file_alone(
    watched: Watched, world: Path, name: str, force: list[str]
):
    file = world / "work" / name
    if force:
        file.write_text("older")
    before = traces(world)

    result = watched(RUN, "explain", "back", "headache", "-o", str(file), *force, may_write=file)

    after = traces(world)
    assert result.returncode == 0
    assert result.stderr.startswith(f"painlink: wrote {file}\n")
    assert {path for path in after if after[path] != before.get(path)} == {"work", f"work/{name}"}


def test_with_output_another_file_is_forbidden(watched: Watched, world: Path):
    file = world / "work" / "page.html"

    result = watched(RUN, "explain", "back", "-o", str(file), may_write=world / "work" / "b.html")

    assert result.returncode == 97
    assert not file.exists()
