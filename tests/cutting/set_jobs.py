"""Random jobs with matched sets."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from cutting.pieces import CutJob, FirstCut, Follow, Piece, PieceSet, Router, Saw, Trim
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board


def a_set(id: str, *pieces: str, follow: Follow = Follow.ALONG, allowance: float = 0) -> PieceSet:
    """A set of one row."""
    return PieceSet(id=id, rows=(pieces,), follow=follow, allowance=mm(str(allowance)))


@st.composite
def matched_jobs(draw: st.DrawFn, *, routers: bool = True) -> CutJob:
    """Jobs of one or two materials with loose pieces and sets of one row or two, some too large for their board."""
    kerf = draw(st.sampled_from([0, mm(4), mm("3.2")]))
    trim = mm(draw(st.sampled_from([0, 10])))
    pieces: list[Piece] = []
    sets: list[PieceSet] = []
    for name in ("A", "B", "C")[: draw(st.integers(1, 3))]:
        rows = draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
        if sum(rows) < 2:
            rows = [2]
        quantity, material = draw(st.sampled_from([1, 1, 2])), draw(st.sampled_from(["", "", "oak"]))
        even = draw(st.booleans())
        size = draw(st.integers(5, 40))
        ids: list[tuple[str, ...]] = []
        for at, count in enumerate(rows):
            ids.append(tuple(f"{name}{at}{number}" for number in range(count)))
            for id in ids[-1]:
                length, width = mm(10 * draw(st.integers(5, 30))), mm(10 * size)
                if not even:
                    width = mm(10 * draw(st.integers(5, 40)))
                grain = draw(st.sampled_from([Grain.LENGTH, Grain.WIDTH]))
                pieces.append(
                    Piece(id=id, length=length, width=width, quantity=quantity, grain=grain, material=material)
                )
        allowance = draw(st.sampled_from([0, 0, mm(2), mm(9)]))
        sets.append(PieceSet(id=name, rows=tuple(ids), follow=draw(st.sampled_from(Follow)), allowance=allowance))
    for number in range(draw(st.integers(0, 8))):
        pieces.append(
            Piece(
                id=f"p{number}",
                length=mm(10 * draw(st.integers(3, 60))),
                width=mm(10 * draw(st.integers(3, 60))),
                quantity=draw(st.sampled_from([1, 1, 3])),
                grain=draw(st.sampled_from(Grain)),
            )
        )
    pieces = draw(st.permutations(pieces))
    boards = tuple(
        a_board(1000, 800, code=f"W{material}", material=material, quantity=draw(st.sampled_from([None, None, 2])))
        for material in ("", "oak")
    )
    saw = Saw(
        kerf=kerf,
        trim=Trim(left=trim, right=trim, bottom=trim, top=trim),
        max_stages=draw(st.sampled_from([3, 3, 4, None] + ([2] if all(len(s.rows) == 1 for s in sets) else []))),
        first_cut=draw(st.sampled_from(FirstCut)),
    )
    job = CutJob(pieces=tuple(pieces), boards=boards, saw=saw, sets=tuple(sets))
    if routers and draw(st.integers(0, 4)) == 0:
        return replace(job, router=Router(tool=mm(8), border=mm(10)))
    return job
