"""Documents that lie there more than once: with the same bytes, or saying the same in another format."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.extract import read
from pipeline.run import content
from pipeline.run.content import Content
from pipeline.run.workers import Made, Maker

FORMATS = ("docx", "doc", "rtf", "word_xml", "odt", "xlsx", "xls", "excel_xml", "ods", "csv", "html", "mhtml", "pdf")
"""Formats from the one that tells most surely what is printed to the one that tells least: of two copies the earlier
is read.
"""


class Apart(NamedTuple):
    """Documents, each counted once, in the order in which they came, and notes on those that are like others."""

    made: list[Made]
    notes: list[Made]


def set_apart(made: Iterable[Made], maker: Maker, keep: bool) -> Apart:
    """Each document once: instead of one with the bytes of an earlier one, and of one that says what another says in a
    better format, only a note. `keep` leaves the latter in, with the note. Documents that name the same projects and do
    not say the same are both left in, with a note: one may correct the other.
    """
    distinct = [(one, content.of(one.part)) for one in _by_bytes(made, maker)]
    best = _first(sorted(distinct, key=_rank), whole=True)
    kept, notes = [], []
    for one, said in distinct:
        original = best.get(said.whole, one)
        if original is one:
            kept.append(one)
            continue
        outcome = read.same_content(one.file, original.file.name)
        kept.append(one if keep else maker.instead(one, outcome))
        notes += [maker.beside(one, outcome)] if keep else []
    alike = [(one, said) for one, said in distinct if best.get(said.whole, one) is one]
    return Apart(kept, [*notes, *_others(alike, maker)])


def _others(alike: Sequence[tuple[Made, Content]], maker: Maker) -> Iterator[Made]:
    """Notes on documents that name the projects of an earlier one and say other things of them."""
    earlier = _first(alike, whole=False)
    for one, said in alike:
        if (original := earlier.get(said.projects, one)) is not one:
            yield maker.beside(one, read.same_projects(one.file, original.file.name))


def _first(documents: Iterable[tuple[Made, Content]], whole: bool) -> dict[str, Made]:
    """The first document of each checksum."""
    found: dict[str, Made] = {}
    for one, said in documents:
        if checksum := said.whole if whole else said.projects:
            found.setdefault(checksum, one)
    return found


def _rank(document: tuple[Made, Content]) -> int:
    format = document[1].format
    return FORMATS.index(format) if format in FORMATS else len(FORMATS)


def _by_bytes(made: Iterable[Made], maker: Maker) -> Iterator[Made]:
    """The parts, but for a file with the bytes of an earlier one only a note."""
    seen: dict[str, str] = {}
    for one in made:
        original = seen.setdefault(one.sha256, one.file.name) if one.sha256 else one.file.name
        yield one if original == one.file.name else maker.instead(one, read.duplicate(one.file, original))
