"""What changed documents do: documents in which elements are swapped, doubled or gone, and spans and texts are others.

    python -m benchmarks.mutants [mutants of each document, 20 if nothing is said] [the first seed, 0] [a group]

Each document of the tests, in each of its formats, is changed at random places, the same in every run. A mutant holds
if it is read without an exception of ours, within `SECONDS`, and if the dataset of it keeps its promises, those of
`sql/checks`.
Printed are the mutants tried and held by group, and of each kind of fault how many and the first ones.
"""

import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import changes
from benchmarks.known_documents import known
from pipeline.extract import read
from pipeline.extract.formats import readers
from pipeline.extract.layout import forms
from pipeline.load import combine, warehouse
from pipeline.load.parts import Part
from pipeline.model.document import Document
from pipeline.model.reading import Outcome
from pipeline.rules.book import default
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import anew, promises
from pipeline.run.document import DocumentTables, outcome_tables
from tests.layouts import mutations_anywhere as anywhere
from tests.layouts.catalogue import FIXTURES
from tests.transform.made import without_rows

TESTS = Path(__file__).parent.parent / "tests" / "formats"
MARKUP = (".xlsx", ".html")
SECONDS = 20
BATCH = 150
"""Mutants whose promises are checked together."""
MOST_CHANGES = 4
ANYWHERE = (
    anywhere.paraphrased, anywhere.joined, anywhere.unknown_row, anywhere.unknown_pair, anywhere.total_row,
    anywhere.without_headers, anywhere.unknown_column, anywhere.cut, anywhere.cut_under_header,
)  # fmt: skip
QUOTED = 3
"""Mutants and rows of a check that are named of a kind of fault."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whose mutants are made: `made` gives one, a file or a document as it was read."""

    group: str
    name: str
    made: Callable[[Random], bytes | Document]


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with a mutant: `kind` names it, `said` are the particulars."""

    kind: str
    said: str


class TooSlow(BaseException):
    """A mutant is not read in time. No `except Exception` may take it for a fault of reading."""


def sources(rules: Rulebook) -> Iterator[Source]:
    """Every document of the tests: as a file where it is one, and with its tables as they were read."""
    for fixture in FIXTURES:
        yield _file("docx", fixture.id, fixture.build(), changes.in_markup)
    for path in sorted(TESTS.rglob("*.*")):
        if path.suffix in MARKUP:
            yield _file(path.suffix[1:], path.stem, path.read_bytes(), changes.in_markup)
        elif path.suffix == ".rtf":
            yield _file("rtf", path.stem, path.read_bytes(), changes.in_pieces)
        elif path.suffix in (".doc", ".xls", ".pdf"):
            document = readers.parse(path.read_bytes(), path.name, rules)
            yield _tables(f"tables of {path.suffix[1:]}", path.stem, document)
    for one in known(rules):
        yield _tables("tables", one.id, one.document)
        yield _anywhere(one.id, one.document, rules)


def _file(group: str, name: str, data: bytes, change: Callable[[bytes, Random], bytes]) -> Source:
    def made(chance: Random) -> bytes:
        changed = data
        for _ in range(chance.randint(1, MOST_CHANGES)):
            changed = change(changed, chance)
        return changed

    return Source(group, name, made)


def _tables(group: str, name: str, document: Document) -> Source:
    def made(chance: Random) -> Document:
        changed = document
        for _ in range(chance.randint(1, MOST_CHANGES)):
            change = chance.choice((changes.in_tables, changes.in_tables, changes.without_or_doubled))
            changed = change(changed, chance)
        return changed

    return Source(group, name, made)


def _anywhere(name: str, document: Document, rules: Rulebook) -> Source:
    """A document with changes that another publisher makes, such as a label, a row of a total or a column that nobody
    knows, each of them where chance has it.
    """

    def made(chance: Random) -> Document:
        changed = document
        for _ in range(chance.randint(1, MOST_CHANGES // 2)):
            change = chance.choice(ANYWHERE)
            places = [one for _, one in change(forms.read(changed, rules))]
            changed = chance.choice(places) if places else changed
        return changed

    return Source("tables changed anywhere", name, made)


def mutant(source: Source, seed: int) -> bytes | Document:
    """A mutant of a source, the same for a seed in every run."""
    made = source.made(Random(f"{source.group} {source.name} {seed}"))
    if isinstance(made, bytes):
        return made
    checksum = sha256(f"{source.group} {source.name} {seed}".encode()).hexdigest()
    return replace(made, document_id=checksum[:16], sha256=checksum)


def tables(made: bytes | Document, name: str, rules: Rulebook) -> DocumentTables:
    """The tables of a mutant."""
    if isinstance(made, bytes):
        outcome = read.read_bytes(made, name, rules)
    else:
        reading = forms.read(made, rules)
        status = read.status_of(reading, rules)
        outcome = Outcome(name, status, reading.findings, made.sha256, made.size, made.format, reading)
    return outcome_tables(outcome, rules)


def faults(mutants: Sequence[tuple[str, bytes | Document]], rules: Rulebook) -> Iterator[tuple[str, Fault]]:
    """What is wrong with mutants, each a name and what was made: a mutant may break several promises."""
    parts: dict[str, tuple[str, Part]] = {}
    for name, made in mutants:
        try:
            with _in_time():
                found = tables(made, name, rules)
        except TooSlow:
            yield name, Fault("too slow", f"over {SECONDS} s")
        except Exception as error:
            yield name, Fault("exception", f"{type(error).__name__}: {error}")
        else:
            failed = [row["evidence"] for row in found.tables["issues"].to_pylist() if row["code"] == "reading_failed"]
            if found.fault or failed:
                yield name, Fault("exception", found.fault or failed[0])
            else:
                parts[_id(found.tables)] = name, found.tables
    yield from broken(parts.values(), rules)


def broken(parts: Collection[tuple[str, Part]], rules: Rulebook) -> Iterator[tuple[str, Fault]]:
    """The promises that the dataset of these parts breaks, each with the part that its first bad row is of."""
    with without_rows(rules) as connection:
        anew.put_together(connection, (part for _, part in parts), rules)
        anew.review(connection, rules)
        combine.tell_once(connection)
        combine.number_findings(connection)
        owners = dict(connection.execute(promises.OWNERS).fetchall())
        found = warehouse.checked(connection)
    names = {_id(part): name for name, part in parts}
    for check in found:
        rows = defaultdict[str, list[str]](list)
        for row in check.rows:
            rows[next((owners[one] for one in row if one in owners), "")].append(_row(row))
        for owner, quoted in rows.items():
            yield names.get(owner, "?"), Fault(check.name, " ; ".join(quoted[:QUOTED]))


def _id(part: Part) -> str:
    return str(part["documents"].column("document_id")[0])


def _row(row: Sequence[Any]) -> str:
    return " | ".join(repr(one) for one in row if one is not None)


@contextmanager
def _in_time() -> Iterator[None]:
    """Raises TooSlow in a block that takes over `SECONDS` of processor time."""

    def end(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def main(count: int = 20, first: int = 0, wanted: str = "") -> None:
    """Tries the mutants of these seeds and prints what became of them."""
    rules = default()
    tried, failed = Counter[str](), dict[str, str]()
    kinds = defaultdict[str, list[str]](list)
    some = [source for source in sources(rules) if wanted in ("", source.group)]
    every = [(source, seed) for source in some for seed in range(first, first + count)]
    for start in range(0, len(every), BATCH):
        batch = {
            f"{source.group}: {source.name} {seed}": (source, seed) for source, seed in every[start : start + BATCH]
        }
        tried.update(source.group for source, _ in batch.values())
        for name, fault in faults([(name, mutant(*one)) for name, one in batch.items()], rules):
            failed[name] = name.partition(": ")[0]
            kinds[fault.kind].append(f"{name}: {fault.said}")
    lost = Counter(failed.values())
    for group, of in tried.items():
        print(f"{of - lost[group]:6,} of {of:6,} held  {group}")
    for kind, examples in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"\n{len(examples)} × {kind}", *examples[: QUOTED * 2], sep="\n    ")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *sys.argv[3:])
