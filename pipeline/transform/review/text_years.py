"""Years in running text that are neither the fiscal year nor one of the project's own period."""

from collections.abc import Iterator

from pipeline.model.finding import Located
from pipeline.transform.review.printed_project import Lexicon, Project


def other_years(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per text and year, but none for a text about a span of years or a year of the project's own."""
    year = project.form["fiscal_year"]
    own = {year, *_own_years(project)}
    for text in project.texts if year else ():
        if any(rule.pattern.search(text) for rule in lexicon.text["year_span"]):
            continue
        for named in _years(text, lexicon) - own:
            yield project.finding("text_names_other_year", text, named=named, year=year)


def _own_years(project: Project) -> range:
    """The years from the project's first day to its last, none where either is not printed."""
    first, last = project.form["starts_on"], project.form["ends_on"]
    return range(first.year, last.year + 1) if first and last else range(0)


def _years(text: str, lexicon: Lexicon) -> set[int]:
    return {int(match["year"]) for rule in lexicon.text["year"] for match in rule.pattern.finditer(text)}
