"""Calculations run once, in their turn, within their time, and apart from the pages."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from web.calculations import BusyError, Calculations, FailedError, PendingError
from web.config import Config


def double(value: int) -> int:
    return 2 * value


def process(_: int) -> int:
    return os.getpid()


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def die(_: int) -> int:
    os._exit(3)


def config(
    tmp_path: Path, *, workers: int = 1, longest: float = 60.0, waiting: int = 8, patience: float = 60.0
) -> Config:
    return Config(instance=tmp_path, workers=workers, longest=longest, waiting=waiting, patience=patience, kept=2)


def test_work_is_done_in_another_process(tmp_path: Path) -> None:
    assert Calculations(process, config(tmp_path)).answer("a", 1) != os.getpid()


def test_a_dead_process_is_a_failure_and_the_next_one_works(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="without an answer"):
        Calculations(die, config(tmp_path)).answer("a", 1)
    assert Calculations(double, config(tmp_path)).answer("a", 2) == 4


def test_work_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="took longer"):
        Calculations(sleep, config(tmp_path, longest=0.1)).answer("a", 300.0)


def test_who_has_no_patience_comes_again_and_too_many_are_sent_away(tmp_path: Path) -> None:
    gate = threading.Event()

    def wait(value: int) -> int:
        gate.wait(60)
        return value

    calculations = Calculations(wait, config(tmp_path, workers=0, waiting=2, patience=0.0))
    for key in ("a", "a", "b"):
        with pytest.raises(PendingError):
            calculations.answer(key, 1)
    with pytest.raises(BusyError):
        calculations.answer("c", 1)
    gate.set()
    calculations.close()


def test_an_answer_is_calculated_once_and_the_oldest_is_forgotten(tmp_path: Path) -> None:
    asked: list[int] = []
    calculations = Calculations(lambda value: asked.append(value) or value, config(tmp_path, workers=0))
    for key in (1, 1, 2, 3, 4, 1):
        calculations.answer(str(key), key)
    calculations.close()
    assert asked == [1, 2, 3, 4, 1]
    assert calculations.known("2") is None
