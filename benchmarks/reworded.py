"""What is left of a reading when labels and headers are put in words that no rule knows.

    python -m benchmarks.reworded [--quick] [--each]

In every document of the tests each header and each label in turn, all headers at once and all labels at once become
words of characters that stand in no rule; what is read then is compared with what is read of the document as it is.
Remarks in brackets, numbers and marks stay. `--quick` takes one case of ten, `--each` prints a line for every case.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from benchmarks import unseen_facts
from benchmarks.known_documents import Known, known
from benchmarks.reworded_cells import Words, reworded, texts
from benchmarks.unseen_facts import Facts, ProjectFacts, Said
from benchmarks.unseen_marks import BLAMES, MISSED, RIGHT, WRONG, Mark, compared, in_silence, new, paired
from pipeline.extract.layout import forms
from pipeline.model.document import Document
from pipeline.rules import book
from pipeline.rules.kinds.rulebook import Rulebook

WAYS = ("one header", "all headers", "one label", "all labels")
SHOWN = ("tables", "indicators", "level1", "level2", "target", "actual", "budget", "name", "unit", "goals")
"""The shares that are printed. `indicators` are rows found under the same name."""
EVERY = 10
"""A quick run reads one case of so many."""
RARER = 8
"""How many cases there are of one word for one of all words."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document with some of its words replaced. `words` are those that were."""

    known: Known
    way: str
    words: tuple[str, ...]
    document: Document

    @property
    def title(self) -> str:
        return f"{self.known.id}: {self.way} {self.words[0] if len(self.words) == 1 else ''}"

    def is_chosen(self, every: int) -> bool:
        """Whether it is one of so many. Of cases with all words at once, of which there are fewer, more are chosen."""
        often = max(1, every // RARER) if self.way.startswith("all") else every
        return crc32(self.title.encode()) % often == 0


@dataclass(frozen=True, slots=True)
class Result:
    """How a case was read. `silent`: lost or changed without a word; `false`: stated to be missing though printed.
    `blames`: new findings that say something of the publisher.
    """

    case: Case
    marks: tuple[Mark, ...]
    silent: tuple[Mark, ...]
    false: tuple[str, ...]
    blames: tuple[Said, ...]


def results(every: int, rules: Rulebook) -> Iterator[Result]:
    """One case of so many read, chosen by its title, so that the same are chosen whatever else there is."""
    for one in known(rules):
        wanted = None
        for case in cases(one, rules):
            if case.is_chosen(every):
                wanted = wanted or unseen_facts.read(one.document, rules)
                if names_indicators(case, wanted):
                    continue
                yield result(case, wanted, unseen_facts.read(case.document, rules))


def names_indicators(case: Case, wanted: Facts) -> bool:
    """Whether the one header that was replaced is itself the name of an indicator, so that another name is right."""
    names = {row.name for one in wanted.projects for row in one.indicators}
    return case.way == "one header" and case.words[0] in names


def cases(one: Known, rules: Rulebook) -> Iterator[Case]:
    """The cases of a document: a word stands for all cells that print it."""
    words = Words()
    roles = forms.read(one.document, rules).roles
    for role in ("header", "label"):
        found = texts(one.document, roles, role)
        for text in found:
            yield Case(one, f"one {role}", (text,), reworded(one.document, roles, role, {text}, words))
        yield Case(one, f"all {role}s", found, reworded(one.document, roles, role, set(found), words))


def result(case: Case, wanted: Facts, found: Facts) -> Result:
    """Compares the reading of a case with that of the document as it is."""
    marks = (*compared(wanted, found), *_tables(wanted, found))
    said = new(wanted, found)
    blames = tuple(one for one in said if one.code in BLAMES)
    return Result(case, marks, in_silence(marks, said), tuple(_false(wanted, found)), blames)


def _tables(wanted: Facts, found: Facts) -> Iterator[Mark]:
    """A mark for every table with indicators: whether any of it is read as one."""
    read = _with_indicators(found)
    yield from (Mark("tables", RIGHT if one in read else MISSED, one) for one in sorted(_with_indicators(wanted)))


def _with_indicators(facts: Facts) -> set[int]:
    return {row.table_no or 0 for one in facts.projects for row in one.indicators}


def _false(wanted: Facts, found: Facts) -> Iterator[str]:
    """The indicators whose target is stated as missing though it is printed."""
    for right, read in paired(wanted.projects, found.projects)[0]:
        printed = {row.name for row in right.indicators if row.targets}
        beyond = _missing(read) - _missing(right) if read else Counter()
        yield from (name for name in beyond.elements() if name in printed)


def _missing(project: ProjectFacts) -> Counter[str]:
    return Counter(row.name for row in project.indicators if row.kind == "missing")


# --- the report -------------------------------------------------------------------------------------------------------


def shares(done: Iterable[Result]) -> dict[str, Counter[tuple[str, str]]]:
    """Way of rewording → (kind, grade) → how many, and how many are silent, false or blame."""
    count: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for one in done:
        here = count[one.case.way]
        here.update((mark.kind, mark.grade) for mark in one.marks)
        here["cases", ""] += 1
        here["silent", ""] += len(one.silent)
        here["false", ""] += len(one.false)
        here["blames", ""] += len(one.blames)
        here["cases in silence", ""] += bool(one.silent or one.false)
    return count


def share(count: Counter[tuple[str, str]], kind: str) -> float:
    """The share of a kind that is still read as it was; rows that are none count against it. 1 if there is none."""
    total = sum(count[kind, grade] for grade in (RIGHT, WRONG, MISSED))
    return count[kind, RIGHT] / total if total else 1.0


def _line(way: str, count: Counter[tuple[str, str]]) -> str:
    numbers = [count[key, ""] for key in ("cases", "cases in silence", "silent", "false", "blames")]
    return f"{way:12}" + "".join(f"{share(count, kind):11.1%}" for kind in SHOWN) + "".join(f"{n:8}" for n in numbers)


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description="Puts labels and headers in words that no rule knows.")
    parser.add_argument("--quick", action="store_true", help="one case of ten")
    parser.add_argument("--each", action="store_true", help="a line for every case in which something was lost")
    asked = parser.parse_args()
    done: list[Result] = []
    for one in results(EVERY if asked.quick else 1, book.default()):
        done.append(one)
        if asked.each and (one.silent or one.false):
            print(one.case.title, Counter(mark.kind for mark in one.silent), len(one.false), "false")
    count = shares(done)
    print(" " * 12 + "".join(f"{kind:>11}" for kind in SHOWN) + "   cases  quiet   silent   false  blames")
    print(*(_line(way, count[way]) for way in WAYS), sep="\n")


if __name__ == "__main__":
    main()
