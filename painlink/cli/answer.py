"""How a command answers: the forms its page can take, and where it goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from painlink.cli import output
from painlink.cli.console import write_styled
from painlink.cli.messages.written import written
from painlink.errors import ExclusiveOptions, OptionNeedsAnother, UnknownEnding
from painlink.phrases import visible
from painlink.whole_file import shown_name

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
_READ_IN_A_TERMINAL = ("terminal", "plain")  # all others are UTF-8, wherever they go
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
    if file in (None, _STDOUT):
        shown = form or ("terminal" if file is None and output.wants_style() else "plain")
        page = _made(make, own, shown)
        text = renderer(shown)(page, _width(shown, on_a_screen=True))
        if file is None and shown in _READ_IN_A_TERMINAL:
            _show(page, text, styled=shown == "terminal", pager=pager and form is None)
        else:
            output.write(text, utf8=shown not in _READ_IN_A_TERMINAL)
        return
    shown = form or _form_of(file)
    page = _made(make, own, shown)
    text = renderer(shown)(page, _width(shown, on_a_screen=False))
    output.write_file(text, file, force=force)
    for line in written(file, shown, is_sheet=page.is_sheet):
        say(line)


def _width(form: str, *, on_a_screen: bool) -> int | None:
    return output.plain_width(on_a_screen=on_a_screen) if form == "plain" else output.width()


def _form_of(file: str) -> str:
    """Return the form that the name of *file* asks for."""
    ending = Path(file).suffix.lower()
    if ending not in _FORM_OF_ENDING:
        raise UnknownEnding(shown_name(ending), tuple(filter(None, _FORM_OF_ENDING)))
    return _FORM_OF_ENDING[ending]


def _show(page: "Page", text: str, *, styled: bool, pager: bool) -> None:
    """Write *text*, so that whoever reads it on a screen gets to see how *page* begins."""
    outgrown = output.outgrows_the_screen(text)
    if outgrown and pager and not output.is_read_aloud():
        from painlink.cli.pager import open_in_pager

        if open_in_pager(text):
            return
    (write_styled if styled else output.write)(text)
    if outgrown and page.has_signs:
        say(_SIGNS_ABOVE)


def _made(make: MakePage, own: Sequence[str] | None, form: str) -> "Page":
    """Return the page that *make* makes, where it may take this *form*."""
    page = make(knowledge_with(own))
    if page.is_text and form in _NO_TEXTS:
        raise ExclusiveOptions("--short", f"--{form}")
    return page


def knowledge_with(own: Sequence[str] | None) -> "Knowledge":
    """Return the knowledge with the files at *own*, or else those of `PAINLINK_DATA`, over it."""
    from painlink.knowledge.loading import load, own_paths

    knowledge = load(own=own_paths(own))
    for note in knowledge.notes:
        say(note)
    return knowledge


def say(note: str) -> None:
    """Tell the person at the keyboard something that is not part of the answer."""
    output.tell(f"painlink: {visible(note)}")
