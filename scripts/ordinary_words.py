"""Make data/ordinary_words.txt: ordinary English words that are never read as a place.

    apt-get download scowl && dpkg -x scowl_*.deb scowl
    python scripts/ordinary_words.py scowl/usr/share/dict/scowl > data/ordinary_words.txt

The words are those of SCOWL (Spell Checker Oriented Word Lists, Kevin Atkinson and others; free
to use, copy, modify, distribute and sell, see its copyright notice) up to size 50, American and
British, and its names up to size 50. Larger sizes hold rare words such as "pian", which
then could never be read as a slip of "pain". Left out is what `is_ordinary` finds by itself: words
that come of another by an ending. The same folder gives the same file.
"""

import re
import sys
from pathlib import Path

from painlink.names.ordinary import stems_of

SIZES = {"words": 50, "contractions": 40, "upper": 50, "proper-names": 50}
COMMON = {"words": 40, "contractions": 40, "upper": 35, "proper-names": 35}
VARIANTS = ("english", "american", "british")
STEPS = (10, 20, 35, 40, 50)
SHORTEST, LONGEST = 3, 12
SHORTEST_RARE = 6  # a rare word of fewer letters is more often a slip


def words_of(folder: Path) -> set[str]:
    """Return the words of all lists in *folder* that count, folded."""
    words: set[str] = set()
    for variant in VARIANTS:
        for kind, most in SIZES.items():
            for size in STEPS:
                file = folder / f"{variant}-{kind}.{size}"
                if size <= most and file.exists():
                    words |= _words_in(file, SHORTEST if size <= COMMON[kind] else SHORTEST_RARE)
    return words


def _words_in(file: Path, shortest: int) -> set[str]:
    """Return the words of *file* from *shortest* letters on, without "Achilles's"."""
    listed = file.read_text("latin-1").casefold().split()
    return {
        plain
        for word in listed
        if not word.endswith("'s")
        for plain in [word.replace("'", "")]
        if re.fullmatch(rf"[a-z]{{{shortest},{LONGEST}}}", plain)
    }


def main() -> None:
    """Print the words, one a line."""
    words = words_of(Path(sys.argv[1]))
    kept = sorted(word for word in words if not any(stem in words for stem in stems_of(word)))
    sys.stdout.write("".join(f"{word}\n" for word in kept))


if __name__ == "__main__":
    main()
