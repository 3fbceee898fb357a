"""What a plain word stands for in YAML 1.2, by its core schema: `no` and `2026-11-22` are text."""

import re
from contextlib import suppress

CORE = "tag:yaml.org,2002:"
LONGEST_INTEGER = 18  # letters: longer ones are text, as Python refuses endless ones
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_BEGINS_NUMBER = frozenset("+-.0123456789")
_TAGGED = {
    CORE + "int": int,
    CORE + "float": float,
    CORE + "bool": bool,
    CORE + "null": type(None),
}


def resolved(word: str) -> object:
    """Return what a plain *word* stands for: nothing, true or false, a number, or itself."""
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    if word[0] not in _BEGINS_NUMBER:
        return word
    if _INTEGER.fullmatch(word):
        if len(word) > LONGEST_INTEGER:
            return word
        return int(word, 0) if word[1:2] in ("o", "x") else int(word)
    if _FLOAT.fullmatch(word):
        with suppress(ValueError):
            return float(word.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return word


def is_too_large(word: str) -> bool:
    """Return whether *word* is a whole number that is taken for text."""
    return len(word) > LONGEST_INTEGER and bool(_INTEGER.fullmatch(word))


def is_of(value: object, tag: str) -> bool:
    """Return whether *tag* tells the kind of *value*, as `!!int` does of a number."""
    return type(value) is _TAGGED.get(tag)
