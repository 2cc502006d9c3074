"""Every table and column, declared once. Arrow schemas, DuckDB comments and the data dictionary are made from this.

`zh` and `en` say the same in two languages; what stands before the first colon is the label.
"""

from collections.abc import Mapping

from pipeline.schema.column import Table
from pipeline.schema.tables.documents import CELLS, DOCUMENTS
from pipeline.schema.tables.indicators import INDICATOR_GROUPS, INDICATORS, RESULTS, TARGETS
from pipeline.schema.tables.projects import BUDGET_UNITS, FORM_FIELDS, FUNDING_ITEMS, FUNDS, GOALS, PROJECTS, TASKS
from pipeline.schema.tables.review import ISSUES, RECONCILIATION_ITEMS, RECONCILIATIONS

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS, CELLS, BUDGET_UNITS, PROJECTS, FORM_FIELDS, FUNDS, GOALS, FUNDING_ITEMS, TASKS, INDICATORS, TARGETS, RESULTS,
        RECONCILIATIONS, RECONCILIATION_ITEMS, INDICATOR_GROUPS, ISSUES,
    )
}  # fmt: skip
