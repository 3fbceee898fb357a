"""The page of `painlink about`: who wrote it, who reviewed it, and how to read it."""

from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Heading, Page, Paragraph, plain
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import framed, next_command
from painlink.phrases import joined


def page(knowledge: Knowledge, version: str) -> Page:
    """Return who stands behind *version* of painlink and its content."""
    about = knowledge.about
    citations = Citations(knowledge)
    reviewers = [f"{one.name}, {one.role}, {one.date}." for one in about.reviewers]
    own = knowledge.beneath or knowledge  # what somebody laid over it is not what painlink has
    counts = (
        (len(own.areas), "areas"),
        (len(own.mechanisms), "mechanisms"),
        (len(own.links), "links"),
        (len(own.pairs), "pairs"),
        (len(own.red_flags), "warning signs"),
        (len(own.approaches), "approaches"),
        (len(own.sources), "sources"),
    )
    listed = joined([f"{count} {what}" for count, what in counts])
    counted = f"painlink {version} has {listed}. Its content is of {about.updated}."
    blocks: list[Block] = [Paragraph(plain(about.purpose)), Paragraph(plain(counted))]
    parts: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("Who wrote it", (about.written_by,)),
        ("Who has reviewed it", tuple(reviewers) or ("Nobody with clinical training yet.",)),
        ("Who pays for it", (about.funding,)),
        ("How grades are given", about.grading),
        ("Where the facts come from", about.evidence),
        ("What it cannot do", about.limits),
        ("Privacy", (about.privacy,)),
        ("License", (about.license,)),
    )
    for title, texts in parts:
        blocks.append(Heading(2, title))
        if len(texts) == 1:
            blocks.append(Paragraph(citations.text(texts[0])))
        else:
            blocks.append(Bullets(tuple(citations.text(text) for text in texts)))
    blocks.append(next_command("painlink list sources"))
    return framed(knowledge, "About painlink", blocks, lambda: about)
