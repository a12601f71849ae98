"""One cabinet about to be made: all that the `build` of a kind may know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from furnishing.catalogue import Catalogue
from furnishing.construction import Construction
from furnishing.fitting.envelope import Envelope
from furnishing.style import FrontLook, Overlay, Style
from furnishing.units import Length


class Neighbour(StrEnum):
    """What stands beside a cabinet: the gap of its fronts on that side, and what can be seen of it, depend on it."""

    FRONT = "front"
    """Another unit with its fronts."""
    PANEL = "panel"
    """An end panel."""
    FILLER = "filler"
    WALL = "wall"
    APPLIANCE = "appliance"
    OPEN = "open"
    """Nothing: the side is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Outer sizes: height from the floor (of a hung unit: its own), depth from the wall to the face of the fronts."""

    width: Length
    height: Length
    depth: Length


class Edge(Enum):
    """How an edge is finished: seen or touched, not seen, or left as sawn whatever the style says."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    RAW = "raw"


class Numbers:
    """Hands out the numbers of parts of one name within a cabinet: 1, 2, 3 ..."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def next(self, name: str) -> int:
        """The next number of `name`."""
        self._last[name] = self._last.get(name, 0) + 1
        return self._last[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One cabinet about to be made: all that a kind's `build` may know.

    `forced` collects the edges (bottom, top, left, right) of parts whose exposure cannot be told from their place,
    such as an edge that is scribed on site. `section` stands before the names of parts where a cabinet is made of
    several carcasses (`top.side.L`). `worktop` says that one lies on the cabinet,
    `free_behind` that no wall stands behind it: its rear is seen.
    `envelope` is the space it may fill where slopes or pillars are in the way of its full size.
    """

    id: str
    kind: str
    name: str
    size: Size
    style: Style
    catalogue: Catalogue
    construction: Construction
    choices: Mapping[str, int | str] = field(default_factory=dict)
    hung: bool = False
    worktop: bool = False
    section: str = ""
    left: Neighbour = Neighbour.FRONT
    right: Neighbour = Neighbour.FRONT
    free_behind: bool = False
    numbers: Numbers = field(default_factory=Numbers, compare=False)
    envelope: Envelope | None = None
    forced: dict[str, tuple[Edge, Edge, Edge, Edge]] = field(default_factory=dict, compare=False)

    def count(self, name: str) -> int:
        """The choice of a parameter that is a count or a length."""
        value = self.choices[name]
        if not isinstance(value, int):
            raise TypeError(f"{name} of {self.kind} is a word")
        return value

    def word(self, name: str) -> str:
        """The choice of a parameter that is a word."""
        return str(self.choices[name])

    def thickness(self, role: str) -> Length:
        """The thickness of carcass parts of a role."""
        own = self.construction.thickness_of(role)
        return self.style.carcass_thickness if own is None else own

    @property
    def board(self) -> Length:
        """The thickness of carcass boards in general."""
        return self.style.carcass_thickness

    @property
    def side(self) -> Length:
        """The thickness of a side."""
        return self.thickness("side")

    @property
    def carcass_depth(self) -> Length:
        """From the wall to the front of the carcass; inset fronts lie within it."""
        if self.style.overlay is Overlay.INSET:
            return self.size.depth
        return self.size.depth - self.style.front_thickness - self.construction.bumper

    @property
    def face(self) -> Length:
        """From the wall to the rear face of the fronts."""
        return (
            self.inner_depth if self.style.overlay is Overlay.INSET else self.carcass_depth + self.construction.bumper
        )

    @property
    def inner_depth(self) -> Length:
        """From the wall to where the clear space ends: the front of the carcass, or the rear face of inset fronts."""
        return self.carcass_depth - (self.style.front_thickness if self.style.overlay is Overlay.INSET else 0)

    @property
    def grip(self) -> FrontLook | None:
        """The look of the fronts where they need no handles; a profile only goes below a worktop."""
        look = self.style.front
        if look is FrontLook.PROFILE:
            return look if not self.hung and self.size.height <= self.construction.profile_below else None
        return look if look is FrontLook.J_GRIP else None

    @property
    def lid_front(self) -> Length:
        """From the wall to the front of what lies under a worktop: behind the profile, where there is one."""
        return self.inner_depth - (self.construction.profile_depth if self.grip is FrontLook.PROFILE else 0)

    @property
    def plinth(self) -> Length:
        """The height at which the carcass begins: that of the plinth, 0 where the unit hangs."""
        return 0 if self.hung else self.style.plinth_height

    @property
    def kicked(self) -> bool:
        """Whether the sides stand on the floor, with a kick board between them."""
        return self.plinth > 0 and self.construction.bottom_joint == "kick"

    @property
    def floor(self) -> Length:
        """The upper face of the bottom."""
        return self.plinth + self.thickness("bottom")

    @property
    def ceiling(self) -> Length:
        """The lower face of the top or of the stretchers."""
        return self.size.height - self.thickness("top")

    @property
    def heel(self) -> Length:
        """From the wall to the rear edge of the carcass boards: the thickness of an applied back, else 0."""
        return self.style.back_thickness if self.construction.back == "applied" else 0

    @property
    def groove_y(self) -> Length:
        """From the wall to the rear face of the back."""
        return self.construction.back_groove_from_rear if self.construction.back == "grooved" else 0

    @property
    def back_depth(self) -> Length:
        """How deep the back reaches into the boards around it, its air included; 0 where it lies on or between them."""
        rules = self.construction
        return {"grooved": rules.back_groove_depth, "rebated": rules.back_rebate_depth}.get(rules.back, 0)

    @property
    def rear(self) -> Length:
        """The face of the back, seen from inside."""
        return self.groove_y + self.style.back_thickness

    @property
    def opening(self) -> Length:
        """The clear width between the sides."""
        return self.size.width - 2 * self.side
