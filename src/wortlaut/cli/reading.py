"""Reading sources into a store: what ``read`` and ``demo`` do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import resources

import msgspec

from wortlaut import __version__
from wortlaut.annotate import annotate
from wortlaut.cli.speaking import Progress, say
from wortlaut.errors import IntakeError
from wortlaut.intake import receive_placed
from wortlaut.record import Received, Report
from wortlaut.store import SqliteStore
from wortlaut.store.writing import digest


class Tally:
    """What became of each report of one run."""

    def __init__(self) -> None:
        self.new = self.changed = self.reread = self.unchanged = self.failed = self.ignored = 0

    def count(self, what: str) -> None:
        """One more of ``what``."""
        setattr(self, what, getattr(self, what) + 1)

    @property
    def read(self) -> int:
        """Reports that could be read."""
        return self.new + self.changed + self.reread + self.unchanged

    def __str__(self) -> str:
        again = f", {self.reread} read again by this version of the program" if self.reread else ""
        return (
            f"{self.read} reports: {self.new} new, {self.changed} changed, {self.unchanged} unchanged{again}"
            f"; {self.ignored} ignored, {self.failed} failed"
        )


def read(store: SqliteStore, sources: Iterable[str], tally: Tally, fast: bool = False) -> None:
    """Read each report of ``sources`` into ``store``, one transaction each, counting into ``tally``.

    ``fast`` as ``annotate`` has it; what was read so is read again by a run without it.
    """
    seen: dict[str, str] = {}
    with Progress("reports read") as progress:
        for item, place in receive_placed(sources):
            if isinstance(item, IntakeError):
                tally.count("failed")
                say(str(item))
            elif isinstance(item, Received):
                _try_one(store, Engine(fast), (item, place), seen, tally)
            else:
                tally.count("ignored")
                say(f"ignored: {item}")
            progress.step()


class Engine:
    """What reads a report, and the name under which the store knows its reading."""

    def __init__(self, fast: bool) -> None:
        self.fast = fast
        self.version = f"{__version__}, rules alone" if fast else __version__
        self.as_good = {self.version, __version__}

    def __call__(self, received: Received) -> Report:
        """The record of one report."""
        return annotate(received, self.fast)


def _try_one(
    store: SqliteStore,
    engine: Engine,
    item: tuple[Received, str | None],
    seen: dict[str, str],
    tally: Tally,
) -> None:
    received, place = item
    try:
        _read_one(store, engine, _own_id(store, received, place, seen), tally)
    except UnicodeEncodeError as error:  # half a surrogate pair can't be kept by any store
        tally.count("failed")
        say(f"{received.id!a}: the text holds what is no character ({error.reason}); save it as UTF-8")


def _read_one(store: SqliteStore, engine: Engine, item: tuple[Received, str], tally: Tally) -> None:
    received, place = item
    if any(store.is_read(received.id, received, version) for version in sorted(engine.as_good)):
        store.remember(received.id, place)
        tally.count("unchanged")
        return
    try:
        record = engine(received)
    except Exception as error:  # noqa: BLE001 - one report must not end the run of thousands
        tally.count("failed")
        say(f"{received.id}: it can't be read ({error!r}); please report this as an error of the program")
        return
    tally.count(store.put(record, received, engine.version, _now(), place))


def _own_id(
    store: SqliteStore, received: Received, place: str | None, seen: dict[str, str]
) -> tuple[Received, str]:
    """The report with the id to keep it under, and its place (docs/decisions/003-ids.md).

    Two different reports of one run with the same id and no address are no versions of one, even
    where their source gives them that id: the later one gets a part of its digest as well.
    """
    mark = digest(received)
    place = place or f"-:{mark}"  # standard input: the same report only if it is the same text
    key = store.known_as(received, place)
    if seen.setdefault(key, mark) != mark and received.url is None:
        key = f"{key}-{mark[:8]}"
        place = f"id:{key}" if place.startswith("id:") else place
    return msgspec.structs.replace(received, id=key), place


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def examples() -> Iterator[str]:
    """A folder with the bundled example reports, for as long as they are read."""
    with resources.as_file(resources.files("wortlaut") / "examples") as folder:
        yield str(folder)
