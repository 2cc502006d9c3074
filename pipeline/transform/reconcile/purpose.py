"""The amounts that purpose texts name, held against the budget."""

from collections.abc import Iterable
from decimal import Decimal

from pipeline.transform.names.wording import Wording
from pipeline.transform.records import Rows
from pipeline.transform.tables.money import in_fen, rounding

NOT_A_PART = "not_a_part"


class Purposes:
    """The amounts named in each project's purpose text."""

    def __init__(self, funding_items: Rows, wording: Wording):
        self._wording = wording
        self._items: dict[str, list[tuple[str, Decimal]]] = {}
        for row in funding_items:
            self._items.setdefault(row["project_id"], []).append((row["item_text"], row["amount"]))

    def of(self, project_id: str, budget: Decimal | None) -> tuple[Decimal | None, str | None]:
        """The sum of the amounts, and whether they are the budget; both None where the text names none."""
        items = self._items.get(project_id)
        if not items:
            return None, None
        amounts = [amount for _, amount in items]
        total = in_fen(sum(amounts, Decimal(0)))
        return total, "not_testable" if total is None else self._status(items, amounts, budget)

    def _status(self, items: Iterable[tuple[str, Decimal]], amounts: list[Decimal], budget: Decimal | None) -> str:
        """One amount alone may be named in passing, and some words say that an amount is no part of the budget."""
        if budget is None:
            return "not_testable"
        if budget in amounts or abs(budget - sum(amounts)) <= sum(map(rounding, amounts)):
            return "reconciled"
        doubtful = len(amounts) == 1 or any(self._wording.says(NOT_A_PART, text) for text, _ in items)
        return "not_testable" if doubtful else "differs"
