"""The construction of each cabinet: method, company, project, wish and part laid over one another; what a wish may say.

A method that the caller gives outranks one that a style or a company names: who asks for it on the command line
means it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Kind
from furnishing.construction import Construction, default_construction
from furnishing.errors import Fault
from furnishing.reading import one_of
from furnishing.settings import Layer, Setting, Settings, settle
from furnishing.style import PartChoice, Style, Wish
from furnishing.units import show

PROJECT: Final = "style.construction"


@dataclass(frozen=True, slots=True)
class Levels:
    """A method and what company and project lay over it."""

    method: Construction
    layers: tuple[Layer, ...]

    @property
    def project(self) -> Construction:
        """The construction of everything that no wish sets apart."""
        return settle(self.method, *self.layers)

    def of_wish(self, style: Style, wish: int | None) -> Construction:
        """The construction of the cabinets of a wish (its index); None: of what nobody wished for."""
        own = () if wish is None else layers_of(style.wishes[wish], f"wish {wish + 1}")
        return settle(self.method, *self.layers, *own)


def levels(style: Style, construction: Construction | None = None, company: Layer | None = None) -> Levels:
    """The levels of a project; `construction` is the method where it was asked for outright."""
    layers = ([] if company is None else [company]) + [Layer(PROJECT, style.construction)]
    if construction is not None:
        layers = [Layer(layer.origin, replace(layer.settings, method="")) for layer in layers]
    return Levels(construction or default_construction(), tuple(layers))


def layers_of(wish: Wish, origin: str) -> tuple[Layer, ...]:
    """The layers of a cabinet and of its parts."""
    own = [Layer(origin, wish.construction)] if wish.construction else []
    return (*own, *(Layer(f"{origin}, {part.part}", _tables(part)) for part in wish.parts))


def _tables(choice: PartChoice) -> Settings:
    values: list[tuple[str, Setting]] = []
    for name, length in (("thickness", choice.thickness), ("bands", choice.band)):
        if length is not None:
            values.append((name, ((choice.part, length),)))
    if choice.grain is not None:
        values.append(("grains", ((choice.part, choice.grain),)))
    return Settings(values=tuple(values))


def choice_faults(wish: Wish, kind: Kind, where: str) -> Iterator[Fault]:
    """Choices that the kind has no parameter for, or that lie outside what it allows."""
    known = {parameter.name: parameter for parameter in kind.parameters}
    for name, value in wish.choices:
        path = f"{where}.choices.{name}"
        if name not in known:
            has = f"it has {one_of(list(known))}" if known else "it has none; leave choices out"
            yield Fault(path, f"{kind.code} has no parameter {name!r}; {has}")
            continue
        fault = known[name].fault(value)
        if fault:
            is_length = known[name].unit == "um" and isinstance(value, int)
            yield Fault(path, f"{f'{show(int(value))} mm' if is_length else value} {fault}; choose another")


def part_faults(wish: Wish, made: Iterable[Cabinet], where: str) -> Iterator[Fault]:
    """Exceptions for parts that none of these cabinets of the wish has, or that they do not follow."""
    parts = [part for cabinet in made for part in cabinet.parts]
    roles = {part.role for part in parts}
    names = {part.id.partition(".")[2] for part in parts}
    for choice in wish.parts:
        path = f"{where}.parts.{choice.part}"
        if choice.part not in roles | names:
            yield Fault(path, f"{wish.kind} has no part {choice.part!r}; use {one_of(sorted(roles))}, or a single part")
        elif choice.thickness is not None and choice.part not in roles:
            yield Fault(f"{path}.thickness", "a thickness holds for all parts of a role; name the role")


def thickness_faults(construction: Construction, made: Iterable[Cabinet]) -> Iterator[Fault]:
    """Thicknesses by role that cabinets do not follow, because another value of the style rules them."""
    wanted = dict(construction.thickness)
    for part in (part for cabinet in made for part in cabinet.parts):
        if part.thickness != wanted.get(part.role, part.thickness):
            origin = construction.origin(f"thickness.{part.role}")
            message = f"the thickness of a {part.role} is that of the style ({show(part.thickness)} mm)"
            yield Fault(f"construction.thickness.{part.role}", f"{message}; take it out ({origin}) or change the style")
