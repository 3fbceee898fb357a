"""Ask painlink thousands of strange things: `python -m tests.hostile 20000`.

So many argument lists are asked, half as many changed files are read, and a tenth as many files
of sound own entries contradict what painlink tells. Whatever goes wrong is told with its case; what
was found and mended is kept in `corpus/`, which each run begins with.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from tests.hostile.running import ask_arguments, ask_files, ask_overlays

MOST_MEMORY = 600  # MiB: of the run itself, all answers one after another


def say(told: str) -> None:
    sys.stdout.write(f"{told}\n")
    sys.stdout.flush()


def main() -> int:
    """Run so many cases as are asked for; return how to exit."""
    parser = ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", default="painlink", help="another seed makes other cases")
    asked = parser.parse_args()
    failed = 0
    with TemporaryDirectory() as folder:
        runs = {ask_arguments: asked.count, ask_files: asked.count // 2}
        for ask, count in (runs | {ask_overlays: asked.count // 10}).items():
            for number, (case, wrong) in enumerate(ask(asked.seed, count, Path(folder)), 1):
                failed += bool(wrong)
                for one in wrong:
                    say(f"{asked.seed}-{number}: {one}\n    {case!r}")
                if number % 1000 == 0:
                    say(f"{number:,} of {count:,}, {failed} failed")
    memory = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    counts = f"{asked.count:,} lists, {asked.count // 2:,} files, {asked.count // 10:,} overlays"
    say(f"{counts}: {failed} failed, {memory} MiB")
    return int(bool(failed) or memory > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
