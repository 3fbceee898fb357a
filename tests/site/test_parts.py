"""A page that is too large is parted: nothing is lost, and the warning signs stand on each part."""

from painlink.model.grades import Urgency
from painlink.pages.blocks import (
    Block,
    Bullets,
    Heading,
    Notice,
    Page,
    Paragraph,
    Reference,
    References,
    Role,
    Row,
    Rows,
    Span,
    plain,
)
from painlink.site.addresses import Goal
from painlink.site.parts import part_goals, partings

SIGNS = Notice(Urgency.EMERGENCY, "Get help now", (Paragraph(plain("a sign")),))
CLAIMS = [f"claim {number} of many" for number in range(90)]


def page_of(*blocks: Block) -> Page:
    return Page("A page", blocks, plain("imprint"), plain("disclaimer"), lambda: None, None)


def cited(claim: str, number: int) -> Paragraph:
    return Paragraph(
        (
            Span(claim),
            Span(" [", Role.CITATION),
            Span(str(number), Role.CITATION),
            Span("]", Role.CITATION),
        )
    )


LARGE = page_of(
    Paragraph(plain("the answer")),
    SIGNS,
    Heading(2, "Claims"),
    *(cited(claim, number) for number, claim in enumerate(CLAIMS, start=1)),
    References(
        tuple(Reference(f"id-{n}", n, plain(f"source {n}")) for n in range(1, len(CLAIMS) + 1))
    ),
)


def first_parting(page: Page, size: int = 400_000) -> list[Page]:
    return next(iter(partings(page, size)))


def test_no_claim_is_lost_and_none_told_twice():
    told = [
        block.text[0].text
        for part in first_parting(LARGE)
        for block in part.blocks
        if isinstance(block, Paragraph) and block.text[0].text in CLAIMS
    ]

    assert told == CLAIMS


def test_each_part_begins_with_the_answer_and_the_warning_signs():
    parts = first_parting(LARGE)

    assert len(parts) == 4
    assert all(part.blocks[:2] == LARGE.blocks[:2] for part in parts)
    assert all(part.disclaimer == LARGE.disclaimer for part in parts)


def test_each_part_has_the_sources_that_it_cites_and_no_others():
    for part in first_parting(LARGE):
        own = [
            int(span.text)
            for block in part.blocks
            if isinstance(block, Paragraph)
            for span in block.text
            if span.role is Role.CITATION and span.text.isdigit()
        ]
        (references,) = [block for block in part.blocks if isinstance(block, References)]
        assert [item.number for item in references.items] == own


def test_a_part_says_which_it_is_goes_on_under_its_heading_and_leads_to_the_others():
    parts = first_parting(LARGE)

    assert [part.title for part in parts] == [f"A page (part {n} of 4)" for n in (1, 2, 3, 4)]
    assert all(part.blocks[2] == Heading(2, "Claims") for part in parts)
    commands = [
        [
            s.text
            for b in part.blocks
            if isinstance(b, Paragraph)
            for s in b.text
            if s.role is Role.COMMAND
        ]
        for part in parts
    ]
    assert commands == [["part 1", "part 2", "part 3", "part 4"]] * 4
    assert [goal.file for goal in part_goals(Goal("list/sources.html", "All"), 3)] == [
        "list/sources.html",
        "list/sources.2.html",
        "list/sources.3.html",
    ]


def test_long_lists_are_parted_too():
    rows = Rows(tuple(Row(f"id-{n}", "", ()) for n in range(100)))
    bullets = Bullets(tuple(plain(f"item {n}") for n in range(100)))
    signs = Notice(Urgency.SOON, "Soon", (bullets,))

    parts = first_parting(page_of(Heading(2, "All"), rows, bullets, signs), 700_000)

    assert len(parts) == 6
    kept = [block for part in parts for block in part.blocks]
    assert tuple(i for b in kept if isinstance(b, Rows) for i in b.items) == rows.items
    assert tuple(i for b in kept if isinstance(b, Bullets) for i in b.items) == bullets.items
    inner = [b for n in kept if isinstance(n, Notice) for b in n.blocks if isinstance(b, Bullets)]
    assert tuple(item for block in inner for item in block.items) == bullets.items


def test_parts_grow_in_number_until_none_can_be_parted():
    counts = [
        len(parts) for parts in partings(page_of(*(Paragraph(plain(c)) for c in CLAIMS[:5])), 1)
    ]

    assert counts == [1, 2, 3, 4, 5]
