"""What a person changed in a dataset since a run wrote it: a run must not replace that as if it were its own."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.load import datapackage, warehouse


def changed(folder: Path) -> Iterator[str]:
    """What is no longer as the run wrote it: names of files, and of what was added to the database.

    The list of files is written last. So a file that is not younger than it was not touched; one that is, as in a copy
    of the folder, is held against its checksum, the database against the Parquet files. An empty file holds nothing.
    """
    listed = folder / datapackage.NAME
    if not listed.is_file():
        return
    if datapackage.is_edited(folder):
        yield datapackage.NAME
    finished = listed.stat().st_mtime_ns
    for name, checksum in datapackage.checksums(folder).items():
        file = folder / name
        if _is_touched(file, finished) and datapackage.checksum(file) != checksum:
            yield name
    database = folder / warehouse.NAME
    if any(_is_touched(file, finished) for file in (database, folder / f"{warehouse.NAME}.wal")):
        yield from (f"{warehouse.NAME}: {name}" for name in warehouse.added(database))


def _is_touched(file: Path, finished: int) -> bool:
    if not file.is_file():
        return False
    found = file.stat()
    return bool(found.st_size) and found.st_mtime_ns > finished
