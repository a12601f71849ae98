"""What every cabinet kind declares, and what it is given when one cabinet of it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import finish
from furnishing.cabinets.making import Making, Neighbour, Size
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.fitting.envelope import Envelope
from furnishing.fitting.fit import fit, making_under
from furnishing.issues import Issue
from furnishing.style import Style
from furnishing.units import Length, show

__all__ = ["Family", "Kind", "Making", "Neighbour", "Parameter", "Size", "Span", "Zone"]


class Zone(StrEnum):
    """Which height and depth of the style a kind takes, and where on the wall it stands or hangs."""

    BASE = "base"
    WALL = "wall"
    """Hung on the wall above base units."""
    TALL = "tall"
    END = "end"
    """Takes the sizes of its neighbour in the run: fillers and end panels."""


class Family(StrEnum):
    """What a kind is for: the programme of a room asks for families."""

    KITCHEN = "kitchen"
    WARDROBE = "wardrobe"
    BOOKS = "books"
    LIVING = "living"
    HALL = "hall"
    STUDY = "study"
    BATH = "bath"
    TRIM = "trim"
    """Fillers, panels, plinths, worktops, cornices: what joins units to a run."""


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that a length may be, both allowed."""

    least: Length
    most: Length

    def holds(self, value: Length) -> bool:
        """Whether a length lies within."""
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a unit stands at a wall: outer height, depth to the face of its fronts, its underside above the floor."""

    height: Length
    depth: Length
    elevation: Length


Choice = int | str
"""The value of a parameter: a count, a length in micrometres, or a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something a kind may be told. Forms, command-line options and docs are made from these fields.

    `unit` is `piece`, `um` for lengths, or `word`; words are one of `options`, or free text where `options` is
    empty. `least` and `most` bound numbers and mean nothing for words. `needs` are the supplies that some of its
    words ask for, by word.
    """

    name: str
    help: str
    unit: str
    default: Choice
    least: int = 0
    most: int = 0
    options: tuple[str, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()

    def fault(self, value: Choice) -> str | None:
        """Why a value cannot be taken, as the end of a sentence; None where it can."""
        if self.unit == "word":
            if not isinstance(value, str):
                return "needs a word"
            wrong = self.options and value not in self.options
            return f"must be {' or '.join(self.options)}" if wrong else None
        if isinstance(value, bool) or not isinstance(value, int):
            return "needs a whole number" if self.unit == "piece" else "needs a length"
        if self.least <= value <= self.most:
            return None
        if self.unit == "um":
            return f"must lie within {show(self.least)} to {show(self.most)} mm"
        return f"must lie within {self.least} to {self.most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A cabinet kind. A module of `cabinets/kinds` that holds one as `KIND` is found by the registry.

    `widths` are the standard widths, rising; `width`, `height` and `depth` the outer sizes it can be made
    in. `build` is pure and raises InputError where a style leaves no room for a part. `books`: its shelves
    carry books, the heaviest load of a home. `corner`: it stands in the corner of two walls, its left end at
    the corner. One that `fits` can be cut to slopes and around pillars. `own_height`, `own_depth` and
    `own_elevation` are those it has whatever the style says. `needs` are the supplies it must have behind it
    (`water`, `waste`, `socket`, `gas`, `extractor`).
    """

    code: str
    name: str
    help: str
    zone: Zone
    widths: tuple[Length, ...]
    width: Span
    height: Span
    depth: Span
    build: Callable[[Making], Cabinet]
    parameters: tuple[Parameter, ...] = ()
    family: Family = Family.KITCHEN
    books: bool = False
    corner: bool = False
    fits: bool = False
    needs: tuple[str, ...] = ()
    own_height: Length | None = None
    own_depth: Length | None = None
    own_elevation: Length | None = None

    def needs_of(self, choices: Mapping[str, Choice]) -> tuple[str, ...]:
        """What a unit with these choices must have behind it: as `needs` says, and as its choices do."""
        chosen = {parameter.name: choices.get(parameter.name, parameter.default) for parameter in self.parameters}
        asked = (dict(each.needs).get(str(chosen[each.name]), "") for each in self.parameters)
        return tuple(dict.fromkeys((*self.needs, *(need for need in asked if need))))

    def stands(self, style: Style) -> Stand:
        """The height, depth and elevation that a style gives this kind; of an end, those of a base unit."""
        height, depth, elevation = {
            Zone.TALL: (style.tall_height, style.tall_depth, 0),
            Zone.WALL: (style.wall_height, style.wall_depth, style.wall_elevation),
        }.get(self.zone, (style.base_height, style.base_depth, 0))
        return Stand(
            height=height if self.own_height is None else self.own_height,
            depth=depth if self.own_depth is None else self.own_depth,
            elevation=elevation if self.own_elevation is None else self.own_elevation,
        )

    def make(
        self,
        id: str,
        size: Size,
        style: Style,
        catalogue: Catalogue,
        construction: Construction,
        *,
        choices: Mapping[str, Choice] | None = None,
        left: Neighbour = Neighbour.FRONT,
        right: Neighbour = Neighbour.FRONT,
        free_behind: bool = False,
        hung: bool | None = None,
        envelope: Envelope | None = None,
        notes: list[Issue] | None = None,
        bare: bool = False,
    ) -> Cabinet:
        """One cabinet of this kind; parameters not chosen take their defaults.

        `left` and `right` say what stands beside it, `free_behind` that its rear is seen, `hung` that it hangs
        above the floor whatever its kind.
        It is cut to `envelope` where one is given, and what had to be left out comes into `notes`.
        A `bare` one has no bands, holes and fittings: enough to tell what finds room in it, at a fifth of the work.
        Raises ValueError for a choice that is unknown or out of range.
        """
        chosen = {parameter.name: parameter.default for parameter in self.parameters}
        for name, value in (choices or {}).items():
            known = next((parameter for parameter in self.parameters if parameter.name == name), None)
            if known is None:
                raise ValueError(f"{self.code} has no parameter {name!r}; it has {', '.join(chosen) or 'none'}")
            fault = known.fault(value)
            if fault:
                raise ValueError(f"{name} {value} of {self.code} {fault}")
            chosen[name] = value
        making = Making(
            id=id,
            kind=self.code,
            name=self.name,
            hung=self.zone is Zone.WALL if hung is None else hung,
            worktop=self.zone is Zone.BASE and self.family in {Family.KITCHEN, Family.BATH},
            size=size,
            style=style,
            catalogue=catalogue,
            construction=construction,
            choices=chosen,
            left=left,
            right=right,
            free_behind=free_behind,
            envelope=envelope,
        )
        making = making_under(making)
        fitted = fit(self.build(making), making, [] if notes is None else notes)
        return fitted if bare else finish(fitted, making)
