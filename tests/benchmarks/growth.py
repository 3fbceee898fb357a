"""How painlink grows with what it knows: its knowledge many times over, each copy with ids anew.

Its milliseconds are those of the processor, from within the process: what it takes to start Python
and to import painlink would hide how the steps grow.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from painlink.knowledge import compiled
from painlink.knowledge.register import assembled
from painlink.model.entries import Pair, pair_id
from painlink.model.fields import fields
from painlink.model.kinds import OWN
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from tests.benchmarks.rows import TITLE, Command, Goal, Row

FACTORS = (1, 10, 100)
STEPS = {"load": "ms", "explain": "ms", "search": "ms", "peak memory": "MiB"}
_NAMES = ("name", "pain", "plain", "term", "aliases", "words")  # no two entries share one

_MEASURED = r"""
import gc, json, re, sys
gc.disable()  # as painlink does
from pathlib import Path
from time import process_time
from painlink.knowledge import compiled
from painlink.explain.explanation import explain
from painlink.names.asked import areas_of, understood
from painlink.pages import explanation, hits
from painlink.render import renderer
from painlink.names.search import find_entries

def measured(do):
    began = process_time()
    done = do()
    taken.append(1000 * (process_time() - began))
    return done

def explained():
    known = explain(knowledge, areas_of(knowledge, understood(knowledge, ["back", "headache"])))
    return render(explanation.page(knowledge, known), 80)

taken = []
render = renderer("plain")
knowledge = measured(lambda: compiled.read_compiled(Path(sys.argv[1])))
print(measured(explained))
print(measured(lambda: render(hits.page(knowledge, "desk", find_entries(knowledge, "desk")), 80)))
peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([*taken, int(peak[1]) / 1024]))
"""


def commands(
    bin_: Path, folder: Path, knowledge: Knowledge, is_chosen: Callable[[Command], bool]
) -> Iterator[Command]:
    """Yield what measures each size of *knowledge*; each that is chosen is written to *folder*."""
    for times in FACTORS:
        written = folder / f"{times}x"
        rows = tuple(
            Row(f"{times}x knowledge: {step}", _goal(times, step), unit)
            for step, unit in STEPS.items()
        )
        command = Command(
            rows, (str(bin_ / "python"), "-c", _MEASURED, str(written)), TITLE, reports=True
        )
        if is_chosen(command):
            write(multiplied(knowledge, times), written)
            yield command


def _goal(times: int, step: str) -> Goal | None:
    """Return that *step* grows no faster than the knowledge does."""
    return None if times == 1 else Goal(times, of=f"1x knowledge: {step}")


def write(knowledge: Knowledge, file: Path) -> None:
    """Write *knowledge* to *file*, compiled: no YAML file may be as large."""
    file.write_text(compiled.compile_knowledge(knowledge), encoding="ascii")


def multiplied(knowledge: Knowledge, times: int, *, but: Collection[str] = ()) -> Knowledge:
    """Return *knowledge* *times* over: every entry of every kind, and what they point to.

    Entries of the kinds *but* stay as many as they are.
    """
    ids = frozenset(id_ for id_, kind in knowledge.kinds.items() if kind not in but)
    entries: dict[str, Any] = {
        kind: {
            copy.id: copy
            for number in range(1 if kind in but else times)
            for entry in getattr(knowledge, kind).values()
            for copy in [_copy(entry, ids, number) if number else entry]
        }
        for kind in OWN
    }
    around = (knowledge.handout, knowledge.wording, knowledge.about)
    return assembled(entries, *around, knowledge.vocabulary)


def _copy(value: Any, ids: frozenset[str], number: int, key: str = "") -> Any:
    """Return *value*, the content of the field *key*, with all its ids and names made new."""
    if fields(value):
        named = zip(fields(value), value, strict=True)
        copy = value._replace(**{name: _copy(one, ids, number, name) for name, one in named})
        return copy._replace(id=pair_id(*copy.areas)) if isinstance(copy, Pair) else copy
    if isinstance(value, tuple):
        return tuple(_copy(item, ids, number, key) for item in value)
    if type(value) is not str:  # a level of certainty is a text too
        return value
    if value in ids or key == "id":
        return f"{value}-{number}"
    if key in _NAMES:
        return f"{value} {number}"
    return CITATION.sub(lambda cited: f"{cited[0][:-1]}-{number}]", value)
