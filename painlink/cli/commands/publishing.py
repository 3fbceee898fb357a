"""The command that writes everything as pages which lead to each other."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from painlink.cli.answer import knowledge_with, say
from painlink.cli.options import Data
from painlink.cli.target import is_in_no_home
from painlink.errors import CannotWrite
from painlink.phrases import counted
from painlink.whole_file import shown_name

if TYPE_CHECKING:
    from painlink.site.building import File

_NAME_ONE = "Name a folder, such as my-site"


def site(
    folder: Annotated[
        str,
        typer.Argument(metavar="FOLDER", help="A new folder, or one that painlink wrote before."),
    ],
    url: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The web address that FOLDER will have: for its pages and a sitemap to name.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write even where pages of somebody else are.")
    ] = False,
    data: Data = None,
) -> None:
    """Write everything as pages to click through: on your disk, a stick or the web.

    For example: painlink site my-site
    """
    from painlink.site.building import site_of
    from painlink.site.folder import publish
    from painlink.site.parallel import processors

    _refuse_odd(folder)
    made = site_of(knowledge_with(data), url=None if url is None else _address(url))
    with _stoppable():
        files = made.files(workers=processors())
        first = next(files)  # who helps begins before anything else runs beside it
        files = _watched(chain([first], files), made.pages)
        written, changed = publish(files, Path(folder), force=force)
    place = Path(folder).resolve()
    told = f"{counted(written, 'file')} in {shown_name(str(place))}, {changed:,} new or changed"
    say(f"{told}. Open this one in a browser: {shown_name(str(place / 'index.html'))}")


def _refuse_odd(folder: str) -> None:
    """Raise where *folder* names none: what a shell left empty is not the folder one is in."""
    reason = ""
    if not folder.strip():
        reason = _NAME_ONE
    elif folder == "-":
        reason = f"a site is many files. {_NAME_ONE}"
    elif is_in_no_home(folder):
        reason = "the shell left the ~ as it is. Write out your home folder"
    if reason:
        raise CannotWrite(shown_name(folder), reason)


def _address(url: str) -> str:
    """Return *url* as what the names of files are put behind.

    Raises:
        typer.BadParameter: when it is no address of a folder on the web.
    """
    try:
        parts = urlsplit(url)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_one = False
    if not is_one or not url.isascii() or not url.isprintable() or set(url) & set(' ?#@"<>\\'):
        told = f"'{shown_name(url)}' is not the address of a folder on the web, such as "
        raise typer.BadParameter(f"{told}https://example.org/pain/", param_hint="'--url'")
    return url if url.endswith("/") else f"{url}/"


def _watched(files: "Iterable[File]", pages: int) -> "Iterator[File]":
    """Yield *files*, and show on a terminal how far that is."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    yield from track(files, "Writing pages", total=pages, console=console, transient=True)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let what ends painlink end it after the draft is gone, and then as ever."""
    stopped: list[int] = []

    def stop(number: int, _: object) -> None:
        stopped.append(number)
        raise KeyboardInterrupt

    names = ("SIGINT", "SIGTERM", "SIGHUP")
    ending = [getattr(signal, name) for name in names if hasattr(signal, name)]
    caught = [number for number in ending if signal.getsignal(number) is signal.SIG_DFL]
    for number in caught:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in caught:
            signal.signal(number, signal.SIG_DFL)
        for number in stopped[:1]:
            signal.raise_signal(number)
