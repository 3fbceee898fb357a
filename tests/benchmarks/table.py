"""What was measured, as one table in Markdown."""

from collections.abc import Mapping, Sequence
from statistics import median, quantiles

from tests.benchmarks.rows import FIRST, Goal, Row
from tests.benchmarks.running import Sample

Measured = Mapping[Row, Sequence[Sample]]

_HEADS = ("row", "median", "middle half", "ratio", "goal", "holds")
_UNDER = (" --- |", *(" ---: |",) * 4, " --- |")


def table(measured: Measured) -> str:
    """Return a line for each row: median, the middle half of all rounds, ratio, goal, whether held.

    The ratio is to the first row. It is that of the time of the processor, as it hardly changes
    with what else the machine does.
    """
    by_name = {row.name: samples for row, samples in measured.items()}
    lines = [f"| {' | '.join(_HEADS)} |", f"|{''.join(_UNDER)}"]
    for row, samples in measured.items():
        values = [sample.value for sample in samples]
        low, high = _middle_half(values)
        ratio = f"{ratio_of(samples, by_name[FIRST]):.2f}" if row.unit == "ms" else ""
        cells = (
            row.name,
            f"{median(values):.1f} {row.unit}",
            f"{low:.1f} to {high:.1f}",
            ratio,
            _told(row.goal, row.unit) if row.goal else "",
            _judged(row.goal, samples, by_name) if row.goal else "",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def ratio_of(samples: Sequence[Sample], others: Sequence[Sample]) -> float:
    """Return how many times what *others* spent *samples* did: the median of all rounds.

    With one to four endless loops beside it, on two processors, such ratios of processor time were
    3% off those of a quiet machine, and 10% at most. Ratios of the time from start to end were 8 to
    9% off, and 31% at most, round by round as well as between the medians: what is short waits for
    its turn longer than what is long. On a quiet machine both differ by 2%.
    """
    return median(one.spent / other.spent for one, other in zip(samples, others, strict=True))


def _middle_half(values: Sequence[float]) -> tuple[float, float]:
    """Return between which two numbers the middle half of *values* lies."""
    if len(values) == 1:
        return values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high


def _told(goal: Goal, unit: str) -> str:
    if goal.of is None:
        return f"{goal.most:g} {unit}"
    return f"{goal.most:g}" if goal.of == FIRST else f"{goal.most:g} x {goal.of}"


def _judged(goal: Goal, samples: Sequence[Sample], by_name: Mapping[str, Sequence[Sample]]) -> str:
    """Return whether *samples* reach *goal*, and by how much where no other cell tells it."""
    if goal.of is None:
        return "yes" if median(sample.value for sample in samples) <= goal.most else "no"
    if goal.of not in by_name:
        return "not measured"
    ratio = ratio_of(samples, by_name[goal.of])
    held = "yes" if ratio <= goal.most else "no"
    return held if goal.of == FIRST else f"{held}: {ratio:.2f}"
