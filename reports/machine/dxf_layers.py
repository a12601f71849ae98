"""Names of DXF layers as data: every workshop has its own, so they lie in a mapping file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from furnishing.reading import Fields, open_record
from furnishing.units import Length, show

LAYERS_FORMAT: Final = "furnish-dxf-layers/1"
USES: Final[dict[str, tuple[str, ...]]] = {
    "board": (),
    "usable": (),
    "outline": (),
    "cut": (),
    "offcut": (),
    "text": (),
    "drill": ("diameter", "depth"),
    "drill_through": ("diameter",),
    "groove": ("width", "depth"),
    "pocket": ("depth",),
    "edge_drill": ("diameter", "depth"),
}
"""What layers are for, each with the sizes that its name may hold as `{size}`, in millimetres."""

ADDED: Final = {"edge_drill": ("HBORE_D{diameter}_T{depth}", 30)}
"""Uses that came later, with name and colour where an older mapping does not say them."""

LETTERS: Final = re.compile(r"[A-Z0-9_$-]+", re.ASCII)
"""What the oldest readers (R12) take in a layer's name."""

LONGEST: Final = 31
_WIDEST: Final = 9_999_999
"""A size that tries how long a name may become."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """A mapping: for each use a name, which may hold sizes, and a colour number. `back_prefix` is put before what is
    machined from the other face."""

    name: str
    names: Mapping[str, str]
    colors: Mapping[str, int]
    back_prefix: str
    decimal_point: str

    def layer(self, use: str, *, back: bool = False, **sizes: Length) -> str:
        """The name of a layer: `layer("drill", diameter=mm(5), depth=mm(12))`; KeyError for an unknown use."""
        said = {name: show(size).replace(".", self.decimal_point) for name, size in sizes.items()}
        return (self.back_prefix if back else "") + self.names[use].format(**said)


@cache
def standard_layers() -> Layers:
    """The mapping that comes with the program."""
    text = (resources.files("reports.machine") / "layers" / "standard.json").read_text("utf-8")
    return read_layers(text, "standard.json")


def read_layers(text: str | bytes, source: str = "") -> Layers:
    """The mapping that a file says; InputError with every fault of it."""
    fields = open_record(text, LAYERS_FORMAT, source)
    fields.text("source", most=1000)
    name, back = fields.text("name", most=50), fields.text("back_prefix", most=10)
    point = fields.text("decimal_point", most=2)
    for field, value in (("back_prefix", back), ("decimal_point", point)):
        if value and not LETTERS.fullmatch(value):
            fields.fault(field, f"{value!r}: DXF R12 takes A to Z, 0 to 9, _, - and $ only")
    entries = fields.record("layers")
    names, colors = {}, {}
    for use, sizes in USES.items():
        if use in ADDED and not entries.has(use):
            names[use], colors[use] = ADDED[use]
            continue
        entry = entries.record(use)
        names[use] = _name(entry, sizes, len(back))
        colors[use] = entry.integer("color", least=1, most=255)
    layers = Layers(name=name, names=names, colors=colors, back_prefix=back, decimal_point=point)
    fields.finish()
    return layers


def _name(entry: Fields, sizes: tuple[str, ...], prefix: int) -> str:
    """A name whose braces hold only sizes of its use."""
    name = entry.text("name", most=60)
    bare = re.sub(r"\{(" + "|".join(sizes) + r")\}", "0", name) if sizes else name
    if name and not LETTERS.fullmatch(bare):
        known = " and ".join(f"{{{each}}}" for each in sizes) or "no sizes in braces"
        entry.fault("name", f"{name!r}: DXF R12 takes A to Z, 0 to 9, _, - and $, and here {known}")
    elif len(bare) + (len(show(_WIDEST)) - 1) * (name.count("{")) + prefix > LONGEST:
        entry.fault("name", f"{name!r} may become longer than the {LONGEST} letters that DXF R12 takes")
    return name
