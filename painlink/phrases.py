"""Small turns of phrase that messages and pages share."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

_LONGEST_SHOWN = 60
_LONGEST_QUOTED = 200
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# Letters that nobody sees: what Unicode says to show nothing of, notes between lines, and a sign
# that is blank. As a class of a regular expression.
_UNSEEN = (
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u2800"
    r"\u3164\ufe00-\ufe0d\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U00013430-\U0001343f\U000e0000-\U000e0fff"
)
# What joins emoji or chooses their form may stand among them, and nowhere else.
_JOINER, _FORMS = "\u200d", "\ufe0e\ufe0f"
_EMOJI = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u27ff\u2900-\u2bff\u3030\u303d\u3297\u3299"
    r"\U0001f000-\U0001faff"
)
TURNING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSEEN = rf"{_UNSEEN}{_JOINER}{_FORMS}{TURNING}\ufeff"  # whatever stands there, within a word
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
    turning = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
    return frozenset((*_SPACES, *range(0x20), *range(0x7F, 0xA0), *turning, *range(0xD800, 0xE000)))


@cache
def _harmless() -> dict[int, str]:
    return {**dict.fromkeys(steering(), _UNKNOWN), **dict.fromkeys(_SPACES, " ")}


@cache
def _escaped() -> dict[int, str]:
    return {code: _escape(chr(code)) for code in steering()}


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}{_JOINER}{_FORMS}]")  # eight times as fast as what follows


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(
        rf"[{_UNSEEN}]|[{_FORMS}](?<![{_EMOJI}0-9#*].)"
        rf"|{_JOINER}(?:(?<![{_EMOJI}].)(?<![{_EMOJI}][{_FORMS}].)|(?![{_EMOJI}]))"
    )


def unseen(text: str) -> Iterator[re.Match[str]]:
    """Yield each letter of *text* that nobody sees and that holds no emoji together."""
    if not text.isascii() and _suspect().search(text):
        yield from _hidden().finditer(text)


def seen(word: str) -> str:
    """Return *word* without any letter that nobody sees or that turns the writing."""
    return word if word.isascii() else re.sub(f"[{UNSEEN}]+", "", word)


def visible(text: str) -> str:
    """Return *text* with nothing in it that a terminal, a page or its reader could obey or miss."""
    if not text.isprintable():
        text = text.translate(_harmless())
    if text.isascii() or not _suspect().search(text):
        return text
    return _hidden().sub(_UNKNOWN, text)


def json_escaped(text: str) -> str:
    """Return *text*, which is JSON, with an escape for each letter that `visible` would replace."""
    if not text.isprintable():
        text = text.translate(_escaped())
    if text.isascii() or not _suspect().search(text):
        return text
    return _hidden().sub(lambda found: _escape(found.group()), text)


def _escape(letter: str) -> str:
    halves = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[at : at + 2].hex()}" for at in range(0, len(halves), 2))


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
