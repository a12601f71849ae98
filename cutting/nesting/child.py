"""A child process that is asked one question and answers bit by bit, killed when a watch says so."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import IO, TypeVar

from cutting.stop import Watch

Told = TypeVar("Told")


def answers(
    command: Sequence[str],
    question: bytes,
    read: Callable[[IO[bytes]], Iterable[Told]],
    watch: Watch,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Told]:
    """What `read` makes of the child's output, until that ends or the watch is done; then the child is killed.

    A child that breaks down has answered all it had to. Its input stays open as long as it is listened to.
    """
    child = subprocess.Popen(  # noqa: S603 - our own files, run by our own interpreter
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    if child.stdin is None or child.stdout is None:
        raise OSError("a child process has no pipes")
    told: queue.Queue[Told | None] = queue.Queue()
    reader = threading.Thread(target=_read, args=(read(child.stdout), told), daemon=True)
    reader.start()
    try:
        child.stdin.write(question)
        child.stdin.flush()
        while not watch.done():
            try:
                answer = told.get(timeout=0.05)
            except queue.Empty:
                continue
            if answer is None:
                return
            yield answer
    except BrokenPipeError:
        return  # it broke down before it had read the question
    finally:
        child.kill()
        child.wait()
        reader.join()
        for pipe in (child.stdin, child.stdout):
            with suppress(BrokenPipeError):  # what was still to be written no longer matters
                pipe.close()


def _read(answers: Iterable[Told], told: queue.Queue[Told | None]) -> None:
    """Put all answers in the queue, and None when there are no more."""
    for answer in answers:
        told.put(answer)
    told.put(None)


def end_with_parent() -> None:
    """In a child: end as soon as nobody listens any more. The parent holds our input open while it lives."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
