"""The benchmark harness: same jobs from the same seed, everybody judged alike, an honest page."""

import gzip
import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from benchmarks import players as players_module
from benchmarks.child import Ran, run
from benchmarks.instances import Instance, bench_folder, order_pool
from benchmarks.orders import FIELDS, freeze, order_batch
from benchmarks.players import _peer
from benchmarks.records import OURS, Record, code, digest, load, save
from benchmarks.sets import SETS, spread
from benchmarks.table import page
from benchmarks.targets import verdicts
from cutting.pieces import CutJob
from cutting.unplaceable import sort_out
from tests.cutting.builders import a_board, a_job, a_piece


def a_record(player: str = OURS, boards: int | None = 36, **changes: object) -> Record:
    """A run of a player on a pool of about 800 pieces."""
    plain = Record(
        set="pool800",
        instance="pool",
        job="j1",
        player=player,
        code=code() if player == OURS else "1.0",
        seconds=5 if player == OURS else 60,
        cores=2,
        seed=0,
        pieces=777,
        sizes=199,
        bound=36,
        known_bound=None,
        best_known=None,
        boards=boards,
        cost=None,
        first=0.1,
        found=0.5,
        spent=5.0,
        peak_mib=100,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def verdict(*records: Record) -> str:
    """What is said of the target on pools of about 800 pieces."""
    return next(verdicts({"pool800": list(records)})).verdict


@pytest.mark.parametrize("grain", [False, True])
@pytest.mark.parametrize("board", [0, 1])
def test_all_parts_of_an_order_fit_its_board(grain: bool, board: int) -> None:
    batch = order_batch(200, grain=grain, board=board)
    assert {piece.id[:5] for piece in batch.job.pieces} == {f"O{number:04}" for number in range(200)}
    assert sort_out(batch.job)[1] == ()


def test_orders_stay_the_jobs_that_were_measured() -> None:
    assert digest(order_batch(3, first=7, grain=True).job) == "63dfb8f437"


def test_orders_beyond_the_last_are_refused_with_their_numbers() -> None:
    with pytest.raises(ValueError, match="orders 999 to 1000 are asked for; there are 1000"):
        order_batch(2, first=999)


def test_frozen_orders_are_written_the_same_each_time(tmp_path: Path) -> None:
    first, again = tmp_path / "a.csv.gz", tmp_path / "b.csv.gz"
    freeze(first, 2)
    freeze(again, 2)
    assert first.read_bytes() == again.read_bytes()
    lines = gzip.decompress(first.read_bytes()).decode().splitlines()
    assert lines[0] == ",".join(FIELDS)
    assert {line.split(",")[0] for line in lines[1:]} == {"0", "1"}


def test_a_varied_pool_of_eight_thousand_pieces_has_some_thirteen_hundred_sizes() -> None:
    pieces = order_pool(91, varied=True).job.pieces
    assert 7_500 < sum(piece.quantity for piece in pieces) < 8_500
    assert 1_200 < len(pieces) < 1_400


def test_a_few_instances_are_spread_over_the_whole_set() -> None:
    members = [partial(Instance, name=str(at), job=a_job()) for at in range(10)]
    assert [make().name for make in spread(members, 3)] == ["0", "3", "6"]
    assert len(spread(members, None)) == 10


def test_missing_public_sets_are_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FURNISH_BENCH", "nowhere")
    with pytest.raises(FileNotFoundError, match="FURNISH_BENCH"):
        bench_folder()


def test_a_program_that_does_not_end_is_stopped_and_what_it_said_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.child.GRACE", 1.0)
    code = (
        "import sys, time; print(sys.stdin.readline(), flush=True); print('half', end='', flush=True); time.sleep(60)"
    )
    ran = run([sys.executable, "-c", code], "hello", seconds=0.2, cores=1)
    assert ran.lines[0] == "hello\n"
    assert "half" not in ran.lines
    assert ran.note == "stopped"


def test_a_program_that_breaks_down_says_why() -> None:
    ran = run([sys.executable, "-c", "input(); raise SystemExit('no more memory')"], "{}", seconds=5, cores=1)
    assert ran.note == "ended with 1: no more memory"


def answered(monkeypatch: pytest.MonkeyPatch, job: CutJob, *answers: object, note: str = "") -> players_module.Outcome:
    """What the harness makes of a peer's answers."""
    lines = tuple(json.dumps(answer) + "\n" for answer in answers)
    monkeypatch.setattr(players_module, "run", lambda *_, **__: Ran(lines=lines, peak_mib=9, note=note))
    return _peer(["peer"], {}, None)(job, 10, 2, 0)


def pinwheel() -> CutJob:
    """Two stages at most, on boards that hold two pieces side by side."""
    return a_job([a_piece("p", 480, 380, quantity=4)], [a_board(1000, 800)], max_stages=1)


def test_a_peers_plan_is_judged_and_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    job = a_job([a_piece("p", 400, 300, quantity=2)], [a_board(1000, 800)])
    step = 4
    right = {"seconds": 1.0, "sheets": [[0, 1, [[0, 0, 0, False], [0, 404 // step, 0, False]]]], "bound": 0}
    outcome = answered(monkeypatch, job, right)
    assert (outcome.fault, outcome.found, outcome.peak_mib) == ("", 1.0, 9)
    assert outcome.plan is not None
    assert outcome.plan.boards == 1


def test_a_plan_of_too_many_stages_is_shown_but_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    four = [[0, 0, 0, False], [0, 121, 0, False], [0, 0, 96, False], [0, 121, 96, False]]
    outcome = answered(monkeypatch, pinwheel(), {"seconds": 1.0, "sheets": [[0, 1, four]], "bound": 0})
    assert outcome.plan is not None
    assert outcome.fault == "stages"


def test_pieces_left_out_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = answered(monkeypatch, pinwheel(), {"seconds": 1.0, "sheets": [[0, 3, [[0, 0, 0, False]]]], "bound": 0})
    assert outcome.fault == "1 pieces left out"


@pytest.mark.parametrize("answers", [[], [{"seconds": 1, "sheets": []}], [{"seconds": 99, "sheets": [[0, 4, []]]}]])
def test_no_answer_an_empty_one_and_a_late_one_are_no_answer_in_time(
    monkeypatch: pytest.MonkeyPatch, answers: list[object]
) -> None:
    assert answered(monkeypatch, pinwheel(), *answers).fault == "no answer in time"


def test_records_come_back_and_the_later_of_a_key_counts(tmp_path: Path) -> None:
    save(a_record(boards=37), tmp_path)
    save(a_record("rectpack", 38), tmp_path)
    save(a_record(boards=36), tmp_path)
    assert load(SETS, tmp_path) == [a_record(boards=36), a_record("rectpack", 38)]


def test_a_target_is_met_missed_or_not_measured() -> None:
    assert verdict() == "not measured"
    assert verdict(a_record()) == "not measured"
    assert verdict(a_record(), a_record("rectpack", 36)) == "met"
    assert verdict(a_record(boards=37), a_record("rectpack", 36)) == "**missed**"
    assert verdict(a_record(boards=None, fault="no plan"), a_record("rectpack", 36)) == "**missed**"


def test_a_peers_plan_that_does_not_hold_is_nothing_to_be_measured_against() -> None:
    broken = a_record("rectpack", 30, fault="stages")
    assert verdict(a_record(), broken) == "not measured"
    assert verdict(a_record(), broken, a_record("packingsolver", 36)) == "met"


def test_the_page_shows_every_run_with_what_is_wrong_with_it() -> None:
    text = page(
        [a_record(), a_record("rectpack", 37, fault="stages"), a_record("packingsolver", None, fault="no answer")]
    )
    assert (
        "| pool | 777 | 199 | 36 | - | 36 (0.5 s) 100 MiB | - no answer, 100 MiB | 37 stages (0.5 s) 100 MiB |" in text
    )
    assert "| **total** |  |  |  |  | **36** | - | - |" in text


def test_runs_on_a_job_that_has_changed_since_are_not_shown() -> None:
    text = page([a_record("rectpack", 98765, job="j0"), a_record()])
    assert "98765" not in text.split("## Order pools")[1]


def test_an_older_state_of_ours_is_marked() -> None:
    assert "†" in page([a_record(code="older")]).split("## Order pools")[1]
