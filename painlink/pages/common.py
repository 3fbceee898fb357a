"""What every page shares: its frame, how commands are written, what words were taken for."""

from collections.abc import Sequence

from painlink.knowledge import Knowledge
from painlink.model import Area
from painlink.names import Understood
from painlink.pages.blocks import Block, Page, Paragraph, Text, command, plain, quiet, strong
from painlink.phrases import printable


def framed(knowledge: Knowledge, title: str, blocks: tuple[Block, ...], record: object) -> Page:
    """Return a page with the date and reviewers of the content, and the disclaimer last."""
    return Page(
        title=title,
        blocks=blocks,
        imprint=_imprint(knowledge),
        disclaimer=plain(knowledge.about.disclaimer),
        record=record,
    )


def _imprint(knowledge: Knowledge) -> Text:
    about = knowledge.about
    if not about.reviewers:
        return plain(f"Content last changed {about.updated}. Not yet reviewed by a clinician.")
    names = "; ".join(f"{one.name}, {one.role}, {one.date}" for one in about.reviewers)
    return plain(f"Content last changed {about.updated}. Reviewed by {names}.")


def taken_for(understood: Sequence[Understood]) -> list[Block]:
    """Return what each unusual word was taken for, so that nobody is answered beside the point."""
    remarks = [
        f"Here '{printable(one.typed)}' means the {one.area.name}."
        for one in understood
        if not one.is_obvious
    ]
    return [Paragraph(quiet(" ".join(remarks)))] if remarks else []


def next_command(line: str) -> Paragraph:
    """Return the line that every page ends with: the one command most worth trying next."""
    return Paragraph((*strong("Go deeper: "), *command(line)))


def arguments(areas: tuple[Area, ...]) -> str:
    """Return the ids of *areas* as one types them after a command."""
    return " ".join(area.id for area in areas)
