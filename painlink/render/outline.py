"""The outline of a page: at which level a title stands, so that no level is skipped."""

from collections.abc import Iterable, Iterator

from painlink.pages.blocks import Block, Heading, References

_PART = 2


def leveled(blocks: Iterable[Block], above: int) -> Iterator[tuple[Block, int]]:
    """Yield each of *blocks* with the level of its own title, one below the title it stands under.

    *above* is the level of the title that the first of them stands under.
    """
    for block in blocks:
        if isinstance(block, Heading):
            above = min(block.level, above + 1)
            yield block, above
        elif isinstance(block, References):
            yield block, _PART  # they belong to the page, not to its last part
        else:
            yield block, above + 1
