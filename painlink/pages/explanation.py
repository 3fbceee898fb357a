"""The page that answers `painlink explain`."""

from collections.abc import Sequence
from functools import partial

from painlink.explain.explanation import Explanation, completed
from painlink.model.entries import Area
from painlink.model.knowledge import Knowledge
from painlink.names.understanding import Understood
from painlink.pages.blocks import Block, Page
from painlink.pages.parts.framing import framed
from painlink.phrases import joined, sentence_case


def page(
    knowledge: Knowledge,
    explanation: Explanation,
    understood: Sequence[Understood] = (),
    *,
    full: bool = False,
) -> Page:
    """Return the page of *explanation*: about two screens, or everything if *full*.

    What unusual words of *understood* were taken for is said first.
    """

    def told() -> tuple[Block, ...]:
        # Late: JSON shows no block, and to load and make them is a third of what it costs.
        from painlink.pages.explanation_blocks import blocks

        return blocks(knowledge, explanation, understood, full=full)

    contents = partial(completed, knowledge, explanation)
    return framed(knowledge, _title(explanation.areas), told, contents)


def _title(areas: tuple[Area, ...]) -> str:
    pains = sentence_case(joined([area.pain for area in areas]))
    return f"{pains}: what else may connect to it" if len(areas) == 1 else pains
