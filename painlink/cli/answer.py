"""How a command answers: the forms its page can take, and where it goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from painlink.cli import output
from painlink.errors import ExclusiveOptions, OptionNeedsAnother, UnknownEnding
from painlink.phrases import visible

if TYPE_CHECKING:
    from painlink.model.knowledge import Knowledge
    from painlink.pages.blocks import Page

FORMS = {
    "plain": "Write plain text, for pipes and screen readers.",
    "markdown": "Write Markdown.",
    "html": "Write one HTML page, with a picture, to read or print.",
    "json": "Write JSON, for programs.",
    "bibtex": "Write its sources as BibTeX.",
    "ris": "Write its sources as RIS.",
}
_FORM_OF_ENDING = {
    "": "plain",
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
    ".bib": "bibtex",
    ".ris": "ris",
}
_NO_TEXTS = ("html", "json", "bibtex", "ris")
_STDOUT = "-"
_READ_IN_A_TERMINAL = (None, "plain")
_SIGNS_ABOVE = "the warning signs are at the top of this page."


class MakePage(Protocol):
    """What every command returns: a function that makes its page of the knowledge."""

    def __call__(self, knowledge: "Knowledge", /) -> "Page":
        """Return the page."""


def answer(
    make: MakePage,
    form: str | None = None,
    *,
    own: Sequence[str] | None = None,
    file: str | None = None,
    force: bool = False,
    pager: bool = True,
) -> None:
    """Write the page that *make* makes of the knowledge, as *form*, to *file* or to stdout.

    The files at *own*, or else those of `PAINLINK_DATA`, are laid over the knowledge. What nobody
    gave a form or a place opens in a *pager* where the screen is too small for it.
    """
    from painlink.render import renderer

    if force and file in (None, _STDOUT):
        raise OptionNeedsAnother("--force", "--output FILE")
    if file is None:
        shown = form or ("terminal" if output.wants_style() else "plain")
        page = _made(make, own, shown)
        _print(page, renderer(shown)(page, output.width()), form, pager=pager)
    elif file == _STDOUT:
        shown = form or "plain"
        output.write(renderer(shown)(_made(make, own, shown), output.width()))
    else:
        ending = Path(file).suffix.lower()
        form = form or _FORM_OF_ENDING.get(ending)
        if form is None:
            raise UnknownEnding(output.shown_name(ending), tuple(filter(None, _FORM_OF_ENDING)))
        text = renderer(form)(_made(make, own, form), output.WIDEST)
        output.write_file(text, file, force=force)
        say(f"wrote {output.shown_name(file)}")


def _print(page: "Page", text: str, form: str | None, *, pager: bool) -> None:
    """Write *text*, so that whoever reads it on a screen gets to see how *page* begins."""
    outgrown = output.outgrows_the_screen(text)
    if outgrown and pager and form is None:
        from painlink.cli.pager import open_in_pager

        if open_in_pager(text):
            return
    output.write(text)
    if outgrown and form in _READ_IN_A_TERMINAL and page.has_signs:
        say(_SIGNS_ABOVE)


def _made(make: MakePage, own: Sequence[str] | None, form: str) -> "Page":
    """Return the page that *make* makes, where it may take this *form*."""
    page = make(_knowledge(own))
    if page.is_text and form in _NO_TEXTS:
        raise ExclusiveOptions("--short", f"--{form}")
    return page


def _knowledge(own: Sequence[str] | None) -> "Knowledge":
    from painlink.knowledge.loading import load, own_paths

    knowledge = load(own=own_paths(own))
    for note in knowledge.notes:
        say(note)
    return knowledge


def say(note: str) -> None:
    """Tell the person at the keyboard something that is not part of the answer."""
    output.tell(f"painlink: {visible(note)}")
