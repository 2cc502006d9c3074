"""What one document gives to the dataset: the tables of the schema before documents are put together.

A part names its document in every row, and what hangs on other documents is still open: of several projects that share
unit, year and name each document counts its own, findings have no id yet, and names of indicators are not yet grouped.
"""

from collections.abc import Mapping

from pipeline.schema.column import INT, TEXT, Column, Table, nullable
from pipeline.schema.tables import TABLES
from pipeline.schema.tables.columns import DOCUMENT_ID, PROJECT_ID
from pipeline.schema.tables.indicators import INDICATOR_GROUPS
from pipeline.schema.tables.review import ISSUES

IN_DOCUMENT = (
    Column("stem", TEXT, "项目编号的词干：单位、年度、名称", "Stem: of the project's id, made of unit, year and name"),
    Column(
        "occurrence", INT, "出现次序：文件内同词干的第几个", "Occurrence: which of those with this stem in the document"
    ),
)
INDICATOR_NAMES = Table(
    "indicator_names", "指标名称", "Names of indicators, one row per project and name", ("project_id", "indicator_name"),
    (
        DOCUMENT_ID, PROJECT_ID,
        *INDICATOR_GROUPS.columns,
        nullable("likeness", TEXT, "相似键", "Likeness: names that share it may be alike; null for names that say too little"),
        Column("n_rows", INT, "行数", "Rows: how many indicators of the project have the name"),
    ),
)  # fmt: skip


def _part(table: Table) -> Table:
    columns = tuple(column for column in table.columns if (table, column.name) != (ISSUES, "issue_id"))
    if not any(column.name == DOCUMENT_ID.name for column in columns):
        columns = (DOCUMENT_ID, *columns)
    if table.name == "projects":
        columns += IN_DOCUMENT
    return Table(table.name, table.zh, table.en, (), columns)


PARTS: Mapping[str, Table] = {
    table.name: _part(table) for table in TABLES.values() if table is not INDICATOR_GROUPS
} | {INDICATOR_NAMES.name: INDICATOR_NAMES}
"""The tables of a document by name."""
