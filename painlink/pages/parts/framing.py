"""What every page shares: its frame, how commands are written, what words were taken for."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from painlink.model.about import About
from painlink.model.areas import Area
from painlink.model.entries import Source
from painlink.model.fields import fields
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Reviewer, Standing
from painlink.pages.blocks import Block, Page, Paragraph, command, plain, quiet, strong
from painlink.pages.parts.reviewers import who_reviewed
from painlink.phrases import joined, sentence_case

_OWN_ON_PAPER = " What is not painlink's own says whose it is."
HOW_TO_OPEN = " To open one, name that file with --data again."
_OWN = f" Entries that are not painlink's own say which file they are from.{HOW_TO_OPEN}"


class Provenance(NamedTuple):
    """Who stands behind a page, for programs: who wrote, reviewed and paid for it, and when.

    `reviewers` have reviewed all of painlink, `reviewed` tells what of this pair alone was.
    """

    written_by: str
    reviewers: tuple[Reviewer, ...]
    reviewed: tuple[Standing, ...]
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
    reviews: tuple[Standing, ...] = (),
) -> Page:
    """Return a page with authors, dates and reviewers of the content, and the disclaimer last.

    A page that *advises* nothing ends in one line where it is a text. *reviews* are of the pair
    that it is about.
    """
    about = knowledge.about
    provenance = {name: getattr(about, name) for name in fields(Provenance) if name != "reviewed"}
    own = _OWN_ON_PAPER if is_sheet else _OWN
    whose = own if knowledge.beneath else ""
    return Page(
        title=title,
        blocks=tuple(blocks),
        imprint=plain(f"{_imprint(about, reviews)}{whose}"),
        disclaimer=plain(about.disclaimer),
        contents=contents,
        provenance=Provenance(**provenance, reviewed=reviews),
        sources=sources,
        in_brief=() if advises else plain(f"{whose} {about.disclaimer_in_brief}".lstrip()),
        is_sheet=is_sheet,
    )


def _imprint(about: About, reviews: tuple[Standing, ...]) -> str:
    dates = f"First written {about.written}, last changed {about.updated}."
    when = f"Written {about.written}." if about.written == about.updated else dates
    return f"{about.byline} {when} {who_reviewed(about.reviewers, reviews)}"


def own_areas(areas: Sequence[Area]) -> list[Block]:
    """Return which of *areas* are not painlink's own: their names stand all over a page."""
    names: dict[str, list[str]] = {}
    for area in areas:
        if area.origin:
            names.setdefault(area.origin, []).append(area.name)
    told = [f"{sentence_case(joined(own))}: {origin}." for origin, own in names.items()]
    return [Paragraph(quiet(" ".join(told)))] if told else []


def next_command(*lines: str) -> Paragraph:
    """Return the line that every page ends with: the commands most worth trying next."""
    first, *others = (command(line) for line in lines)
    more = (span for other in others for span in (*plain(" or "), *other))
    return Paragraph((*strong("Go deeper: "), *first, *more))


def arguments(areas: tuple[Area, ...]) -> str:
    """Return the ids of *areas* as one types them after a command."""
    return " ".join(area.id for area in areas)
