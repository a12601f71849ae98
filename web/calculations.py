"""Designs are calculated beside the web process, so that no request and no room can hog it.

Each runs in a child process that can be stopped; a few threads watch over them. The same design is calculated
once however many ask for it, and the last answers are kept.
"""

from __future__ import annotations

import multiprocessing
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from furnishing.errors import FurnishError
from web.config import Config

Answer = TypeVar("Answer")
PRELOADED: Final = ["web.answer", "web.layouts"]


class BusyError(FurnishError):
    """Too many designs wait to be calculated already."""


class PendingError(FurnishError):
    """The design is still being calculated; ask again soon."""


class FailedError(FurnishError, RuntimeError):
    """A calculation ended without an answer: it took too long, or its process died."""


class Calculations(Generic[Answer]):
    """Answers to `work(*arguments)` by key. Safe to call from many threads at once."""

    def __init__(self, work: Callable[..., Answer], config: Config) -> None:
        self._work, self._config = work, config
        self._kept: OrderedDict[str, Future[Answer]] = OrderedDict()
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(max(1, config.workers), "calculation")

    def answer(self, key: str, *arguments: Any) -> Answer:
        """The answer for `key`, calculated from `arguments` where it is not known yet.

        Raises `PendingError` where it is not there in time, `BusyError` where too many wait, `FailedError` where
        there is none.
        """
        future = self._asked(key, arguments)
        try:
            return future.result(self._config.patience)
        except NotYet:
            if future.done():
                raise
            raise PendingError from None

    def known(self, key: str) -> Answer | None:
        """The answer for `key` if it is there already."""
        with self._lock:
            future = self._kept.get(key)
        return future.result() if future and future.done() and future.exception() is None else None

    def close(self) -> None:
        """Take no more work; what runs is finished."""
        self._threads.shutdown(cancel_futures=True)

    def _asked(self, key: str, arguments: tuple[Any, ...]) -> Future[Answer]:
        with self._lock:
            future = self._kept.get(key)
            if future is None or (future.done() and future.exception() is not None):
                if sum(not each.done() for each in self._kept.values()) >= self._config.waiting:
                    raise BusyError
                future = self._threads.submit(self._calculate, arguments)
            self._kept[key] = future
            self._kept.move_to_end(key)
            for old in [each for each, kept in self._kept.items() if kept.done()][: -self._config.kept]:
                del self._kept[old]
            return future

    def _calculate(self, arguments: tuple[Any, ...]) -> Answer:
        if self._config.workers == 0:
            return self._work(*arguments)
        context = _context()
        receiving, sending = context.Pipe(duplex=False)
        child = context.Process(target=_run, args=(sending, self._work, arguments), daemon=True)
        child.start()
        sending.close()
        try:
            if not receiving.poll(self._config.longest):
                raise FailedError(f"the calculation took longer than {self._config.longest:g} s and was stopped")
            found: Answer = receiving.recv()
        except EOFError:
            raise FailedError("the calculation ended without an answer") from None
        else:
            return found
        finally:
            child.kill()
            child.join()
            receiving.close()


def _context() -> Any:
    """Children are forked from a helper that has loaded the program once; where there is no such helper, spawned."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        return context
    return multiprocessing.get_context("spawn")


def _run(sending: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    sending.send(work(*arguments))
    sending.close()
