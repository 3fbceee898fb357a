"""painlink explains how pain in one area of the body may relate to pain in another.

The library in one breath::

    import painlink

    library = painlink.load()
    explanation = library.explain("back", "headache")
    for link in explanation.links:
        print(link.certainty, link.name)

Everything it says comes from the YAML files in `data/`, graded and sourced line by line.
painlink is for learning: it does not diagnose.
"""

__version__ = "0.1.0"

__all__ = [
    "Certainty",
    "Explanation",
    "Library",
    "Link",
    "PainlinkError",
    "__version__",
    "load",
]

TYPE_CHECKING = False  # type checkers take it for True; importing `typing` for it would cost time
if TYPE_CHECKING:
    from painlink.errors import PainlinkError
    from painlink.explain.explanation import Explanation
    from painlink.library import Library, load
    from painlink.model.entries import Link
    from painlink.model.grades import Certainty

_HOMES = {
    "Certainty": "grades",
    "Explanation": "explain",
    "Library": "library",
    "Link": "model",
    "PainlinkError": "errors",
    "load": "library",
}

if not TYPE_CHECKING:  # else type checkers would let every name pass

    def __getattr__(name: str) -> object:
        # Late, so that `painlink --version` does not pay for reading YAML.
        if name in _HOMES:
            from importlib import import_module

            return getattr(import_module(f"painlink.{_HOMES[name]}"), name)
        raise AttributeError(f"module 'painlink' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
