"""How long the whole site takes, and how that grows with what there is to tell of the same areas.

With twice the areas there are four times as many pages: two of them can be asked about together.
"""

from collections.abc import Iterator
from pathlib import Path

from painlink.model.knowledge import Knowledge
from tests.benchmarks.growth import multiplied, write
from tests.benchmarks.rows import Command, Goal, Row

_MOST_SECONDS = 15
_ROUNDS = 3
_MANY = (1, 2)
_SAME = ("areas", "ambiguous_words", "pairs")
_LAST = "index.html"

_MEASURED = r"""
import gc, json, sys
gc.disable()  # as painlink does
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from painlink.knowledge import compiled
from painlink.site.building import site_of
from painlink.site.folder import publish

knowledge = compiled.read_compiled(Path(sys.argv[1]))
with TemporaryDirectory() as folder:
    began, spent = perf_counter(), process_time()
    publish(site_of(knowledge).files(), Path(folder), force=False)
    taken = [perf_counter() - began, process_time() - spent]
    print(*(path.name for path in Path(folder).iterdir()))
print(json.dumps(taken))
"""


def commands(bin_: Path, folder: Path, knowledge: Knowledge) -> Iterator[Command]:
    """Yield what measures the site of *knowledge*, and of twice as much, written to *folder*."""
    alone: Row | None = None
    for times in _MANY:
        written = folder / f"site-{times}x"
        write(multiplied(knowledge, times, but=_SAME), written)
        name = f"painlink site, {times}x knowledge of the same areas"
        whole = Row(name, None if alone else Goal(_MOST_SECONDS, of=None), "s")
        goal = Goal(times, of=alone.name) if alone else None
        spent = Row(f"{name}: of the processor", goal, "s")
        alone = alone or spent
        yield Command(
            (whole, spent),
            (str(bin_ / "python"), "-c", _MEASURED, str(written)),
            says=_LAST,
            reports=True,
            most_rounds=_ROUNDS,
        )
