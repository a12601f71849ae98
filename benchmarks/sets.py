"""The benchmark sets: which jobs, how long for whom, and how many of them a run takes where nobody says."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from benchmarks.instances import Instance, bench_folder, order_pool, public_set
from benchmarks.orders import COUNT, order_batch

Make = Callable[[], Instance]


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchSet:
    """Jobs of one sort. `members` makes each when asked; `usual` of them, spread evenly, are run by default (0: none).

    Peers get `seconds`; ours gets each of `ours`.
    """

    name: str
    title: str
    members: Callable[[], Sequence[Make]]
    seconds: float
    ours: tuple[float, ...]
    usual: int = 0


def spread(members: Sequence[Make], limit: int | None) -> list[Make]:
    """At most `limit` of them, evenly spread, so that a few stand for all."""
    if limit is None or limit >= len(members):
        return list(members)
    return [members[at * len(members) // limit] for at in range(limit)]


def _orders(count: int, batches: int) -> Callable[[], Sequence[Make]]:
    """Batches of so many orders: both boards, without and with grain, in turn; after the last order the first."""
    ways = [(board, grain) for board in (0, 1) for grain in (False, True)]
    return lambda: [
        partial(order_batch, count, first=at * count % COUNT, board=ways[at % 4][0], grain=ways[at % 4][1])
        for at in range(batches)
    ]


def _pools(orders: int, seeds: int) -> Callable[[], Sequence[Make]]:
    return lambda: [partial(order_pool, orders, seed=1 + at, varied=True) for at in range(seeds)]


def _public(
    name: str,
    *,
    stages: int | None = 3,
    rotation: bool = True,
    best: tuple[str, str, str] | None = None,
    only: str = "",
) -> Callable[[], Sequence[Make]]:
    """A public set; `best`: the file of published values, and its columns of the best and of the bound (or "")."""

    def members() -> Sequence[Make]:
        known = _published(*best, only) if best else {}
        found = [
            _with_best(instance, known.get(instance.name, (None, None)))
            for instance in public_set(name, stages=stages, rotation=rotation)
        ]
        return [partial(_same, instance) for instance in found if instance.name.startswith(only)]

    return members


def _same(instance: Instance) -> Instance:
    return instance


def _with_best(instance: Instance, known: tuple[int | None, int | None]) -> Instance:
    return replace(instance, best_known=known[0], known_bound=known[1])


def _published(file: str, best: str, bound: str, only: str) -> dict[str, tuple[int | None, int | None]]:
    """Best value and bound by instance; of the orders in real_computed each variant is a line, named after a colon."""
    with (bench_folder() / file).open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if not only or row.get("variant") == "2stage_any_R"]
    return {row["name"]: (_number(row[best]), _number(row[bound]) if bound else None) for row in rows}


def _number(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None


def _all() -> Iterator[BenchSet]:
    yield BenchSet(
        name="orders1",
        title="Single orders from generated rooms",
        members=_orders(1, 200),
        seconds=10,
        ours=(10,),
        usual=6,
    )
    yield BenchSet(
        name="orders10", title="Batches of 10 orders", members=_orders(10, 12), seconds=30, ours=(30,), usual=1
    )
    yield BenchSet(
        name="orders100", title="Batches of 100 orders", members=_orders(100, 4), seconds=60, ours=(60,), usual=1
    )
    yield BenchSet(
        name="orders1000", title="Batches of 1,000 orders", members=_orders(1000, 4), seconds=300, ours=(300,)
    )
    yield BenchSet(
        name="pool800",
        title="Order pools of about 800 pieces",
        members=_pools(11, 4),
        seconds=60,
        ours=(5, 60),
        usual=1,
    )
    yield BenchSet(
        name="pool8000",
        title="Order pools of about 8,000 pieces in 1,300 sizes",
        members=_pools(91, 2),
        seconds=200,
        ours=(60, 200),
        usual=1,
    )
    yield BenchSet(
        name="pool80000", title="An order pool of about 80,000 pieces", members=_pools(880, 1), seconds=600, ours=(600,)
    )
    yield BenchSet(
        name="huawei",
        title="Huawei contest A1-A3: real furniture orders, three stages, free rotation, kerf 0",
        members=_public("huawei2022b", best=("bks_huawei2022b.csv", "published_plates", "")),
        seconds=30,
        ours=(30,),
        usual=3,
    )
    yield from _classics()


def _classics() -> Iterator[BenchSet]:
    bwmv = "bks_bwmv_per_instance.csv"
    yield BenchSet(
        name="bwmv-free",
        title="Classic bin packing, three stages with trimming, free rotation",
        members=_public("bwmv", best=(bwmv, "bks_3stage_nonexact_guillotine_rotation", "")),
        seconds=10,
        ours=(10,),
        usual=6,
    )
    yield BenchSet(
        name="bwmv-fixed",
        title="Classic bin packing, three stages with trimming, no rotation",
        members=_public("bwmv", rotation=False, best=(bwmv, "bks_3stage_nonexact_guillotine_oriented", "")),
        seconds=10,
        ours=(10,),
        usual=6,
    )
    yield BenchSet(
        name="macedo",
        title="Furniture orders of Macedo et al., any stages, free rotation",
        members=_public("macedo_A", stages=None, best=("bks_macedo_A.csv", "ub_anystage_rot", "lb_anystage_rot")),
        seconds=10,
        ours=(10,),
        usual=6,
    )
    yield BenchSet(
        name="ma2",
        title="Series production MA_2, two stages, free rotation",
        members=_public(
            "or_datasets_real", stages=2, best=("bks_or_datasets_real_computed.csv", "ub", "lb"), only="MA_2"
        ),
        seconds=60,
        ours=(60,),
        usual=1,
    )
    for name in ("or_datasets_real", "cintra_gcut_csp", "cintra_gcut_vsbpp", "lit_csp_3stage", "imahori2005_csp"):
        yield BenchSet(
            name=name,
            title=f"Public set {name}, three stages, no rotation",
            members=_public(name, rotation=False),
            seconds=30,
            ours=(30,),
        )
    yield BenchSet(
        name="packingsolver_users",
        title="Public set packingsolver_users, three stages, free rotation",
        members=_public("packingsolver_users"),
        seconds=10,
        ours=(10,),
    )


SETS: Final[dict[str, BenchSet]] = {each.name: each for each in _all()}
