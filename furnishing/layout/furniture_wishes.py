"""What a programme wishes of furniture other than kitchens, and how much of it what stands offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from furnishing.layout.arrange import Item
from furnishing.layout.interiors import Totals
from furnishing.layout.judged import Short
from furnishing.programme import Programme, Purpose
from furnishing.units import Length


def wished(programme: Programme) -> tuple[str, ...]:
    """The roles of units that must be there."""
    return {
        Purpose.TV: ("low",),
        Purpose.HALLWAY: ("wardrobe",) * bool(programme.coats)
        + ("shoes",) * bool(programme.shoes)
        + ("seat",) * programme.seat,
        Purpose.STUDY: ("desk",) * bool(programme.desk),
        Purpose.BATHROOM: ("vanity",) * bool(programme.vanity),
    }.get(programme.purpose, ())


def missing_of(items: Sequence[Item], programme: Programme) -> tuple[str, ...]:
    """Roles that are wished for and that no item has."""
    has = {each.role for each in items}
    return tuple(each for each in wished(programme) if each not in has)


def programme_share(programme: Programme, totals: Totals, missing: Sequence[str], shelves: Length) -> float:
    """The share of all wishes that is met; `shelves` are those for books."""
    shares = [float(each not in missing) for each in wished(programme)]
    if programme.purpose is Purpose.WARDROBE:
        shares.append(totals.share(programme))
    if programme.shelf:
        shares.append(min(1.0, shelves / programme.shelf))
    return sum(shares) / len(shares) if shares else 1.0


def short_of(programme: Programme, totals: Totals, shelves: Length) -> Iterator[Short]:
    """What is there, but less of it than was wished for."""
    if programme.purpose is Purpose.WARDROBE:
        yield from totals.short(programme)
    if shelves < programme.shelf:
        way = "a higher or a further bookcase, or more shelves in each"
        yield Short(what="shelves", wished=programme.shelf, has=shelves, way=way)
