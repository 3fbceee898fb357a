"""How loading and answering grow with a reader's own mechanisms. Run it where nothing else runs:

    python -m tests.benchmarks.growth

Each row is a process of its own; the rows take turns, so that a busy moment falls on all of them.
The table tells the median and the spread (fastest to slowest) of all rounds.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
COUNTS = (0, 250, 500, 1000, 2000)
STEPS = ("load", "explain", "page", "search")

# One mechanism of a clinic: about as long as painlink's own.
MECHANISM = """
- id: own-way-{number}
  name: Own way {number}
  plain: The shoulders are held high, and that wears on, {number}
  term: shoulder girdle loading {number}
  aliases: [held shoulders {number}, high shoulders {number}]
  relation: acts-on
  summary: Shoulders that are held high for long may tire the neck [own-study].
  how: >-
    Who holds the shoulders high uses the same muscles for hours. They tire and ache, and the ache
    may reach the neck [own-study]. Nobody knows how often that is so.
  does_not_mean: It does not mean that your shoulders are weak.
  links:
    - id: {start}--{end}--own-way-{number}
      from: {start}
      to: {end}
      direction: one-way
      certainty: low
      name: Shoulders held high {number}
      summary: Held shoulders may tire the place beside them [own-study].
      how: The same muscles work for hours, and the ache may reach further [own-study].
      fits_better: [It aches more after a long day at a desk., It eases as you move.]
      fits_less: [It came from one day to the next.]
      does_not_mean: It does not mean that sitting is bad for you.
      evidence:
        - {{source: own-study, shows: People at desks had sorer shoulders., stance: mixed}}
"""
SOURCES = "\nsources:\n- {id: own-study, kind: cohort, title: A study of our own}\n"

MEASURED = """
import json, re, sys
from pathlib import Path
from time import perf_counter
from painlink.explain import explain
from painlink.loading import load
from painlink.pages import explanation
from painlink.render import renderer
from painlink.search import search

def measured(do):
    began = perf_counter()
    done = do()
    taken.append(1000 * (perf_counter() - began))
    return done

taken = []
own = [Path(file) for file in sys.argv[1:]]
knowledge = measured(lambda: load(own=own))
areas = [knowledge.areas["back"], knowledge.areas["head"]]
known = measured(lambda: explain(knowledge, areas))
render = renderer("plain")
measured(lambda: render(explanation.page(knowledge, known), 80))
measured(lambda: search(knowledge, "held shoulders"))
# Not getrusage: its peak begins with that of the process that started this one.
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([*taken, int(peak[1]) / 1024]))
"""


def own_file(folder: Path, count: int, areas: list[str]) -> list[str]:
    """Write *count* mechanisms, spread over all pairs of *areas*; return what to load."""
    if not count:
        return []
    pairs = [(one, other) for one in areas for other in areas if one != other]
    text = "mechanisms:" + "".join(
        MECHANISM.format(number=number, start=start, end=end)
        for number in range(count)
        for start, end in [pairs[number % len(pairs)]]
    )
    file = folder / f"{count}.yaml"
    file.write_text(text + SOURCES, encoding="utf-8")
    return [str(file)]


def measure(files: list[str]) -> list[float]:
    """Return the milliseconds of each step and the peak of memory in MiB, from a new process."""
    result = subprocess.run(
        [sys.executable, "-c", MEASURED, *files],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    measured: list[float] = json.loads(result.stdout)
    return measured


def grown(rounds: int) -> dict[int, list[list[float]]]:
    """Return for each count what was measured in each of *rounds*."""
    from painlink.loading import load

    areas = list(load().areas)
    with TemporaryDirectory() as folder:
        files = {count: own_file(Path(folder), count, areas) for count in COUNTS}
        measured: dict[int, list[list[float]]] = {count: [] for count in COUNTS}
        for _ in range(rounds):
            for count, named in files.items():
                measured[count].append(measure(named))
    return measured


def table(measured: dict[int, list[list[float]]]) -> str:
    """Return what was measured as one table in Markdown."""
    heads = ["own mechanisms", *(f"{step} (ms)" for step in STEPS), "peak (MiB)"]
    lines = [f"| {' | '.join(heads)} |", f"|{' ---: |' * len(heads)}"]
    for count, rounds in measured.items():
        cells = [
            f"{median(values):.1f} ({min(values):.1f} to {max(values):.1f})"
            for values in zip(*rounds, strict=True)
        ]
        lines.append(f"| {count:,} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="how often each row is measured")
    print(table(grown(parser.parse_args().rounds)))  # noqa: T201, a table to read
