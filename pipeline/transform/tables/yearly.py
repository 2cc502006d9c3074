"""Of the values stated for several spans or grades, those that a year's budget pays for."""

from collections.abc import Mapping

from pipeline.transform.records import Rows

YEARLY = ("annual", "unstated")


def for_the_year(targets: Rows, projects: Mapping[str, str]) -> list[bool]:
    """Whether each target is of the year, of graded ones the best, which is printed first. A project that states
    nothing for the year has what it states for other spans; so has an indicator in a project that has no block of its
    own for the year. `projects` names the project of each indicator.
    """
    stated = [row for row in targets if row["kind"] != "missing"]
    annual = {projects[row["indicator_id"]] for row in stated if row["period"] == "annual"}
    for_itself = {row["indicator_id"] for row in stated if row["period"] in YEARLY}
    best: dict[tuple[str | None, ...], str | None] = {}
    kept = []
    for row in targets:
        indicator_id, grade = row["indicator_id"], row["grade"]
        first = best.setdefault((indicator_id, row["period"], row["region"]), grade)
        is_other_span = row["period"] not in YEARLY
        is_left_out = is_other_span and (projects[indicator_id] in annual or indicator_id in for_itself)
        kept.append(not is_left_out and (not grade or grade == first))
    return kept
