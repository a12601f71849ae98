"""The words that a construction method and its tables may use."""

from __future__ import annotations

from typing import Final

NEIGHBOURS: Final = ("front", "panel", "filler", "wall", "appliance", "open")
"""What may stand beside a cabinet; `front_gaps` has an entry for each that is not in `HALVED`."""

HALVED: Final = ("front", "open")
"""Neighbours towards which a front keeps half of the style's gap where a method does not say otherwise."""

GRAINS: Final = ("length", "width", "free")

ROLES: Final = (
    *("side", "partition", "end-panel", "bottom", "top", "stretcher", "fixed-shelf", "valance", "rail", "kick"),
    *("drawer-side", "drawer-box", "drawer-back", "drawer-bottom", "shelf", "shoe-shelf", "back", "plinth"),
    *("filler", "filler-strip", "worktop", "cornice", "light-rail", "door", "drawer-front", "flap", "false-front"),
    *("appliance-front", "blind-panel", "back-panel"),
    *("sliding-door", "stile", "front-rail", "front-panel", "glass", "desk-top", "spacer"),
)
"""The roles of parts that a table of exceptions may name."""

WORDS: Final[dict[str, tuple[str, ...]]] = {
    "base_top": ("stretchers", "full"),
    "top_joint": ("between", "over", "valance"),
    "bottom_joint": ("between", "under", "kick"),
    "back": ("grooved", "applied", "rebated", "inset"),
    "joint": ("confirmat", "cam", "dowel", "lamello", "screw"),
    "hardware_pack": (),
    "band_corner": ("long-last", "long-first"),
    "premill": ("none", "fixed", "band"),
}
"""The words that each word of a method may be; any where there are none."""
