"""How sure we are and what that rests on, and the other closed sets of words."""

from enum import StrEnum
from typing import Annotated, NamedTuple

# A text that readers read: it may cite a source as `[source-id]`.
Prose = Annotated[str, "prose"]


class Certainty(StrEnum):
    """How sure the evidence lets us be: GRADE's four levels, and one for stories it does not bear.

    The levels are those of the GRADE Working Group; `unsupported` is painlink's own. Members are
    in falling order.
    """

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    UNSUPPORTED = "unsupported"

    @property
    def rank(self) -> int:
        """A number to sort by: 0 for the surest level, rising as certainty falls."""
        return _CERTAINTIES.index(self)

    @property
    def label(self) -> str:
        """The level as words: "High certainty", "Not supported"."""
        if self is Certainty.UNSUPPORTED:
            return "Not supported"
        return f"{self.words.capitalize()} certainty"

    @property
    def words(self) -> str:
        """The level as it stands in a sentence: "very low", "not supported"."""
        return "not supported" if self is Certainty.UNSUPPORTED else self.value.replace("-", " ")

    @property
    def wording(self) -> str:
        """The one fixed wording that every claim of this level uses."""
        return _WORDINGS[self]

    def rated_down(self) -> "Certainty":
        """Return the level below, as GRADE asks for indirect evidence; never below very low."""
        if self is Certainty.UNSUPPORTED:
            return self
        return _CERTAINTIES[min(self.rank + 1, Certainty.VERY_LOW.rank)]


_CERTAINTIES = tuple(Certainty)
_WORDINGS = {
    Certainty.HIGH: "is linked",
    Certainty.MODERATE: "probably",
    Certainty.LOW: "may",
    Certainty.VERY_LOW: "it is very uncertain whether",
    Certainty.UNSUPPORTED: "the evidence does not support this",
}


class Urgency(StrEnum):
    """How soon a warning sign needs care; members are in falling order."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SOON = "soon"

    @property
    def rank(self) -> int:
        """A number to sort by: 0 for the most urgent."""
        return _URGENCIES.index(self)


_URGENCIES = tuple(Urgency)


class Danger(StrEnum):
    """What kind of danger a warning sign points at, so that a page can show one of each kind."""

    VESSEL = "vessel"
    HEART_OR_LUNG = "heart-or-lung"
    BRAIN_OR_NERVE = "brain-or-nerve"
    INFECTION = "infection"
    SKIN = "skin"
    BELLY = "belly"
    EYE = "eye"
    INJURY = "injury"
    PREGNANCY = "pregnancy"
    MEDICINE = "medicine"
    GROWTH = "growth"
    OTHER = "other"


class Direction(StrEnum):
    """Whether a link runs from one area to the other, or both ways."""

    ONE_WAY = "one-way"
    TWO_WAY = "two-way"


class Relation(StrEnum):
    """How a mechanism joins two areas: one acts on the other, is felt in it, or a third feeds both.

    Only what acts on an area can be the first step of a chain: pain that is merely felt elsewhere
    has nothing there to pass on.
    """

    ACTS_ON = "acts-on"
    FELT_IN = "felt-in"
    SHARED = "shared"


class Stance(StrEnum):
    """Whether a source speaks for a claim, against it, or partly each."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"


class Counted(StrEnum):
    """Which of the pains of a claim a source looked at in the same people.

    `wider` is a source that put one of them together with others, as "any body pain" does.
    """

    BOTH = "both"
    ONE = "one"
    WIDER = "wider"
    NEITHER = "neither"


class Evidence(NamedTuple):
    """What one source shows for one claim."""

    source: str
    shows: Prose
    stance: Stance
    counted: Counted | None = None


class Domain(StrEnum):
    """What a certainty is rated by, after GRADE (Guyatt G, et al. J Clin Epidemiol 2011).

    `design` is how sure such studies can make us to begin with; five domains rate down from there,
    and `raised` rates up.
    """

    DESIGN = "design"
    BIAS = "bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION = "publication"
    RAISED = "raised"


class Reason(NamedTuple):
    """One reason for a certainty: its domain, in a sentence, and the sources it `rests_on`."""

    domain: Domain
    says: Prose
    rests_on: tuple[str, ...]


class LookUp(NamedTuple):
    """What was searched for a sentence like "no study we know of", and in which month."""

    searched: str
    on: str


class View(StrEnum):
    """From which side the body is drawn."""

    FRONT = "front"
    BACK = "back"


class Listed(StrEnum):
    """What can be listed."""

    MECHANISMS = "mechanisms"
    AREAS = "areas"
    PAIRS = "pairs"
    LINKS = "links"
    APPROACHES = "approaches"
    RED_FLAGS = "red-flags"
    SOURCES = "sources"
    EVERYTHING = "everything"
