"""Tests that walk all cases in one go and name every offender: the knowledge is finite."""

from collections.abc import Callable, Iterable, Mapping
from functools import update_wrapper
from inspect import Signature, signature
from itertools import product

MOST_NAMED = 20

Test = Callable[..., None]


def walk(**cases: Iterable[object]) -> Callable[[Test], Test]:
    """Return what makes of a test about one case a test of every combination of *cases*.

    It fails at its end, with each offender and what is wrong with it; an error ends it at once.
    """
    listed = {name: list(values) for name, values in cases.items()}
    assert all(listed.values()), "a walk over nothing cannot fail"

    def over_all(test: Test) -> Test:
        def walked(**fixtures: object) -> None:
            offenders = [
                f"{named(case)}: {wrong}"
                for values in product(*listed.values())
                for case in [dict(zip(listed, values, strict=True))]
                if (wrong := offense(test, {**fixtures, **case})) is not None
            ]
            assert not offenders, f"{len(offenders)} offenders:\n" + "\n".join(
                offenders[:MOST_NAMED]
            )

        update_wrapper(walked, test)
        del walked.__dict__["__wrapped__"]  # pytest would look through it for the parameters
        kept = [one for one in signature(test).parameters.values() if one.name not in listed]
        walked.__signature__ = Signature(kept)  # type: ignore[attr-defined] # what pytest reads
        return walked

    return over_all


def offense(test: Test, given: Mapping[str, object]) -> str | None:
    """Return why *test* fails on *given*, in a few lines, or nothing where it holds."""
    try:
        test(**given)
    except AssertionError as error:
        return "\n".join(str(error).splitlines()[:6])
    return None


def named(case: Mapping[str, object]) -> str:
    return " ".join(
        "-".join(map(str, value)) if isinstance(value, tuple) else str(getattr(value, "id", value))
        for value in case.values()
    )
