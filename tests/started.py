"""painlink, started once and asked many times, each time as a process of its own.

To start Python and to load its modules takes longer than most answers do. Here it is done once: for
each question the started process forks, and the new one has its own words, settings, folder,
streams and, where it gets one, terminal. What Python makes of its settings while it starts, and
what fails while modules are loaded, is for a start of its own to show.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

from tests.conftest import as_shipped

LONGEST_WAIT = 60  # seconds: what takes longer hangs
Stream = str | int | None  # a file by its name, one that is open or a new pipe, one that is closed
AT_ITS_START = ("PYTHON", "LC_", "LANG")  # beginnings of what Python looks at while it starts

# Only a parent is told how a process ended: of the two forks the first one waits and passes it on,
# the second leaves the loop, answers, and ends as any other painlink does.
STARTED = """
import json, os, signal, socket, sys

import painlink.cli.app, painlink.pages.brief, painlink.render.terminal  # what most answers load
from painlink.__main__ import main

asked = socket.socket(fileno=int(sys.argv[1]))
waiting = 0
while True:
    told, files, _, _ = socket.recv_fds(asked, 1, 4)
    while waiting and os.waitpid(-1, os.WNOHANG if told else 0)[0]:
        waiting -= 1
    if not told:
        sys.exit()
    if os.fork():
        waiting += 1
        for file in files:
            os.close(file)
        continue
    asked.close()
    asker = socket.socket(fileno=files.pop())
    with asker.makefile("rb") as question:
        given = json.load(question)
    if not (answering := os.fork()):
        asker.close()
        break
    for file in files:
        os.close(file)
    asker.sendall(b"%d\\n" % answering)
    _, ended = os.waitpid(answering, 0)
    asker.sendall(b"%d\\n" % os.waitstatus_to_exitcode(ended))
    os._exit(0)

os.chdir(given["folder"])
os.environ.clear()
os.environ.update(given["environment"])
sys.argv[1:] = given["arguments"]
if given["terminal"]:
    os.login_tty(files.pop())
else:
    os.setsid()
    for number, is_open in enumerate(given["streams"]):
        if is_open:
            os.dup2(file := files.pop(0), number)
            os.close(file)
        else:
            os.close(number)
signal.signal(signal.SIGINT, signal.default_int_handler)
for number, name in enumerate(("stdin", "stdout", "stderr")):
    older, mode, stream = getattr(sys, name), "w" if number else "r", None
    if given["terminal"] or given["streams"][number]:
        stream = open(number, mode, encoding=older.encoding, errors=older.errors, closefd=False)
    setattr(sys, name, stream)
    setattr(sys, f"__{name}__", stream)
main()
"""


def is_for_a_start(changed: Mapping[str, str | None]) -> bool:
    """Return whether what is *changed* around painlink is something that Python starts with."""
    return any(name.startswith(AT_ITS_START) for name in changed)


@cache
def _started() -> socket.socket:
    """Return where the started painlink is asked."""
    ours, theirs = socket.socketpair()
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", STARTED, str(theirs.fileno())],
        env={"PYTHONPATH": str(as_shipped()), **kept},
        stdin=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
        start_new_session=True,  # Ctrl-C of whoever runs the tests is not for it
    )
    theirs.close()

    def end() -> None:
        ours.close()
        process.wait(LONGEST_WAIT)

    atexit.register(end)
    return ours


class Answering:
    """A painlink that answers: it can be sent a signal, and waited for."""

    def __init__(
        self,
        arguments: Sequence[str | bytes | Path],
        *streams: int | None,
        folder: Path,
        environment: Mapping[str, str],
    ) -> None:
        """Ask, of one that writes to *streams*: of its own three, or a terminal alone.

        None is a stream that is closed.
        """
        asker, theirs = socket.socketpair()
        asker.settimeout(LONGEST_WAIT)
        question = {
            "arguments": [os.fsdecode(one) for one in arguments],
            "folder": str(folder),
            "environment": dict(environment),
            "terminal": len(streams) == 1,
            "streams": [stream is not None for stream in streams],
        }
        given = [stream for stream in streams if stream is not None]
        with theirs:
            socket.send_fds(_started(), [b"?"], [*given, theirs.fileno()])
        asker.sendall(json.dumps(question).encode())
        asker.shutdown(socket.SHUT_WR)
        self._told = asker.makefile("rb")
        asker.close()  # as soon as nothing is told any more
        self.pid = int(self._told.readline())

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):  # it may have ended already
            os.kill(self.pid, number)

    def wait(self) -> int:
        """Return the exit code, or the number of the signal that ended it, below zero."""
        with self._told:
            try:
                return int(self._told.readline())
            except TimeoutError:  # else whoever reads what it writes would wait for ever
                self.send_signal(signal.SIGKILL)
                raise


def _read(stream: int) -> bytes:
    with open(stream, "rb") as file:
        return file.read()


def ask(
    *arguments: str | bytes | Path,
    folder: Path,
    environment: Mapping[str, str],
    stdin: Stream = os.devnull,
    stdout: Stream = subprocess.PIPE,
    stderr: Stream = subprocess.PIPE,
) -> "subprocess.CompletedProcess[bytes]":
    """Return how painlink ends, and what it writes where it writes to a pipe."""
    with ThreadPoolExecutor(2) as both:
        with ExitStack() as until_asked:

            def opened(stream: Stream) -> tuple[int | None, Future[bytes] | None]:
                if isinstance(stream, str):
                    file = until_asked.enter_context(open(stream, "r+b", buffering=0))  # noqa: PTH123, as above
                    return file.fileno(), None
                if stream != subprocess.PIPE:
                    return stream, None
                out, into = os.pipe()
                until_asked.callback(os.close, into)
                return into, both.submit(_read, out)

            (source, _), (out, written), (err, told) = map(opened, (stdin, stdout, stderr))
            answering = Answering(
                arguments, source, out, err, folder=folder, environment=environment
            )
        return subprocess.CompletedProcess(
            arguments,
            answering.wait(),
            written.result() if written else b"",
            told.result() if told else b"",
        )
