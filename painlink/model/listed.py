"""The kinds of things that can be listed, known to the commands without loading any page."""

from enum import StrEnum


class Listed(StrEnum):
    """What can be listed."""

    MECHANISMS = "mechanisms"
    AREAS = "areas"
    PAIRS = "pairs"
    APPROACHES = "approaches"
    RED_FLAGS = "red-flags"
    SOURCES = "sources"
