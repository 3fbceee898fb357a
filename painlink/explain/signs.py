"""The warning signs that lead a page, how urgent each is, and what a sign can turn into."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from painlink.model.entries import RedFlag
from painlink.model.grades import Danger
from painlink.model.knowledge import Knowledge


class Escalating(NamedTuple):
    """A sign, and the more urgent ones it can become that the page has not told before.

    Of a sign for today they are emergencies, of one for days or weeks also those for today.
    """

    flag: RedFlag
    worse: tuple[RedFlag, ...]


class Leading(NamedTuple):
    """The signs that lead a page: emergencies told whole, in few words, and after an injury.

    Then those that need a doctor today, and in the next days or weeks.
    """

    now: tuple[RedFlag, ...]
    also: tuple[RedFlag, ...]
    injury: tuple[RedFlag, ...]
    today: tuple[Escalating, ...]
    soon: tuple[Escalating, ...]

    @property
    def shown(self) -> tuple[RedFlag, ...]:
        """All of them, each by itself, the most urgent first."""
        return (*self.now, *self.also, *self.injury, *self.for_today, *self.for_soon)

    @property
    def for_today(self) -> tuple[RedFlag, ...]:
        """The signs that need a doctor today, by themselves."""
        return tuple(one.flag for one in self.today)

    @property
    def for_soon(self) -> tuple[RedFlag, ...]:
        """The signs that need a doctor in the next days or weeks, by themselves."""
        return tuple(one.flag for one in self.soon)


class LeadingIds(NamedTuple):
    """The same as ids, for programs."""

    now: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    injury: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    soon: tuple[str, ...] = ()


def ids_of(signs: Leading) -> LeadingIds:
    """Return the ids of *signs*."""
    return LeadingIds(
        now=tuple(flag.id for flag in signs.now),
        also=tuple(flag.id for flag in signs.also),
        injury=tuple(flag.id for flag in signs.injury),
        today=tuple(flag.id for flag in signs.for_today),
        soon=tuple(flag.id for flag in signs.for_soon),
    )


def escalating(
    knowledge: Knowledge,
    flags: Iterable[RedFlag],
    belonging: Iterable[RedFlag],
    told: Iterable[RedFlag],
    *,
    most: int,
) -> Iterator[Escalating]:
    """Yield each of *flags* with what it can turn into here and the page has not told yet.

    That are at most so many, in the order in which a flag names them.
    """
    read = {flag.short for flag in told}
    known = (flag for flag in belonging if flag.danger is not Danger.MEDICINE)
    untold = {flag.id for flag in known if flag.short not in read}
    for flag in flags:
        ids = [id_ for id_ in flag.turns_into if id_ in untold][:most]
        untold.difference_update(ids)
        yield Escalating(flag, tuple(knowledge.red_flags[id_] for id_ in ids))
