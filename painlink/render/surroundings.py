"""What a site puts around an HTML page, and where things on the page lead in it."""

from collections.abc import Callable
from typing import NamedTuple

from painlink.render.style import CSS


class Anchor(NamedTuple):
    """Where something on a page leads; its *text* takes the place of a command, and names the rest.

    An empty *text* leaves what stands on the page.
    """

    href: str
    text: str = ""


def _nowhere(named: str) -> Anchor | None:  # noqa: ARG001, it is what a page by itself knows
    return None


class Surroundings(NamedTuple):
    """What stands around a page, as HTML; by default nothing, so that a page is whole by itself.

    *leads* gets a command as it stands on the page ("painlink explain back head"), or the id of a
    row, a spot or a source, and returns where that leads; nothing where it leads nowhere. *style*
    holds what tells how the page looks, *policy* what it may load. *head* is added to the head,
    *before* and *after* stand at the beginning and at the end of the body. *title* names the page
    where its own does not tell it from others.
    """

    leads: Callable[[str], Anchor | None] = _nowhere
    style: str = f"<style>\n{CSS}</style>"
    policy: str = "default-src 'none'; style-src 'unsafe-inline'"
    head: str = ""
    before: str = ""
    after: str = ""
    title: str = ""


ALONE = Surroundings()
