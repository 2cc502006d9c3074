"""Amounts that the purpose text names, held against the cost indicators that they mean."""

from collections.abc import Iterator

from pipeline.transform.issues import Located, figure
from pipeline.transform.review.project import Lexicon, Project, at


def amounts_that_differ(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per amount whose words mean one cost indicator that comes to another amount."""
    rows = {row["indicator_id"]: row for row in project.rows}
    costs = [cost for cost in project.costs if cost["amount"] is not None]
    names = [rows[cost["indicator_id"]]["indicator_name"] for cost in costs]
    items = project.funding_items if len(costs) > 1 else []
    for i, j in lexicon.matched([item["item_text"] for item in items], names):
        item, cost = items[i], costs[j]
        if item["amount"] != cost["amount"]:
            figures = {"said": figure(item["amount"]), "amount": figure(cost["amount"])}
            yield at(rows[cost["indicator_id"]], "text_amount_differs", item["item_text"], **figures)
