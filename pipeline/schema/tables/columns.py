"""Columns that several tables share."""

from pipeline.schema.codes import PERIODS
from pipeline.schema.column import INT, TEXT, Column, nullable

DOCUMENT_ID = Column(
    "document_id", TEXT, "文件编号：文件 SHA-256 的前 16 位", "Document: first 16 hex digits of the file's sha256"
)

PROJECT_ID = Column(
    "project_id",
    TEXT,
    "项目编号：由单位代码、年度、项目名称和出现次序得出，与文件顺序无关",
    "Project: made of unit code, year, name and occurrence, not of file order",
)

INDICATOR_ID = Column(
    "indicator_id",
    TEXT,
    "指标编号：项目编号加项目内指标序号",
    "Indicator: project_id and the indicator's number in the project",
)

TABLE_NO = Column(
    "table_no",
    INT,
    "表序号：文件中第几张表，从 1 起；写在段落中的指标编在各表之后",
    "Table number: in the document, from 1; indicators in paragraphs come after all tables",
)

ROW_NO = Column("row_no", INT, "行号：表中第几行，从 1 起", "Row number: in the table, from 1")

PRINTED_IN = (
    nullable("table_no", INT, "表序号：文件中第几张表，从 1 起；不在表内的为空", "Table number: in the document, from 1; null outside of tables"),
    nullable("row_no", INT, "行号：表中第几行，从 1 起", "Row number: in the table, from 1"),
)  # fmt: skip

LABEL = nullable("label", TEXT, "印出的栏目名称", "Label: as printed")

FISCAL_YEAR = nullable("fiscal_year", INT, "预算年度", "Fiscal year")

PERIOD = Column(
    "period",
    TEXT,
    "时段：年度、整个项目期、半年；原文未写明为 unstated",
    "Period: what span it is for; unstated if the document does not say",
    values=PERIODS,
)

REGION = nullable(
    "region",
    TEXT,
    "地区：分地区填写时的地区名称；并列各栏的栏名无法识别时为栏名",
    "Region: where values are stated per region; the header as printed of one of several columns side by side",
)

UNIT_CODE = nullable("unit_code", TEXT, "单位代码：文本，前导零有意义", "Unit code: text, since leading zeros count")

UNIT_NAME = nullable("unit_name", TEXT, "预算单位名称", "Budget unit name")
