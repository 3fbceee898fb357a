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

__all__ = ["__version__", "load"]

TYPE_CHECKING = False  # type checkers take it for True; importing `typing` for it would cost time
if TYPE_CHECKING:
    from painlink.library import load


def __getattr__(name: str) -> object:
    # Late, so that `painlink --version` does not pay for reading YAML.
    if name == "load":
        from painlink.library import load

        return load
    raise AttributeError(f"module 'painlink' has no attribute {name!r}")
