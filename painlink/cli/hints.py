"""What somebody may have meant who typed a command or an option that there is not."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from painlink.errors import PainlinkError

_COMMANDS = {
    "version": "painlink --version",
    "mechanisms": "painlink list mechanisms",
    "areas": "painlink list areas",
    "pairs": "painlink list pairs",
    "approaches": "painlink list approaches",
    "sources": "painlink list sources",
    "print": "painlink handout back headache -o handout.html",
    "sheet": "painlink handout back headache -o handout.html",
    "pdf": "painlink handout back headache -o handout.html",
    "warnings": "painlink redflags",
    "emergency": "painlink redflags",
    "red-flags": "painlink redflags",
    "red_flags": "painlink redflags",
    "flags": "painlink redflags",
    "export": "painlink site my-site",
    "website": "painlink site my-site",
    "find": "painlink search trigger points",
    "info": "painlink about",
}
_OPTIONS = {
    "--pdf": "For a PDF write HTML, open it and print it to PDF: -o page.html.",
    "--lang": "painlink speaks English only so far.",
    "--language": "painlink speaks English only so far.",
    "--format": "The forms are --plain, --markdown, --html and --json.",
    "--width": "For a width of your own set COLUMNS: COLUMNS=60 painlink explain neck.",
    "--open": "Write a page and open it yourself: -o page.html.",
    "--sources": "Every source: --full.",
    "--md": "Write Markdown with --markdown.",
}
_BEFORE_ITS_TIME = "Options of a command stand behind it: painlink explain back headache {option}."
_OF_COMMANDS = ("--plain", "--markdown", "--html", "--json", "--output", "-o", "--data", "--full")
_MOST_WORDS = 40
_CLOSE = 0.75  # of difflib's ratio: one slip, or two letters swapped
_PLAIN = re.compile(r"[\w -]{1,60}")  # what a shell takes as it stands


def instead_of(words: Sequence[str], commands: Iterable[str]) -> str | None:
    """Return what to type instead of *words*, the first of which is none of the *commands*."""
    first = words[0].casefold()
    if first in _COMMANDS:
        return _COMMANDS[first]
    if near := get_close_matches(first, commands, n=1, cutoff=_CLOSE):
        return " ".join(("painlink", *near, *filter(_PLAIN.fullmatch, words[1:_MOST_WORDS])))
    return _a_question(words)


def of_option(option: str, *, of_painlink_itself: bool) -> str:
    """Return in a sentence what to do instead of giving *option*, or nothing."""
    if of_painlink_itself and option in _OF_COMMANDS:
        return _BEFORE_ITS_TIME.format(option=option)
    return _OPTIONS.get(option, "")


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
