"""Of the values stated for several spans or grades, those that a year's budget pays for."""

import pandas as pd

YEARLY = ("annual", "unstated")
UNSTATED = ("missing", "unknown")
"""Kinds of a target that states nothing, or of which is not known what it states."""


def for_the_year(targets: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Whether each target is of the year, of graded ones the best, which is printed first. A project that states
    nothing for the year has what it states for other spans; so has an indicator in a project that has no block of its
    own for the year.
    """
    project = targets["indicator_id"].map(dict(zip(indicators["indicator_id"], indicators["project_id"], strict=True)))
    stated = ~targets["kind"].isin(UNSTATED)
    annual = project.isin(set(project[stated & (targets["period"] == "annual")]))
    yearly = targets["period"].isin(YEARLY)
    for_itself = targets["indicator_id"].isin(set(targets.loc[yearly & stated, "indicator_id"]))
    return (yearly | ~(annual | for_itself)) & ~_lesser(targets)


def _lesser(targets: pd.DataFrame) -> pd.Series:
    """Whether each target is of another grade than the value that is printed first; a cell may hold several of one."""
    grade = targets["grade"].fillna("")
    places = [targets[name].fillna("") for name in ("indicator_id", "period", "region")]
    return (grade != "") & (grade != grade.groupby(places).transform("first"))
