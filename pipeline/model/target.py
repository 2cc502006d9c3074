"""A target value parsed, and what is known beside its text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a target value beside its own text. It may decide between readings, never override print.

    `operator_text` and `unit_text` are printed in columns of their own beside the value.
    """

    fiscal_year: int | None = None
    level2_code: str | None = None
    indicator_name: str | None = None
    operator_text: str | None = None
    unit_text: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One parsed target value. The fields are the columns of the table `targets`; see `schema/tables.py` for meanings.

    Bounds stay Decimal until Arrow. `span` ends are offsets into the raw text; `leftover` is what lies
    outside every span and is not mere punctuation.
    """

    kind: str
    status: str
    operator: str | None = None
    operator_source: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool | None = None
    high_inclusive: bool | None = None
    measure_unit_text: str | None = None
    measure_unit: str | None = None
    dimension: str | None = None
    factor: Decimal | None = None
    base_unit: str | None = None
    base_low: Decimal | None = None
    base_high: Decimal | None = None
    change: str | None = None
    change_from: str | None = None
    due_start: date | None = None
    due_end: date | None = None
    due_precision: str | None = None
    year_source: str | None = None
    recurrence: str | None = None
    recurrence_text: str | None = None
    quality_direction: str | None = None
    quality_strength: str | None = None
    label: str | None = None
    span_start: int | None = None
    span_end: int | None = None
    leftover: str = ""
    rule_id: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where a value stands in its text. Raises ValueError for one that is not printed."""
        if self.span_start is None or self.span_end is None:
            raise ValueError(f"a {self.kind} value stands nowhere in the text")
        return self.span_start, self.span_end
