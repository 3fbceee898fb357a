"""painlink explains how pain in one area of the body may relate to pain in another.

The library in one breath::

    import painlink

    library = painlink.load()
    explanation = library.explain("back", "headache")
    for link in explanation.links:
        print(link.certainty, link.name)

Everything it says comes from the YAML files in `data/`, graded and sourced line by line.
painlink is for learning: it does not diagnose.

The house is one street, and each room knows only the rooms to its left::

    reading -> rules -> knowledge -> names -> explain -> pages -> render -> site -> cli

All stand on the ground of `model`, the vocabulary, with `errors` and `phrases`.
"""

import sys

__version__ = "0.1.0"

# Any Python can read this file, so that an old one can say what is wrong and not what it stumbles
# over. It ends the program: nothing of painlink can be used there.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("painlink needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".")

# `python -m painlink` makes Python look for every module in the folder where it is started, before
# all others, and anybody's yaml.py may lie there. Only a checkout is such a folder by intention.
if (
    sys.argv[:1] == ["-m"]
    and not sys.flags.safe_path
    and sys.path[0] != __path__[0][: -len("/painlink")]
):
    del sys.path[0]

from typing import TYPE_CHECKING

from painlink.explain.library import Library, load

if TYPE_CHECKING:
    from painlink.errors import PainlinkError
    from painlink.explain.explanation import Explanation
    from painlink.model.entries import Link
    from painlink.model.grades import Certainty
    from painlink.names.understanding.records import Understanding
else:  # with these a type checker would let every name pass
    from painlink.explain.library import names as __dir__  # noqa: F401, Python calls it
    from painlink.explain.library import opened_late as __getattr__  # noqa: F401, and this

__all__ = [
    "Certainty",
    "Explanation",
    "Library",
    "Link",
    "PainlinkError",
    "Understanding",
    "__version__",
    "load",
]
