"""Values that the grammar did not understand or in part only, that contradict themselves, or count in unknown words."""

from collections.abc import Iterator

from pipeline.model.finding import Located
from pipeline.transform.review.printed_project import Lexicon, Project, Row, at, printed_target
from pipeline.transform.values.grammar import Grammar


def doubtful_targets(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per target with something that was not understood: what exactly, if that can be said."""
    for row in project.values:
        text = printed_target(row)
        if row["kind"] == "unparsed":
            yield at(row, "target_unparsed", text)
        elif row["status"] == "partial" and row["rule_id"] == "impossible_date":
            yield at(row, "impossible_date", text)
        elif against := _against(row, lexicon.grammar):
            sign = lexicon.grammar.operators.spelling(row["operator"], "symbol") or row["operator"]
            yield at(row, "operator_contradicts", text, operator=sign, against=against)
        elif row["status"] == "partial":
            yield at(row, "target_partly_parsed", text, leftover=row["leftover"])


def doubtful_results(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per actual value with something that was not understood."""
    for row in project.results:
        if row["status"] != "clean":
            yield at(row, "actual_partly_parsed", row["actual_text"] or "", leftover=row["leftover"])


def new_units(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per target that counts in a word which the rules do not know; it was kept as the unit."""
    known = lexicon.grammar.units.known
    for row in project.values:
        for unit in (row["measure_unit"] or "").split("/"):
            if unit and unit not in known:
                yield at(row, "new_unit", printed_target(row), unit=unit)


def _against(row: Row, grammar: Grammar) -> str | None:
    """The word or sign beside a target's operator that says something else, None if nothing does."""
    if not row["operator"]:
        return None
    printed = (*row["leftover"].split(), row["operator_text"] or "")
    return next((words for words in printed if _says_otherwise(words, row["operator"], grammar)), None)


def _says_otherwise(words: str, operator: str, grammar: Grammar) -> bool:
    read = grammar.normalise(words).read
    return read in grammar.operators.known and grammar.operators.known[read].operator != operator
