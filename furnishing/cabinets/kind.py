"""What every cabinet kind declares, and what it is given when one cabinet of it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.style import Style
from furnishing.units import Length


class Zone(StrEnum):
    """Which height and depth of the style a kind takes; `end` takes those of its neighbour in the run."""

    BASE = "base"
    TALL = "tall"
    END = "end"


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that a length may be, both allowed."""

    least: Length
    most: Length

    def holds(self, value: Length) -> bool:
        """Whether a length lies within."""
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number that a kind may be given. Forms, command-line options and docs are made from these fields.

    `unit` is `piece`, or `um` for lengths.
    """

    name: str
    help: str
    unit: str
    least: int
    most: int
    default: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Outer sizes: height from the floor, depth from the wall to the face of the fronts."""

    width: Length
    height: Length
    depth: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One cabinet about to be made: all that a kind's `build` may know."""

    id: str
    size: Size
    style: Style
    catalogue: Catalogue
    construction: Construction
    choices: Mapping[str, int] = field(default_factory=dict)

    @property
    def board(self) -> Length:
        """The thickness of carcass boards."""
        return self.style.carcass_thickness

    @property
    def carcass_depth(self) -> Length:
        """From the wall to the front of the carcass."""
        return self.size.depth - self.style.front_thickness - self.construction.bumper

    @property
    def plinth(self) -> Length:
        """The height of the plinth: the carcass stands above it."""
        return self.style.plinth_height

    @property
    def floor(self) -> Length:
        """The upper face of the bottom."""
        return self.plinth + self.board

    @property
    def ceiling(self) -> Length:
        """The lower face of the top or of the stretchers."""
        return self.size.height - self.board

    @property
    def rear(self) -> Length:
        """The face of the back, seen from inside."""
        return self.construction.back_groove_from_rear + self.style.back_thickness

    @property
    def opening(self) -> Length:
        """The clear width between the sides."""
        return self.size.width - 2 * self.board


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A cabinet kind. A module of this package that holds one as `KIND` is found by the registry.

    `widths` are the standard widths, rising; `width`, `height` and `depth` the outer sizes it can be made
    in. `build` is pure and raises InputError where a style leaves no room for a part. `books`: its shelves
    carry books, the heaviest load of a home.
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
    books: bool = False

    def make(
        self,
        id: str,
        size: Size,
        style: Style,
        catalogue: Catalogue,
        construction: Construction,
        *,
        choices: Mapping[str, int] | None = None,
    ) -> Cabinet:
        """One cabinet of this kind; parameters not chosen take their defaults.

        Raises ValueError for a choice that is unknown or out of range.
        """
        chosen = {parameter.name: parameter.default for parameter in self.parameters}
        for name, value in (choices or {}).items():
            known = next((parameter for parameter in self.parameters if parameter.name == name), None)
            if known is None:
                raise ValueError(f"{self.code} has no parameter {name!r}; it has {', '.join(chosen) or 'none'}")
            if not known.least <= value <= known.most:
                raise ValueError(f"{name} {value} of {self.code} is outside {known.least} to {known.most}")
            chosen[name] = value
        return self.build(
            Making(id=id, size=size, style=style, catalogue=catalogue, construction=construction, choices=chosen)
        )
