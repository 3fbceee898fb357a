"""Small turns of phrase that messages and pages share."""

from collections.abc import Sequence
from functools import cache

_LONGEST_SHOWN = 60
_LONGEST_QUOTED = 200
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SPACES = (0x09, 0x0A, 0x0D, 0x2028, 0x2029)


def joined(words: Sequence[str], last: str = "and") -> str:
    """Return *words* as a phrase: "a", "a and b", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004, nothing to join
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def few(words: Sequence[str], most: int) -> list[str]:
    """Return the first *most* of *words*, and of the others how many they are: "3 more"."""
    more = len(words) - most
    return [*words] if more <= 0 else [*words[:most], f"{more} more"]


def counted(number: int, thing: str) -> str:
    """Return how many there are of *thing*: "1 file", "2 files", "no file"."""
    return f"no {thing}" if number == 0 else f"{number:,} {thing}{'' if number == 1 else 's'}"


@cache  # late: `--version` has nothing to clean
def steering() -> frozenset[int]:
    """Return line ends, all that steers a terminal or turns the writing, and halves of letters."""
    turning = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    controls = (*range(0x20), *range(0x7F, 0xA0), 0xFEFF)
    return frozenset((*_SPACES, *controls, *turning, *range(0xD800, 0xE000)))


@cache
def _harmless() -> dict[int, str]:
    return {**dict.fromkeys(steering(), _UNKNOWN), **dict.fromkeys(_SPACES, " ")}


def visible(text: str) -> str:
    """Return *text* with nothing in it that a terminal, a page or its reader could obey."""
    return text if text.isprintable() else text.translate(_harmless())


def printable(word: str) -> str:
    """Return *word* safe to print: no control characters, not endless."""
    safe = visible(word)
    return safe if len(safe) <= _LONGEST_SHOWN else safe[: _LONGEST_SHOWN - 3] + "..."


def shortened(text: str) -> str:
    """Return *text*, or the beginning of it where it is longer than a message can show."""
    return text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}..."


def uncapitalized(text: str) -> str:
    """Return *text* with its first letter small, as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def sentence_case(text: str) -> str:
    """Return *text* with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]
