"""The folder of a corpus: a folder for each table, a Parquet file in it for each shard, and what makes a run resume."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from recoupe import __version__
from recoupe.engine.tables import LAYOUTS, TYPES, arrow, parquet
from recoupe.errors import SetupError

ABOUT = "corpus.json"
MARKS = "shards"
TABLES = (*TYPES, *LAYOUTS)


class Folder:
    """A corpus on disk. A shard is whole when its mark is there, which is written after all its files."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @staticmethod
    def at(path: Path) -> Folder:
        """The corpus that is there; raises SetupError `no-corpus` when there is none."""
        if not (path / ABOUT).is_file():
            raise SetupError("no-corpus", f"{path} is no corpus.", "Make one with `recoupe corpus FOLDER -o CORPUS`.")
        return Folder(path)

    def make(self) -> None:
        """Make the folder; raises SetupError when something else is there, or it cannot be made."""
        if (
            self.path.exists()
            and not (self.path / ABOUT).is_file()
            and (not self.path.is_dir() or any(self.path.iterdir()))
        ):
            raise SetupError("not-a-corpus", f"{self.path} is there and is no corpus.", "Choose another -o.")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not (self.path / ABOUT).is_file():
                self.tell(0)
        except OSError as err:
            raise SetupError("not-written", f"{self.path} could not be made ({err}).", "Choose another -o.") from err

    @property
    def runs(self) -> int:
        """How many runs were finished: the first made the corpus, each other added to it."""
        return int(json.loads((self.path / ABOUT).read_text("utf-8"))["runs"])

    def tell(self, runs: int) -> None:
        """Say that so many runs are finished."""
        self._write(self.path / ABOUT, json.dumps({"recoupe": __version__, "runs": runs}).encode("ascii"))

    def has(self, shard: str, digest: str) -> bool:
        """Whether the shard is whole and was made from this."""
        mark = self.path / MARKS / shard
        return mark.is_file() and mark.read_text("ascii") == digest

    def put(self, shard: str, files: Mapping[str, bytes], digest: str) -> None:
        """Write the shard's file of each table, then its mark."""
        for name in files:
            self._write(self._file(name, shard), files[name])
        self._write(self.path / MARKS / shard, digest.encode("ascii"))

    def write(self, name: str, shard: str, rows: Sequence[dict[str, Any]]) -> None:
        """Write one table's file."""
        self._write(self._file(name, shard), parquet(name, rows))

    def keep(self, run: int, shards: Sequence[str]) -> None:
        """Remove the files of this run's other shards, which an earlier try with other inputs left."""
        kept = set(shards)
        for place in sorted(self.path.glob(f"*/{run:03d}-*")):
            if place.name.split(".")[0] not in kept:
                place.unlink()

    def rows(self, name: str, columns: Sequence[str] | None = None, run: int | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a table, of one run or of all, in order, a file at a time."""
        for batch in self.batches(name, columns, run):
            yield from batch.to_pylist()

    def batches(self, name: str, columns: Sequence[str] | None = None, run: int | None = None) -> Iterator[Any]:
        """The Arrow record batches of a table, as `rows`."""
        arrow()
        import pyarrow.parquet as pq  # noqa: PLC0415

        pattern = f"{run:03d}-*.parquet" if run is not None else "*.parquet"
        for file in sorted((self.path / name).glob(pattern)):
            yield from pq.ParquetFile(file).iter_batches(columns=columns)

    def find(self, name: str, column: str, wanted: Sequence[str]) -> list[dict[str, Any]]:
        """The rows of a table whose column is one of these, read without the others."""
        arrow()
        import pyarrow.parquet as pq  # noqa: PLC0415

        found: list[dict[str, Any]] = []
        for file in sorted((self.path / name).glob("*.parquet")):
            found += pq.read_table(file, filters=[(column, "in", list(wanted))]).to_pylist()
        return found

    def _file(self, name: str, shard: str) -> Path:
        return self.path / name / f"{shard}.parquet"

    def _write(self, place: Path, data: bytes) -> None:
        place.parent.mkdir(exist_ok=True)
        temporary = place.with_name(f".{place.name}.tmp")
        temporary.write_bytes(data)
        os.replace(temporary, place)


def digest(data: bytes) -> str:
    """What a shard was made from: its articles, and the version that analysed them."""
    return hashlib.sha256(__version__.encode("ascii") + b"\n" + data).hexdigest()
