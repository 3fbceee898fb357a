"""How fast painlink is, and how it grows. Best run where nothing else runs:

    python -m tests.benchmarks

Measured is painlink as people have it: built from this checkout and installed by pip, in an
environment of its own. All rows take turns; the table tells the median of all rounds. Nothing here
fails for being slow. It needs Linux, and a package index for what it installs.
"""

import os
import platform
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from painlink.knowledge.loading import load
from tests.benchmarks import growth, installed, own, peers, publishing, rows
from tests.benchmarks.rows import Command
from tests.benchmarks.running import WARM_UP, Failed, measured
from tests.benchmarks.table import table

_ROOT = Path(__file__).parent.parent.parent
_BUILT_ON = ("Python", "painlink", "typer", "rich", "PyYAML")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; return the exit code."""
    chosen = _chosen(arguments)
    with TemporaryDirectory(prefix="painlink-benchmark-") as folder:
        try:
            report = _report(chosen, Path(folder))
        except (Failed, installed.NotInstalled) as error:
            _say(f"nothing measured: {error}")
            return 1
    print(report)  # noqa: T201, a table to read
    return 0


def _report(chosen: Namespace, folder: Path) -> str:
    """Return the table, and below it when, on what and with which versions it was measured."""
    home = folder / "home"
    home.mkdir()
    _say("installing painlink")
    bin_ = installed.environment(folder / "painlink")
    installed.install(bin_, str(_ROOT))
    versions = installed.versions(bin_)
    notes = [", ".join(f"{name} {versions[name]}" for name in _BUILT_ON)]

    knowledge = load()
    commands = [*rows.floor(bin_), *rows.painlink(bin_)]
    if not chosen.without_peers:
        _say("installing peers")
        peers.write_pages(home)
        found = list(peers.present(chosen.peers or folder / "peers", home))
        commands += [command for command, _ in found if command]
        notes.append(", ".join(told for command, told in found if command))
        notes += [f"left out: {told}" for command, told in found if not command]
    commands += growth.commands(
        bin_, folder, knowledge, lambda command: _is_chosen(command, chosen.only)
    )
    commands += own.commands(bin_, folder, list(knowledge.areas))
    commands += publishing.commands(bin_, folder, knowledge)

    first, *others = commands
    chosen_ones = [first, *(one for one in others if _is_chosen(one, chosen.only))]
    began, before = datetime.now(UTC), os.getloadavg()[0]
    printed = table(measured(chosen_ones, home, rounds=chosen.rounds, say=_say))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    busy = f"load {before:.1f} at the start and {os.getloadavg()[0]:.1f} at the end"
    when = f"{began:%Y-%m-%d}, {chosen.rounds} rounds after {WARM_UP} to warm up"
    return "\n".join((printed, "", f"{when}. {machine}, {busy}.", *(f"{note}." for note in notes)))


def _chosen(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(
        prog="python -m tests.benchmarks",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, default=20, help="how often each row is measured")
    parser.add_argument(
        "--only",
        action="append",
        metavar="WORDS",
        help="only rows whose name holds these words, and the first; may be given again",
    )
    parser.add_argument("--without-peers", action="store_true", help="painlink alone")
    parser.add_argument(
        "--peers",
        type=Path,
        metavar="FOLDER",
        help="keep the peers here, so that the next run need not install them",
    )
    chosen = parser.parse_args(arguments)
    if chosen.rounds < 1:
        parser.error("--rounds: at least 1")
    return chosen


def _is_chosen(command: Command, only: Sequence[str] | None) -> bool:
    return only is None or any(words in row.name for words in only for row in command.rows)


def _say(progress: str) -> None:
    print(progress, file=sys.stderr)  # noqa: T201, what a table takes so long for


if __name__ == "__main__":
    sys.exit(main())
