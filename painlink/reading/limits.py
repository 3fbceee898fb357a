"""The limits that keep the files of a stranger harmless: each file's, and those of all together.

They count what costs: bytes to read, values to make, letters to look through.
"""

LARGEST = 2 * 2**20  # bytes of one file
DEEPEST = 64  # levels of lists and keys, those that aliases repeat included
MOST_REPEATED = 10_000  # values that aliases may repeat: far more than anybody writes on purpose
MOST_PROBLEMS = 1000  # of one file: more help nobody
# Of all files that are read together, what aliases repeat included.
MOST_FILES = 100
LARGEST_WHOLE = 4 * 2**20  # bytes
MOST_VALUES = 100_000  # painlink's own knowledge has 52,000
MOST_LETTERS = 2_000_000  # and 1,500,000
_MOST_PROBLEMS_OF_ALL = 10_000
_MOST_HINTS = 40  # at what was meant: looking for it takes time


class Allowance:
    """How much may still be read and told, so that many files are no heavier than one."""

    def __init__(self) -> None:
        self.files, self.bytes = MOST_FILES, LARGEST_WHOLE
        self.values, self.letters = MOST_VALUES, MOST_LETTERS
        self.problems, self.hints = _MOST_PROBLEMS_OF_ALL, _MOST_HINTS

    def take_file(self, size: int) -> str:
        """Take one more file of so many bytes; return which limit that breaks, or nothing."""
        self.files -= 1
        self.bytes -= size
        return self.told()

    def told(self) -> str:
        """Return which limit is broken, or nothing."""
        limits = (
            (self.bytes, f"{LARGEST_WHOLE // 2**20} MiB"),
            (self.values, f"{MOST_VALUES:,} values"),
            (self.letters, f"{MOST_LETTERS:,} letters"),
        )
        before = "with the files before it " if self.files < MOST_FILES - 1 else ""
        told = (f"{before}it holds more than {most}" for left, most in limits if left < 0)
        return next(told, "")
