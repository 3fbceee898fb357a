"""What somebody may have meant who typed a command or an option that there is not."""

import re
import sys
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from painlink.errors import PainlinkError

_HANDOUT = "painlink handout back headache -o handout.html"
_SITE = "painlink site my-site"
_COMMANDS = {
    "version": "painlink --version",
    "mechanisms": "painlink list mechanisms",
    "areas": "painlink list areas",
    "pairs": "painlink list pairs",
    "links": "painlink list links",
    "approaches": "painlink list approaches",
    "sources": "painlink list sources",
    "all": "painlink list areas",
    "print": _HANDOUT,
    "sheet": _HANDOUT,
    "pdf": _HANDOUT,
    "warnings": "painlink redflags",
    "emergency": "painlink redflags",
    "red-flags": "painlink redflags",
    "red_flags": "painlink redflags",
    "flags": "painlink redflags",
    "export": _SITE,
    "website": _SITE,
    "find": "painlink search trigger points",
    "info": "painlink about",
}
_OPEN = "Write a page, then open it: -o page.html, and {} page.html."
_OPENERS = {"darwin": "open", "win32": "start"}  # else one of the freedesktop.org
_ENGLISH = "painlink speaks English only so far."
_PDF = "For a PDF write HTML, open it and print it to PDF: -o page.html."
_BRIEF = "One small screen: painlink explain neck --short."
_FILE = "To write to a file: -o page.html."
_OPTIONS = {
    "--pdf": _PDF,
    "--docx": "Word processors open HTML: -o page.html.",
    "--lang": _ENGLISH,
    "--language": _ENGLISH,
    "--format": "The forms are --plain, --markdown, --html and --json.",
    "--width": "For a width of your own set COLUMNS: COLUMNS=60 painlink explain neck.",
    "--sources": "Every source: --full.",
    "--brief": _BRIEF,
    "--short": _BRIEF,
    "--md": "Write Markdown with --markdown.",
    "--text": "Write plain text with --plain.",
    "--file": _FILE,
    "--out": _FILE,
    "--no-colour": "It is spelled --no-color.",
}
_BEFORE_ITS_TIME = "It belongs to a command: painlink explain back headache {option}."
_REPLACES_FILES = "--force"  # never offered
_MOST_WORDS = 40
_CLOSE = 0.75  # of difflib's ratio: one slip, or two letters swapped
_PLAIN = re.compile(r"[\w -]{1,60}")  # what a shell takes as it stands


def instead_of(words: Sequence[str], commands: Collection[str]) -> str | None:
    """Return what to type instead of *words*, the first of which is none of the *commands*."""
    first = words[0].casefold()
    if first in _COMMANDS:
        return _COMMANDS[first]
    if near := get_close_matches(first, commands, n=1, cutoff=_CLOSE):
        return " ".join(("painlink", *near, *filter(_PLAIN.fullmatch, words[1:_MOST_WORDS])))
    return _a_question(words)


def of_option(option: str, own: Sequence[str], below: Sequence[str]) -> str:
    """Return in a sentence what to do instead of giving *option*, or nothing.

    The command that it was given to has options of its *own*, and the commands *below* it have.
    """
    if option in below:
        return _BEFORE_ITS_TIME.format(option=option)
    if option == "--open":
        return _OPEN.format(_OPENERS.get(sys.platform, "xdg-open"))
    if option in _OPTIONS:
        return _OPTIONS[option]
    near = get_close_matches(option, (*own, *below), n=1, cutoff=_CLOSE)
    return "" if near in ([], [_REPLACES_FILES]) else f"Did you mean {near[0]}?"


def _a_question(words: Sequence[str]) -> str | None:
    """Return the command that explains the places which *words* name."""
    # Late: only who mistypes a command pays for it.
    from painlink.knowledge.loading import load
    from painlink.names.asked import understood

    try:
        knowledge = load()
    except PainlinkError:
        return None
    meant = understood(knowledge, [word for word in words[:_MOST_WORDS] if word[:1] != "-"])
    if meant.found:
        typed = " ".join(words)
        return f"painlink explain {typed if _PLAIN.fullmatch(typed) else ' '.join(meant.areas)}"
    return f"painlink show {meant.mentioned[0].mechanism}" if meant.mentioned else None
