"""The tables of one document as one file: made by a worker, kept by the cache, gathered into the dataset.

    a line of JSON   what is known of the document, and the length of each table behind it
    tables           Arrow streams, in that order, compressed as one

The line holds a checksum of all that follows: a file that was cut or changed is told from a whole one.
"""

import json
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa

Part = Mapping[str, pa.Table]
"""The tables of `PARTS` by name; those without a row may be missing."""
UNFINISHED = ".unfinished"
CODEC = "zstd"
"""All tables are compressed as one: hundreds of short columns, each by itself, take ten times as long to read."""


class Damaged(ValueError):
    """A file is no whole part."""


def write(path: Path, part: Part, known: Mapping[str, Any]) -> None:
    """Writes a part and what is known of its document. The file appears whole or not at all, whoever else writes it."""
    streams = {name: _stream(table) for name, table in part.items() if table.num_rows}
    streamed = b"".join(streams.values())
    body = pa.compress(streamed, CODEC, asbytes=True)
    rows = sum(table.num_rows for table in part.values())
    lengths = {name: len(stream) for name, stream in streams.items()}
    head = json.dumps({"known": known, "lengths": lengths, "checksum": zlib.crc32(body), "rows": rows})
    unfinished = path.with_name(f"{path.name}.{os.getpid()}{UNFINISHED}")
    try:
        unfinished.write_bytes(head.encode() + b"\n" + body)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def read(path: Path) -> Part:
    """The tables of a part. Raises Damaged for a file that is no whole part, OSError for one that cannot be read."""
    head, body = _parted(path.read_bytes())
    if zlib.crc32(body) != head["checksum"]:
        raise Damaged(f"{path}: the file was cut or changed")
    streamed = pa.decompress(body, sum(head["lengths"].values()), CODEC)
    tables, begin = {}, 0
    for name, length in head["lengths"].items():
        tables[name] = pa.ipc.open_stream(streamed.slice(begin, length)).read_all()
        begin += length
    return tables


def known(path: Path) -> dict[str, Any]:
    """What a part says of its document, without its tables. Raises Damaged and OSError as `read` does."""
    with path.open("rb") as file:
        return _parted(file.readline())[0]["known"]


def n_rows(path: Path) -> int:
    """How many rows a part holds, 0 for a file that is none."""
    with suppress(OSError, ValueError, KeyError), path.open("rb") as file:
        return int(_parted(file.readline())[0]["rows"])
    return 0


def _parted(content: bytes) -> tuple[dict[str, Any], bytes]:
    head, _, body = content.partition(b"\n")
    with suppress(ValueError):
        found = json.loads(head)
        if isinstance(found, dict) and found.keys() >= {"known", "lengths", "checksum", "rows"}:
            return found, body
    raise Damaged("the file does not begin as a part does")


def _stream(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema.remove_metadata()) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()
