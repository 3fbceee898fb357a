"""A real browser, headless Chromium, for what only a browser shows."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

_CHROMIUM = shutil.which("chromium")
IN_A_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium on this machine: install `chromium`"),
]
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


@contextmanager
def one_window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Lend what opens an address in a window of its own, which ends the one before it."""
    contexts: list[BrowserContext] = []

    def close() -> None:
        while contexts:
            contexts.pop().close()

    def open_(address: str, width: int = 1280, **settings: Any) -> Page:
        close()
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_
    close()
