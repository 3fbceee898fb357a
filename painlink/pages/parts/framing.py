"""What every page shares: its frame, how commands are written, what words were taken for."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from painlink.model.about import About, Reviewer
from painlink.model.areas import Area
from painlink.model.entries import Source
from painlink.model.fields import fields
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Page, Paragraph, command, plain, quiet, strong
from painlink.phrases import sentence_case

_OWN = (
    " Entries that are not painlink's own say which file they are from. To open one, name that "
    "file with --data again."
)


class Provenance(NamedTuple):
    """Who stands behind a page, for programs: who wrote, reviewed and paid for it, and when."""

    written_by: str
    reviewers: tuple[Reviewer, ...]
    funding: str
    written: str
    updated: str
    license: str


def framed(
    knowledge: Knowledge,
    title: str,
    blocks: Iterable[Block],
    contents: Callable[[], object],
    *,
    sources: tuple[Source, ...] = (),
    is_sheet: bool = False,
    advises: bool = True,
) -> Page:
    """Return a page with authors, dates and reviewers of the content, and the disclaimer last.

    A page that *advises* nothing ends in one line where it is a text.
    """
    about = knowledge.about
    own = _OWN if knowledge.beneath else ""
    return Page(
        title=title,
        blocks=tuple(blocks),
        imprint=plain(f"{_imprint(about)}{own}"),
        disclaimer=plain(about.disclaimer),
        contents=contents,
        provenance=Provenance(*(getattr(about, name) for name in fields(Provenance))),
        sources=sources,
        in_brief=() if advises else plain(f"{own} {about.disclaimer_in_brief}".lstrip()),
        is_sheet=is_sheet,
    )


def _imprint(about: About) -> str:
    names = "; ".join(f"{one.name}, {one.role}, {one.date}" for one in about.reviewers)
    reviewed = f"Reviewed by {names}." if names else "Not yet reviewed by a clinician."
    dates = f"First written {about.written}, last changed {about.updated}."
    return f"{about.byline} {dates} {reviewed}"


def own_areas(areas: Sequence[Area]) -> list[Block]:
    """Return which of *areas* are not painlink's own: their names stand all over a page."""
    told = [f"{sentence_case(area.name)}: {area.origin}." for area in areas if area.origin]
    return [Paragraph(quiet(" ".join(told)))] if told else []


def next_command(*lines: str) -> Paragraph:
    """Return the line that every page ends with: the commands most worth trying next."""
    first, *others = (command(line) for line in lines)
    more = (span for other in others for span in (*plain(" or "), *other))
    return Paragraph((*strong("Go deeper: "), *first, *more))


def arguments(areas: tuple[Area, ...]) -> str:
    """Return the ids of *areas* as one types them after a command."""
    return " ".join(area.id for area in areas)
