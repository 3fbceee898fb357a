"""What is looked up to understand a text: made once of the names and of the language."""

from collections.abc import Mapping
from typing import NamedTuple

ANY_NUMBER, ANY_WORD = "#", "*"  # in a saying
SKIPPED = ("articles", "owners")  # lists of the language: words that a name may hold or not


class Saying(NamedTuple):
    """Words in a row, each one of several; the word at *place* is the one that names no place."""

    words: tuple[frozenset[str], ...]
    place: int


class Vocabulary(NamedTuple):
    """All names and all small words, as they are compared.

    `names` tell of each name its area, `own` of each plain one, `misspelt` of each slip that is
    listed what it is read as, `asked` of each ambiguous word its areas, `mechanisms` of each name
    its mechanism; `longest` how many words the longest name has that begins with a word. `near`
    are the words that a misspelt one may be read as. `roles` tell which lists of the language a
    word stands in, parted by spaces, `phrases` those of several words, by the first of them: the
    list, then the words. `sounds` has a line for each of the near words, behind its consonants and
    how it sounds, by what sounds `alike`. `sayings` stand under the word that is no place in them,
    all words as stems, and `forms` has the stem of those that no ending shows; `skipped` are the
    words that a name may hold or not.
    """

    order: tuple[str, ...]
    wholes: Mapping[str, str | None]
    names: Mapping[str, str]
    own: Mapping[str, str]
    misspelt: Mapping[str, str]
    asked: Mapping[str, tuple[str, ...]]
    mechanisms: Mapping[str, str]
    longest: Mapping[str, int]
    weak: frozenset[str]
    weakest: frozenset[str]
    near: tuple[str, ...]
    sounds: str
    alike: tuple[str, ...]
    roles: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    sayings: Mapping[str, tuple[Saying, ...]]
    forms: Mapping[str, str]
    skipped: frozenset[str]

    def areas_in(self, name: str) -> set[str]:
        """Return the areas whose names are among the words of *name*, as they are compared."""
        words = name.split()
        runs = (
            " ".join(words[at : at + length])
            for at, word in enumerate(words)
            for length in range(1, self.longest.get(word, 0) + 1)
        )
        return {self.names[run] for run in runs if run in self.names}
