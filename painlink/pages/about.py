"""The page of `painlink about`: who wrote it, who reviewed it, and how to read it."""

from collections.abc import Iterator

from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block, Bullets, Heading, Page, Paragraph, plain
from painlink.pages.parts.citing import Citations
from painlink.pages.parts.framing import framed, next_command
from painlink.pages.parts.reviewers import review_told, reviews_of
from painlink.phrases import joined, sentence_case


def page(knowledge: Knowledge, version: str) -> Page:
    """Return who stands behind *version* of painlink and its content."""
    about = knowledge.about
    citations = Citations(knowledge)
    own = knowledge.beneath or knowledge  # what somebody laid over it is not what painlink has
    reviewers = [f"{one.name}, {one.role}, {one.date}." for one in about.reviewers]
    pairs = list(_reviewed_pairs(own))
    reviewers = [*(reviewers or [_NOT_ALL if pairs else _NOBODY]), *pairs]
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
        ("Who has reviewed it", tuple(reviewers)),
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


_NOBODY = "Nobody with clinical training yet."
_NOT_ALL = "Nobody with clinical training has reviewed all of it yet."


def _reviewed_pairs(knowledge: Knowledge) -> Iterator[str]:
    """Yield who has reviewed what is said of which two areas."""
    for pair in knowledge.pairs.values():
        areas = [knowledge.areas[id_] for id_ in pair.areas]
        pains = sentence_case(joined([area.pain for area in areas]))
        for one in reviews_of(knowledge, areas, pair):
            yield f"{pains}. {review_told(one)}."
