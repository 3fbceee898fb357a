"""How painlink grows with a reader's own knowledge: a file with many mechanisms of a clinic."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

from tests.benchmarks.rows import EXPLAIN, TITLE, Command, Goal, Row

COUNTS = (150, 1500)  # as many as one file may hold

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


def own_file(folder: Path, count: int, areas: Sequence[str]) -> Path:
    """Write *count* mechanisms, spread over all pairs of *areas*; return the file."""
    pairs = list(permutations(areas, 2))
    text = "mechanisms:" + "".join(
        MECHANISM.format(number=number, start=start, end=end)
        for number in range(count)
        for start, end in [pairs[number % len(pairs)]]
    )
    file = folder / f"{count}.yaml"
    file.write_text(text + SOURCES, encoding="utf-8")
    return file


def commands(bin_: Path, folder: Path, areas: Sequence[str]) -> Iterator[Command]:
    """Yield what measures the painlink in *bin_* with own mechanisms, written to *folder*."""
    smaller: Row | None = None
    for count in COUNTS:
        goal = Goal(COUNTS[1] / COUNTS[0], of=smaller.name) if smaller else None
        smaller = Row(f"painlink explain --data, {count} mechanisms", goal)
        file = own_file(folder, count, areas)
        yield Command(
            (smaller,), (str(bin_ / "painlink"), *EXPLAIN, "--data", str(file)), says=TITLE
        )
