"""How the forms of a publisher are read by rules that never met it.

    python -m benchmarks.unseen [--each] [--wrong]

For every publisher among all forms of the tests, the words that only its forms print are taken out of the vocabulary
(see `unseen_vocabulary`), and its documents are read with what is left. That is compared with what people wrote down,
where they did, else with what the full rules read. `--each` prints a line for every publisher that has such words,
`--wrong` everything that is wrong or was not read.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import unseen_facts, unseen_vocabulary
from benchmarks.known_documents import Known, known
from benchmarks.unseen_facts import Said
from benchmarks.unseen_marks import BLAMES, MISSED, RIGHT, WRONG, Mark, compared, in_silence, new, table
from benchmarks.unseen_vocabulary import Word
from pipeline.extract.layout import forms
from pipeline.rules import book
from pipeline.rules.kinds.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A publisher's documents read without its `words`. `silent`: lost or changed without a word; `blames`: new
    findings that say something of the publisher.
    """

    publisher: str
    words: frozenset[Word]
    marks: tuple[Mark, ...]
    silent: tuple[Mark, ...]
    blames: tuple[Said, ...]

    def share(self, grade: str) -> float:
        return sum(mark.grade == grade for mark in self.marks) / max(1, len(self.marks))


def left_out(rules: Rulebook) -> Iterator[LeftOut]:
    """Every publisher, read by rules without its words."""
    documents: dict[str, list[Known]] = defaultdict(list)
    for one in known(rules):
        documents[one.publisher].append(one)
    readings = {name: [forms.read(one.document, rules) for one in ones] for name, ones in documents.items()}
    for publisher, own in unseen_vocabulary.contributed(readings, rules).items():
        yield _left_out(publisher, documents[publisher], frozenset(own), rules)


def _left_out(publisher: str, documents: list[Known], own: frozenset[Word], rules: Rulebook) -> LeftOut:
    reduced = unseen_vocabulary.without(rules, own)
    marks: list[Mark] = []
    silent: list[Mark] = []
    blames: list[Said] = []
    for one in documents:
        full = unseen_facts.read(one.document, rules)
        found = unseen_facts.read(one.document, reduced) if own else full
        said = new(full, found)
        marks += compared(one.facts or full, found)
        silent += in_silence(compared(full, found), said)
        blames += (finding for finding in said if finding.code in BLAMES)
    return LeftOut(publisher, own, tuple(marks), tuple(silent), tuple(blames))


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description="Reads every publisher's forms with rules that lack its words.")
    parser.add_argument("--each", action="store_true", help="a line for every publisher that has words of its own")
    parser.add_argument("--wrong", action="store_true", help="everything that is wrong or was not read")
    asked = parser.parse_args()
    done = list(left_out(book.default()))
    for one in done if asked.each or asked.wrong else ():
        if one.words:
            print(_line(one))
        for mark in one.marks if asked.wrong and one.words else ():
            if mark.grade != RIGHT:
                print(f"      {mark.grade:7}{mark.kind:11} {mark.wanted} ← {mark.found}")
    with_words, n_words = [one for one in done if one.words], sum(len(one.words) for one in done)
    print(f"{len(done)} publishers, {len(with_words)} with words of their own, {n_words} words")
    print("those with words:", *table([mark for one in with_words for mark in one.marks]), sep="\n")
    print("all:", *table([mark for one in done for mark in one.marks]), sep="\n")
    print(f"lost or changed without a word: {sum(len(one.silent) for one in done)}")
    print(f"new findings that say something of the publisher: {sum(len(one.blames) for one in done)}")


def _line(one: LeftOut) -> str:
    shares = ", ".join(f"{grade} {one.share(grade):.1%}" for grade in (RIGHT, WRONG, MISSED))
    return f"{one.publisher}: {len(one.words)} words, {shares}, {len(one.silent)} in silence"


if __name__ == "__main__":
    main()
