"""What was read: documents and their cells."""

from pipeline.schema.codes import ROLES
from pipeline.schema.column import BIGINT, INT, TEXT, Column, Table, nullable
from pipeline.schema.tables.columns import DOCUMENT_ID, ROW_NO, TABLE_NO

DOCUMENTS = Table(
    "documents", "文件：每个输入文件一行", "Documents: one row per input file", ("document_id",),
    (
        DOCUMENT_ID,
        Column("path", TEXT, "路径：相对于原始文件夹", "Path: relative to the raw folder"),
        Column("sha256", TEXT, "SHA-256 校验值", "SHA-256 of the file"),
        Column("bytes", BIGINT, "文件大小：字节", "Size: bytes"),
        Column("format", TEXT, "格式：由内容判断，不看扩展名", "Format: what the file holds, whatever its name says"),
        Column("status", TEXT, "读取状态：全部读出、部分读出、拒收", "Status: wholly read, partly read, or rejected", values=("parsed", "partial", "rejected")),
        Column("n_tables", INT, "表格数", "Tables"),
        Column("n_cells", INT, "单元格数：含空白单元格", "Cells: blank ones included"),
        Column("n_projects", INT, "项目数", "Projects"),
        Column("n_indicators", INT, "指标行数", "Indicator rows"),
        Column("pipeline_version", TEXT, "程序版本", "Pipeline version"),
    ),
)  # fmt: skip

CELLS = Table(
    "cells", "单元格：每个印出的单元格一行", "Cells: one row per printed table cell", ("document_id", "table_no", "row_no", "col_no"),
    (
        DOCUMENT_ID, TABLE_NO, ROW_NO,
        Column("col_no", INT, "列号：从 1 起", "Column number: from 1"),
        Column("row_span", INT, "跨行数", "Row span"),
        Column("col_span", INT, "跨列数", "Column span"),
        Column("text", TEXT, "文字：照原样，段落间以换行分隔", "Text: as printed, paragraphs parted by line feeds"),
        nullable("role", TEXT, "角色：这一格读作什么；空白格为空", "Role: what became of the cell; null if it is blank", values=ROLES),
    ),
)  # fmt: skip
