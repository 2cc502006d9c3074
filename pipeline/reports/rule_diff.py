"""What a change of the rules changes in how target values are read: two grammars held against each other over a corpus.

Rules are named by a folder, or by a revision of git, which is unpacked beside.
"""

import io
import subprocess
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pipeline.model.target import Context, Target
from pipeline.rules import book
from pipeline.rules.book import RuleError
from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.grammars import compile
from pipeline.transform.values.parse import parse_target
from pipeline.transform.values.render import is_same, render

RULES = "pipeline/rules"
GAINED, LOST, CHANGED = "gained", "lost", "changed"
_WORTH = {"unparsed": 0, "partial": 1, "clean": 2}
Made = TypeVar("Made")


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
        return _named(place, lambda: book.value_rules(here, older=True))
    with _unpacked(place, folder) as path:
        return _named(place, lambda: book.value_rules(path, older=True))


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
        raise RuleError("{place}: {error}", place=place, error=error) from None


@contextmanager
def _unpacked(revision: str, folder: Path) -> Iterator[Path]:
    """The rules of a revision in a folder of their own, for as long as they are needed."""
    if revision.startswith("-"):
        raise RuleError("{revision}: is neither a folder of rules nor a revision of git", revision=revision)
    command = ["git", "archive", "--format=tar", revision, "."]
    try:
        archive = subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        raise RuleError(
            "{revision}: is neither a folder of rules nor a revision of git that has rules", revision=revision
        ) from None
    with TemporaryDirectory() as path, tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(path, filter="data")
        if not (found := _grammar_below(Path(path))):
            raise RuleError("{revision}: has no rules of target values", revision=revision)
        yield found


# ── Differences ──────────────────────────────────────────────────────────────────────────────────────────


def differences(before: Grammar, after: Grammar, texts: Iterable[tuple[str, Context]]) -> Iterator[Difference]:
    """What is read better (`gained`), worse (`lost`) or as something else (`changed`), in the order of the texts."""
    for text, context in texts:
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
