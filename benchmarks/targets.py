"""What the optimiser must reach, next to what it reached; a target that was not measured says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.records import OURS, Record
from benchmarks.saw_time import SawRecord, mean

MET, MISSED, OPEN = "met", "**missed**", "not measured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One row: the work, what is asked at least and aimed at, what was reached, and whether that is enough."""

    work: str
    least: str
    aim: str
    reached: str
    verdict: str


Rows = dict[str, list[Record]]
"""All records of a set, by set."""


def verdicts(rows: Rows, saw_times: Sequence[SawRecord] = ()) -> Iterator[Verdict]:
    """Every target, in the order of the table of the issue that sets them."""
    yield _pool800(rows.get("pool800", []))
    yield _pool8000_bound(rows.get("pool8000", []))
    yield _pool8000_peers(rows.get("pool8000", []))
    yield _pool80000(rows.get("pool80000", []))
    yield _huawei(rows.get("huawei", []))
    yield _total(rows.get("bwmv-free", []), "Classic bin packing, 250, free rotation", 250, 3392, 3387)
    yield _total(rows.get("bwmv-fixed", []), "Classic bin packing, 250, no rotation", 250, 3526, 3519)
    yield _total(rows.get("macedo", []), "Macedo et al., 22 orders, any stages", 22, 438, 434, proven=(14, 18))
    yield _total(rows.get("ma2", []), "Series production MA_2, two stages", 1, 345, 345, seconds=60, proven=(1, 1))
    yield from _single(rows.get("orders1", []))
    yield _saw_time(saw_times)


def _ours(records: Sequence[Record], seconds: float) -> dict[str, Record]:
    return {each.instance: each for each in records if each.player == OURS and each.seconds == seconds}


def _best_peer(records: Sequence[Record], ours: Record, seconds: float) -> Record | None:
    """The valid plan with the fewest boards that any peer made for the same job within so many seconds.

    An instance made by our own cabinets is another job once these have changed: then it is not compared.
    """
    found = [
        each
        for each in records
        if each.player != OURS and each.valid and each.seconds <= seconds
        if (each.instance, each.job) == (ours.instance, ours.job)
    ]
    return min(found, key=lambda each: each.boards or 0, default=None)


def _bound(record: Record) -> int:
    return max(record.bound, record.proved or 0)


def _verdict(measured: Sequence[object], good: bool) -> str:
    return OPEN if not measured else MET if good else MISSED


def _boards(record: Record) -> int:
    """Boards of a valid plan, and more than any plan has where there is none."""
    return record.boards if record.valid and record.boards is not None else 10**9


def _pool800(records: Sequence[Record]) -> Verdict:
    pairs = [(ours, peer) for ours in _ours(records, 5).values() if (peer := _best_peer(records, ours, 60)) is not None]
    return Verdict(
        work="Order pools of about 800 pieces",
        least="boards <= best peer at 60 s, in <= 5 s",
        aim="the bound",
        reached="; ".join(_against(ours, peer) + f", bound {_bound(ours)}" for ours, peer in pairs),
        verdict=_verdict(pairs, all(_boards(ours) <= _boards(peer) for ours, peer in pairs)),
    )


def _against(ours: Record, peer: Record) -> str:
    return f"{ours.boards} against {peer.boards} ({peer.player})"


def _over(record: Record) -> float:
    """Percent above the area bound."""
    return 100 * (_boards(record) - record.bound) / record.bound


def _pool8000_bound(records: Sequence[Record]) -> Verdict:
    found = list(_ours(records, 60).values())
    return Verdict(
        work="Pools of about 8,000 pieces, 60 s",
        least="<= 0.5 % over the area bound",
        aim="bound + 1",
        reached="; ".join(f"{each.boards}, bound {each.bound} ({_over(each):.2f} %)" for each in found),
        verdict=_verdict(found, all(_over(each) <= 0.5 for each in found)),
    )


def _pool8000_peers(records: Sequence[Record]) -> Verdict:
    pairs = [
        (ours, peer) for ours in _ours(records, 200).values() if (peer := _best_peer(records, ours, 200)) is not None
    ]
    return Verdict(
        work="Pools of about 8,000 pieces, 200 s",
        least=">= 1 % fewer boards than the best peer",
        aim="bound + 1",
        reached="; ".join(_against(ours, peer) for ours, peer in pairs),
        verdict=_verdict(pairs, all(_boards(ours) <= 0.99 * _boards(peer) for ours, peer in pairs)),
    )


def _pool80000(records: Sequence[Record]) -> Verdict:
    found = list(_ours(records, 600).values())
    return Verdict(
        work="About 80,000 pieces, 600 s",
        least="<= 0.5 % over the area bound, under 2 GiB",
        aim="in 300 s",
        reached="; ".join(
            f"{each.boards}, bound {each.bound} ({_over(each):.2f} %), {each.peak_mib} MiB, {each.found or 0:.0f} s"
            for each in found
        ),
        verdict=_verdict(found, all(_over(each) <= 0.5 and each.peak_mib < 2048 for each in found)),
    )


def _huawei(records: Sequence[Record]) -> Verdict:
    wanted = {"A1": 85, "A2": 84, "A3": 85}
    found = [each for name, each in sorted(_ours(records, 30).items()) if name in wanted]
    return Verdict(
        work="Huawei contest A1-A3, 30 s",
        least="85, 84, 85",
        aim="84, 83, 84",
        reached=", ".join(f"{each.instance} {each.boards}" for each in found),
        verdict=_verdict(found, all(_boards(each) <= wanted[each.instance] for each in found)),
    )


def _total(
    records: Sequence[Record],
    work: str,
    count: int,
    least: int,
    aim: int,
    *,
    seconds: float = 10,
    proven: tuple[int, int] | None = None,
) -> Verdict:
    found = list(_ours(records, seconds).values())
    total = sum(_boards(each) for each in found)
    proved = sum(_boards(each) <= _bound(each) for each in found)
    complete = len(found) == count
    asks = f", proven on {proven[0]}" if proven else ""
    aims = f", proven on {proven[1]}" if proven else ""
    partly = "" if complete or not found else f" on {len(found)} of {count} instances"
    shown = total if total < 10**9 else "not all placed"
    good = total <= least and (proven is None or proved >= proven[0])
    return Verdict(
        work=f"{work}, {seconds:g} s",
        least=f"<= {least}{asks}",
        aim=f"{aim}{aims}",
        reached=f"{shown}{partly}" + (f", proven on {proved}" if proven and found else "") if found else "",
        verdict=_verdict([each for each in found if complete], good),
    )


def _single(records: Sequence[Record]) -> Iterator[Verdict]:
    """The four asks on single orders."""
    ours = _ours(records, 10)
    solver = {
        name: peer
        for name, own in ours.items()
        if (peer := _best_peer([r for r in records if r.player.startswith("packingsolver")], own, 10)) is not None
    }
    work = f"Single orders ({len(ours)} of 200)"
    slow = sum((each.first or 10) >= 0.3 for each in ours.values())
    yield _asked(work, "first plan < 0.3 s", ours, f"{slow} slower", slow == 0)
    more = sum(_boards(ours[name]) > _boards(peer) for name, peer in solver.items())
    fewer = sum(_boards(ours[name]) < _boards(peer) for name, peer in solver.items())
    yield _asked(work, "boards <= PackingSolver on every one", solver, f"more on {more}, fewer on {fewer}", more == 0)
    own = [ours[name].leftover or 0 for name in solver]
    other = [peer.leftover or 0 for peer in solver.values()]
    text = f"{_mean(own):.2f} m2 against {_mean(other):.2f} m2"
    yield _asked(work, "largest offcut >= PackingSolver's on average", solver, text, sum(own) >= sum(other))
    proved = sum(_boards(each) <= _bound(each) for each in ours.values())
    share = 100 * proved / len(ours) if ours else 0
    row = _asked(work, "(aim only)", ours, f"proven optimal on {share:.0f} %", True)
    yield Verdict(
        work=work,
        least=row.least,
        aim="proven on 90 %",
        reached=row.reached,
        verdict=OPEN if not ours else "aim met" if share >= 90 else "aim missed",
    )


def _saw_time(records: Sequence[SawRecord]) -> Verdict:
    """At least so much less on every job."""
    worst = min((each.saved for each in records), default=0.0)
    text = f"{mean(records):.1f} % less on {len(records)} pools together, {worst:.1f} % on the worst"
    return Verdict(
        work="Saw time at equal boards",
        least="20 % less than without books",
        aim="Pareto set",
        reached=text if records else "",
        verdict=_verdict(records, worst >= 20 and not any(each.fault for each in records)),
    )


def _asked(work: str, least: str, measured: dict[str, Record], reached: str, good: bool) -> Verdict:
    shown = reached if measured else ""
    return Verdict(work=work, least=least, aim="", reached=shown, verdict=_verdict(list(measured), good))


def _mean(values: Sequence[int]) -> float:
    """Square metres."""
    return sum(values) / len(values) / 1e6 if values else 0.0
