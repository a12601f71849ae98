"""The search for kitchens: structures in turn, each filled and judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout import hard
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.bench import Bench
from furnishing.layout.candidate import ESSENTIAL, Candidate, assembled, based, candidate, missing, wanted
from furnishing.layout.estimate import Estimator
from furnishing.layout.judged import Feature, Features, Judged, Looked, Pause, base_order
from furnishing.layout.limits import objective
from furnishing.layout.looked_over import errors
from furnishing.layout.measures import CENTRES, Frame
from furnishing.layout.placing import placements, worktop_depth
from furnishing.layout.score import Place, kitchen_most, kitchen_score
from furnishing.layout.shorter import Rows
from furnishing.layout.structures import APART, Structure, order_of, structures, with_islands
from furnishing.layout.trims import Ground, trims
from furnishing.layout.uppers import ODD, STANDARD
from furnishing.programme import Shape
from furnishing.units import Length

SHORTENED: Final = 12
"""So many of the best structures are tried with legs that leave a part of their walls free."""


ISLANDS: Final = 36
"""So many structures with an island are tried where any shape will do."""

Ranked = tuple[float, int, Candidate]
"""The points of a candidate, negative, and its number, so that the best and first comes first."""


@dataclass(slots=True, kw_only=True)
class KitchenSearch:
    """All that judging candidates needs. `incomplete` lets kitchens without a sink or hob through."""

    bench: Bench
    estimator: Estimator
    walls: tuple[Frame, ...]
    budget: Decimal | None = None
    incomplete: bool = True
    ground: hard.Ground = field(init=False)
    place: Place = field(init=False)

    def __post_init__(self) -> None:
        room = self.bench.site.room
        self.place = Place(room=room, style=self.bench.style, walls=self.walls)
        self.ground = hard.Ground(
            room=room,
            style=self.bench.style,
            walls=self.walls,
            outline=room.outline.buffer(1000, join_style="mitre"),
            gas=self.bench.wish.gas,
        )

    def lacking(self, judged: Judged) -> bool:
        """Whether it is no kitchen: without a sink or a hob that was wished for."""
        return bool(ESSENTIAL & set(judged.missing))

    def run(self) -> Iterator[Looked]:
        """Every structure judged in its turn; None for one that cannot be. Then the best of them with shorter legs."""
        whole: list[Ranked] = []
        yield from self._looked_at(order_of(list(self._structures())), whole)
        if self.bench.wish.shape is Shape.ISLAND and not whole and not self.bench.pins.island:
            # Rather a kitchen without an island, which says what one lacks, than none.
            yield from self._looked_at(order_of(list(structures(self.bench.site, self.bench.wish))), whole)
        if self.bench.wish.shape is Shape.ANY and not self.bench.pins.island:
            # An island leaves its runs as they are, so it is tried before those that are best without it.
            before = self.bench.before()
            best_runs = [found.structure for _, _, found in sorted(whole, key=lambda each: each[:2])]
            again = [each for plain in best_runs for each in with_islands(plain, before)]
            yield from self._looked_at(again[:ISLANDS], whole)
        whole.sort(key=lambda each: each[:2])
        best = -whole[0][0] if whole else 0.0
        for _, _, found in whole[:SHORTENED]:
            for judged in self._shorter(found, best):
                best = judged.score.total if isinstance(judged, Judged) else best
                yield judged

    def _structures(self) -> Iterator[tuple[int, Structure]]:
        """Those of the shape wished for; with an island in each where one is wished for or kept."""
        if self.bench.wish.shape is not Shape.ISLAND and not self.bench.pins.island:
            yield from structures(self.bench.site, self.bench.wish)
            return
        before = self.bench.before()
        if before:
            for rank, plain in structures(self.bench.site, self.bench.wish):
                for each in with_islands(plain, before):
                    yield rank, each

    def _looked_at(self, several: Sequence[Structure], whole: list[Ranked]) -> Iterator[Looked]:
        """Each structure judged; those that hold are noted in `whole`."""
        for structure in several:
            found = candidate(structure, self.bench)
            judged = None if found is None else self.judged(found)
            if found is not None and judged is not None:
                whole.append((-judged.score.total, len(whole), found))
            yield judged

    def _shorter(self, found: Candidate, best: float) -> Iterator[Looked]:
        """A candidate with each leg in turn as short as serves it best; only what is better than the best so far."""
        structure = found.structure
        legs = [self.bench.leg(structure, leg) for leg in range(len(structure.legs))]
        chosen = [each.best or () for each in legs]
        for number, leg in enumerate(legs):
            tried = [[*chosen[:number], rows, *chosen[number + 1 :]] for rows in leg.every()]
            bounded = []
            for each in tried:
                bounded.append((self._most(each, structure), each))
                yield Pause.HERE
            for could, rows_of in sorted(bounded, key=lambda each: -each[0]):
                if could <= best:
                    break
                for judged in self._hung(structure, rows_of):
                    if judged is None or judged.score.total <= best:
                        yield Pause.HERE
                        continue
                    best, chosen = judged.score.total, rows_of
                    yield judged

    def _hung(self, structure: Structure, filled: Sequence[Rows]) -> Iterator[Judged | None]:
        """A structure with these rows on its legs, with hung units in every way they may hang."""
        tried: list[Candidate] = []
        for odd in (ODD, STANDARD):
            made = assembled(structure, filled, self.bench, odd=odd)
            if made is not None and made not in tried:
                tried.append(made)
                yield self.judged(made)

    def _most(self, filled: Sequence[Rows], structure: Structure) -> float:
        """The points that a structure with these rows on its legs may have at most."""
        rows = [row for each in filled for row in each]
        items = based(structure, rows, self.bench)
        items += self.bench.island(items, structure)
        lacking = [each for each in missing(items, self.bench.wish, structure) if each != "hood"]
        units = placements([each for each in items if each.kind != FILLER], self.bench.style)
        return kitchen_most(
            items,
            rows,
            programme_share(wanted(self.bench.wish), tuple(lacking)),
            price_share(self.estimator.price(units).amount, self.budget, "kitchen_price"),
            self.place,
        )

    def judged(self, found: Candidate) -> Judged | None:
        """A candidate with its score; None where it breaks a rule or holds a unit that cannot be made."""
        if not self.incomplete and ESSENTIAL & set(found.missing):
            return None
        if any(True for _ in hard.broken(found.items, found.rows, self.faces(found.structure), self.ground)):
            return None
        placed = placements(found.items, self.bench.style)
        if not all(self.estimator.buildable(each) for each in placed):
            return None
        price = self.estimator.price(placed)
        units = [each for each in placed if each.kind != FILLER]
        score = kitchen_score(
            found.items,
            found.rows,
            programme_share(wanted(self.bench.wish), found.missing),
            price_share(self.estimator.price(units).amount, self.budget, "kitchen_price"),
            self.place,
        )
        return Judged(
            features=features(found),
            items=found.items,
            rows=found.rows,
            missing=found.missing,
            score=score,
            placements=placed,
            price=price,
            corners=frozenset(
                wall
                for wall, corner in zip(found.structure.legs, found.structure.corners, strict=False)
                if corner and corner not in APART
            ),
        )

    def faces(self, structure: Structure) -> dict[int, tuple[Length | None, Length | None]]:
        """For each wall how far the runs round its corners reach, where there are any."""
        faces: dict[int, tuple[Length | None, Length | None]] = {}
        for leg, wall in enumerate(structure.legs):
            low, high = self.bench.taken(wall, self.bench.style.base_depth)
            at_left = bool(leg and structure.corners[leg - 1])
            at_right = bool(leg < len(structure.corners) and structure.corners[leg])
            faces[wall] = (low if at_left else None, high if at_right else None)
        return faces

    def trimmed(self, judged: Judged) -> Judged:
        """With worktops and end panels, and their price; a worktop that cannot be made is left to be ordered apart."""
        site, style = self.bench.site, self.bench.style
        walls = sorted({each.wall for each in judged.items if not each.out})
        ground = Ground(
            style=style,
            free={wall: site.spans[wall] for wall in walls},
            through={wall: self.bench.taken(wall, worktop_depth(style)) for wall in walls},
            lengths={wall: site.room.walls[wall].length for wall in walls},
            corners=frozenset(
                wall
                for wall in walls
                if any(each.wall == (wall + 1) % len(site.room.walls) and not each.out for each in judged.items)
                and wall in judged.corners
            ),
            angled={
                (each.wall - 1) % len(site.room.walls): each.depth
                for each in judged.items
                if each.role == "corner" and each.depth is not None
            },
            walls=len(site.room.walls),
        )
        items = [*judged.items]
        for each in trims(judged.items, ground):
            if self.estimator.buildable(placements([each], style)[0]):
                items.append(each)
        placed = placements(items, style)
        return replace(judged, items=tuple(items), placements=placed, price=self.estimator.price(placed))

    def sound(self, judged: Judged) -> bool:
        """Whether nothing of it clashes as it stands and opens: the check that is too slow for every candidate."""
        if any(True for _ in hard.clashes(judged.items, self.ground)):
            return False
        whole = self.trimmed(judged).placements
        return not any(True for _ in errors(whole, self.ground.room, self.estimator))


WEIGHTS: Mapping[str, int] = {"sink": 3, "hob": 3, "fridge": 2, "oven": 2}
"""How much more than other units these are missed."""


def programme_share(wished: tuple[str, ...], missing: tuple[str, ...]) -> float:
    """The share of what was wished for that stands, appliances that one cannot do without counted more."""
    whole = sum(WEIGHTS.get(each, 1) for each in wished)
    return 1 - sum(WEIGHTS.get(each, 1) for each in missing) / whole if whole else 1.0


def price_share(price: Decimal, budget: Decimal | None, usual: str) -> float:
    """1 up to half of the budget (or of what is usual), 0 from one and a half times of it on."""
    scale = budget or objective().scales[usual]
    return min(1.0, max(0.0, 1.5 - float(price / scale)))


def features(found: Candidate) -> Features:
    """What a person sees of a kitchen."""
    structure = found.structure
    sink, hob, fridge = (next((each for each in found.items if each.role == role), None) for role in CENTRES)
    oven = next((each.kind for each in found.items if each.role == "oven"), structure.oven)
    return Features(
        shape=structure.shape.value,
        walls=frozenset(each.wall for each in found.items if not each.out),
        tall=_tall(found),
        sink=_side(sink, hob),
        hob=_side(hob, sink),
        fridge=None if fridge is None else (fridge.wall, structure.fridge_apart),
        oven=oven,
        island=None if structure.island is None else (structure.legs[structure.island], None),
        corner=structure.corners,
        order=base_order(found.items),
    )


def _tall(found: Candidate) -> Feature:
    """The wall and the end at which the tall block stands, where any of it found a place."""
    structure = found.structure
    if structure.tall is None:
        return None
    wall = structure.legs[structure.tall]
    stands = any(each.wall == wall and each.zone is Zone.TALL and each.kind != FILLER for each in found.items)
    return (wall, structure.tall_left) if stands else None


def _side(item: Item | None, other: Item | None) -> Feature:
    """The wall of one, and on which side of the other it stands where that is on the same wall."""
    if item is None:
        return None
    together = other is not None and other.wall == item.wall
    return (item.wall, item.offset < other.offset if together and other is not None else None)
