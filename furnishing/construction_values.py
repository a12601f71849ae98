"""The numbers and words of a workshop as values; `furnishing.construction` reads them from method files.

A new value is one line in `Construction` and one entry in `data/construction/eu-grooved.json`, on which the other
methods rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from furnishing.units import Length

Lengths = tuple[tuple[str, Length], ...]
"""A table of lengths by word, in the order of the words."""
Words = tuple[tuple[str, str], ...]
"""A table of words by word, in the order of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Construction:
    """The rules of one workshop. The data file says where each number comes from.

    `method` is the name of the construction method and `title` its name for people; `origins` says of each value
    that was read where it came from. `base_top` is `stretchers` or `full`. `top_joint`: the top lies `between` the
    sides, `over` them, or between them with a `valance` below it; `bottom_joint`: the bottom lies `between` the
    sides, `under` them, or between sides that stand on the floor with a `kick` board. `back` is `grooved`,
    `applied`, `rebated`, or `inset` between sides, top and bottom. `joint` is `confirmat`, `cam`, `dowel`,
    `lamello` or `screw`; `hardware_pack` the name of the pack its articles come from.

    Edges: `band_corner` says which of two bands that meet at a corner is glued last and so runs through, that on
    the long edges (`long-last`) or on the short ones (`long-first`). `premill` is `none`, `fixed` (by the premill
    lengths) or `band` (by the thickness of the band).

    Weights in kg, loads in kg/m2, `board_modulus` in N/mm2. `stacks[n - 1]` are the shares of the heights of n
    drawer fronts from the top down. `front_gaps` are those of a front towards each neighbour, from the own edge;
    `thickness`, `bands` and `grains` are exceptions by role or part: boards that differ from the style's, bands on
    edges that are seen, the way of the grain.
    """

    method: str
    title: str

    base_top: str
    top_joint: str
    bottom_joint: str
    back: str
    joint: str
    hardware_pack: str
    band_corner: str
    premill: str

    premill_carcass: Length
    premill_fronts: Length
    band_overlength: Length
    band_clear: Length
    eye_height: Length
    back_groove_depth: Length
    back_groove_from_rear: Length
    back_rebate_depth: Length
    back_inset_least: Length
    back_play: Length
    back_applied_play: Length
    valance_height: Length
    valance_from: Length
    stretcher_depth: Length
    plinth_setback: Length
    plinth_play: Length
    bumper: Length
    shelf_side_play: Length
    shelf_rear_play: Length
    shelf_setback: Length
    fixed_shelf_setback: Length
    shelf_clear_least: Length
    single_door_most: Length
    door_width_most: Length
    door_height_most: Length
    partition_from: Length
    book_bay_most: Length
    rail_below_top: Length
    rail_height_most: Length
    top_compartment_least: Length
    hang_long: Length
    hang_short: Length
    hang_depth: Length
    sliding_track_depth: Length
    sliding_track_gap: Length
    sliding_overlap: Length
    sliding_below: Length
    sliding_above: Length
    sliding_width_least: Length
    sliding_width_most: Length
    cable_notch_width: Length
    cable_notch_depth: Length
    tilt_row_least: Length
    pedestal_width: Length
    knees_width_least: Length
    desk_rail_height: Length
    false_front_height: Length
    oven_body_height: Length
    pipe_cut_width: Length
    pipe_cut_height: Length
    pipe_cut_above: Length
    sink_back_low: Length
    flap_below: Length
    oven_niche_height: Length
    microwave_niche_height: Length
    appliance_niche_width: Length
    appliance_vent: Length
    vent_cut_width: Length
    vent_cut_height: Length
    hob_space: Length
    duct_cut: Length
    hood_cut_width: Length
    hood_cut_depth: Length
    cut_margin: Length
    worktop_least: Length
    sink_cut_depth: Length
    hob_cut_depth: Length
    pullout_side_height: Length
    inner_drawer_setback: Length
    inner_drawer_most: Length
    bay_least: Length
    level_least: Length
    drawer_groove_depth: Length
    drawer_bottom_play: Length
    drawer_side_least: Length
    drawer_gap_most: Length
    rail_play: Length
    leg_pitch: Length
    anchor_tall_from: Length
    drawer_front_least: Length
    frame_width: Length
    frame_panel_least: Length
    frame_groove_depth: Length
    frame_panel_play: Length
    frame_panel_thickness: Length
    frame_dowel_inset: Length
    pane_thickness: Length
    grip_height: Length
    inset_gap_most: Length
    grip_depth: Length
    profile_gap: Length
    profile_depth: Length
    profile_below: Length
    drawer_front_most: Length
    wall_play: Length
    wall_skew: Length
    residue_none: Length
    filler_least: Length
    filler_most: Length
    filler_wide: Length
    filler_strip_depth: Length
    grow_step: Length
    pillar_clear: Length
    pipe_clear: Length
    radiator_clear: Length
    beam_clear: Length
    appliance_clear: Length
    switch_clear: Length
    gas_clear: Length
    extractor_clear: Length
    hung_over_opening: Length
    base_from_door: Length
    tall_from_door: Length
    base_from_window: Length
    tall_from_window: Length
    doorway_depth: Length
    window_depth: Length
    ceiling_play: Length
    shoe_pitch: Length
    slope_play: Length
    slope_least: Length
    slope_segment_least: Length
    slope_shelf_least: Length
    slope_hinge_least: Length
    pillar_rest: Length
    tip_play: Length
    anchor_from_height: Length

    leg_rows: int
    legs_least: int
    anchors_per_tall: int
    screws_per_filler: int
    worktop_bolts: int

    drawer_side_ratio: Decimal
    shoe_tilt: Decimal
    board_modulus: Decimal
    sag_limit: Decimal
    base_shelf_load: Decimal
    tall_shelf_load: Decimal
    book_shelf_load: Decimal
    gravity: Decimal

    stacks: tuple[tuple[int, ...], ...]

    front_gaps: Lengths
    thickness: Lengths
    bands: Lengths
    grains: Words

    origins: Words = field(default=(), compare=False, repr=False)

    def front_gap_to(self, neighbour: str) -> Length | None:
        """The gap from the own edge to a front that stands beside `neighbour` (`front`, `wall` ...); None: half of the
        style's gap."""
        return dict(self.front_gaps).get(neighbour)

    def thickness_of(self, role: str, suffix: str = "") -> Length | None:
        """The thickness of a part where it has one of its own; None: that of the style."""
        return _of_part(self.thickness, role, suffix)

    def band_of(self, role: str, suffix: str = "") -> Length | None:
        """The band on the seen edges of a part where it has one of its own (0: raw); None: that of the style."""
        return _of_part(self.bands, role, suffix)

    def grain_of(self, role: str, suffix: str = "") -> str | None:
        """The way of the grain (`length`, `width`, `free`) of a part where it has one of its own, else None."""
        return _of_part(self.grains, role, suffix)

    def origin(self, name: str) -> str:
        """Where a value came from: a method and its source, a file, the style, a wish.

        An entry of a table is named with it: `thickness.shelf`. KeyError for a name that is no value.
        """
        known = dict(self.origins)
        if name not in known and hasattr(self, name.partition(".")[0]):
            return self.method
        return known[name]


Value = TypeVar("Value")


def _of_part(table: tuple[tuple[str, Value], ...], role: str, suffix: str) -> Value | None:
    """What a table says of one part, else of its role."""
    found = dict(table)
    return found.get(suffix, found.get(role))
