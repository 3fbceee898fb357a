"""Small turns of phrase that messages and pages share."""

from collections.abc import Sequence

_LONGEST_SHOWN = 60


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return *words* as a phrase: "a", "a and b", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004, nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def printable(word: str) -> str:
    """Return *word* safe to print: no control characters, not endless."""
    safe = "".join(letter if letter.isprintable() else "\ufffd" for letter in word)
    return safe if len(safe) <= _LONGEST_SHOWN else safe[: _LONGEST_SHOWN - 3] + "..."


def sentence_case(text: str) -> str:
    """Return *text* with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]
