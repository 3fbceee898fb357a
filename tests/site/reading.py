"""Reading a site as a browser does: what its pages hold, and where their links lead."""

import posixpath
import re
from functools import cache, cached_property
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

FRONT = "index.html"


class Link(NamedTuple):
    """A link on a page: the file it leads to, the place in it, and what it is called."""

    file: str
    fragment: str
    name: str


class Pages:
    """All files of a site, by name."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self._links: dict[str, list[Link]] = {}

    @cached_property
    def html(self) -> dict[str, str]:
        return {name: content.decode() for name, content in self.files.items() if is_page(name)}

    def links(self, name: str) -> list[Link]:
        """Return each link of the page *name* that stays within the site."""
        if name not in self._links:
            folder = posixpath.dirname(name)
            written = re.findall(r"<a\b([^>]*)>(.*?)</a>", self.html[name], re.DOTALL)
            found = (_link(folder, *one) for one in written)
            self._links[name] = [
                one if one.file else one._replace(file=name) for one in found if one
            ]
        return self._links[name]

    def reached(self) -> set[str]:
        """Return every page that one comes to from the front page, link by link."""
        seen, todo = {FRONT}, [FRONT]
        while todo:
            for link in self.links(todo.pop()):
                if link.file not in seen and link.file in self.html:
                    seen.add(link.file)
                    todo.append(link.file)
        return seen


@cache  # the pages of a site hold the same links again and again
def _link(folder: str, attributes: str, inner: str) -> Link | None:
    """Return a link on a page in *folder*, without a file if it is to that page itself."""
    href = unescape(found[1]) if (found := re.search(r'href="([^"]*)"', attributes)) else ""
    address = urlsplit(href)
    if address.scheme or address.netloc:
        return None
    file = posixpath.join(folder, unquote(address.path))
    label = re.search(r'aria-label="([^"]*)"', attributes)
    told = unescape(label[1]) if label else text_of(inner)
    return Link(posixpath.normpath(file) if address.path else "", address.fragment, told)


def is_page(name: str) -> bool:
    return name.endswith(".html")


def text_of(html: str) -> str:
    """Return the words of a piece of HTML, as one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def main_of(html: str) -> str:
    """Return the page itself, without what the site puts around it."""
    found = re.search(r"<main>.*</main>\n<footer>.*?</footer>", html, re.DOTALL)
    assert found
    return found[0]
