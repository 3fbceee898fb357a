"""Where something stands in a YAML text: line and column of a path of keys and indexes."""

from collections.abc import Collection, Iterator

from painlink.model.texts import Path
from painlink.reading.events import Mark, events


def positions(text: str, paths: Collection[Path]) -> dict[Path, tuple[int, int]]:
    """Return line and column, from 1, of each of *paths* in *text*, or of its nearest parent."""
    wanted = {path[:length] for path in paths for length in range(len(path) + 1)}
    found = {path: place for path, place in _places(text, wanted) if path in wanted}
    return {path: _nearest(found, path) for path in paths}


def _nearest(found: dict[Path, tuple[int, int]], path: Path) -> tuple[int, int]:
    prefixes = (path[:length] for length in range(len(path), -1, -1))
    return next((found[prefix] for prefix in prefixes if prefix in found), (0, 0))


class _Place:
    """A list, or keys and values, on the way to what is looked for."""

    __slots__ = ("keyed", "mark", "path", "step")

    def __init__(self, path: Path | None, *, keyed: bool) -> None:
        self.path = path  # None where nothing below is looked for
        self.keyed = keyed
        self.step: str | int | None = None if keyed else 0  # of the value that comes next
        self.mark: Mark | None = None  # of that key


def _places(text: str, wanted: set[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield each path of *wanted* that is in *text*, with its line and column."""
    import yaml

    around: list[_Place] = []
    for event in events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        if not isinstance(event, yaml.NodeEvent):
            continue
        path: Path | None = ()
        mark: Mark | None = event.start_mark
        if around:
            place = around[-1]
            if place.step is None:  # here stands the key of what comes next
                place.step, place.mark = getattr(event, "value", ""), mark
                continue
            path = None if place.path is None else (*place.path, place.step)
            mark = place.mark or mark
            place.step = None if place.keyed else int(place.step) + 1
        if path is not None and path in wanted and mark:
            yield path, (mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.CollectionStartEvent):
            keyed = isinstance(event, yaml.MappingStartEvent)
            around.append(_Place(path if path in wanted else None, keyed=keyed))
