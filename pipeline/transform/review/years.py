"""Years in running text that are not the fiscal year."""

from collections.abc import Iterator

from pipeline.transform.issues import Located
from pipeline.transform.review.project import Lexicon, Project


def other_years(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per text and year, but none for a text about a span of years."""
    year = project.form["fiscal_year"]
    for text in project.texts if year else ():
        if any(rule.pattern.search(text) for rule in lexicon.text["year_span"]):
            continue
        for named in _years(text, lexicon) - {year}:
            yield project.finding("text_names_other_year", text, named=named, year=year)


def _years(text: str, lexicon: Lexicon) -> set[int]:
    return {int(match["year"]) for rule in lexicon.text["year"] for match in rule.pattern.finditer(text)}
