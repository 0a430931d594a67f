"""The process that opens PDFs, seen from ours: started when first needed, ended when one document is too much for it.

Speaks to `pdf_worker.py` in frames over a pipe, one document at a time. Knows no PDF.
"""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGXCPU
from struct import Struct
from typing import IO

WORKER = Path(__file__).with_name("pdf_worker.py")
QUESTION, ANSWER = Struct("!QQQd"), Struct("!?Q")
"""Bytes of the languages and of the body, most pages, seconds; whether it was read, bytes of the text or reason. The
worker has the same."""

DOCUMENTS = 100
"""How many a worker reads before a new one takes its place: what the library leaks, it leaks for so long."""
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
"""With a thread for each core Tesseract takes ten times as long (libraries.md §2, trap 9)."""
START_SECONDS = 30
MAX_ANSWER = 64 << 20
"""Bytes."""


class WorkerError(Exception):
    """The document was not read: `reason` is the worker's own, or what it died of."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Worker:
    """One running process. After any failure it is not to be asked again: `end` it.

    `ocr_data` is the folder with the languages to read scans in, None where scans are not read.
    """

    def __init__(self, ocr_data: Path | None = None) -> None:
        # -I and the empty environment: the worker sees neither our folder (whose html.py would hide Python's) nor
        # secrets. A group of its own: Ctrl-C is for us, and the document in hand is not to blame.
        command = [sys.executable, "-I", str(WORKER), str(ocr_data or "")]
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
            env=ONE_THREAD, process_group=0,
        )  # fmt: skip
        self.documents = 0
        try:
            with self._ended_after(START_SECONDS):
                self._answer()
        except WorkerError as error:
            self.end()
            raise ChildProcessError("the process that reads PDFs does not start") from error

    def read(self, body: bytes, max_pages: int, seconds: float, languages: str = "") -> str:
        """The text of a document, pages parted by form feeds. With `languages` (as "ell+eng") read from pictures of the
        pages, and before them, as a page of its own, how sure that is in percent. Raises WorkerError."""
        self.documents += 1
        with self._ended_after(seconds):
            spoken = languages.encode()
            self._ask(QUESTION.pack(len(spoken), len(body), max_pages, seconds) + spoken + body)
            return self._answer()

    def is_running(self) -> bool:
        """Whether nobody ended it."""
        return self.process.poll() is None

    def end(self) -> None:
        """End it and wait until it is gone."""
        self.process.kill()
        for pipe in self._pipes():
            pipe.close()
        self.process.wait()

    def disown(self) -> None:
        """In a forked child: the process is the parent's, only the copies of its pipes are ours."""
        for pipe in self._pipes():
            pipe.close()
        self.process.returncode = 0

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process.stdin is None or self.process.stdout is None:
            raise ChildProcessError("the process that reads PDFs has no pipes")
        return self.process.stdin, self.process.stdout

    def _ask(self, question: bytes) -> None:
        pipe, left = self._pipes()[0], memoryview(question)
        try:
            while left:
                left = left[pipe.write(left) :]
        except BrokenPipeError as error:
            raise WorkerError(self._cause()) from error

    def _answer(self) -> str:
        was_read, length = ANSWER.unpack(self._take(ANSWER.size))
        if length > MAX_ANSWER:
            raise WorkerError(f"the answer is longer than {MAX_ANSWER} bytes")
        text = self._take(length).decode("utf-8", "replace")
        if not was_read:
            raise WorkerError(text)
        return text

    def _take(self, length: int) -> bytes:
        taken = bytearray()
        while len(taken) < length:
            piece = self._pipes()[1].read(length - len(taken))
            if not piece:
                raise WorkerError(self._cause())
            taken += piece
        return bytes(taken)

    def _cause(self) -> str:
        """What a worker died of that closed its pipe without an answer."""
        return "too much to compute" if self.process.wait() == -SIGXCPU else "no memory left, or PDFium crashed"

    @contextmanager
    def _ended_after(self, seconds: float) -> Iterator[None]:
        """Kills the process when time is up before the block is left; that is then why it failed."""
        overrun = threading.Event()

        def kill() -> None:
            overrun.set()
            self.process.kill()

        timer = threading.Timer(seconds, kill)
        timer.start()
        try:
            yield
        except WorkerError:
            if not overrun.is_set():
                raise
        finally:
            timer.cancel()
            timer.join()
        if overrun.is_set():
            raise WorkerError(f"it takes longer than {seconds:g} s")


class Desk:
    """Where threads wait for the one worker. A worker that failed on a document gets no other one."""

    def __init__(self, documents: int = DOCUMENTS) -> None:
        self.worker: Worker | None = None
        self.ocr_data: Path | None = None
        self._documents = documents
        self._turn = threading.Lock()

    def read_scans(self, ocr_data: Path | None) -> None:
        """From now on scans are read with the languages of this folder; None: not any more."""
        with self._turn:
            self.ocr_data = ocr_data
            self._dismiss()

    def read(self, body: bytes, max_pages: int, seconds: float, languages: str = "") -> str:
        """As `Worker.read`; raises ChildProcessError where no process can be started."""
        with self._turn:
            self.worker = self._fit_worker()
            try:
                return self.worker.read(body, max_pages, seconds, languages)
            except BaseException:
                self._dismiss()
                raise

    def close(self) -> None:
        """End the worker; the next document starts another."""
        with self._turn:
            self._dismiss()

    def forget(self) -> None:
        """In a forked child: the worker, and whoever had the turn, stayed behind in the parent."""
        if self.worker:
            self.worker.disown()
        self.worker, self._turn = None, threading.Lock()

    def _fit_worker(self) -> Worker:
        if self.worker and self.worker.is_running() and self.worker.documents < self._documents:
            return self.worker
        self._dismiss()
        return Worker(self.ocr_data)

    def _dismiss(self) -> None:
        if self.worker:
            self.worker.end()
        self.worker = None


DESK = Desk()
atexit.register(DESK.close)
os.register_at_fork(after_in_child=DESK.forget)
