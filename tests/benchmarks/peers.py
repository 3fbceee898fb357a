"""Other tools of the terminal that answer at once, to stand beside painlink in the table."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.installed import NotInstalled, environment, install
from tests.benchmarks.rows import Command, Row
from tests.benchmarks.running import Failed, run, surroundings

# A page in the form of the tldr project, as short as most of its pages.
_PAGE = """# tar

> Archiving utility.
> Often combined with a compression method, such as `gzip` or `bzip2`.
> More information: <https://www.gnu.org/software/tar>.

- Create an archive and write it to a file:

`tar cf {{path/to/target.tar}} {{path/to/file1 path/to/file2 ...}}`

- Extract a (compressed) archive file into the current directory verbosely:

`tar xvf {{path/to/source.tar[.gz|.bz2|.xz]}}`

- List the contents of a tar file verbosely:

`tar tvf {{path/to/source.tar}}`
"""
# Where tldr and tealdeer, older and newer, look for the pages they have fetched before.
_CACHES = (
    ".cache/tldr/pages/common",
    ".cache/tealdeer/tldr-pages/pages/common",
    ".cache/tealdeer/tldr-pages/pages.en/common",
)
_VERSION = re.compile(r"\d+(\.\d+)+")


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool to measure: what to run, what to say, and where it comes from.

    *package* is what pip installs; without one it is a tool of the system, known by *called*, the
    name it gives itself.
    """

    name: str
    program: str
    words: tuple[str, ...]
    says: str
    package: str | None = None
    called: str = ""


PEERS = (
    Peer("tldr tar, cached page", "tldr", ("tar",), "Archiving utility", package="tldr"),
    Peer("pipx --version", "pipx", ("--version",), "1", package="pipx"),
    Peer("jrnl --version", "jrnl", ("--version",), "jrnl", package="jrnl"),
    Peer("http --version", "http", ("--version",), "3", package="httpie"),
    Peer("tealdeer tar, cached page", "tldr", ("tar",), "Archiving utility", called="tealdeer"),
    Peer("man tar, piped", "man", ("-P", "cat", "tar"), "tar", called="man"),
)


def write_pages(home: Path) -> None:
    """Write the page that the readers of tldr pages are asked for into their caches in *home*."""
    for cache in _CACHES:
        folder = home / cache
        folder.mkdir(parents=True)
        (folder / "tar.md").write_text(_PAGE, encoding="utf-8")


def present(folder: Path, home: Path) -> Iterator[tuple[Command | None, str]]:
    """Yield of each peer its command and version, or None and why it is left out.

    What pip installs goes to *folder*, unless it is there. Each is tried once, as a tool that does
    not work here is no peer.
    """
    for peer in PEERS:
        try:
            program = _program(peer, folder, home)
            command = Command((Row(peer.name),), (program, *peer.words), peer.says)
            run(command, home)
            yield command, f"{peer.package or peer.called} {_version(program, home)}"
        except (NotInstalled, Failed) as error:
            yield None, f"{peer.package or peer.called}: {error}"


def _program(peer: Peer, folder: Path, home: Path) -> str:
    if peer.package:
        bin_ = environment(folder)
        if not (bin_ / peer.program).exists():
            install(bin_, peer.package)
        return str(bin_ / peer.program)
    found = shutil.which(peer.program, path=surroundings(home)["PATH"])
    if found is None or peer.called not in _told(found, home):
        raise NotInstalled("it is not installed")
    return found


def _version(program: str, home: Path) -> str:
    found = _VERSION.search(_told(program, home))
    return found[0] if found else "of an unknown version"


def _told(program: str, home: Path) -> str:
    done = subprocess.run(
        (program, "--version"),
        env=surroundings(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout
