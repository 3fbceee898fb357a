"""A real browser, headless Chromium, for what only a browser shows."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdfium2 import PdfDocument

_CHROMIUM = shutil.which("chromium")
IN_A_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium on this machine: install `chromium`"),
]
Scheme = Literal["light", "dark"]
SCHEMES: list[Scheme] = ["light", "dark"]
SMALLER_THAN_BOTH: dict[str, Any] = {"width": "210mm", "height": "279.4mm"}  # A4 and Letter
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@contextmanager
def launched() -> Iterator[Browser]:
    """Lend a browser, which asks nobody for anything by itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def open_in(window: Page, address: str, width: int = 1280) -> Page:
    """Open *address* in *window*, as in a new one, which would take a third of a second."""
    look_at(window, width)
    window.goto(address)
    return window


def count_sides(pdf: bytes) -> int:
    with PdfDocument(pdf) as document:
        return len(document)


def sides_of(pdf: bytes) -> list[str]:
    """Return the text of each side of *pdf*, as one line."""
    with PdfDocument(pdf) as document:
        return [" ".join(side.get_textpage().get_text_bounded().split()) for side in document]


def look_at(
    page: Page,
    width: int,
    scheme: Scheme = "light",
    *,
    media: Literal["print", "null"] = "null",  # as it is seen, and on paper as it is printed
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, media=media)


_LEAVE_FEW = """
() => {
  const shapes = new Map(), left = new Map();
  const shape = one => {
    const within = new Set([...one.children].map(shape));
    const own = `${one.localName}.${one.className} ${one.getAttributeNames()}`;
    const told = `${own} (${[...within].sort()})`;
    shapes.set(one, told);
    return told;
  };
  const leave = (one, path) => {
    for (const child of [...one.children]) {
      if (child.localName === 'svg') continue;
      const like = `${path} ${shapes.get(child)}`, count = left.get(like) ?? 0;
      left.set(like, count + 1);
      if (count < 3) leave(child, `${path} ${child.localName}.${child.className}`);
      else child.remove();
    }
  };
  shape(document.body);
  leave(document.body, '');
}
"""


def leave_few_of_a_kind(page: Page) -> None:
    """Take from *page* what is the like of three before it: axe would take seconds for a list.

    It stands in the same, and in it is the same: only its words are others.
    """
    page.evaluate(_LEAVE_FEW)


def violations(
    page: Page, looks: list[tuple[int, Scheme]], rules: Sequence[str] = WCAG
) -> list[str]:
    """Return what axe finds on *page* in each of *looks*: its width, and light or dark."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found: list[str] = []
    for width, scheme in looks:
        look_at(page, width, scheme)
        told = page.evaluate("options => axe.run(document, options)", options)
        assert rules is not WCAG or "color-contrast" in {one["id"] for one in told["passes"]}
        found += [
            f"{width} {scheme} {one['id']} {one['nodes'][0]['html']}" for one in told["violations"]
        ]
    return found


def violations_of_each_kind(page: Page, looks: list[tuple[int, Scheme]]) -> list[str]:
    """Return what axe finds on *page*, of which few are left of a kind."""
    too_small = violations(page, looks, ["target-size"])  # what words make is tried on all of them
    leave_few_of_a_kind(page)
    return too_small + violations(page, looks)
