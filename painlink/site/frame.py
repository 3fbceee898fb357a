"""What stands around each page of the site: the way here, the way on, and how the page looks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from painlink.model.grades import Listed
from painlink.model.practice import Practice
from painlink.model.words.texts import sentences
from painlink.pages.blocks import Page, Paragraph, Role, Text, plain
from painlink.phrases import visible
from painlink.render.surroundings import Anchor, Surroundings
from painlink.site.addresses import A_TO_Z, ABOUT, FRONT, SIGNS, Goal, listed
from painlink.site.inventory import Leaf

STYLE = "style.css"
# From a folder on the disk a browser may count each file as a site of its own.
_POLICY = "default-src 'none'; style-src 'self' file:; img-src data:"
_TO_ALL = (
    FRONT,
    SIGNS,
    listed(Listed.MECHANISMS),
    listed(Listed.APPROACHES),
    A_TO_Z,
    listed(Listed.SOURCES),
    ABOUT,
)
_LONGEST = 200  # letters of a description


class Position(NamedTuple):
    """Where a page stands: it itself, what comes before and after it, and where the site will be.

    `before` and `after` are pages of the same kind. `url` is the address of the whole site, where
    it has one, `practice` whose copy of it this is, where it is somebody's. `choices` tell where
    names on the page lead: those of its leaf, and other parts of it.
    """

    leaf: Leaf
    choices: Mapping[str, Goal]
    before: Goal | None = None
    after: Goal | None = None
    url: str | None = None
    practice: Practice | None = None


def surroundings(place: Position, page: Page, goals: Mapping[str, Goal]) -> Surroundings:
    """Return what stands around *page*, which is to stand at *place*."""
    here = place.leaf.goal.file
    return Surroundings(
        leads=_leads(place, goals, on_paper=page.is_sheet),
        style=f'<link rel="stylesheet" href="{escape(_from(here, STYLE))}">',
        policy=_POLICY,
        head="\n".join(_head(place, page)),
        before="\n".join(_before(place.leaf)),
        after="\n".join(_after(place)),
        title=_title(place.leaf, page),
    )


def _from(here: str, file: str) -> str:
    """Return the address of *file* on the page *here*; no file lies deeper than in one folder."""
    return f"../{file}" if "/" in here else file


def _leads(
    place: Position, goals: Mapping[str, Goal], *, on_paper: bool
) -> Callable[[str], Anchor | None]:
    """Return what tells where a name on the page leads; on paper a source leads nowhere else."""
    here = place.leaf.goal.file
    beside = {goal.file: goal for goal in place.leaf.beside}  # there their names are shorter

    def leads(key: str) -> Anchor | None:
        if named := place.choices.get(key):
            return Anchor(_from(here, named.file), named.name)
        if (goal := goals.get(key)) and (" " in key or not on_paper):
            return Anchor(_from(here, goal.file), beside.get(goal.file, goal).name)
        return None

    return leads


def _title(leaf: Leaf, page: Page) -> str:
    """Return what tells the page from all others."""
    if page.title.startswith(leaf.goal.name):
        return f"{page.title} - painlink"
    return f"{page.title} - {leaf.goal.name} - painlink"


def _head(place: Position, page: Page) -> Iterator[str]:
    yield f'<meta name="description" content="{escape(_description(page))}">'
    if place.url:
        yield f'<link rel="canonical" href="{escape(place.url + place.leaf.goal.file)}">'


def _description(page: Page) -> str:
    """Return the first sentences of *page*, in the room that those have who list pages."""
    texts = (block.text for block in page.blocks if isinstance(block, Paragraph))
    told = next((text for text in texts if not _has_command(text)), ())
    told = told or (*plain(f"{page.title.rstrip('.?')}. "), *page.disclaimer)
    text = "".join(span.text for span in told if span.role is not Role.CITATION)
    said = ""
    for sentence in sentences(visible(text)):
        if said and len(said) + len(sentence) >= _LONGEST:
            break
        said = f"{said} {sentence}".strip()
    return said[:_LONGEST]


def _has_command(text: Text) -> bool:
    return any(span.role is Role.COMMAND for span in text)


def _before(leaf: Leaf) -> Iterator[str]:
    here = leaf.goal.file
    yield '<a class="skip" href="#page">To the page</a>'
    yield '<header class="around">'
    yield _nav("All of painlink", "ul", (_item(here, goal) for goal in _TO_ALL))
    if len(leaf.trail) > 1:
        yield _nav("You are here", "ol", (_item(here, goal) for goal in leaf.trail))
    yield '</header>\n<div id="page" tabindex="-1"></div>'


def _after(place: Position) -> Iterator[str]:
    leaf = place.leaf
    here = leaf.goal.file
    if place.practice:
        yield _handed_out_by(place.practice)
    if leaf.beside:
        yield _nav("See also", "ul", (_item(here, goal) for goal in leaf.beside))
    ways = [("Back", "prev", place.before), ("Next", "next", place.after)]
    steps = [
        f'<li><a rel="{rel}" href="{escape(_from(here, goal.file))}">'
        f"{word}: {escape(visible(goal.name))}</a></li>"
        for word, rel, goal in ways
        if goal
    ]
    if steps:
        yield _nav("Page by page", "ul", steps)


def _handed_out_by(practice: Practice) -> str:
    """Return who hands the site out: behind all that painlink says, so that it leads no page."""
    told = practice.own_words
    named = f"<strong>From {escape(visible(practice.name))}</strong> (not reviewed by painlink)"
    more = f": {escape(visible(told))}" if told else "."
    return (
        f'<aside class="practice" aria-label="Who hands this out">\n<p>{named}{more}</p>\n</aside>'
    )


def _nav(name: str, kind: str, items: Iterable[str]) -> str:
    class_ = name.lower().replace(" ", "-")
    listed_ = "\n".join(items)
    return f'<nav class="{class_}" aria-label="{name}">\n<{kind}>\n{listed_}\n</{kind}>\n</nav>'


def _item(here: str, goal: Goal) -> str:
    name = escape(visible(goal.name))
    if goal.file == here:
        return f'<li><span aria-current="page">{name}</span></li>'
    return f'<li><a href="{escape(_from(here, goal.file))}">{name}</a></li>'
