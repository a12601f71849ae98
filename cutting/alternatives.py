"""Several plans for one job, by what each is best at, none of them worse than another in everything.

Candidates are the plans met while solving, plans made with books in mind (`books`), plans with larger rests and
other uses of stock offcuts (`rests`). All are judged and weighed by the same key figures; those that another
beats or equals in every respect are dropped, and each aim has the best of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from math import ceil
from typing import Final, TypeAlias

from cutting.books import InBooks, Player, absorbed, alike, by_run, completed, grouped, in_books, recipes
from cutting.check import check
from cutting.figures import KeyFigures
from cutting.nesting.sheetwise import cost_of
from cutting.objective import Objective, key_figures
from cutting.offcuts import keep
from cutting.pieces import CutJob
from cutting.plan import Alternative, CutPlan, CutResult, Status, Unplaced
from cutting.rests import offcuts_first, with_large_rest
from cutting.sizes import Members, by_size, named, sized
from furnishing.errors import PlanError

FIRST_WAYS: Final = 3
"""So many plans in books are always tried; others only while all so far need more boards."""
SHORT, LONG = 2, 8
"""Parts of the time to complete a plan in books."""


class Aim(StrEnum):
    """What an alternative is best at. All aims place as much as they can before anything else."""

    BALANCED = "balanced"
    """Least money: boards less offcuts, and the saw's time."""
    LEAST_MATERIAL = "least material"
    """Least cost of boards, then most value of offcuts."""
    FEWEST_BOARDS = "fewest boards"
    """Least cost of boards, then least time: the most valuable offcut may be worth next to nothing."""
    FASTEST_SAWING = "fastest sawing"
    FEWEST_PATTERNS = "fewest patterns"
    LARGEST_OFFCUT = "largest offcut"
    """The largest single rest that costs no board more."""


Key: TypeAlias = "tuple[int | Decimal, ...]"

KEYS: Final[Mapping[Aim, Callable[[KeyFigures], Key]]] = {
    Aim.BALANCED: lambda f: (f.unplaced_area, f.money, f.cost, f.seconds),
    Aim.LEAST_MATERIAL: lambda f: (f.unplaced_area, f.cost, f.boards, -f.offcut_value, f.seconds),
    Aim.FEWEST_BOARDS: lambda f: (f.unplaced_area, f.cost, f.boards, f.seconds, -f.offcut_value),
    Aim.FASTEST_SAWING: lambda f: (f.unplaced_area, f.seconds, f.cost, -f.offcut_value),
    Aim.FEWEST_PATTERNS: lambda f: (f.unplaced_area, f.patterns, f.cycles, f.cost, f.seconds),
    Aim.LARGEST_OFFCUT: lambda f: (f.unplaced_area, f.cost, -f.largest_offcut, f.seconds),
}
"""Less is better, the first figure first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A judged plan with its figures."""

    plan: CutPlan
    figures: KeyFigures


def respects(figures: KeyFigures) -> Key:
    """In what plans are compared; less is better in each."""
    return (
        figures.unplaced_area,
        figures.cost,
        figures.seconds,
        figures.patterns,
        -figures.offcut_value,
        -figures.largest_offcut,
    )


def dominates(one: KeyFigures, other: KeyFigures) -> bool:
    """Whether a plan is as good as another in every respect and better in one."""
    ours, theirs = respects(one), respects(other)
    return ours != theirs and all(a <= b for a, b in zip(ours, theirs, strict=True))


def pareto(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that none of the others dominates; of equals the first."""
    distinct: dict[Key, Candidate] = {}
    for each in found:
        distinct.setdefault(respects(each.figures), each)
    every = tuple(distinct.values())
    return tuple(each for each in every if not any(dominates(other.figures, each.figures) for other in every))


Winners: TypeAlias = "Mapping[Aim, Candidate]"


def winners(job: CutJob, seen: Sequence[CutPlan], objective: Objective, player: Player) -> Winners:
    """The best plan of each aim for a job of one material. `seen` are plans that hold, the best first.

    `objective` must name its rate. Raises PlanError where a plan made here does not hold.
    """
    found = pareto(_candidates(job, seen, objective, player))
    return {aim: min(found, key=lambda each: KEYS[aim](each.figures)) for aim in Aim}


def together(
    job: CutJob, parts: Sequence[Winners], unplaced: Sequence[Unplaced], objective: Objective
) -> tuple[Alternative, ...]:
    """The alternatives for a whole job from the winners of its materials; `unplaced` fits no board."""
    found: dict[tuple[int, ...], Candidate] = {}
    for aim in Aim:
        won = [part[aim] for part in parts]
        key = tuple(id(each.plan) for each in won)
        if key not in found:
            found[key] = won[0] if len(won) == 1 and not unplaced else _joined(job, won, unplaced, objective)
    return _named(pareto(found.values()))


def compared(job: CutJob, plans: Iterable[CutPlan], objective: Objective) -> tuple[Alternative, ...]:
    """The alternatives among plans that hold for a whole job; `objective` must name its rate."""
    return _named(pareto(Candidate(plan=plan, figures=key_figures(job, plan, objective)) for plan in plans))


def _joined(job: CutJob, parts: Sequence[Candidate], unplaced: Sequence[Unplaced], objective: Objective) -> Candidate:
    """The plans of all materials as one."""
    plan = CutPlan(
        sheets=tuple(sheet for part in parts for sheet in part.plan.sheets),
        unplaced=(*unplaced, *(rest for part in parts for rest in part.plan.unplaced)),
    )
    return Candidate(plan=plan, figures=key_figures(job, plan, objective))


def _named(found: Sequence[Candidate]) -> tuple[Alternative, ...]:
    """Each winner once, by the first aim that it wins, in the order of the aims."""
    won: dict[int, list[Aim]] = {}
    for aim in Aim:
        best = min(range(len(found)), key=lambda at: KEYS[aim](found[at].figures))
        won.setdefault(best, []).append(aim)
    return tuple(
        Alternative(
            name=aims[0].value,
            wins=tuple(aim.value for aim in aims),
            plan=found[at].plan,
            figures=found[at].figures,
        )
        for at, aims in won.items()
    )


def _candidates(job: CutJob, seen: Sequence[CutPlan], objective: Objective, player: Player) -> Iterator[Candidate]:
    """The plans met, and those made of them for as long as there is time; each judged."""
    for plan in seen:
        marked = keep(plan, objective.offcuts)
        if marked is plan:
            yield Candidate(plan=plan, figures=key_figures(job, plan, objective))
        else:
            yield _judged(job, marked, objective)
        if player.over():
            return
    if seen[0].unplaced or not seen[0].sheets:
        return
    sizes, members = by_size(job)
    best = sized(seen[0], members)
    least: Decimal | None = None
    for plan in chain((best,), _made(sizes, best, player)):
        same = alike(plan)
        found = _judged(job, _real(job, same, members, objective), objective)
        yield found
        # What improves rests and patterns is tried on the first plan, and on those that cost less than all before.
        if least is None or found.figures.money < least:
            least = found.figures.money
            for variant in _variants(sizes, same, objective, player):
                real = _real(job, variant, members, objective)
                # A sheet cut by another's lines may lack the piece that allows it a trimming stage; it is left.
                if not check(job, real):
                    yield Candidate(plan=real, figures=key_figures(job, real, objective))


def _made(sizes: CutJob, best: CutPlan, player: Player) -> Iterator[CutPlan]:
    """New plans: without the offcuts in stock, and in books."""
    bought = tuple(board for board in sizes.boards if not board.offcut)
    if bought and len(bought) < len(sizes.boards):
        plan = player.play(replace(sizes, boards=bought), 2)
        if plan is not None and not plan.unplaced:
            yield plan
    yield from _booked(sizes, best, player)


def _booked(sizes: CutJob, best: CutPlan, player: Player) -> Iterator[CutPlan]:
    """Plans in books, until there is one of some ways that costs no more than the best.

    After the first ways the rest of the cheapest gets more time, and so do the rests of all later ways.
    """
    goal = cost_of(sizes, best)
    begun: list[tuple[Decimal, int, InBooks]] = []
    for number, recipe in enumerate(recipes(sizes)):
        late = number >= FIRST_WAYS
        if late and min((cost for cost, _, _ in begun), default=goal + 1) <= goal:
            return
        if number == FIRST_WAYS and begun:
            again = completed(min(begun, key=lambda each: each[:2])[2], player.play, LONG)
            if again is not None:
                yield again
                if cost_of(sizes, again) <= goal:
                    return
        one = None if player.over() else in_books(sizes, best, recipe, player.play)
        plan = None if one is None else completed(one, player.play, LONG if late else SHORT)
        if one is not None and plan is not None:
            begun.append((cost_of(sizes, plan), number, one))
            yield plan


def _variants(sizes: CutJob, plan: CutPlan, objective: Objective, player: Player) -> Iterator[CutPlan]:
    """What the emptiest sheets of a plan allow, while there is time."""
    slim = absorbed(plan, sizes.saw.book_height or 1)
    if slim.sheets != plan.sheets:
        yield slim
    if not player.over() and (moved := offcuts_first(sizes, plan, objective, player.quick)) is not None:
        yield moved
        plan = moved
    if not player.over() and (pushed := with_large_rest(sizes, plan, objective.offcuts, player.quick)) is not None:
        yield pushed


def _real(job: CutJob, plan: CutPlan, members: Members, objective: Objective) -> CutPlan:
    return keep(CutPlan(sheets=named(job, members, by_run(grouped(plan.sheets)))), objective.offcuts)


def _judged(job: CutJob, plan: CutPlan, objective: Objective) -> Candidate:
    violations = check(job, plan)
    if violations:
        told = "\n".join(str(each) for each in violations[:20])
        raise PlanError(f"an alternative has {len(violations)} violations:\n{told}")
    return Candidate(plan=plan, figures=key_figures(job, plan, objective))


def chosen(job: CutJob, result: CutResult, name: str) -> CutResult:
    """The result with the plan of an alternative in place of its own; KeyError where nothing is called so.

    A name that an alternative also wins will do. The bound stays; `optimal` only where the plan meets it.
    """
    found = next((each for each in result.alternatives if name in each.wins), None)
    if found is None:
        names = ", ".join(win for each in result.alternatives for win in each.wins)
        raise KeyError(f"no alternative is called {name!r}; there are {names or 'none'}")
    value = found.figures.cost if result.bound_is_cost else Decimal(found.plan.boards)
    met = value <= (result.bound if result.bound_is_cost else ceil(result.bound))
    proven = met and result.status is Status.OPTIMAL
    status = Status.INCOMPLETE if found.plan.unplaced else Status.OPTIMAL if proven else Status.FEASIBLE
    return replace(result, plan=found.plan, cost=found.figures.cost, status=status)


Cell: TypeAlias = "str | int | Decimal"
HEAD: Final = (
    "plan",
    "also best at",
    "boards",
    "cost",
    "yield",
    "with offcuts",
    "patterns",
    "cycles",
    "cuts",
    "minutes",
    "offcuts",
    "largest, m2",
    "money",
)


def alternatives_table(result: CutResult) -> tuple[tuple[Cell, ...], ...]:
    """A row of values for each alternative, in the columns of `HEAD`; yields are shares of 1."""
    return tuple(_row(each) for each in result.alternatives)


def _row(each: Alternative) -> tuple[Cell, ...]:
    figures = each.figures
    return (
        each.name,
        ", ".join(each.wins[1:]),
        figures.boards,
        figures.cost,
        figures.piece_yield,
        figures.yield_with_offcuts,
        figures.patterns,
        figures.cycles,
        figures.cuts,
        (figures.seconds / 60).quantize(Decimal("0.1")),
        figures.offcuts_produced,
        Decimal(figures.largest_offcut).scaleb(-12).quantize(Decimal("0.01")),
        figures.money,
    )
