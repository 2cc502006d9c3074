"""Years in running text that are neither the fiscal year nor one of the project's own period."""

import re
from collections.abc import Iterator

from pipeline.model.finding import Located
from pipeline.transform.review.printed_project import Lexicon, Project

BEFORE, AFTER, WORK = "another_year_before", "another_year_after", "another_year_work"
"""Kinds of words beside a year that is not the one that the text is about."""
REACH = 7
"""Characters beside a year in which such words stand."""


def other_years(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per text and year, but none for a text about a span of years or a year of the project's own. Where the
    purpose names another year, all of the budget is in question.
    """
    year = project.form["fiscal_year"]
    own = {year, *_own_years(project)}
    for text in project.texts if year else ():
        if any(rule.pattern.search(text) for rule in lexicon.text["year_span"]):
            continue
        for named in years(text, lexicon) - own:
            paid = project.form["budget_total"] if text == project.form["funding_use"] else None
            yield project.finding("text_names_other_year", text, paid, named=named, year=year)


def _own_years(project: Project) -> range:
    """The years from the project's first day to its last, none where either is not printed."""
    first, last = project.form["starts_on"], project.form["ends_on"]
    return range(first.year, last.year + 1) if first and last else range(0)


def years(text: str, lexicon: Lexicon) -> set[int]:
    """The years that a text is about: none to compare with or count up to, none of a rule or of what stands already."""
    found = (match for rule in lexicon.text["year"] for match in rule.pattern.finditer(text))
    return {int(match["year"]) for match in found if not _is_another(match, lexicon)}


def _is_another(match: re.Match[str], lexicon: Lexicon) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    ends = (end for rule in lexicon.text["clause_end"] if (end := rule.pattern.search(after)))
    clause = after[: min((end.start() for end in ends), default=None)]
    says, following = lexicon.wording.says, match.string[match.start("date") :]
    return (
        says(BEFORE, before[-REACH:])
        or says(AFTER, after[:REACH])
        or says(WORK, clause[:REACH])
        or any(rule.pattern.search(following) for rule in lexicon.text["year_of_another"])
    )
