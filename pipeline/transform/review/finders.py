"""What a careful reader would remark where it takes arithmetic with names; what is a question to the data is SQL.

All rules at a glance: the files of `sql/review/`, and the finders below. Each finder takes one project as printed and
gives findings; its codes, sentences and innocent explanations are in `rules/data/findings/issues.csv`.
"""

from collections.abc import Iterator, Mapping

from pipeline.model.finding import Located
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.records import Rows
from pipeline.transform.review.doubts import doubtful_results, doubtful_targets, new_units
from pipeline.transform.review.printed_project import Lexicon, printed_projects
from pipeline.transform.review.stated_basis import (
    bases_left_blank,
    calculations_not_shown,
    calculations_that_differ,
    policies_without_document,
)
from pipeline.transform.review.text_amounts import amounts_that_differ, budgets_that_differ
from pipeline.transform.review.text_counts import counts_that_differ, lists_that_differ
from pipeline.transform.review.text_years import other_years

FINDERS = {
    "target_unparsed": doubtful_targets,
    "target_partly_parsed": doubtful_targets,
    "impossible_date": doubtful_targets,
    "operator_contradicts": doubtful_targets,
    "actual_partly_parsed": doubtful_results,
    "new_unit": new_units,
    "text_names_other_year": other_years,
    "text_count_differs": counts_that_differ,
    "listed_items_differ": lists_that_differ,
    "text_amount_differs": amounts_that_differ,
    "text_budget_differs": budgets_that_differ,
    "basis_left_blank": bases_left_blank,
    "policy_basis_without_document": policies_without_document,
    "calculation_not_shown": calculations_not_shown,
    "calculation_differs_from_budget": calculations_that_differ,
}
"""Code → the function that finds it."""


def review(tables: Mapping[str, Rows], rules: Rulebook) -> Iterator[Located]:
    """The findings of all finders, project by project."""
    lexicon = compiled(Lexicon, rules)
    for project in printed_projects(tables):
        for finder in dict.fromkeys(FINDERS.values()):
            yield from finder(project, lexicon)
