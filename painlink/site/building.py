"""The whole site, file by file: pages in their frames, the stylesheet, everything as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from typing import NamedTuple

from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Page
from painlink.render import document
from painlink.site.addresses import FRONT, Goal, goals
from painlink.site.everything import everything
from painlink.site.fitting import fitted
from painlink.site.frame import STYLE, Position, surroundings
from painlink.site.inventory import Leaf, Series, inventory
from painlink.site.parallel import each_made
from painlink.site.parts import LARGEST, part_goals, partings
from painlink.site.style import SITE_CSS

_JSON = "painlink.json"
_SITEMAP = "sitemap.xml"


class File(NamedTuple):
    """A file of the site: its place in the folder, and what it holds."""

    name: str
    content: bytes


class Site(NamedTuple):
    """The site of some knowledge, nothing of it made yet; *url* is its address, if it has one."""

    knowledge: Knowledge
    goals: Mapping[str, Goal]
    series: tuple[Series, ...]
    url: str | None = None

    @property
    def pages(self) -> int:
        """How many pages there are; one that is too large for a file counts once."""
        return sum(map(len, self.series))

    def files(self, *, workers: int = 1) -> Iterator[File]:
        """Yield every file, the front page last, made by so many processes.

        The same knowledge gives the same bytes, whoever makes them.
        """
        leaves = [(series, number) for series in self.series for number in range(len(series))]
        names: list[str] = []

        def made(place: int) -> list[File]:
            return list(self._files_of(*leaves[place]))

        with each_made(made, len(leaves), workers=workers) as pages:
            yield File(STYLE, SITE_CSS.encode())
            yield File(_JSON, everything(self.knowledge).encode())
            for file in chain.from_iterable(pages):
                names.append(file.name)
                if file.name == FRONT.file and self.url:
                    yield File(_SITEMAP, _sitemap(self.url, names).encode())
                yield file

    def _files_of(self, series: Sequence[Leaf], number: int) -> Iterator[File]:
        """Yield the page *number* of *series*, in as many files as it takes."""
        before = series[number - 1].goal if number else None
        after = series[number + 1].goal if number + 1 < len(series) else None
        leaf, practice = series[number], self.knowledge.handed.practice
        place = Position(leaf, leaf.choices(), before, after, self.url, practice)
        page = fitted(leaf.make(), self.goals, place.choices)
        whole = self._written(page, place)
        files = [whole]
        if len(whole.content) > LARGEST:
            for parts in partings(page, len(whole.content)):
                files = list(self._in_parts(parts, place))
                if all(len(file.content) <= LARGEST for file in files):
                    break
        yield from files

    def _in_parts(self, parts: Sequence[Page], place: Position) -> Iterator[File]:
        leaf = place.leaf
        goals_ = part_goals(leaf.goal, len(parts))
        choices = {**place.choices, **{goal.name: goal for goal in goals_}}
        for part, goal in zip(parts, goals_, strict=True):
            trail = (*leaf.trail[:-1], goal._replace(name=leaf.goal.name))
            own = leaf._replace(trail=trail)
            yield self._written(part, place._replace(leaf=own, choices=choices))

    def _written(self, page: Page, place: Position) -> File:
        text = document(page, surroundings(place, page, self.goals))
        return File(place.leaf.goal.file, text.encode())


def site_of(knowledge: Knowledge, *, url: str | None = None) -> Site:
    """Return the site of *knowledge*; *url* is the address that its folder will have, if any."""
    known = goals(knowledge)
    return Site(knowledge, known, tuple(inventory(knowledge, known)), url)


def _sitemap(url: str, names: Sequence[str]) -> str:
    """Return the list of all pages that search engines read."""
    listed = "\n".join(f"<url><loc>{escape(f'{url}{name}')}</loc></url>" for name in sorted(names))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}\n</urlset>\n'
    )
