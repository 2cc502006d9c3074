"""What a change of the rules changes in how target values are read: two grammars held against each other over a corpus.

Rules are named by a folder, or by a revision of git, which is unpacked beside. A corpus is a list of texts with what is
known of each; the cases of the tests and the values of the last dataset make the one that is meant if none is named.
"""

import csv
import io
import subprocess
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pandas as pd

from pipeline.model.target import Context, Target
from pipeline.rules import book, files
from pipeline.rules.book import RuleError
from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.grammar import Grammar, Setting
from pipeline.transform.values.grammars import compile
from pipeline.transform.values.parse import parse_target
from pipeline.transform.values.parts import scan
from pipeline.transform.values.render import is_same, render

RULES = "pipeline/rules"
CASES = Path("tests/values/cases.csv")
TARGETS = Path("data/processed/targets.parquet")
GAINED, LOST, CHANGED = "gained", "lost", "changed"
_WORTH = {"unparsed": 0, "partial": 1, "clean": 2}
Made = TypeVar("Made")
Corpus = tuple[tuple[str, Context], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A text that two grammars read differently: `what` became of it, and how each reads it."""

    what: str
    text: str
    before: str
    after: str


# ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────


def value_rules(place: str, folder: Path = book.FOLDER.parent) -> ValueRules:
    """The rules of target values at a place: a folder of rules, one that holds `pipeline/rules`, or a git revision.

    `folder` lies in the repository that knows the revision. Raises RuleError for what is neither, or is broken.
    """
    if here := _grammar_below(Path(place)) or _grammar_below(Path(place) / RULES):
        return _named(place, lambda: book.value_rules(here))
    with _unpacked(place, folder) as path:
        return _named(place, lambda: book.value_rules(path))


def grammar(place: str, folder: Path = book.FOLDER.parent) -> tuple[ValueRules, Grammar]:
    """The rules at a place and the grammar that they make. Raises RuleError as `value_rules` does."""
    rules = value_rules(place, folder)
    return rules, _named(place, lambda: compile(rules, check=True))


def _grammar_below(folder: Path) -> Path | None:
    """The folder of the grammar in a folder of rules: that itself, or where this or an older revision keeps it."""
    places = (folder, folder / "values", folder / "data" / "values")
    return next((path for path in places if (path / "patterns.toml").is_file()), None)


def _named(place: str, make: Callable[[], Made]) -> Made:
    try:
        return make()
    except (ValueError, KeyError, ArithmeticError) as error:
        raise RuleError(f"{place}: {error}") from None


@contextmanager
def _unpacked(revision: str, folder: Path) -> Iterator[Path]:
    """The rules of a revision in a folder of their own, for as long as they are needed."""
    if revision.startswith("-"):
        raise RuleError(f"{revision}: is neither a folder of rules nor a revision of git")
    command = ["git", "archive", "--format=tar", revision, "."]
    try:
        archive = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise RuleError(f"{revision}: is neither a folder of rules nor a revision of git that has rules") from None
    with TemporaryDirectory() as path, tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(path, filter="data")
        if not (found := _grammar_below(Path(path))):
            raise RuleError(f"{revision}: has no rules of target values")
        yield found


# ── Corpus ───────────────────────────────────────────────────────────────────────────────────────────────


def corpus(path: Path | None = None) -> Corpus:
    """The texts of a file, each once: a CSV file with a column `text` (and `fiscal_year`, `indicator_name` if it has
    them), or a file of one text a line. Without a file, the cases of the tests and the values of the last dataset.

    Raises RuleError if there is nothing to read.
    """
    if path:
        return tuple(dict.fromkeys(_entries(path)))
    known = [*(_entries(CASES) if CASES.is_file() else ()), *_printed(TARGETS)]
    if not known:
        raise RuleError(f"there is neither {CASES} nor {TARGETS}; name a corpus")
    return tuple(dict.fromkeys(known))


def _printed(targets: Path) -> Iterator[tuple[str, Context]]:
    """The values of a dataset; none if it is not there or an older program made it."""
    try:
        values = pd.read_parquet(targets, columns=["value_text"])["value_text"]
    except (OSError, ValueError):
        return
    yield from ((text, Context()) for text in values.dropna().unique())


def _entries(path: Path) -> Iterator[tuple[str, Context]]:
    try:
        text = files.text(path)
    except files.NotRead as error:
        raise RuleError(str(error)) from None
    if path.suffix != ".csv":
        return ((line, Context()) for line in text.splitlines())
    return _in_columns(path, csv.DictReader(io.StringIO(text, newline="")))


def _in_columns(path: Path, rows: csv.DictReader) -> Iterator[tuple[str, Context]]:
    if "text" not in (rows.fieldnames or ()):
        raise RuleError(f"{path}: has no column text")
    for row in rows:
        year, name = row.get("fiscal_year") or "", row.get("indicator_name") or None
        yield row["text"] or "", Context(int(year) if year.isdecimal() else None, indicator_name=name)


# ── Differences ──────────────────────────────────────────────────────────────────────────────────────────


def differences(before: Grammar, after: Grammar, corpus: Corpus) -> Iterator[Difference]:
    """What is read better (`gained`), worse (`lost`) or as something else (`changed`), in the order of the corpus."""
    for text, context in corpus:
        old, new = (parse_target(text, grammar, context) for grammar in (before, after))
        if not _are_same(old, new):
            yield Difference(_became(old, new), text, _written(old, text, before), _written(new, text, after))


def _are_same(old: tuple[Target, ...], new: tuple[Target, ...]) -> bool:
    return len(old) == len(new) and all(
        is_same(one, other) and one.leftover == other.leftover for one, other in zip(old, new, strict=True)
    )


def _became(old: tuple[Target, ...], new: tuple[Target, ...]) -> str:
    """A text is worth as much as the worst of its targets."""
    before, after = (min(_WORTH[target.status] for target in targets) for targets in (old, new))
    return GAINED if after > before else LOST if after < before else CHANGED


def _written(targets: tuple[Target, ...], text: str, grammar: Grammar) -> str:
    return "; ".join(_one(target, text, grammar) for target in targets)


def _one(target: Target, text: str, grammar: Grammar) -> str:
    """A target in canonical form, its kind where that does not show, and what is left over."""
    canonical = render(target, grammar, text)
    is_told = target.kind == "quantity" or target.due_start or target.due_end
    quality = " ".join(filter(None, (target.quality_direction, target.quality_strength)))
    shown = (canonical if is_told else f"{target.kind} {canonical}") + (f" ({quality})" if quality else "")
    return f"{shown} (left over: {target.leftover})" if target.leftover else shown


# ── Rules without a use ──────────────────────────────────────────────────────────────────────────────────


def unused(rules: ValueRules, grammar: Grammar, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each rule that no text of the corpus uses, as (file, rule): patterns that read none, words that stand in none."""
    met = {id for text, context in corpus for id in _rules_met(text, context, grammar)}
    yield from (("patterns.toml", rule.id) for rule in rules.patterns if rule.id not in met)
    texts = "\n".join(grammar.normalise(text).read for text, _ in corpus)
    for file, spellings in _entries_of(rules):
        if not any(grammar.normalise(spelling).read in texts for spelling in spellings):
            yield file, " ".join(spellings)


def _rules_met(text: str, context: Context, grammar: Grammar) -> Iterable[str | None]:
    inside = (part.found.form.rule.id for part in scan(Setting(grammar.normalise(text), grammar, context)))
    return {*(target.rule_id for target in parse_target(text, grammar, context)), *inside}


def _entries_of(rules: ValueRules) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The entries of the vocabularies: their file and their spellings."""
    yield from (("units.csv", tuple(rule.spellings.split())) for rule in rules.units)
    yield from (("magnitudes.csv", (rule.spelling,)) for rule in rules.magnitudes)
    yield from (("numerals.csv", tuple(rule.characters)) for rule in rules.numerals)
    yield from (("operators.csv", (rule.spelling,)) for rule in rules.operators)
    yield from (("calendar.csv", tuple(rule.spellings.split())) for rule in rules.calendar)
    yield from (("words.csv", (rule.word,)) for rule in rules.words)
    yield from (("qualities.csv", (rule.word,)) for rule in rules.qualities)
